import type { PayloadRequest } from 'payload'
import { query, sql } from '../../database/sql.ts'
import type { VoidClass } from '../../domain/voting/ledger.ts'
import { refusalHeading } from '../../domain/voting/refusal-words.ts'
import { voidClassWords } from '../../domain/voting/void-words.ts'
import type { Words } from '../../domain/words.ts'

/** So many of one sort; `words` names the sort for people. */
export type Counted = { code: string; words: Words; count: number }

type Row = { code: string; count: number }

/** Ballots that were refused in a round, by the rule that refused them. */
export async function refusalsOf(req: PayloadRequest, round: number): Promise<Counted[]> {
  const rows = await query<Row>(
    req,
    sql`select code, sum(count)::int as count from vote_refusals where round_id = ${round}
      group by code order by count desc, code`,
  )
  return rows.map((row) => ({ ...row, words: refusalHeading(row.code) }))
}

/** Votes that were made void in a round, by class. */
export async function voidsOf(req: PayloadRequest, round: number): Promise<Counted[]> {
  const rows = await query<Row>(
    req,
    sql`select v.key as code, sum(v.value::bigint)::int as count
      from vote_tallies t, jsonb_each_text(t.voided_by) v where t.round_id = ${round}
      group by v.key having sum(v.value::bigint) > 0 order by count desc, v.key`,
  )
  return rows.map((row) => ({ ...row, words: voidClassWords[row.code as VoidClass] }))
}

const levels: Record<string, Words> = {
  review: { zh: '建议立案', en: 'Review' },
  challenge: { zh: '要求验证', en: 'Challenged' },
  watch: { zh: '关注', en: 'Watch' },
}

/** Groups of votes in which something is odd, by how odd. */
export async function risksOf(req: PayloadRequest, round: number): Promise<Counted[]> {
  const rows = await query<Row>(
    req,
    sql`select level as code, count(*)::int as count from vote_risks
      where round_id = ${round} and level <> 'none' group by level`,
  )
  return Object.entries(levels).flatMap(([code, words]) => {
    const found = rows.find((row) => row.code === code)
    return found ? [{ ...found, words }] : []
  })
}
