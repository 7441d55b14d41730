import { subjectKey, subjectsOfVote } from './subject.ts'
import type { GroupFacts, RiskSubject, RoundFacts, VoteFact } from './types.ts'

const minute = 60_000
const hour = 60 * minute

/** The sums of single votes, those of the round and of each group in it. */
export function sumsOf(
  facts: readonly VoteFact[],
  youngHours: number,
): { round: RoundFacts; groups: GroupFacts[] } {
  const young = youngOf(facts, youngHours)
  const ofEntry = countBy(facts, ({ entry }) => entry)
  const groups = groupsOf(facts).map(({ subject, votes }): GroupFacts => {
    const voters = votersOf(votes)
    const known = votes.filter(({ device }) => device !== null)
    return {
      subject,
      votes: votes.length,
      voters: voters.size,
      young: [...voters].filter((voter) => young.has(voter)).length,
      known: votersOf(known).size,
      devices: new Set(known.map(({ device }) => device)).size,
      times: votes.map(({ at }) => at),
      ofEntry: subject.kind === 'device' ? votes.length : ofEntry.get(subject.entry)!,
    }
  })
  const round = {
    votes: facts.length,
    minutes: countBy(facts, ({ at }) => minuteOf(at)),
    voters: votersOf(facts).size,
    young: young.size,
  }
  return { round, groups }
}

/** Those whose identity was young when they first voted. */
function youngOf(facts: readonly VoteFact[], youngHours: number): Set<string> {
  const firstVote = new Map<string, VoteFact>()
  for (const fact of facts) {
    const first = firstVote.get(fact.voter)
    if (!first || fact.at < first.at) firstVote.set(fact.voter, fact)
  }
  const isYoung = ({ at, since }: VoteFact) => at - since < youngHours * hour
  return new Set([...firstVote.values()].filter(isYoung).map(({ voter }) => voter))
}

function groupsOf(facts: readonly VoteFact[]) {
  const groups = new Map<string, { subject: RiskSubject; votes: VoteFact[] }>()
  for (const fact of facts) {
    for (const subject of subjectsOfVote(fact)) {
      const key = subjectKey(subject)
      const known = groups.get(key)
      if (known) known.votes.push(fact)
      else groups.set(key, { subject, votes: [fact] })
    }
  }
  return [...groups.values()]
}

const votersOf = (group: readonly VoteFact[]): Set<string> =>
  new Set(group.map(({ voter }) => voter))

export const minuteOf = (at: number): number => Math.floor(at / minute)

export function countBy<One, Key>(
  list: readonly One[],
  keyOf: (one: One) => Key,
): Map<Key, number> {
  const counts = new Map<Key, number>()
  for (const one of list) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1)
  return counts
}
