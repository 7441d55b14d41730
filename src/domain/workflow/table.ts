import type { PhaseKey } from '../phases.ts'

export const statuses = [
  'draft',
  'submitted',
  'recommended',
  'accepted',
  'published',
  'returned',
  'rejected',
  'withdrawn',
] as const
export type Status = (typeof statuses)[number]

export const actions = [
  'submit',
  'recommend',
  'accept',
  'publish',
  'return',
  'reject',
  'withdraw',
  'takeDown',
  'reopen',
] as const
export type Action = (typeof actions)[number]

/**
 * What a person is to one entry: `owner` the participant who created it, `unitEditor` an editor whose
 * unit is the entry's or above it, `host` an editor whose unit is host or co-host of the track,
 * `supervisor` the internet information office, `province` the provincial centre.
 */
export const standings = ['owner', 'unitEditor', 'host', 'supervisor', 'province'] as const
export type Standing = (typeof standings)[number]

export type Review = 'first' | 'second' | 'final'

export type WorkflowRow = {
  action: Action
  from: Status
  to: Status
  by: readonly Standing[]
  /** Whose daily work this step is; a subset of `by`, it makes the to-do lists. */
  duty: readonly Standing[]
  review?: Review
  /** True for everybody; a list: those who must give one when they act by nothing but these. */
  needsReason: boolean | readonly Standing[]
  /** Phases in which the row is open; empty means always. */
  opens: readonly PhaseKey[]
  /** Standings for whom the row is open outside its phases too. */
  openAnytimeFor: readonly Standing[]
  /** Whether the track's entry rules must hold before the step. */
  checksRules: boolean
}

type Step = Pick<WorkflowRow, 'action' | 'from' | 'to' | 'by'> & Partial<WorkflowRow>

const row = (step: Step): WorkflowRow => ({
  duty: [],
  needsReason: false,
  opens: [],
  openAnytimeFor: [],
  checksRules: false,
  ...step,
})

const submit = (from: Status): WorkflowRow =>
  row({
    action: 'submit',
    from,
    to: 'submitted',
    by: ['owner', 'unitEditor', 'province'],
    duty: ['owner', 'unitEditor'],
    needsReason: ['province'],
    opens: ['collect'],
    openAnytimeFor: ['province'],
    checksRules: true,
  })

const sendBack = (from: Status, reviewer: Standing): WorkflowRow[] => [
  row({ action: 'return', from, to: 'returned', by: [reviewer, 'province'], needsReason: true }),
  row({ action: 'reject', from, to: 'rejected', by: [reviewer, 'province'], needsReason: true }),
]

const withdraw = (from: Status): WorkflowRow =>
  row({
    action: 'withdraw',
    from,
    to: 'withdrawn',
    by: ['owner', 'unitEditor', 'province'],
    needsReason: ['province'],
  })

/** The whole workflow. At most one row for an action and a state; what has no row cannot be done. */
export const workflow: readonly WorkflowRow[] = [
  submit('draft'),
  submit('returned'),
  row({
    action: 'recommend',
    from: 'submitted',
    to: 'recommended',
    by: ['unitEditor', 'province'],
    duty: ['unitEditor'],
    review: 'first',
    opens: ['collect', 'judge'],
    checksRules: true,
  }),
  row({
    action: 'accept',
    from: 'recommended',
    to: 'accepted',
    by: ['host', 'province'],
    duty: ['host'],
    review: 'second',
    opens: ['collect', 'judge', 'summary'],
  }),
  row({
    action: 'publish',
    from: 'accepted',
    to: 'published',
    by: ['supervisor', 'province'],
    duty: ['supervisor', 'province'],
    review: 'final',
    opens: ['collect', 'judge', 'summary'],
  }),
  ...sendBack('submitted', 'unitEditor'),
  ...sendBack('recommended', 'host'),
  ...sendBack('accepted', 'supervisor'),
  withdraw('submitted'),
  withdraw('returned'),
  withdraw('recommended'),
  withdraw('accepted'),
  row({
    action: 'takeDown',
    from: 'published',
    to: 'accepted',
    by: ['supervisor', 'province'],
    needsReason: true,
  }),
  row({
    action: 'reopen',
    from: 'rejected',
    to: 'returned',
    by: ['province'],
    needsReason: true,
  }),
  row({
    action: 'reopen',
    from: 'withdrawn',
    to: 'draft',
    by: ['owner', 'unitEditor', 'province'],
  }),
]

export function rowsFor(action: Action): WorkflowRow[] {
  return workflow.filter((item) => item.action === action)
}

/** The row of an action in a state, or null when the action is not possible from there. */
export function rowOf(action: Action, status: Status): WorkflowRow | null {
  return workflow.find((item) => item.action === action && item.from === status) ?? null
}

export function isStatus(value: unknown): value is Status {
  return (statuses as readonly unknown[]).includes(value)
}

export function isAction(value: unknown): value is Action {
  return (actions as readonly unknown[]).includes(value)
}
