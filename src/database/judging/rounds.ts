import { entryKinds, isEntryKind, type EntryKind } from '../../domain/kinds.ts'
import {
  readRoundFields,
  type JudgingRound,
  type RoundFields,
  type RoundFinding,
} from '../../domain/judging/rounds.ts'
import type { RunIn } from '../run-in.ts'

export type StoredState = 'draft' | 'open' | 'locked'

/** A row of `judging_rounds` with its lists: `fields` as the form has them, `rules` read from them. */
export type StoredRound = {
  id: number
  title: string
  about: string | null
  state: StoredState
  /** Of everything that is drawn by lot; null while it is a draft. */
  seed: string | null
  track: { id: number; title: string; kind: EntryKind; campaign: number }
  /** The vote that is blended in. */
  voteRound: number | null
  fields: RoundFields
  awards: { levels: unknown[]; mostPercent: number | null; reserves: number | null; equal: string }
  /** Null while a finding is blocking: only of a draft. */
  rules: JudgingRound | null
  findings: RoundFinding[]
  /** The database's clock when it was read. */
  now: Date
}

type Row = Record<string, unknown> & {
  fields: RoundFields
  awards: StoredRound['awards']
}

const columns = `r.id::int as id, r.title, r.about, coalesce(r.state, 'draft') as state, r.seed,
  r.vote_round_id::int as "voteRound", t.id::int as track, t.title as "trackTitle", t.kind::text as kind,
  t.campaign_id::int as campaign, (extract(epoch from clock_timestamp()) * 1000)::float8 as now,
  jsonb_build_object('key', r.key, 'kind', r.kind, 'windowFrom', r.window_from, 'windowTo', r.window_to,
    'quorum', r.quorum, 'scoresShown', r.scores_shown, 'blind', r.blind, 'method', r.method,
    'methodDrop', r.method_drop, 'methodShrink', r.method_shrink, 'votePercent', r.vote_percent,
    'votePoints', r.vote_points, 'decimals', r.decimals, 'disagreement', r.disagreement,
    'carryOver', r.carry_over, 'carryCount', r.carry_count, 'carryPoints', r.carry_points,
    'carryEqual', r.carry_equal,
    'criteria', (select coalesce(jsonb_agg(jsonb_build_object('key', c.key, 'name', c.name, 'full', c."full",
        'weight', c.weight, 'anchors', c.anchors) order by c._order), '[]')
      from judging_rounds_criteria c where c._parent_id = r.id),
    'tieBreak', (select coalesce(jsonb_agg(jsonb_build_object('by', b.by, 'criterion', b.criterion)
        order by b._order), '[]')
      from judging_rounds_tie_break b where b._parent_id = r.id)) as fields,
  jsonb_build_object('mostPercent', r.most_percent, 'reserves', r.reserves, 'equal', r.awards_equal,
    'levels', (select coalesce(jsonb_agg(jsonb_build_object('key', l.key, 'name', l.name, 'count', l.count,
        'atLeast', l.at_least) order by l._order), '[]')
      from judging_rounds_levels l where l._parent_id = r.id)) as awards`

/**
 * A round as it stands.
 *
 * @param hold `change`: nobody else changes the round, and no mark is saved in it, until the transaction
 *   ends; `mark`: nobody changes it meanwhile
 */
export async function readStoredRound(
  run: RunIn,
  id: number,
  hold?: 'change' | 'mark',
): Promise<StoredRound | null> {
  const lock = hold === 'change' ? 'for update of r' : hold === 'mark' ? 'for share of r' : ''
  const [row] = await run<Row>(
    `select ${columns} from judging_rounds r join tracks t on t.id = r.track_id where r.id = $1 ${lock}`,
    [id],
  )
  return row ? storedRound(row) : null
}

/** All rounds of a track, in the order of their windows. */
export async function readTrackRounds(run: RunIn, track: number): Promise<StoredRound[]> {
  const rows = await run<Row>(
    `select ${columns} from judging_rounds r join tracks t on t.id = r.track_id
      where r.track_id = $1 order by r.window_from, r.id`,
    [track],
  )
  return rows.map(storedRound)
}

/** Rounds in whose panel a judge is or was, drafts left out, the newest first. */
export async function readRoundsOfJudge(run: RunIn, judge: number): Promise<StoredRound[]> {
  const rows = await run<Row>(
    `select ${columns} from judging_rounds r join tracks t on t.id = r.track_id
      join judging_panel p on p.round_id = r.id and p.judge_id = $1 and p.left_at is null
      where r.state <> 'draft' order by r.window_to desc, r.id desc`,
    [judge],
  )
  return rows.map(storedRound)
}

function storedRound(row: Row): StoredRound {
  const { fields, awards } = row
  const kind = String(row.kind)
  if (!isEntryKind(kind) || !entryKinds[kind]) throw new Error(`Not a kind of entry: ${kind}`)
  const { round, findings } = readRoundFields(fields)
  return {
    ...{ id: Number(row.id), title: String(row.title), about: row.about as string | null },
    ...{ state: row.state as StoredState, seed: row.seed as string | null },
    track: {
      ...{ id: Number(row.track), title: String(row.trackTitle), kind },
      campaign: Number(row.campaign),
    },
    voteRound: row.voteRound as number | null,
    ...{ fields, awards, rules: round, findings, now: new Date(Number(row.now)) },
  }
}
