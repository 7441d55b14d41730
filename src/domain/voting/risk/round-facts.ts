import type { VoteFact } from './types.ts'

const minute = 60_000
const hour = 60 * minute

/** What the votes of a whole round say together, against which each group is held. */
export type RoundFacts = {
  votes: number
  minutes: ReadonlyMap<number, number>
  votesOf: ReadonlyMap<string, number>
  voters: number
  /** Those whose identity was young when they first voted. */
  young: ReadonlySet<string>
}

export function roundFacts(facts: readonly VoteFact[], youngHours: number): RoundFacts {
  const firstVote = new Map<string, VoteFact>()
  for (const fact of facts) {
    const first = firstVote.get(fact.voter)
    if (!first || fact.at < first.at) firstVote.set(fact.voter, fact)
  }
  const isYoung = ({ at, since }: VoteFact) => at - since < youngHours * hour
  return {
    votes: facts.length,
    minutes: countBy(facts, minuteOf),
    votesOf: countBy(facts, ({ entry }) => entry),
    voters: firstVote.size,
    young: new Set([...firstVote.values()].filter(isYoung).map(({ voter }) => voter)),
  }
}

export const minuteOf = ({ at }: VoteFact): number => Math.floor(at / minute)

export function countBy<Key>(
  facts: readonly VoteFact[],
  keyOf: (fact: VoteFact) => Key,
): Map<Key, number> {
  const counts = new Map<Key, number>()
  for (const fact of facts) counts.set(keyOf(fact), (counts.get(keyOf(fact)) ?? 0) + 1)
  return counts
}
