import { roundClosed, type RoundState } from '../../domain/voting/decide.ts'
import { describePolicy, readPolicy, type VotePolicy } from '../../domain/voting/policy.ts'
import { shownTotals, type ShownTotals } from '../../domain/voting/visibility.ts'
import { words, type Words } from '../../domain/words.ts'
import type { Database } from '../database.ts'
import type { ShownState } from './schemas.ts'

/** A round as it stands at `now`, by the database’s clock. */
export type RoundNow = {
  id: number
  slug: string
  title: string
  about: string | null
  campaign: string
  tracks: string[]
  state: RoundState
  policy: VotePolicy
  closedAt: Date | null
  candidates: number
  now: Date
}

type Row = Omit<RoundNow, 'policy'> & { policy: unknown }

const columns = `r.round_id as id, r.slug, r.title, r.about, r.campaign, r.tracks, r.state, r.policy,
  r.closed_at as "closedAt", ballot_clock() as now,
  (select count(*)::int from ballot_candidates c where c.round_id = r.round_id and c.away_since is null) as candidates`

/** Rounds that people may know of, newest first: all but drafts. `before`: the last one’s id. */
export async function listRounds(
  database: Pick<Database, 'read'>,
  { campaign, before, take }: { campaign: string | undefined; before: number | null; take: number },
): Promise<RoundNow[]> {
  const rows = await database.read<Row>(
    'list rounds',
    `select ${columns} from ballot_rounds r
     where r.state <> 'draft' and ($1::text is null or r.campaign = $1) and ($2::int is null or r.round_id < $2)
     order by r.round_id desc limit $3`,
    [campaign ?? null, before, take],
  )
  return rows.map(withPolicy)
}

/** Those that may be voted in now or soon again: open ones and paused ones, some fifty at most. */
export async function roundsUnderWay(database: Pick<Database, 'read'>): Promise<RoundNow[]> {
  const rows = await database.read<Row>(
    'rounds under way',
    `select ${columns} from ballot_rounds r where r.state in ('open', 'paused') order by r.round_id desc limit 50`,
  )
  return rows.map(withPolicy).filter((round) => round.now < round.policy.window.to)
}

/** One of them by its slug. */
export async function oneRound(
  database: Pick<Database, 'read'>,
  slug: string,
): Promise<RoundNow | undefined> {
  const [row] = await database.read<Row>(
    'one round',
    `select ${columns} from ballot_rounds r where r.state <> 'draft' and r.slug = $1`,
    [slug],
  )
  return row && withPolicy(row)
}

function withPolicy(row: Row): RoundNow {
  const { policy } = readPolicy(row.policy)
  // Nothing is opened with a policy that is none.
  if (!policy) throw new Error(`The policy of round ${row.slug} cannot be read`)
  return { ...row, policy }
}

/** What of a round’s totals everyone may see just now. */
export const shownNow = ({ policy, state, now }: RoundNow): ShownTotals =>
  shownTotals({ policy, state, who: 'anonymous', now })

/** The state of a round in a word, and in words. */
export function stateOf(round: Pick<RoundNow, 'policy' | 'state' | 'now'>): {
  state: ShownState
  stateText: Words
} {
  const closed = roundClosed(round.policy, round.state, round.now)
  const state = closed ? stateOfRefusal[closed.code]! : 'open'
  return { state, stateText: closed?.said ?? words('投票进行中', 'Voting is on') }
}

const stateOfRefusal: Record<string, ShownState> = {
  'vote-window-closed': 'closed',
  'vote-window-not-open': 'upcoming',
  'vote-round-paused': 'paused',
}

/** Sums over a round’s works: only ever of totals that are shown. */
export type RoundTotals = { votes: number; voided: number; voidedBy: Record<string, number> }

/** A round as `/v1` shows it. */
export function showRound(round: RoundNow, totals: RoundTotals | null) {
  const { slug, title, about, campaign, tracks, policy, closedAt, candidates } = round
  const { window, counts, ...rules } = policy
  const shown = shownNow(round)
  return {
    ...{ slug, title, about, campaign, tracks },
    ...stateOf(round),
    ...{ from: window.from.toISOString(), to: window.to.toISOString() },
    closedAt: closedAt?.toISOString() ?? null,
    policy: rules,
    rules: describePolicy(policy),
    candidates,
    counts: {
      shown: counts.shown,
      at: counts.shown === 'daily' ? counts.at : null,
      now: shown.show,
      before: shown.show === 'before' ? shown.before.toISOString() : null,
      changesAt: shown.changesAt?.toISOString() ?? null,
    },
    totals,
  }
}
