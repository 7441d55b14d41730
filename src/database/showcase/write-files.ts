import type { PublicFile } from '../../domain/showcase/media.ts'
import { list, query, sql, type SQL } from '../sql.ts'
import type { Req } from './request.ts'

export type OwnedFiles = { owner: string; files: readonly PublicFile[] }

/** The files of some owners as one JSON text, each name once. */
export function fileRecords(owned: readonly OwnedFiles[]): SQL {
  const rows = owned.flatMap(({ owner, files }) => files.map((file) => ({ ...file, owner })))
  const once = [...new Map(rows.map((row) => [row.name, row])).values()]
  return sql`jsonb_to_recordset(${JSON.stringify(once)}::jsonb) as r(name text, owner text, type text, bytes bigint)`
}

/** Makes these files, and no others, those of their owners. */
export async function writeFiles(req: Req, owned: readonly OwnedFiles[]): Promise<void> {
  if (owned.length === 0) return
  const owners = list(owned.map(({ owner }) => owner))
  await query(
    req,
    sql`delete from showcase_files f where f.owner in ${owners}
      and not exists (select 1 from ${fileRecords(owned)} where r.name = f.name)`,
  )
  if (owned.every(({ files }) => files.length === 0)) return
  await query(
    req,
    sql`insert into showcase_files as f (name, owner, type, bytes)
      select name, owner, type, bytes from ${fileRecords(owned)} order by name
      on conflict (name) do update set owner = excluded.owner, type = excluded.type, bytes = excluded.bytes
      where (f.owner, f.type, f.bytes) is distinct from (excluded.owner, excluded.type, excluded.bytes)`,
  )
}

export async function removeFilesOf(req: Req, owners: readonly string[]): Promise<void> {
  if (owners.length === 0) return
  await query(req, sql`delete from showcase_files where owner in ${list(owners)}`)
}
