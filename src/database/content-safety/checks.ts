import type { PayloadRequest } from 'payload'
import { query, sql } from '../sql.ts'

type Req = Pick<PayloadRequest, 'payload' | 'transactionID'>

/** The work that is looked at. */
export type Checked = { kind: string; id: number }

export type CheckKind = 'words' | 'outside' | 'addresses'

/**
 * Writes that a work was looked at. First of all that a check writes: whoever checks the same work at
 * the same time waits here.
 */
export async function markChecked(
  req: Req,
  { kind, id }: Checked,
  what: CheckKind,
  found: number,
): Promise<void> {
  await query(
    req,
    sql`insert into safety_checks (kind, entry_id, what, found) values (${kind}, ${id}, ${what}, ${found})
      on conflict (kind, entry_id, what) do update set checked_at = now(), found = excluded.found`,
  )
}

/** When a work was looked at for what, and how much was found. */
export async function checksOf(
  req: Req,
  { kind, id }: Checked,
): Promise<Partial<Record<CheckKind, { at: string; found: number }>>> {
  const rows = await query<{ what: CheckKind; at: string; found: number }>(
    req,
    sql`select what, found, to_char(checked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
      from safety_checks where kind = ${kind} and entry_id = ${id}`,
  )
  return Object.fromEntries(rows.map(({ what, at, found }) => [what, { at, found }]))
}

/** Takes everything back that is kept of a work that is gone. */
export async function forgetChecks(req: Req, { kind, id }: Checked): Promise<void> {
  for (const table of ['safety_hits', 'outside_verdicts', 'address_checks', 'safety_checks']) {
    await query(
      req,
      sql`delete from ${sql.identifier(table)} where kind = ${kind} and entry_id = ${id}`,
    )
  }
}
