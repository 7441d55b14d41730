import type { PayloadRequest } from 'payload'
import { query, sql } from '../../../database/sql.ts'
import { caseOfRisk, type FoundRisk } from '../../../domain/voting/cases.ts'
import type { RiskLevel, RiskSignal } from '../../../domain/voting/risk.ts'
import type { Person } from '../../../access/person.ts'
import { refusal } from '../../../hooks/refuse.ts'

/** What `GET /api/vote-cases/risks?round=` answers. */
export type Risks = {
  /** The last look: when, over how many votes, from when on. Null: not looked yet. */
  look: { at: string; votes: number; since: string } | null
  risks: ShownRisk[]
}

/** A group of votes in which something is or was odd. */
export type ShownRisk = {
  id: number
  kind: FoundRisk['kind']
  /** Of a device: the work that it voted for most. */
  entry: string
  title: string | null
  votes: number
  voters: number
  /** 0 to 1, as it is now and as it was at its worst. */
  score: number
  worstScore: number
  level: RiskLevel
  worstLevel: RiskLevel
  /** Of the worst look. */
  signals: Pick<RiskSignal, 'code' | 'words'>[]
  firstAt: string
  lastAt: string
  /** The case that was made of it. */
  case: number | null
}

const time = (column: string) =>
  sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)

/** The oddest groups of a round, those without a case first. */
export async function risksOf(req: PayloadRequest, round: number): Promise<Risks> {
  const risks = await query<ShownRisk>(
    req,
    sql`select r.id::int as id, r.kind, c.entry, s.card ->> 'title' as title, r.votes, voters,
        score, worst_score as "worstScore", level, worst_level as "worstLevel", signals,
        ${time('first_at')} as "firstAt", ${time('last_at')} as "lastAt", case_id as "case"
      from vote_risks r join ballot_candidates c on c.round_id = r.round_id and c.number = r.number
      left join showcase_entries s on s.id = c.entry
      where r.round_id = ${round}
      order by case_id is not null, worst_score desc, r.id limit 200`,
  )
  const [look] = await query<NonNullable<Risks['look']>>(
    req,
    sql`select ${time('at')} as at, traces as votes, ${time('since')} as since
      from vote_risk_runs where round_id = ${round}`,
  )
  return { look: look ?? null, risks }
}

/**
 * Makes a case of a sign of risk, or gives the case that was made of it.
 *
 * @throws 404
 */
export async function caseFromRisk(
  req: PayloadRequest,
  by: Person,
  id: number,
): Promise<{ id: number; made: boolean }> {
  const [risk] = await query<
    FoundRisk & { round: number; case: number | null; first: string; last: string }
  >(
    req,
    sql`select r.round_id as round, kind, c.entry, network, device, ${time('first_at')} as first,
        ${time('last_at')} as last, signals, case_id as "case"
      from vote_risks r join ballot_candidates c on c.round_id = r.round_id and c.number = r.number
      where r.id = ${id} for update of r`,
  )
  if (!risk)
    throw refusal(404, { zh: '没有这条风险提示', en: 'No such risk' }, { code: 'not-found' })
  if (risk.case !== null) return { id: risk.case, made: false }
  const draft = caseOfRisk({
    ...risk,
    firstAt: new Date(risk.first),
    lastAt: new Date(risk.last),
  })
  const made = await req.payload.create({
    collection: 'vote-cases',
    data: {
      ...{ title: draft.title.zh, round: risk.round, class: draft.class, query: draft.query },
      reason: draft.reason.zh,
    } as never,
    overrideAccess: false,
    user: req.user,
    req,
  })
  await query(req, sql`update vote_risks set case_id = ${Number(made.id)} where id = ${id}`)
  await query(
    req,
    sql`insert into ballot_log (round_id, actor_id, action, detail)
      values (${risk.round}, ${by.id}, 'case-create', ${JSON.stringify({ case: made.id, risk: id })}::jsonb)`,
  )
  return { id: Number(made.id), made: true }
}
