import { measures, votersOf } from './measures.ts'
import { roundFacts, type RoundFacts } from './round-facts.ts'
import { riskThresholds } from './thresholds.ts'
import type {
  GroupRisk,
  RiskLevel,
  RiskSignal,
  RiskSubject,
  RiskThresholds,
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
  const round = roundFacts(facts, thresholds.youngHours)
  return groupsOf(facts)
    .flatMap(({ subject, group }) => {
      const isSmall =
        subject.kind === 'device'
          ? votersOf(group).size < thresholds.signals['shared-device'].from
          : group.length < thresholds.leastVotes
      return isSmall ? [] : [assessGroup(subject, group, round, thresholds)]
    })
    .filter(({ signals }) => signals.length > 0)
    .sort((a, b) => b.score - a.score)
}

/** The highest level among the groups that a vote would join: what the challenge asks before it. */
export function levelFor(
  { entry, network, device }: Pick<VoteFact, 'entry' | 'network' | 'device'>,
  risks: readonly GroupRisk[],
): RiskLevel {
  const joins = (subject: RiskSubject) => {
    if (subject.kind === 'device') return subject.device === device
    return subject.entry === entry && (subject.kind === 'entry' || subject.network === network)
  }
  const top = risks.filter(({ subject }) => joins(subject)).sort((a, b) => b.score - a.score)[0]
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

function assessGroup(
  subject: RiskSubject,
  group: readonly VoteFact[],
  round: RoundFacts,
  thresholds: RiskThresholds,
): GroupRisk {
  const signals = asked[subject.kind].flatMap((code) => {
    const measured = measures[code](group, round, thresholds)
    if (!measured) return []
    const { from, full } = thresholds.signals[code]
    const score = Math.min(1, Math.max(0, (measured.value - from) / (full - from)))
    return score > 0 ? [{ code, score, words: measured.words }] : []
  })
  const score = scoreOf(signals, thresholds)
  const voters = votersOf(group).size
  return { subject, votes: group.length, voters, score, level: levelOf(score, thresholds), signals }
}

function levelOf(score: number, { levels }: RiskThresholds): RiskLevel {
  if (score >= levels.review) return 'review'
  if (score >= levels.challenge) return 'challenge'
  return score >= levels.watch ? 'watch' : 'none'
}

type Group = { subject: RiskSubject; group: VoteFact[] }

function groupsOf(facts: readonly VoteFact[]): Group[] {
  const groups = new Map<string, Group>()
  const put = (subject: RiskSubject, fact: VoteFact) => {
    const key = JSON.stringify(subject)
    const known = groups.get(key)
    if (known) known.group.push(fact)
    else groups.set(key, { subject, group: [fact] })
  }
  for (const fact of facts) {
    const { entry, network, device } = fact
    put({ kind: 'entry', entry }, fact)
    if (network !== null) put({ kind: 'crowd', entry, network }, fact)
    if (device !== null) put({ kind: 'device', device }, fact)
  }
  return [...groups.values()]
}
