import { words } from '../../words.ts'
import type { Asking } from '../asking.ts'
import type { RoundFault } from './faults.ts'
import { optionsOf } from './options.ts'
import type { CarryOver, Method, TieStep, VoteBlend } from './types.ts'

type Ask = Asking<RoundFault>

const methodKinds = Object.keys(optionsOf.method) as Method['kind'][]
const carryOverKinds = Object.keys(optionsOf.carryOver) as CarryOver['kind'][]
const tieSteps = [
  ...(['criterion', 'mean', 'median', 'lowest-mark', 'votes', 'submitted', 'lot'] as const),
]

const kindOf = (value: unknown): unknown => (value as { kind?: unknown } | null | undefined)?.kind

export function readMethod(ask: Ask, value: unknown): Method | null {
  const kind = ask.choice('method.kind', kindOf(value), methodKinds)
  const given = kind && ask.group('method', value, optionsOf.method[kind])
  if (!kind || !given) return null
  if (kind === 'trimmed-mean') {
    const drop = ask.whole('method.drop', given.drop ?? 1, [1, 10])
    return drop === null ? null : { kind, drop }
  }
  if (kind === 'standardised') {
    const shrink = ask.whole('method.shrink', given.shrink ?? 3, [0, 100])
    return shrink === null ? null : { kind, shrink }
  }
  return { kind }
}

export function readVote(ask: Ask, value: unknown): VoteBlend | null {
  const given = ask.group('vote', value, optionsOf.vote)
  if (!given) return null
  const percent = ask.whole('vote.percent', given.percent, [0, 100])
  const points = ask.choice('vote.points', given.points, ['share-of-top', 'by-place'])
  return percent === null || !points ? null : { percent, points }
}

export function readCarryOver(ask: Ask, value: unknown): CarryOver | null {
  const kind = ask.choice('carryOver.kind', kindOf(value), carryOverKinds)
  const given = kind && ask.group('carryOver', value, optionsOf.carryOver[kind])
  if (!kind || !given) return null
  if (kind === 'top') {
    const count = ask.whole('carryOver.count', given.count, [1, 100_000])
    const lines = ['all-in', 'all-out', 'by-hand'] as const
    const equal = ask.choice('carryOver.equal', given.equal ?? 'by-hand', lines)
    return count === null || !equal ? null : { kind, count, equal }
  }
  if (kind === 'threshold') {
    const points = ask.whole('carryOver.points', given.points, [0, 100])
    return points === null ? null : { kind, points }
  }
  return { kind }
}

/** Steps of `{ by }`, of a criterion `{ by: 'criterion', criterion }`. */
export function readTieBreak(ask: Ask, value: unknown): TieStep[] | null {
  const rows = ask.list('tieBreak', value)
  if (!rows) return null
  const steps = rows.map((row, index): TieStep | null => {
    const path = `tieBreak.${index}`
    const by = ask.choice(`${path}.by`, (row as { by?: unknown } | null)?.by, tieSteps)
    const known = by === 'criterion' ? ['by', 'criterion'] : ['by']
    const given = by && ask.group(path, row, known)
    if (!by || !given) return null
    if (by !== 'criterion') return { by }
    const criterion = ask.text(`${path}.criterion`, given.criterion)
    return criterion ? { by, criterion } : null
  })
  const whole = steps.flatMap((step) => step ?? [])
  const told = whole.map((step) => JSON.stringify(step))
  const twice = told.findIndex((step, index) => told.indexOf(step) < index)
  if (twice >= 0) {
    const message = words('同分处理的步骤重复', 'A step of the tie-break stands twice')
    return ask.say('tie-step-twice', `tieBreak.${twice}`, message)
  }
  return whole.length === steps.length ? whole : null
}
