import type { RiskSubject, VoteFact } from './types.ts'

/** A subject in one word: how stores and memories know it. */
export function subjectKey(subject: RiskSubject): string {
  if (subject.kind === 'device') return `device:${subject.device}`
  if (subject.kind === 'entry') return `entry:${subject.entry}`
  return `crowd:${subject.entry}:${subject.network}`
}

/** The groups that a vote is or would be in, as `subjectKey` names them. */
export function subjectsOf(vote: Pick<VoteFact, 'entry' | 'network' | 'device'>): string[] {
  return subjectsOfVote(vote).map(subjectKey)
}

export function subjectsOfVote({
  entry,
  network,
  device,
}: Pick<VoteFact, 'entry' | 'network' | 'device'>): RiskSubject[] {
  return [
    { kind: 'entry', entry },
    ...(network === null ? [] : [{ kind: 'crowd', entry, network } as const]),
    ...(device === null ? [] : [{ kind: 'device', device } as const]),
  ]
}
