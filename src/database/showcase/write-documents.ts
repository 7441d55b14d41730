import type { DocumentRow } from '../../domain/showcase/documents.ts'
import { list, query, sql, type SQL } from '../sql.ts'
import { removeFilesOf, writeFiles } from './write-files.ts'
import type { DocumentType } from './read-documents.ts'
import type { Req } from './request.ts'

/** Rows as one JSON text, and its columns as PostgreSQL reads them out of it. */
export function documentRecords(rows: readonly DocumentRow[]): SQL {
  const plain = rows.map(({ files: _, ...row }) => row)
  return sql`jsonb_to_recordset(${JSON.stringify(plain)}::jsonb) as r(type text, "sourceId" integer, campaign text,
    slug text, "sortAt" timestamptz(3), card jsonb, document jsonb)`
}

export const documentColumns = {
  type: 'r.type',
  source_id: 'r."sourceId"',
  campaign: 'r.campaign',
  slug: 'r.slug',
  sort_at: 'r."sortAt"',
  card: 'r.card',
  document: 'r.document',
} as const

const columns = Object.keys(documentColumns)
const listed = (prefix: string) => sql.raw(columns.map((name) => prefix + name).join(', '))

/** Writes rows and their files; a row that is there already and the same is not touched. */
export async function writeDocuments(req: Req, rows: readonly DocumentRow[]): Promise<number> {
  if (rows.length === 0) return 0
  // A slug may have gone from one to another, and each stands once: who lost or changed one is written anew.
  await query(
    req,
    sql`delete from showcase_documents d using ${documentRecords(rows)}
      where d.type = r.type and (d.source_id = r."sourceId") <> (d.campaign = r.campaign and d.slug = r.slug)`,
  )
  const values = sql.raw(Object.values(documentColumns).join(', '))
  const written = await query(
    req,
    sql`insert into showcase_documents as d (${listed('')}) select ${values} from ${documentRecords(rows)}
      on conflict (type, source_id) do update set sort_at = excluded.sort_at, card = excluded.card, document = excluded.document
      where (${listed('d.')}) is distinct from (${listed('excluded.')}) returning source_id`,
  )
  const articles = rows.filter(({ type }) => type === 'article')
  await writeFiles(
    req,
    articles.map(({ sourceId, files }) => ({ owner: articleOwner(sourceId), files })),
  )
  return written.length
}

export async function removeDocuments(
  req: Req,
  type: DocumentType,
  ids: readonly number[],
): Promise<void> {
  if (ids.length === 0) return
  await query(
    req,
    sql`delete from showcase_documents where type = ${type} and source_id in ${list(ids)}`,
  )
  if (type === 'article') await removeFilesOf(req, ids.map(articleOwner))
}

/** How the table of files names an article. */
export const articleOwner = (id: number): string => `article:${id}`
