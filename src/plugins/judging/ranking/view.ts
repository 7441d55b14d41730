import type { PayloadRequest } from 'payload'
import type { Person } from '../../../access/person.ts'
import { runIn } from '../../../database/run-in.ts'
import {
  lockAskOf,
  lockedRanking,
  locksOf,
  type Lock,
} from '../../../database/judging/ranking/locks.ts'
import type { StoredRound } from '../../../database/judging/rounds.ts'
import { describeAwards } from '../../../domain/judging/awards.ts'
import type { LevelDecision, LockedRanking, LockedWork } from '../../../domain/judging/locked.ts'
import { describeRound } from '../../../domain/judging/rounds.ts'
import type { Words } from '../../../domain/words.ts'
import { changesOf, type NamedChange } from './changes.ts'
import { linesOf, lineWords } from './lines.ts'
import { lockProblem } from './lock-problems.ts'
import { nextRoundNote } from './next-round.ts'
import { countedOf, isSame, standingOf, type Counted, type Standing } from './standing.ts'
import { workNames, type WorkName } from './work-names.ts'

export type RankedRow = LockedWork & WorkName & { line: Words | null; isUndecided: boolean }
export type LeftOutRow = LockedRanking['leftOut'][number] & WorkName

/** Equal works at a line of which people choose so many; `level` null: at the line of who goes on. */
export type OpenLine = { level: string | null; name: Words; places: number | null; works: string[] }

/** A round's ranking as its screens show it. */
export type RankingView = {
  /** Of the locked version, or of what stands now. */
  isLocked: boolean
  version: number
  sha256: string
  rules: Words[]
  awardRules: Words[]
  vote: Standing['vote']
  works: RankedRow[]
  leftOut: LeftOutRow[]
  awards: { level: string; name: Words; places: number; given: number; vacant: Words[] }[]
  open: OpenLine[]
  decisions: LockedRanking['decisions']
  levelDecisions: readonly LevelDecision[]
  ask: AskView | null
  /** What stands against asking for a lock; null: nothing, or nothing new to lock. */
  problem: Words | null
  /** What a new version would change against the locked one; null: the round is not locked. */
  pending: NamedChange[] | null
  /** Of a new version: a next round has begun, and keeps its works. */
  nextRound: Words | null
  versions: (Omit<Lock, 'text' | 'askedAt' | 'confirmedAt'> & {
    askedAt: string
    confirmedAt: string
  })[]
  may: { ask: boolean; lock: boolean; withdraw: boolean; decide: boolean; try: boolean }
}

export type AskView = {
  version: number
  sha256: string
  reason: string | null
  byName: string
  at: string
  own: boolean
  /** What stands is not what was asked for any more. */
  isStale: boolean
}

/**
 * A round's ranking, for somebody who may see it: what is locked, else what stands. Only the desk sees what
 * a new version would say.
 */
export async function rankingView(
  req: PayloadRequest,
  round: StoredRound,
  person: Person,
): Promise<RankingView> {
  const run = runIn(req)
  const isDesk = person.role === 'province' || person.role === 'supervisor'
  const lock = await lockedRanking(run, round.id)
  const ask = isDesk ? await lockAskOf(run, round.id) : null
  const standing = isDesk ? await standingOf(req, round, ask?.reason ?? null) : null
  const frozen = lock && countedOf(lock)
  const shown: Counted = frozen ?? standing!
  const { locked } = shown
  const names = await workNames(req, round)
  const problem = standing && lockProblem(round, standing, frozen)
  const mayAct = person.role === 'province'
  return {
    ...{ isLocked: lock !== null, version: locked.version, vote: standing?.vote ?? null },
    sha256: lock?.sha256 ?? standing!.sha256,
    rules: describeRound(shown.facts.rules),
    awardRules: locked.awardPolicy ? describeAwards(locked.awardPolicy) : [],
    ...rowsOf(shown, names),
    ...{ awards: levelsOf(locked), open: standing ? openLines(standing) : [] },
    decisions: (standing ?? shown).facts.decisions,
    levelDecisions: (standing ?? shown).facts.levelDecisions,
    ask: ask &&
      standing && {
        ...{ version: ask.version, sha256: ask.sha256, reason: ask.reason, byName: ask.byName },
        ...{ at: new Date(ask.at).toISOString(), own: ask.by === person.id },
        isStale: ask.sha256 !== standing.sha256,
      },
    problem: problem?.message ?? null,
    pending: frozen && standing ? pendingOf(frozen, standing, names) : null,
    nextRound:
      frozen && standing && !isSame(frozen.locked, standing.locked)
        ? await nextRoundNote(req, round, { before: frozen, after: standing, names })
        : null,
    versions: (await locksOf(run, round.id)).map(({ askedAt, confirmedAt, ...one }) => ({
      ...one,
      askedAt: new Date(askedAt).toISOString(),
      confirmedAt: new Date(confirmedAt).toISOString(),
    })),
    may: {
      ask: mayAct && problem === null,
      lock: mayAct && ask !== null && ask.by !== person.id,
      withdraw: mayAct && ask !== null,
      decide: mayAct,
      try: isDesk,
    },
  }
}

function rowsOf({ locked, judged }: Counted, names: ReadonlyMap<string, WorkName>) {
  const lines = linesOf(locked)
  const undecided = new Set(judged.undecided)
  const nameOf = (entry: string) => names.get(entry) ?? { title: entry, unit: null }
  return {
    works: locked.works.map((work) => {
      const line = lines.get(work.entry)
      return {
        ...{ ...work, ...nameOf(work.entry), isUndecided: undecided.has(work.entry) },
        line: line ? lineWords(line, locked.awardPolicy) : null,
      }
    }),
    leftOut: locked.leftOut.map((work) => ({ ...work, ...nameOf(work.entry) })),
  }
}

const vacancyWords: Record<LockedRanking['vacancies'][number]['why'], Words> = {
  'by-decision': { zh: '评委会决定空缺', en: 'left empty by decision' },
  'below-points': { zh: '未达最低分', en: 'too few points' },
  'too-few-works': { zh: '作品不足', en: 'too few works' },
  'equal-at-line': { zh: '线上并列', en: 'equal works at the line' },
  cap: { zh: '超过获奖比例上限', en: 'over the cap' },
}

function levelsOf({ awardPolicy, awards, vacancies }: LockedRanking): RankingView['awards'] {
  return (awardPolicy?.levels ?? []).map(({ key, name, count }) => ({
    ...{ level: key, name, places: count },
    given: awards.filter(({ level }) => level === key).length,
    vacant: vacancies
      .filter(({ level }) => level === key)
      .map(({ places, why }) => ({
        zh: `空缺 ${places}（${vacancyWords[why].zh}）`,
        en: `${places} empty (${vacancyWords[why].en})`,
      })),
  }))
}

function openLines({ judged, facts }: Counted): OpenLine[] {
  const { carried, awarded } = judged
  const levels = facts.awardPolicy?.levels ?? []
  const onLine = carried.undecided
  const { carryOver: rule } = facts.rules
  return [
    ...(onLine.length > 0
      ? [
          {
            ...{ level: null, name: { zh: '晋级', en: 'Goes on' }, works: onLine },
            places: rule.kind === 'top' ? rule.count - carried.goesOn.length : null,
          },
        ]
      : []),
    ...(awarded?.undecided ?? []).map(({ level, places, works }) => ({
      ...{ level, places, works },
      name: levels.find(({ key }) => key === level)?.name ?? { zh: level, en: level },
    })),
  ]
}

function pendingOf(
  before: Counted,
  after: Counted,
  names: ReadonlyMap<string, WorkName>,
): NamedChange[] {
  return isSame(before.locked, after.locked) ? [] : changesOf(before, after, names)
}
