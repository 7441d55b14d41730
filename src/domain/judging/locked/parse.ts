import { readAwards } from '../awards.ts'
import { readRound } from '../rounds.ts'
import { factOf } from './corrections.ts'
import type { LockedRanking, RankingFacts, WorkFact } from './types.ts'

type Row = Record<string, unknown>

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string => typeof value === 'string'
const isWhole = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0
const isNull = (value: unknown): boolean => value === null
const isMoment = (value: unknown): boolean => isText(value) && !Number.isNaN(Date.parse(value))
const listOf =
  (is: (item: unknown) => boolean) =>
  (value: unknown): boolean =>
    Array.isArray(value) && value.every(is)
const rowOf =
  (shape: { [name: string]: (value: unknown) => boolean }) =>
  (value: unknown): boolean =>
    isRow(value) && Object.entries(shape).every(([name, is]) => is(value[name]))
const or =
  (...any: ((value: unknown) => boolean)[]) =>
  (value: unknown): boolean =>
    any.some((is) => is(value))

const facts = {
  ...{ entry: isText, number: isWhole, votes: or(isNull, isWhole) },
  submittedAt: or(isNull, isMoment),
}
const wholes = (value: unknown) => isRow(value) && Object.values(value).every(isWhole)
const isLocked = rowOf({
  format: (value) => value === 'ranking/1' || value === 'ranking/2',
  ...{ campaign: isText, track: isText, round: isText },
  ...{ version: isWhole, reason: or(isNull, isText), rules: isRow, entries: isWhole },
  replaces: or(isNull, rowOf({ version: isWhole, sha256: isText })),
  ...{ awardPolicy: or(isNull, isRow), seed: isText, panel: isWhole, full: isWhole },
  works: listOf(rowOf({ ...facts, rank: isWhole, value: isText, judges: isText })),
  leftOut: listOf(rowOf({ ...facts, reason: isText })),
  marks: listOf(
    rowOf({ number: isWhole, judge: isText, units: isWhole, marks: or(isNull, wholes) }),
  ),
  corrections: or(
    (value) => value === undefined,
    listOf(
      rowOf({
        ...{ number: isWhole, judge: isText, criterion: or(isNull, isText) },
        ...{ was: isWhole, becomes: isWhole, reason: isText },
      }),
    ),
  ),
  orders: listOf(rowOf({ judge: isText, groups: listOf(listOf(isWhole)) })),
  vote: or(
    isNull,
    rowOf({
      round: isText,
      head: or(isNull, rowOf({ number: isWhole, root: isText })),
      total: isWhole,
    }),
  ),
  decisions: listOf(rowOf({ entry: isText, goesOn: (value) => typeof value === 'boolean' })),
  levelDecisions: listOf(rowOf({ level: isText, vacant: isWhole, chosen: listOf(isText) })),
  ...{ goesOn: listOf(isText), reserves: listOf(isText) },
  awards: listOf(rowOf({ entry: isText, level: isText, rank: isWhole })),
  vacancies: listOf(rowOf({ level: isText, places: isWhole, why: isText })),
})

/** A locked ranking from its text; null: it is none. What it says is not checked: see `checkLocked`. */
export function parseLocked(text: string): LockedRanking | null {
  try {
    const value: unknown = JSON.parse(text)
    return isLocked(value) ? (value as LockedRanking) : null
  } catch {
    return null
  }
}

/** What a locked ranking was made of; null: its rules or awards are none. */
export function factsOf(locked: LockedRanking): RankingFacts | null {
  const { round: rules } = readRound(locked.rules)
  if (!rules || rules.key !== locked.round) return null
  const awardPolicy = locked.awardPolicy && readAwards(locked.awardPolicy).policy
  if (locked.awardPolicy && !awardPolicy) return null
  return {
    ...{ campaign: locked.campaign, track: locked.track, version: locked.version },
    ...{ replaces: locked.replaces, reason: locked.reason, rules, awardPolicy },
    ...{ entries: locked.entries, seed: locked.seed, panel: locked.panel, vote: locked.vote },
    ...{ orders: locked.orders, decisions: locked.decisions },
    ...(locked.corrections ? { corrections: locked.corrections } : {}),
    levelDecisions: locked.levelDecisions,
    works: [...locked.works, ...locked.leftOut].map((work): WorkFact => ({
      ...{ entry: work.entry, number: work.number, votes: work.votes },
      submittedAt: work.submittedAt === null ? null : Date.parse(work.submittedAt),
      isWithdrawn: 'reason' in work && work.reason === 'withdrawn',
    })),
    // Places of an order are made from the order.
    marks: rules.kind === 'rank' ? [] : locked.marks.map(factOf),
  }
}
