import type { PayloadRequest } from 'payload'
import type { Person } from '../../access/person.ts'
import { hostedTracks } from '../../access/scope.ts'
import { list, query, sql } from '../../database/sql.ts'
import { describePolicy } from '../../domain/voting/policy.ts'
import {
  shownState,
  stepsFrom,
  type PolicyChange,
  type RoundAction,
  type ShownState,
} from '../../domain/voting/rounds.ts'
import { shownTotals, type Onlooker } from '../../domain/voting/visibility.ts'
import type { RoundState } from '../../domain/voting/decide.ts'
import type { Words } from '../../domain/words.ts'
import { hasVotes } from '../../database/voting/ledger.ts'
import { runIn } from '../../database/run-in.ts'
import { candidatesOf, countCandidates } from './candidates.ts'
import { proposalOf } from './change-endpoints.ts'
import { curvesOf, type Curves } from './live-curves.ts'
import { entryTotals, type LiveTotals } from './live-totals.ts'
import { refusalsOf, risksOf, voidsOf, type Counted } from './live-desk.ts'
import { databaseClock, policyOf, stateOf, warningsOf, type Round } from './read-round.ts'

/** What the screens of a round show; what somebody may not see is null, never a zero. */
export type LiveRound = {
  at: string
  state: RoundState
  shown: ShownState
  window: { from: string; to: string }
  rules: Words[]
  warnings: Words[]
  candidates: { standing: number; away: number }
  /** Votes are in: the policy changes by two people only. */
  locked: boolean
  proposal: LiveProposal | null
  totals: LiveTotals
  curves: Curves | null
  refusals: Counted[] | null
  voids: Counted[] | null
  risks: Counted[] | null
  log: LogLine[] | null
  may: { steps: RoundAction[]; change: boolean; exports: boolean }
}

export type LiveProposal = {
  id: string
  byName: string
  at: string
  note: string
  change: PolicyChange
  /** Whoever asks proposed it, and so does not confirm it. */
  own: boolean
}

export type LogLine = { at: string; who: string | null; action: string; reason: string | null }

/** How a round stands, for one person: totals and curves by the one rule of who sees them. */
export async function liveOf(
  req: PayloadRequest,
  round: Round,
  person: Person,
): Promise<LiveRound> {
  const policy = policyOf(round)
  const state = stateOf(round)
  const now = await databaseClock(req)
  const shown = shownState(state, policy.window, now)
  const totals = shownTotals({ policy, state, who: await onlookerOf(req, round, person), now })
  const isDesk = person.role === 'province' || person.role === 'supervisor'
  const candidates = await countCandidates(req, round.id)
  const locked = state !== 'draft' && (await hasVotes(runIn(req), round.id))
  const proposal = isDesk ? proposalOf(round) : null
  const mayChange = person.role === 'province'
  return {
    ...{ at: now.toISOString(), state, shown, candidates, locked },
    window: { from: policy.window.from.toISOString(), to: policy.window.to.toISOString() },
    rules: describePolicy(policy),
    warnings: warningsOf(round, state === 'draft' ? candidates.standing : 100).map(
      ({ message }) => message,
    ),
    proposal: proposal && {
      ...{ id: proposal.id, byName: proposal.byName, at: proposal.at, note: proposal.note },
      ...{ change: proposal.change, own: proposal.by === person.id },
    },
    totals: await entryTotals(req, round.id, totals),
    curves: totals.show === 'none' ? null : await curvesOf(req, round.id, totals, now),
    refusals: isDesk ? await refusalsOf(req, round.id) : null,
    voids: totals.show === 'all' ? await voidsOf(req, round.id) : null,
    risks: isDesk ? await risksOf(req, round.id) : null,
    log: isDesk ? await logOf(req, round.id) : null,
    may: {
      steps: mayChange ? stepsFrom(shown) : [],
      change:
        mayChange && locked && (shown === 'open' || shown === 'paused' || shown === 'waiting'),
      exports: isDesk,
    },
  }
}

/** How a person looks at a round: a host where their unit hosts one of its tracks. */
export async function onlookerOf(
  req: PayloadRequest,
  round: Round,
  person: Person,
): Promise<Onlooker> {
  if (person.role !== 'editor') return person.role
  const hosted = await hostedTracks(req)
  const { campaign, tracks } = candidatesOf(round as never).field
  const chosen = tracks.length > 0 ? sql`and id in ${list(tracks)}` : sql``
  const own = await query(
    req,
    sql`select from tracks where campaign_id = ${campaign} and id in ${list(hosted)} ${chosen} limit 1`,
  )
  return own.length > 0 ? 'host' : 'editor'
}

async function logOf(req: PayloadRequest, round: number): Promise<LogLine[]> {
  const rows = await query<LogLine>(
    req,
    sql`select l.at, u.name as who, l.action, l.reason from ballot_log l
      left join users u on u.id = l.actor_id where l.round_id = ${round} order by l.id desc limit 50`,
  )
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }))
}
