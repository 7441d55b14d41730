import type { PayloadRequest } from 'payload'
import { lookAgainFrom, type LikenessKind } from '../../domain/likeness/words.ts'
import { query, sql } from '../sql.ts'
import type { Work } from './near-pictures.ts'

type Req = Pick<PayloadRequest, 'payload' | 'transactionID'>

export type FoundPair = {
  other: Work
  what: LikenessKind
  /** 0 to 1. */
  measure: number
  mediaId?: number | null
  otherMediaId?: number | null
}

/** Most pairs of one kind that a work is shown with: the most alike. */
const mostPairs = 20

/**
 * Writes what a work was found to be like, in place of what was known: a pair that is no more goes
 * unless somebody has said something about it, and one that became clearly more alike is to be looked
 * at once more.
 */
export async function storePairs(req: Req, work: Work, found: readonly FoundPair[]): Promise<void> {
  const pairs = best(found).map((pair) => inOrder(work, pair))
  const kept = pairs.map(
    ({ a, b, what }) => sql`(${a.kind}, ${a.id}::int, ${b.kind}, ${b.id}::int, ${what})`,
  )
  const gone =
    kept.length > 0
      ? sql`and (a_kind, a_id, b_kind, b_id, what) not in (${sql.join(kept, sql`, `)})`
      : sql``
  await query(
    req,
    sql`delete from likenesses where verdict is null ${gone}
      and ((a_kind = ${work.kind} and a_id = ${work.id}) or (b_kind = ${work.kind} and b_id = ${work.id}))`,
  )
  for (const { a, b, what, measure, aMediaId, bMediaId } of pairs) {
    await query(
      req,
      sql`insert into likenesses as known (a_kind, a_id, b_kind, b_id, what, measure, a_media_id, b_media_id)
        values (${a.kind}, ${a.id}, ${b.kind}, ${b.id}, ${what}, ${measure}, ${aMediaId}, ${bMediaId})
        on conflict (a_kind, a_id, b_kind, b_id, what) do update set
          measure = excluded.measure, a_media_id = excluded.a_media_id, b_media_id = excluded.b_media_id,
          verdict = case when ${more} then null else known.verdict end,
          looked_at = case when ${more} then null else known.looked_at end,
          looked_by = case when ${more} then null else known.looked_by end,
          note = case when ${more} then null else known.note end`,
    )
  }
  await query(
    req,
    sql`insert into likeness_checks (kind, entry_id) values (${work.kind}, ${work.id})
      on conflict (kind, entry_id) do update set checked_at = now()`,
  )
}

/** Nobody finds a work any more; what was said about its pairs stays. */
export async function hideWork(req: Req, work: Work): Promise<void> {
  await query(req, sql`delete from text_prints where kind = ${work.kind} and entry_id = ${work.id}`)
  await storePairs(req, work, [])
}

/** Takes everything back that is kept of a work that is gone. */
export async function forgetWork(req: Req, { kind, id }: Work): Promise<void> {
  await query(req, sql`delete from text_prints where kind = ${kind} and entry_id = ${id}`)
  await query(req, sql`delete from likeness_checks where kind = ${kind} and entry_id = ${id}`)
  await query(
    req,
    sql`delete from likenesses
      where (a_kind = ${kind} and a_id = ${id}) or (b_kind = ${kind} and b_id = ${id})`,
  )
}

const more = sql`excluded.measure > known.measure + ${lookAgainFrom}::real`

// Of several pictures that two works share the most alike stands for them.
function best(found: readonly FoundPair[]): FoundPair[] {
  const sorted = [...found].sort((one, other) => other.measure - one.measure)
  const pairs = new Map<string, FoundPair>()
  const counts = new Map<LikenessKind, number>()
  for (const pair of sorted) {
    const key = `${pair.what} ${pair.other.kind} ${pair.other.id}`
    const count = counts.get(pair.what) ?? 0
    if (pairs.has(key) || count >= mostPairs) continue
    pairs.set(key, pair)
    counts.set(pair.what, count + 1)
  }
  // Written in one order by all, so that two works compared at once do not wait for each other.
  return [...pairs.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, pair]) => pair)
}

function inOrder(work: Work, { other, what, measure, mediaId, otherMediaId }: FoundPair) {
  const first = work.kind < other.kind || (work.kind === other.kind && work.id < other.id)
  const [own, others] = [mediaId ?? null, otherMediaId ?? null]
  return first
    ? { a: work, b: other, what, measure, aMediaId: own, bMediaId: others }
    : { a: other, b: work, what, measure, aMediaId: others, bMediaId: own }
}
