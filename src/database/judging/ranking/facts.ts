import {
  corrected,
  type LevelDecision,
  type MarkFact,
  type OrderFact,
  type RankingFacts,
  type WorkFact,
} from '../../../domain/judging/locked.ts'
import type { AwardPolicy } from '../../../domain/judging/awards.ts'
import type { JudgingRound } from '../../../domain/judging/rounds.ts'
import type { RunIn } from '../../run-in.ts'
import { judgeCodes } from '../codes.ts'
import { readCorrections } from './corrections.ts'
import type { StoredRound } from '../rounds.ts'
import { finalVotes } from './vote.ts'

export type FactsRead = {
  facts: RankingFacts
  /** What becomes of the vote that the rules blend in; null: they blend in none. */
  vote: 'final' | 'open' | 'unsealed' | 'not-chosen' | null
}

export type Version = Pick<RankingFacts, 'version' | 'replaces' | 'reason'>

/** Everything that the ranking of a round is made of, as it stands: what was handed in and not dropped. */
export async function readFacts(
  run: RunIn,
  round: StoredRound & { rules: JudgingRound },
  { version, awardPolicy }: { version: Version; awardPolicy: AwardPolicy | null },
): Promise<FactsRead> {
  const { id, rules, voteRound } = round
  const codes = await judgeCodes(run, id)
  const votes = rules.vote && voteRound !== null ? await finalVotes(run, voteRound) : null
  const counted = votes?.state === 'final' ? votes : null
  const works = await readWorks(run, round, counted?.byEntry)
  const codeOf = (judge: number) => codes.get(judge) ?? `J0-${judge}`
  const [place] = await run<{ campaign: string; track: string; entries: number }>(
    `select c.slug as campaign, t.slug as track,
        (select count(*)::int from judging_works w where w.gone_at is null and w.round_id = (
          select r.id from judging_rounds r where r.track_id = t.id order by r.window_from, r.id limit 1)) as entries
      from tracks t join campaigns c on c.id = t.campaign_id where t.id = $1`,
    [round.track.id],
  )
  const given = rules.kind === 'rank' ? [] : await readMarks(run, round, codeOf)
  const corrections = await readCorrections(run, { round: id, given, codeOf })
  const facts: RankingFacts = {
    ...{ campaign: place!.campaign, track: place!.track, entries: place!.entries },
    ...{ ...version, rules, awardPolicy, seed: round.seed ?? '', panel: codes.size, works },
    marks: corrected(given, corrections),
    ...(corrections.length > 0 ? { corrections } : {}),
    orders: rules.kind === 'rank' ? await readOrders(run, id, codeOf) : [],
    vote: counted?.fact ?? null,
    ...{ decisions: await readDecisions(run, id), levelDecisions: await readLevels(run, id) },
  }
  const state = votes?.state ?? 'not-chosen'
  return { facts, vote: rules.vote ? state : null }
}

async function readWorks(
  run: RunIn,
  { id, track }: StoredRound,
  votes: ReadonlyMap<string, number> | undefined,
): Promise<WorkFact[]> {
  const rows = await run<Omit<WorkFact, 'votes'>>(
    `select w.entry, w.number::int as number, w.gone_at is not null as "isWithdrawn",
        (extract(epoch from date_trunc('milliseconds', e.submitted_at)) * 1000)::float8 as "submittedAt"
      from judging_works w left join ${track.kind} e on e.id = w.entry_id
      where w.round_id = $1 order by w.number`,
    [id],
  )
  return rows.map((row) => ({ ...row, votes: votes?.get(row.entry) ?? null }))
}

type Given = {
  number: number
  judge: number
  marks: Record<string, number> | null
  passes: boolean | null
}

async function readMarks(
  run: RunIn,
  { id, rules }: StoredRound,
  codeOf: (judge: number) => string,
): Promise<MarkFact[]> {
  const rows = await run<Given>(
    `select w.number::int as number, p.judge_id::int as judge, p.marks, p.passes
      from judging_pairs p join judging_works w using (round_id, entry)
      where p.round_id = $1 and p.handed_in_at is not null and p.dropped_at is null`,
    [id],
  )
  return rows.flatMap(({ number, judge, marks, passes }): MarkFact[] => {
    const one = { number, judge: codeOf(judge) }
    if (rules?.kind === 'qualify') return passes === null ? [] : [{ ...one, passes }]
    return marks ? [{ ...one, marks }] : []
  })
}

/** Orders as they were handed in, of judges' works that were not dropped since. */
async function readOrders(
  run: RunIn,
  round: number,
  codeOf: (judge: number) => string,
): Promise<OrderFact[]> {
  const numbers = await run<{ entry: string; number: number }>(
    `select entry, number::int as number from judging_works where round_id = $1`,
    [round],
  )
  const byEntry = new Map(numbers.map(({ entry, number }) => [entry, number]))
  const dropped = await run<{ judge: number; entry: string }>(
    `select judge_id::int as judge, entry from judging_pairs
      where round_id = $1 and dropped_at is not null`,
    [round],
  )
  const gone = new Set(dropped.map(({ judge, entry }) => `${judge} ${byEntry.get(entry)}`))
  const rows = await run<{ judge: number; groups: (string | number)[][] }>(
    `select judge_id::int as judge, groups from judging_orders
      where round_id = $1 and handed_in_at is not null`,
    [round],
  )
  return rows.map(({ judge, groups }) => ({
    judge: codeOf(judge),
    groups: groups
      .map((group) =>
        group
          .map((work) => byEntry.get(String(work)) ?? Number(work))
          .filter((number) => !gone.has(`${judge} ${number}`)),
      )
      .filter((group) => group.length > 0),
  }))
}

function readDecisions(run: RunIn, round: number): Promise<{ entry: string; goesOn: boolean }[]> {
  return run<{ entry: string; goesOn: boolean }>(
    `select entry, goes_on as "goesOn" from judging_decisions where round_id = $1 order by entry`,
    [round],
  )
}

export function readLevels(run: RunIn, round: number): Promise<LevelDecision[]> {
  return run<LevelDecision>(
    `select level, vacant::int as vacant, chosen from judging_level_decisions
      where round_id = $1 order by level`,
    [round],
  )
}
