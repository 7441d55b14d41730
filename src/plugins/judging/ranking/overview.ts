import type { PayloadRequest } from 'payload'
import type { Person } from '../../../access/person.ts'
import { readPanel, readTies } from '../../../database/judging/facts.ts'
import { readJudgingLog } from '../../../database/judging/log.ts'
import { readPause, type Pause } from '../../../database/judging/pauses.ts'
import type { StoredRound } from '../../../database/judging/rounds.ts'
import { readWithheld } from '../../../database/judging/withheld.ts'
import { readWorkChanges } from '../../../database/judging/work-changes.ts'
import { runIn, type RunIn } from '../../../database/run-in.ts'
import { describeAwards, readAwardFields } from '../../../domain/judging/awards.ts'
import { recusalsOf, recusalWords } from '../../../domain/judging/recusal.ts'
import {
  describeRound,
  shownRoundState,
  type ShownRoundState,
} from '../../../domain/judging/rounds.ts'
import { words, type Words } from '../../../domain/words.ts'
import {
  pointsOf,
  progressOf,
  readPairs,
  spreadOf,
  type JudgeProgress,
  type PairRow,
} from './overview-rows.ts'
import { workNames } from './work-names.ts'

/** A work that has too few judges, and who of the panel is recused from it, and why. */
export type Lacking = {
  entry: string
  title: string
  has: number
  needs: number
  recused: { name: string; why: Words }[]
}

/** How a round stands, for its screens; what somebody may not see is null. */
export type RoundOverview = {
  at: string
  shown: ShownRoundState
  /** Null: it is not stopped for a while. */
  pause: Pause | null
  window: { from: string; to: string } | null
  rules: Words[]
  awardRules: Words[]
  warnings: Words[]
  works: { standing: number; gone: number; complete: number; handedIn: number; assigned: number }
  panel: JudgeProgress[] | null
  lacking: Lacking[] | null
  /** Works of which something was changed since the round took them in, the newest change first. */
  changed: Changed[] | null
  spread: { mean: number | null; counts: number[] } | null
  log: { at: string; who: string | null; action: string; reason: string | null }[] | null
  may: { open: boolean; change: boolean; extend: boolean; pause: boolean; resume: boolean }
}

/** `marksBefore`: how many of the marks that count were given before the change. */
export type Changed = { entry: string; title: string; at: string; marksBefore: number }

const mostLacking = 100

export async function overviewOf(
  req: PayloadRequest,
  round: StoredRound,
  person: Person,
): Promise<RoundOverview> {
  const run = runIn(req)
  const { rules, now, state } = round
  const isDesk = person.role === 'province' || person.role === 'supervisor'
  const mayAct = person.role === 'province'
  const pause = await readPause(run, round.id)
  const shown = rules ? shownRoundState(state, rules.window, now, pause !== null) : 'draft'
  const awards = readAwardFields(round.awards as never)
  const pairs = await readPairs(run, round)
  const panel = isDesk ? await progressOf(run, round, pairs) : null
  const done = pairs.filter(({ handedInAt }) => handedInAt !== null)
  return {
    ...{ at: now.toISOString(), shown, pause },
    window: rules && {
      from: rules.window.from.toISOString(),
      to: rules.window.to.toISOString(),
    },
    rules: rules ? describeRound(rules) : [],
    awardRules: awards?.policy ? describeAwards(awards.policy) : [],
    warnings: [
      ...[...round.findings, ...(awards?.findings ?? [])].map(({ message }) => message),
      ...(isDesk && rules?.blind ? withheldWords(await readWithheld(run, round)) : []),
    ],
    works: await countsOf(run, round, pairs, done),
    panel,
    lacking:
      panel && state === 'open' ? await lackingOf(req, round, { pairs, panel }) : panel && [],
    changed: isDesk && state !== 'draft' ? await changedOf(req, round) : null,
    spread: isDesk ? spreadOf(pointsOf(round, done)) : null,
    log: isDesk ? await logOf(run, round.id) : null,
    may: {
      open: mayAct && shown === 'draft',
      change: mayAct && state !== 'locked',
      extend: mayAct && state === 'open',
      pause: mayAct && (shown === 'open' || shown === 'waiting'),
      resume: mayAct && pause !== null && state === 'open',
    },
  }
}

async function countsOf(
  run: RunIn,
  { id, rules }: StoredRound,
  pairs: readonly PairRow[],
  done: readonly PairRow[],
): Promise<RoundOverview['works']> {
  const [row] = await run<{ standing: number; gone: number }>(
    `select count(*) filter (where gone_at is null)::int as standing,
        count(*) filter (where gone_at is not null)::int as gone
      from judging_works where round_id = $1`,
    [id],
  )
  const counts = new Map<string, number>()
  for (const { entry } of done) counts.set(entry, (counts.get(entry) ?? 0) + 1)
  const quorum = rules?.quorum ?? 1
  return {
    ...row!,
    complete: [...counts.values()].filter((count) => count >= quorum).length,
    ...{ handedIn: done.length, assigned: pairs.length },
  }
}

async function lackingOf(
  req: PayloadRequest,
  round: StoredRound,
  { pairs, panel }: { pairs: readonly PairRow[]; panel: readonly JudgeProgress[] },
): Promise<Lacking[]> {
  const run = runIn(req)
  const needs = round.rules?.quorum ?? 1
  const has = new Map<string, number>()
  for (const { entry } of pairs) has.set(entry, (has.get(entry) ?? 0) + 1)
  const works = await readTies(run, { round: round.id, kind: round.track.kind })
  const short = works.filter(({ id }) => (has.get(id) ?? 0) < needs)
  if (short.length === 0) return []
  const names = await workNames(req, round)
  const nameOf = new Map(panel.map(({ judge, name }) => [String(judge), name]))
  const judges = (await readPanel(run, round.id)).filter(({ isActive }) => isActive)
  const recusals = judges.map((judge) => ({ judge, whyNot: recusalsOf(judge) }))
  return short.slice(0, mostLacking).map((work) => ({
    ...{ entry: work.id, title: names.get(work.id)?.title ?? work.id },
    ...{ has: has.get(work.id) ?? 0, needs },
    recused: recusals.flatMap(({ judge, whyNot }) => {
      const why = whyNot(work)
      return why ? [{ name: nameOf.get(judge.id) ?? '', why: recusalWords[why] }] : []
    }),
  }))
}

function withheldWords(works: readonly { entry: string; title: string }[]): Words[] {
  if (works.length === 0) return []
  const names = works.slice(0, 10).map(({ title, entry }) => `${title}（${entry}）`)
  const more = works.length > names.length ? ' …' : ''
  return [
    words(
      `匿名评审不显示文档附件（PDF、Word），评委看不到这 ${works.length} 件作品的附件：${names.join('、')}${more}`,
      `A blind round shows no documents (PDF, Word): judges do not see those of ${works.length} works: ${names.join(', ')}${more}`,
    ),
  ]
}

async function changedOf(req: PayloadRequest, round: StoredRound): Promise<Changed[]> {
  const { id, track, rules } = round
  const place = { round: id, kind: track.kind, blind: rules?.blind ?? true }
  const changes = [...(await readWorkChanges(runIn(req), place)).values()]
  if (changes.length === 0) return []
  const names = await workNames(req, round)
  return changes
    .slice(0, mostLacking)
    .map((one) => ({ ...one, title: names.get(one.entry)?.title ?? one.entry }))
}

async function logOf(run: RunIn, round: number): Promise<NonNullable<RoundOverview['log']>> {
  const rows = await readJudgingLog(run, round, 50)
  return rows.map(({ at, actor, action, reason }) => ({
    ...{ at: new Date(at).toISOString(), who: actor, action, reason },
  }))
}
