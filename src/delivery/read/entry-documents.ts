import { publicFields, type PublicShape } from '../../domain/showcase/public-fields.ts'
import type { Core } from '../core.ts'
import { showAll, type Read, type Shown } from './documents.ts'

type Row = { id: string; document: Shown; votes: number | null; award: Shown | null }

/** Fields that may hold many pages of text. */
export const longFields: readonly string[] = [
  'body',
  ...Object.values(publicFields).flatMap((fields) =>
    Object.entries<PublicShape>(fields).flatMap(([name, shape]) =>
      shape === 'longText' && name !== 'body' ? [name] : [],
    ),
  ),
]

/**
 * Entries in full by their ids, in one statement; those that are no longer public are not among them.
 *
 * @param without fields that are left in the database
 */
export async function manyEntries(
  { database }: Pick<Core, 'database'>,
  ids: readonly string[],
  without: readonly string[],
): Promise<Map<string, Shown>> {
  const rows = await database.read<Row>(
    'many entries',
    `select id, document - $2::text[] as document, votes, award
     from showcase_entries where id = any($1::text[])`,
    [ids, without],
  )
  return new Map(rows.map(({ id, document, votes, award }) => [id, { ...document, votes, award }]))
}

/** The tracks of entries in full, by the entries' ids, in one statement. */
export async function tracksOfEntries(
  { database }: Pick<Core, 'database'>,
  ids: readonly string[],
): Promise<Read<Map<string, Shown>>> {
  const rows = await database.read<{ ids: string[]; document: Shown }>(
    'tracks of entries',
    `select e.ids, t.document
     from (
       select track_id, array_agg(id) as ids
       from showcase_entries where id = any($1::text[]) group by track_id
     ) e
     join showcase_documents t on t.type = 'track' and t.source_id = e.track_id`,
    [ids],
  )
  const documents = rows.map(({ document }) => document)
  const { items, expires } = showAll('track', documents)
  return {
    value: new Map(rows.flatMap((row, at) => row.ids.map((id) => [id, items[at]!] as const))),
    matches: (change) => 'document' in change && change.document === 'track',
    expires,
  }
}
