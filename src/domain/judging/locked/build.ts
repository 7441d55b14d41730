import { canonicalJson } from '../../results/canonical.ts'
import { decimalText } from '../exact.ts'
import type { JudgingRound } from '../rounds.ts'
import { inCorrectionOrder } from './corrections.ts'
import { fullOf, judgeFacts, judgeOrder, type Judged } from './judge-facts.ts'
import type { LockedRanking, RankingFacts } from './types.ts'

/**
 * A ranking as it is locked. The same facts give the same text, in whatever order they come.
 *
 * @param judged what `judgeFacts` made of them, where it is at hand
 * @throws RangeError by Schulze's method for more works than `mostByPairs`
 */
export function lockedOf(facts: RankingFacts, judged: Judged = judgeFacts(facts)): LockedRanking {
  const { ranking, marks, carried, awarded } = judged
  const corrections = inCorrectionOrder(facts.corrections ?? [])
  const byEntry = new Map(facts.works.map((work) => [work.entry, work]))
  const told = (id: string) => {
    const { entry, number, votes, submittedAt } = byEntry.get(id)!
    const at = submittedAt === null ? null : new Date(submittedAt).toISOString()
    return { entry, number, votes, submittedAt: at }
  }
  const byText = (a: { entry: string }, b: { entry: string }) => (a.entry < b.entry ? -1 : 1)
  return {
    // A text without corrections is what it always was.
    ...(corrections.length > 0 ? { format: 'ranking/2', corrections } : { format: 'ranking/1' }),
    ...{ campaign: facts.campaign, track: facts.track, round: facts.rules.key },
    ...{ version: facts.version, replaces: facts.replaces, reason: facts.reason },
    ...{ rules: roundData(facts.rules), awardPolicy: facts.awardPolicy, entries: facts.entries },
    ...{ seed: facts.seed, panel: facts.panel, full: fullOf(facts), marks, vote: facts.vote },
    works: ranking.works.map(({ id, rank, value, judges, vote, equals, ...rest }) => ({
      ...{ ...told(id), rank, value: decimalText(value), judges: decimalText(judges) },
      ...{ vote: vote && decimalText(vote), equals, partedBy: rest.partedBy },
      disagreement: rest.disagreement && decimalText(rest.disagreement),
    })),
    leftOut: ranking.leftOut.map(({ id, reason }) => ({ ...told(id), reason })),
    orders: [...facts.orders].sort((a, b) => judgeOrder(a.judge, b.judge)),
    decisions: [...facts.decisions].sort(byText),
    levelDecisions: [...facts.levelDecisions]
      .map(({ level, vacant, chosen }) => ({ level, vacant, chosen: [...chosen].sort() }))
      .sort((a, b) => (a.level < b.level ? -1 : 1)),
    goesOn: carried.goesOn,
    awards: (awarded?.awards ?? []).map(({ id, level, rank }) => ({ entry: id, level, rank })),
    vacancies: awarded?.vacancies ?? [],
    reserves: (awarded?.reserves ?? []).map(({ id }) => id),
  }
}

/** The one text of a locked ranking: its UTF-8 bytes are what is hashed. */
export const lockedText = (locked: LockedRanking): string => canonicalJson(locked)

/** A round as `readRound` reads it, without dates. */
export function roundData({ window, ...round }: JudgingRound): Record<string, unknown> {
  return {
    ...round,
    window: { from: window.from.toISOString(), to: window.to.toISOString() },
  }
}
