import type { PayloadRequest } from 'payload'
import { query, sql } from '../../database/sql.ts'
import type { RoundState } from '../../domain/voting/decide.ts'
import { fieldOf, policyOfFields, type PolicyFields } from '../../domain/voting/rounds.ts'
import { readPolicy, type PolicyFinding, type VotePolicy } from '../../domain/voting/policy.ts'
import { refusal } from '../../hooks/refuse.ts'
import type { VoteRound } from '../../payload-types.ts'

/** A round's document as the staff's side has it. */
export type Round = VoteRound & PolicyFields

export const stateOf = ({ state }: { state?: unknown }): RoundState =>
  (state as RoundState | null | undefined) ?? 'draft'

/** Takes away what a form leaves behind of an option that its other options make meaningless. */
export const tidy = <T extends PolicyFields>(fields: T): T => ({
  ...fields,
  ...(fields.periodKind === 'day' ? { periodHours: null } : {}),
  ...(fields.countsShown === 'live' || fields.countsShown === 'afterClose'
    ? { countsAt: null }
    : {}),
})

/**
 * The policy that a form says.
 *
 * @throws 422 `policy` with what is wrong at each field
 */
export function policyOf(fields: PolicyFields): VotePolicy {
  const { policy, findings } = readPolicy(policyOfFields(fields))
  if (policy) return policy
  throw policyRefusal(findings.filter(({ severity }) => severity === 'blocking'))
}

/** What is not wrong with a round's policy, but surely was not meant. */
export function warningsOf(fields: PolicyFields, candidates: number): PolicyFinding[] {
  return readPolicy(policyOfFields(fields), candidates).findings
}

function policyRefusal(findings: PolicyFinding[]) {
  const errors = findings.map((finding) => ({
    path: fieldOf(finding),
    message: `${finding.message.zh} / ${finding.message.en}`,
  }))
  const all = (language: 'zh' | 'en') =>
    findings.map(({ message }) => message[language]).join(language === 'zh' ? '；' : '; ')
  const words = { zh: `投票规则有误：${all('zh')}`, en: `The rules are not sound: ${all('en')}` }
  return refusal(422, words, { code: 'policy', errors, findings })
}

/** Now, by the database's clock: votes are counted by no other. */
export async function databaseClock(req: PayloadRequest): Promise<Date> {
  const [row] = await query<{ now: number }>(
    req,
    sql`select (extract(epoch from ballot_clock()) * 1000)::float8 as now`,
  )
  return new Date(Number(row!.now))
}

/** Writes down what somebody did to a round, in the transaction that does it. */
export async function noteRound(
  req: PayloadRequest,
  note: {
    round: number
    by: number | null
    action: string
    reason?: string | null
    detail?: unknown
  },
): Promise<void> {
  const { round, by, action, reason = null, detail = null } = note
  await query(
    req,
    sql`insert into ballot_log (round_id, actor_id, action, reason, detail)
      values (${round}, ${by}, ${action}, ${reason}, ${detail === null ? null : JSON.stringify(detail)}::jsonb)`,
  )
}
