import { dayNumber } from '../../domain/phases.ts'
import { decideBallot } from '../../domain/voting/decide.ts'
import type { VotePolicy } from '../../domain/voting/policy.ts'
import { holds, type Span } from '../../domain/voting/quotas.ts'
import { leftForEntry, standingOf } from '../../domain/voting/standing.ts'
import type { Database } from '../database.ts'
import { stateOf, type RoundNow } from './rounds.ts'
import type { Voting } from './voting.ts'

type Cast = { round: number; entry: string; at: Date; ballot: string; participant: number }
type Voter = { isMember: boolean; since: Date }

const hour = 3_600_000

/**
 * How one voter stands in rounds: what is left, and their ballots of this period. Votes of identities
 * that turned out to be theirs count with them. Tells nothing of anybody else’s.
 */
export async function readOwnVotes(
  { database, receipts }: { database: Pick<Database, 'read'>; receipts: Voting['receipts'] },
  rounds: readonly RoundNow[],
  participant: number,
) {
  const [casts, [voter]] = await Promise.all([
    database.read<Cast>(
      'own votes',
      `select v.round_id as round, c.entry, v.at, v.ballot, v.participant_id as participant
       from votes v join ballot_candidates c using (round_id, number)
       where v.round_id = any($1::int[])
         and v.participant_id = any(array(select id from participants where id = $2 or merged_into = $2))
       order by v.at desc, v.id`,
      [rounds.map(({ id }) => id), participant],
    ),
    database.read<Voter>(
      'voter',
      `select member as "isMember", created_at as since from participants where id = $1`,
      [participant],
    ),
  ])
  return rounds.map((round) => {
    const own = casts.filter((cast) => cast.round === round.id)
    return showOwn(
      round,
      own,
      voter ?? { isMember: false, since: round.now },
      ({ ballot, participant, at }) =>
        receipts.seal({ ballot, round: round.id, participant, at: at.getTime() }),
    )
  })
}

function showOwn(
  round: RoundNow,
  casts: readonly Cast[],
  voter: Voter,
  receiptOf: (cast: Cast) => string,
) {
  const { policy, now } = round
  const { remaining, resetsAt } = standingOf(policy, casts, now)
  const why = barTo(round, voter)
  const span = spanOf(policy, now)
  const ballots = new Map<string, { receipt: string; at: string; entries: string[] }>()
  for (const cast of casts) {
    if (!holds(span, cast.at)) continue
    const ballot = ballots.get(cast.ballot) ?? {
      receipt: receiptOf(cast),
      at: cast.at.toISOString(),
      entries: [],
    }
    ballot.entries.push(cast.entry)
    ballots.set(cast.ballot, ballot)
  }
  const named = [...new Set(casts.map(({ entry }) => entry))]
  return {
    ...{ round: round.slug, title: round.title, state: stateOf(round).state },
    ...{ remaining, resetsAt: resetsAt?.toISOString() ?? null },
    ...{ mayVote: why === null, why },
    ballots: [...ballots.values()],
    entries: named.flatMap((entry) => {
      const left = leftForEntry(policy, casts, entry, now)
      return left ? [{ entry, limit: left.limit, left: left.left }] : []
    }),
  }
}

/** What keeps this voter from any ballot just now, votes left aside; null: nothing. */
function barTo({ policy, state, now }: RoundNow, voter: Voter) {
  const ballot = Array.from({ length: policy.ballot.min }, (_, index) => String(index))
  const candidates = { has: () => true }
  const fresh = { policy, round: { state, candidates }, voter, ballot, history: [], now }
  const answer = decideBallot(fresh)
  return answer.ok ? null : answer.refusal.words
}

function spanOf({ period }: VotePolicy, now: Date): Span {
  if (period.kind === 'day') return { kind: 'day', day: dayNumber(now) }
  return { kind: 'rolling', from: now, to: new Date(now.getTime() + period.hours * hour) }
}
