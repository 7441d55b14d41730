import { momentWords } from '../beijing-time.ts'
import { words, type Words } from '../words.ts'
import type { BallotRefusal, BallotRefusalCode } from './ballot-refusals.ts'
import type { VotePolicy } from './policy/types.ts'
import { leftForEntry, standingOf, type CastVote, type EntryLeft } from './standing.ts'

const hour = 3_600_000

export const roundStates = ['draft', 'open', 'paused', 'closed'] as const
/** What people made of a round by hand; the policy's window says the rest. */
export type RoundState = (typeof roundStates)[number]

export type BallotQuestion = {
  policy: VotePolicy
  round: { state: RoundState; candidates: { has(entry: string): boolean } }
  /** `since`: when the identity was made (the oldest of those that are one person). */
  voter: { isMember: boolean; since: Date }
  /** The works that the ballot names. */
  ballot: readonly string[]
  /** Every vote of this voter in this round, of all identities that are one person. */
  history: readonly CastVote[]
  /** By the database's clock, in whole milliseconds. */
  now: Date
}

/** All votes of a ballot or none. `remaining`, `resetsAt`: see `Standing`, after these votes. */
export type BallotAnswer =
  | { ok: true; votes: CastVote[]; remaining: number | null; resetsAt: Date | null }
  | { ok: false; refusal: BallotRefusal }

/** What becomes of a ballot. The first rule that is broken is named. */
export function decideBallot(question: BallotQuestion): BallotAnswer {
  const { policy, history, ballot, now } = question
  for (const rule of rules) {
    const broken = rule(question)
    if (!broken) continue
    const { code, said, entries = [], from = null } = broken
    const left = standingOf(policy, history, now)
    return { ok: false, refusal: { code, words: said, left, entries, from } }
  }
  const votes = ballot.map((entry) => ({ entry, at: now }))
  return { ok: true, votes, ...standingOf(policy, [...history, ...votes], now) }
}

/** Whether anyone may vote in a round just now: what `decideBallot` asks first. Null: yes. */
export function roundClosed(
  policy: VotePolicy,
  state: RoundState,
  now: Date,
): { code: BallotRefusalCode; said: Words; from?: Date } | null {
  const { from, to } = policy.window
  const at = now.getTime()
  if (state === 'closed' || !(at < to.getTime())) {
    return { code: 'vote-window-closed', said: words('投票已结束', 'Voting is over') }
  }
  if (!(at >= from.getTime())) {
    const when = momentWords(from)
    const said = words(`投票尚未开始，${when.zh}开始`, `Voting begins at ${when.en}`)
    return { code: 'vote-window-not-open', said, from }
  }
  if (state === 'draft') {
    return { code: 'vote-window-not-open', said: words('投票尚未开始', 'Voting has not begun') }
  }
  if (state === 'paused') {
    return { code: 'vote-round-paused', said: words('投票暂停中', 'Voting is paused') }
  }
  return null
}

type Broken = {
  code: BallotRefusalCode
  said: Words
  entries?: { entry: string; left: EntryLeft | null }[]
  from?: Date | null
}
type Rule = (question: BallotQuestion) => Broken | null

const rules: readonly Rule[] = [
  ({ policy, round, now }) => roundClosed(policy, round.state, now),

  ({ policy, voter }) => {
    if (policy.voters !== 'members' || voter.isMember) return null
    return {
      code: 'voter-not-member',
      said: words('本轮投票仅限工会会员', 'Only union members may vote in this round'),
    }
  },

  ({ policy: { minimumAgeHours }, voter, now }) => {
    const from = new Date(voter.since.getTime() + minimumAgeHours * hour)
    if (minimumAgeHours === 0 || now.getTime() >= from.getTime()) return null
    const when = momentWords(from)
    return {
      code: 'voter-too-new',
      said: words(
        `身份登记满 ${minimumAgeHours} 小时后方可投票，${when.zh}起可投`,
        `An identity may vote ${minimumAgeHours} hours after it was made, from ${when.en}`,
      ),
      from,
    }
  },

  ({ ballot }) => {
    const twice = [...new Set(ballot.filter((entry, index) => ballot.indexOf(entry) < index))]
    if (twice.length === 0) return null
    return {
      code: 'ballot-duplicate',
      said: words('同一件作品在选票上出现多次', 'The ballot names a work more than once'),
      entries: twice.map((entry) => ({ entry, left: null })),
    }
  },

  ({ policy: { ballot: limits }, ballot }) => {
    const { min, max } = limits
    if (ballot.length >= min && ballot.length <= max) return null
    const said =
      min === max
        ? words(
            `每次须选 ${min} 件，选票上有 ${ballot.length} 件`,
            `A ballot names exactly ${min}; this one names ${ballot.length}`,
          )
        : words(
            `每次可选 ${min} 至 ${max} 件，选票上有 ${ballot.length} 件`,
            `A ballot names ${min} to ${max}; this one names ${ballot.length}`,
          )
    return { code: 'ballot-size', said }
  },

  ({ round, ballot }) => {
    const strange = ballot.filter((entry) => !round.candidates.has(entry))
    if (strange.length === 0) return null
    return {
      code: 'vote-entry-not-candidate',
      said: words(
        `不在本轮候选作品之列：${strange.join('、')}`,
        `Not standing in this round: ${strange.join(', ')}`,
      ),
      entries: strange.map((entry) => ({ entry, left: null })),
    }
  },

  ({ policy, ballot, history, now }) => {
    const full = ballot.flatMap((entry) => {
      const left = leftForEntry(policy, history, entry, now)
      return left && left.left < 1 ? [{ entry, left }] : []
    })
    const first = full[0]?.left
    if (!first) return null
    const names = full.map(({ entry }) => entry)
    const whole = first.quota === 'entry'
    return {
      code: 'vote-entry-quota-exceeded',
      said: words(
        `${names.join('、')}：每件作品${whole ? '整轮' : '每周期'}最多 ${first.limit} 票，您已投满`,
        `${names.join(', ')}: at most ${first.limit} for a work in ${whole ? 'the round' : 'a period'}, and you cast them`,
      ),
      entries: full,
    }
  },

  ({ policy, ballot, history, now }) => {
    const { remaining, resetsAt } = standingOf(policy, history, now)
    if (remaining === null || ballot.length <= remaining) return null
    const when = resetsAt && momentWords(resetsAt)
    return {
      code: 'vote-quota-exceeded',
      said: words(
        `选票上有 ${ballot.length} 件，您还剩 ${remaining} 票（每周期 ${policy.votesPerPeriod} 票）${when ? `，${when.zh}起恢复` : ''}`,
        `The ballot names ${ballot.length}, you have ${remaining} of ${policy.votesPerPeriod} votes left${when ? `; more from ${when.en}` : ''}`,
      ),
    }
  },
]
