import { checkInterval, type Interval } from '../../phases.ts'
import { asking, instant, type Asking } from '../asking.ts'
import { isBlocking } from '../finding.ts'
import type { RoundFault, RoundFinding } from './faults.ts'
import { contradictions } from './contradictions.ts'
import { sequenceFindings } from './sequence.ts'
import { optionsOf, optionWords } from './options.ts'
import { readCarryOver, readMethod, readTieBreak, readVote } from './read-counting.ts'
import { readCriteria } from './read-criteria.ts'
import { roundKinds, scoresShownTo, type JudgingRound } from './types.ts'

export type ReadRound = { round: JudgingRound | null; findings: RoundFinding[] }
/** `rounds` is null while one of them, or their order, is wrong. Paths begin with the round's place. */
export type ReadRounds = { rounds: JudgingRound[] | null; findings: RoundFinding[] }

/**
 * A round from data of any shape (dates as Dates or ISO instants with a zone). `round` is null while a
 * finding is blocking; warnings stand beside a round that works.
 */
export function readRound(value: unknown): ReadRound {
  const findings: RoundFinding[] = []
  const round = read(asking<RoundFault>(findings, optionWords), value)
  if (!round || findings.length > 0) return { round: null, findings }
  const more = contradictions(round)
  return { round: more.some(isBlocking) ? null : round, findings: more }
}

/** The rounds of a track in their order, each alone and all together. */
export function readRounds(values: readonly unknown[]): ReadRounds {
  const read = values.map(readRound)
  const findings = read.flatMap((one, index) =>
    one.findings.map((finding) => ({
      ...finding,
      path: `${index}${finding.path ? `.${finding.path}` : ''}`,
    })),
  )
  const rounds = read.flatMap(({ round }) => round ?? [])
  if (rounds.length < values.length) return { rounds: null, findings }
  const all = [...findings, ...sequenceFindings(rounds)]
  return { rounds: all.some(isBlocking) ? null : rounds, findings: all }
}

function read(ask: Asking<RoundFault>, value: unknown): JudgingRound | null {
  const all = ask.group('', value, optionsOf.round)
  if (!all) return null
  const key = ask.text('key', all.key)
  const kind = ask.choice('kind', all.kind, roundKinds)
  const window = windowOf(ask, all.window)
  const quorum = ask.whole('quorum', all.quorum, [1, 100])
  const blind = ask.flag('blind', all.blind ?? true)
  const scoresShown = ask.choice('scoresShown', all.scoresShown ?? 'never', scoresShownTo)
  const criteria = readCriteria(ask, all.criteria ?? [])
  const method = readMethod(ask, all.method)
  const vote = all.vote == null ? undefined : readVote(ask, all.vote)
  const decimals = optional(all.decimals, (given) => ask.whole('decimals', given, [0, 6]))
  const disagreement = optional(all.disagreement, (given) =>
    ask.whole('disagreement', given, [1, 100]),
  )
  const tieBreak = readTieBreak(ask, all.tieBreak ?? [])
  const carryOver = readCarryOver(ask, all.carryOver)
  if (!key || !kind || !window || quorum === null || blind === null || !scoresShown) return null
  if (!criteria || !method || vote === null || !tieBreak || !carryOver) return null
  return {
    ...{ key, kind, window, quorum, blind, scoresShown, criteria, method, vote: vote ?? null },
    ...{ decimals, tieBreak, disagreement, carryOver },
  }
}

const optional = (given: unknown, ask: (given: unknown) => number | null) =>
  given == null ? null : ask(given)

function windowOf(ask: Asking<RoundFault>, value: unknown): Interval | null {
  const given = ask.group('window', value, optionsOf.window)
  if (!given) return null
  const window = { from: instant(given.from), to: instant(given.to) }
  const wrong = checkInterval(window, 'window')
  return wrong ? ask.say('window', wrong.path, wrong.message) : window
}
