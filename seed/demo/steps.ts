/** The way of an entry through the reviews, with detours, each review by somebody else. */
import type { EntryKind } from '../../src/domain/kinds.ts'
import type { Action, Status } from '../../src/domain/workflow.ts'
import { finalReviewers, organiser, type Sender } from './cast.ts'
import type { PlannedStep } from './plan.ts'
import type { Random } from './random.ts'
import { reasonFor, remark } from './words/review.ts'

type Asked = {
  status: Status
  kind: EntryKind
  sender: Sender
  index: number
  random: Random
  createdAt: Date
  /** In 2022 (reviews in September, publication until 20 October) or in the weeks before `now`. */
  past: boolean
  now: Date
}

type Move = { action: Action | 'note'; by: string; reason?: string }

/** @returns the steps in order, each later than the one before and none later than `now` */
export function stepsTo(asked: Asked): PlannedStep[] {
  const moves = asked.past ? pastMoves(asked) : openMoves(asked)
  const times = asked.past ? pastTimes(moves, asked) : openTimes(moves, asked)
  return moves.map((move, index) => ({ ...move, at: times[index]! }))
}

const hosts: Record<EntryKind, readonly string[]> = {
  cases: ['sheng-host@example.org', 'nanjing-host@example.org'],
  videos: ['wuxi-host@example.org'],
  photos: ['nantong-host@example.org'],
  recitations: ['xuzhou-host@example.org'],
  commentaries: ['wangxin-host@example.org'],
  platforms: ['jiangyin-host@example.org'],
}

/** Who does each step with this entry. */
function people({ kind, sender, index }: Asked) {
  return {
    submitter: sender.submitter,
    recommender: sender.recommender,
    host: hosts[kind][index % hosts[kind].length]!,
    final: finalReviewers[index % finalReviewers.length]!,
  }
}

function pastMoves(asked: Asked): Move[] {
  const { status, kind, index, random } = asked
  const { submitter, recommender, host, final } = people(asked)
  const because = (action: 'return' | 'reject' | 'takeDown' | 'reopen' | 'withdraw') =>
    reasonFor(action, kind, random)
  const submit: Move = { action: 'submit', by: submitter }
  const recommend: Move = { action: 'recommend', by: recommender }
  const accept: Move = { action: 'accept', by: host }
  const publish: Move = { action: 'publish', by: final }
  const note = (by: string): Move[] =>
    random.chance(0.25) ? [{ action: 'note', by, reason: remark(random) }] : []

  if (status === 'withdrawn') {
    const early: Move = { action: 'withdraw', by: submitter, reason: because('withdraw') }
    return index % 2 === 0 ? [submit, early] : [submit, recommend, early]
  }
  if (status === 'rejected') {
    if (index % 3 === 0)
      return [submit, { action: 'reject', by: recommender, reason: because('reject') }]
    const late: Move = { action: 'reject', by: host, reason: because('reject') }
    return [submit, recommend, ...note(host), late]
  }
  // Some came back once and were sent in again; a few were taken down and published anew.
  const detour: Move[] =
    index % 7 === 0
      ? [{ action: 'return', by: recommender, reason: because('return') }, submit]
      : index % 11 === 0
        ? [
            { action: 'reject', by: recommender, reason: because('reject') },
            { action: 'reopen', by: organiser, reason: because('reopen') },
            submit,
          ]
        : []
  const away: Move[] =
    index % 13 === 0
      ? [{ action: 'takeDown', by: final, reason: because('takeDown') }, publish]
      : []
  return [submit, ...detour, recommend, ...note(host), accept, ...note(final), publish, ...away]
}

function openMoves(asked: Asked): Move[] {
  const { status, kind, index, random } = asked
  const { submitter, recommender, host, final } = people(asked)
  const way: Move[] = [
    { action: 'submit', by: submitter },
    { action: 'recommend', by: recommender },
    { action: 'accept', by: host },
  ]
  if (status === 'draft') return []
  if (status === 'returned') {
    const stage = index % 3
    const by = [recommender, host, final][stage]!
    return [
      ...way.slice(0, stage + 1),
      { action: 'return', by, reason: reasonFor('return', kind, random) },
    ]
  }
  const reached = way.slice(0, { submitted: 1, recommended: 2, accepted: 3 }[status as 'submitted'])
  const noted = status !== 'submitted' && index % 3 === 0
  return noted ? [...reached, { action: 'note', by: host, reason: remark(random) }] : reached
}

const hour = 3_600_000
const day = 24 * hour
const instant = (text: string) => Date.parse(`${text}T01:00:00Z`)

/** The first review until the end of August, the second in September, the final one until 20 October. */
function pastTimes(moves: Move[], { createdAt, random }: Asked): Date[] {
  let at = createdAt.getTime()
  return moves.map(({ action }) => {
    at += random.between(4, 40) * hour
    if (action === 'accept') at = Math.max(at, instant('2022-09-01') + random.between(0, 24) * day)
    if (action === 'publish') at = Math.max(at, instant('2022-09-26') + random.between(0, 20) * day)
    const time = workingTime(at, random)
    at = time.getTime()
    return time
  })
}

function openTimes(moves: Move[], { createdAt, random, now }: Asked): Date[] {
  const span = now.getTime() - createdAt.getTime() - hour
  const marks = moves.map(() => random.between(0.15, 1)).sort((a, b) => a - b)
  return marks.map((mark, index) => new Date(createdAt.getTime() + span * mark + index * 1000))
}

/** Between 9:00 and 18:00 in Shanghai, never earlier than given. */
function workingTime(time: number, random: Random): Date {
  const start = Math.floor(time / day) * day + hour
  const end = start + 9 * hour
  if (time >= start && time < end) return new Date(time)
  const next = time < start ? start : start + day
  return new Date(next + random.integer(0, 30) * 60_000)
}
