import type { PayloadRequest } from 'payload'
import { list, query, sql } from '../../database/sql.ts'
import { idOf } from '../../fields/id-of.ts'
import type { EntryKind } from '../../domain/kinds.ts'
import { quotaStatuses, type Quota } from '../../domain/quota.ts'
import { ancestorPaths, scopeRange } from '../../domain/unit-tree.ts'
import type { CountsFrom } from '../../domain/workflow.ts'
import type { Entry } from './entry.ts'

export type CountedQuota = {
  id: number
  unit: string
  unitPath: string
  quota: Quota
  count: number
}

type Row = {
  id: number
  unit: string
  unit_path: string
  minimum: number | null
  maximum: number | null
  counts_from: CountsFrom
}

/**
 * The quotas that an entry falls under (of its unit and every unit above it) with what is used now.
 *
 * @param lock hold the quotas until the transaction ends, so that two entries cannot both take the last place
 */
export async function quotasOf(
  req: PayloadRequest,
  { kind, entry, lock }: { kind: EntryKind; entry: Entry; lock: boolean },
): Promise<CountedQuota[]> {
  const path = entry.unitPath ?? ''
  const rows = await query<Row>(
    req,
    sql`
    select quotas.id, units.name as unit, quotas.unit_path, quotas.minimum::int, quotas.maximum::int, quotas.counts_from
    from quotas join units on units.id = quotas.unit_id
    where quotas.track_id = ${idOf(entry.track)} and quotas.unit_path in ${list([...ancestorPaths(path), path])}
    order by quotas.unit_path ${lock ? sql`for update of quotas` : sql``}`,
  )
  // One after the other: a transaction is one connection, which answers one question at a time.
  const quotas: CountedQuota[] = []
  for (const { id, unit, unit_path, minimum, maximum, counts_from } of rows) {
    const { from, below } = scopeRange(unit_path)
    const [counted] = await query<{ count: number }>(
      req,
      sql`
      select count(*)::int as count from ${sql.identifier(kind)}
      where track_id = ${idOf(entry.track)} and unit_path >= ${from} and unit_path < ${below}
        and status::text in ${list(quotaStatuses(counts_from))}`,
    )
    quotas.push({
      id,
      unit,
      unitPath: unit_path,
      quota: { minimum, maximum, countsFrom: counts_from },
      count: counted!.count,
    })
  }
  return quotas
}
