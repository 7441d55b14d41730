import { measures } from './measures.ts'
import { sumsOf } from './round-facts.ts'
import { subjectKey, subjectsOf } from './subject.ts'
import { riskThresholds } from './thresholds.ts'
import type {
  GroupFacts,
  GroupRisk,
  RiskLevel,
  RiskSignal,
  RiskSubject,
  RiskThresholds,
  RoundFacts,
  SignalCode,
  VoteFact,
} from './types.ts'

const asked: Record<RiskSubject['kind'], readonly SignalCode[]> = {
  entry: ['burst', 'young-identities', 'even-timing', 'few-devices'],
  crowd: ['burst', 'young-identities', 'network-share', 'even-timing', 'few-devices'],
  device: ['shared-device', 'even-timing'],
}

/**
 * The groups of votes in which something is odd, the oddest first; `facts` are those of one round, all
 * or those of the last hours. Says where people should look, and is no proof of anything: a farm of
 * real telephones with old identities and patient hands looks like people.
 */
export function assess(
  facts: readonly VoteFact[],
  thresholds: RiskThresholds = riskThresholds,
): GroupRisk[] {
  return assessSums(sumsOf(facts, thresholds.youngHours), thresholds)
}

/** The same from sums, as a database makes them of more votes than a program should hold. */
export function assessSums(
  { round, groups }: { round: RoundFacts; groups: readonly GroupFacts[] },
  thresholds: RiskThresholds = riskThresholds,
): GroupRisk[] {
  return groups
    .filter((group) =>
      group.subject.kind === 'device'
        ? group.voters >= thresholds.signals['shared-device'].from
        : group.votes >= thresholds.leastVotes,
    )
    .map((group) => assessGroup(group, round, thresholds))
    .filter(({ signals }) => signals.length > 0)
    .sort((a, b) => b.score - a.score)
}

/** The highest level among the groups that a vote would join: what the challenge asks before it. */
export function levelFor(
  vote: Pick<VoteFact, 'entry' | 'network' | 'device'>,
  risks: readonly GroupRisk[],
): RiskLevel {
  const joined = new Set(subjectsOf(vote))
  const top = risks
    .filter(({ subject }) => joined.has(subjectKey(subject)))
    .sort((a, b) => b.score - a.score)[0]
  return top?.level ?? 'none'
}

/** The score of several signals: each takes its part of what the others left of certainty. */
export function scoreOf(signals: readonly RiskSignal[], thresholds: RiskThresholds): number {
  const left = signals.reduce(
    (rest, { code, score }) => rest * (1 - thresholds.signals[code].weight * score),
    1,
  )
  return 1 - left
}

function assessGroup(group: GroupFacts, round: RoundFacts, thresholds: RiskThresholds): GroupRisk {
  const { subject, votes, voters } = group
  const signals = asked[subject.kind].flatMap((code) => {
    const measured = measures[code](group, round, thresholds)
    if (!measured) return []
    const { from, full } = thresholds.signals[code]
    const score = Math.min(1, Math.max(0, (measured.value - from) / (full - from)))
    return score > 0 ? [{ code, score, words: measured.words }] : []
  })
  const score = scoreOf(signals, thresholds)
  return { subject, votes, voters, score, level: levelOf(score, thresholds), signals }
}

function levelOf(score: number, { levels }: RiskThresholds): RiskLevel {
  if (score >= levels.review) return 'review'
  if (score >= levels.challenge) return 'challenge'
  return score >= levels.watch ? 'watch' : 'none'
}
