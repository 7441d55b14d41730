import type { Crowd } from './crowds.ts'
import type { Played } from './play.ts'
import type { Trick } from './replays.ts'

/** A group of votes as the fraud desk names it (`GET /api/vote-cases/risks`). */
export type FoundGroup = { kind: string; entry: string; worstLevel: string; votes: number }

export type Report = {
  crowds: (Played & {
    name: string
    title: string
    isHonest: boolean
    people: number
    /** The worst level of a group that is after the crowd’s target; null: nobody looked. */
    caught: string | null
  })[]
  tricks: Trick[]
  /** Honest people’s groups at `challenge` or `review`; null: nobody looked. */
  wronglyCaught: FoundGroup[] | null
}

const levels = ['none', 'watch', 'challenge', 'review']
const isFlagged = ({ worstLevel }: FoundGroup) => levels.indexOf(worstLevel) >= 2

/** @param groups null where the run had no account to ask the fraud desk with */
export function makeReport(
  played: ReadonlyMap<Crowd, Played>,
  tricks: Trick[],
  groups: readonly FoundGroup[] | null,
): Report {
  const targets = new Set([...played.keys()].flatMap(({ target }) => target ?? []))
  return {
    crowds: [...played].map(([{ name, title, isHonest, people, target }, numbers]) => ({
      ...{ name, title, isHonest, people: people.length, ...numbers },
      caught: groups && worstOf(groups.filter(({ entry }) => entry === target)),
    })),
    tricks,
    wronglyCaught: groups && groups.filter((one) => isFlagged(one) && !targets.has(one.entry)),
  }
}

function worstOf(groups: readonly FoundGroup[]): string {
  return levels[Math.max(0, ...groups.map(({ worstLevel }) => levels.indexOf(worstLevel)))]!
}

/** The report as lines for people. */
export function showReport({ crowds, tricks, wronglyCaught }: Report): string[] {
  const head = [
    'crowd',
    'people',
    'ballots',
    'let in',
    'replayed',
    'challenged',
    'solved',
    'refused',
    'caught',
  ]
  const rows = crowds.map((one) => [
    ...[one.name, one.people, one.ballots, one.letIn, one.replayed, one.challenged, one.solved],
    Object.entries(one.refused)
      .map(([code, count]) => `${code} ${count}`)
      .join(', ') || '0',
    one.isHonest ? '–' : (one.caught ?? '?'),
  ])
  const table = [head, ...rows].map((row) => row.map(String))
  const widths = head.map((_, column) => Math.max(...table.map((row) => row[column]!.length)))
  const lines = table.map((row, index) =>
    [...row.map((cell, column) => cell.padEnd(widths[column]!)), crowds[index - 1]?.title ?? '']
      .join('  ')
      .trimEnd(),
  )
  const wrong =
    wronglyCaught === null
      ? 'wrongly caught: unknown, give an account of the staff to ask the fraud desk with'
      : `wrongly caught: ${wronglyCaught.length}${wronglyCaught.map(({ kind, entry, worstLevel }) => `\n  ${worstLevel} ${kind} ${entry}`).join('')}`
  return [
    ...lines,
    '',
    ...tricks.map(
      ({ name, tried, gotThrough }) => `${name}: tried ${tried}, got through ${gotThrough}`,
    ),
    wrong,
  ]
}
