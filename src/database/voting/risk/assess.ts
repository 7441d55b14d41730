import { setImmediate } from 'node:timers/promises'
import {
  assessSums,
  riskThresholds,
  subjectKey,
  type GroupRisk,
  type RiskThresholds,
} from '../../../domain/voting/risk.ts'
import { sumTraces, type LookBack, type Querying, type StoredGroup } from './sums.ts'

/** What one look takes in. At 14 votes a second, which is 36 million in a month, it is the six hours. */
export const lookBack: LookBack = { hours: 6, traces: 300_000, groups: 2_000 }

type Options = { thresholds?: RiskThresholds; look?: LookBack }

/** The keeper's task that looks at each round with new votes, each minute. */
export const assessRisks = {
  name: 'assess-vote-risks',
  everyMs: 60_000,
  run: async (client: Querying): Promise<void> => {
    const { rows } = await client.query<{ round_id: number }>(
      `select b.round_id from ballot_rounds b left join vote_risk_runs r using (round_id)
       where exists (select from vote_traces t
         where t.round_id = b.round_id and t.at > coalesce(r.last_at, '-infinity'))`,
    )
    for (const { round_id } of rows) await assessRound(client, round_id)
  },
}

/**
 * Looks at the latest votes of a round and writes down in which groups something is odd. What was odd
 * before and is no longer so gets the level `none`, and keeps what was worst about it.
 */
export async function assessRound(
  client: Querying,
  roundId: number,
  { thresholds = riskThresholds, look = lookBack }: Options = {},
): Promise<GroupRisk[]> {
  const sums = await sumTraces(client, roundId, thresholds, look)
  if (!sums) return []
  const { round, groups, since, lastAt } = sums
  const risks: GroupRisk[] = []
  // A few at a time: whoever votes meanwhile is answered in between.
  for (let from = 0; from < groups.length; from += 5) {
    risks.push(...assessSums({ round, groups: groups.slice(from, from + 5) }, thresholds))
    await setImmediate()
  }
  risks.sort((a, b) => b.score - a.score)
  const odd = risks.filter(({ level }) => level !== 'none')
  const known = new Map(groups.map((group) => [subjectKey(group.subject), group]))
  await writeRisks(
    client,
    roundId,
    odd.map((risk) => rowOf(risk, known.get(subjectKey(risk.subject))!)),
    since,
  )
  await client.query(
    `insert into vote_risk_runs (round_id, last_at, at, traces, since) values ($1, $2, now(), $3, $4)
     on conflict (round_id) do update set last_at = excluded.last_at, at = excluded.at,
       traces = excluded.traces, since = excluded.since`,
    [roundId, lastAt, round.votes, since],
  )
  return risks
}

function rowOf(risk: GroupRisk, { number, firstAt, lastAt }: StoredGroup) {
  const { subject, votes, voters, score, level, signals } = risk
  return {
    ...{ subject: subjectKey(subject), kind: subject.kind, number },
    network: subject.kind === 'crowd' ? subject.network : null,
    device: subject.kind === 'device' ? subject.device : null,
    ...{ votes, voters, score, level, signals, first_at: firstAt, last_at: lastAt },
  }
}

type Row = ReturnType<typeof rowOf>

async function writeRisks(client: Querying, roundId: number, rows: Row[], since: Date) {
  await client.query(
    // The signals are those of the worst look.
    `insert into vote_risks as r (round_id, subject, kind, number, network, device, votes, voters, score,
       level, signals, first_at, last_at, worst_score, worst_level)
     select $1, n.subject, n.kind, n.number, n.network, n.device, n.votes, n.voters, n.score,
       n.level, n.signals, n.first_at, n.last_at, n.score, n.level
     from jsonb_to_recordset($2::jsonb) as n (subject text, kind text, number int, network text, device text,
       votes int, voters int, score real, level text, signals jsonb, first_at timestamptz, last_at timestamptz)
     on conflict (round_id, subject) do update set
       number = excluded.number, votes = excluded.votes, voters = excluded.voters,
       score = excluded.score, level = excluded.level, seen_at = now(),
       first_at = least(r.first_at, excluded.first_at), last_at = excluded.last_at,
       signals = case when excluded.score >= r.worst_score then excluded.signals else r.signals end,
       worst_level = case when excluded.score >= r.worst_score then excluded.level else r.worst_level end,
       worst_score = greatest(r.worst_score, excluded.score)`,
    [roundId, JSON.stringify(rows)],
  )
  // Those that were looked at again and are odd no more. Of what lies before the look nothing new is known.
  await client.query(
    `update vote_risks set level = 'none', score = 0, seen_at = now()
     where round_id = $1 and level <> 'none' and last_at >= $2 and not (subject = any($3))`,
    [roundId, since, rows.map(({ subject }) => subject)],
  )
}
