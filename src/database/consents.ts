import { noConsents, type Consents, type Purpose } from '../domain/participation/consents.ts'
import type { EntryKind } from '../domain/kinds.ts'
import { query, sql } from './sql.ts'

type Req = Parameters<typeof query>[0]

/** What the participant of a work agrees to as it stands: the newest record of each purpose. */
export async function consentsOf(req: Req, kind: EntryKind, id: number): Promise<Consents> {
  const rows = await query<{
    purpose: Purpose
    granted: boolean
    terms_version: string | null
    at: Date | string
  }>(
    req,
    sql`select distinct on (purpose) purpose, granted, terms_version, at from consents
      where kind = ${kind} and entry_id = ${id} order by purpose, id desc`,
  )
  const found = rows.map(({ purpose, granted, terms_version, at }) => [
    purpose,
    { granted, termsVersion: terms_version, at: new Date(at).toISOString() },
  ])
  return { ...noConsents, ...Object.fromEntries(found) }
}
