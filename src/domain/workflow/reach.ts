import { statuses, type Standing, type Status } from './table.ts'

/** The states in which the hosts of a track see an entry that came from another unit. */
export const hostStatuses: readonly Status[] = ['recommended', 'accepted', 'published']

/** The supervisor sees everything that was ever submitted. */
export const supervisorStatuses: readonly Status[] = statuses.filter((status) => status !== 'draft')

/** What anonymous readers see. */
export const publicStatuses: readonly Status[] = ['published']

const stepsBack: Partial<Record<Status, Status>> = {
  submitted: 'submitted',
  recommended: 'submitted',
  accepted: 'recommended',
  published: 'accepted',
}

/** The state to which a change of content sends an entry, or null where no review has to see it. */
export function stepBack(status: Status): Status | null {
  return stepsBack[status] ?? null
}

// Source: the house plan's table “who may do what”. Reviewers between note, return and reject; of
// them only the province writes into somebody else's work.
const editors: Record<Status, readonly Standing[]> = {
  draft: ['owner', 'unitEditor', 'province'],
  returned: ['owner', 'unitEditor', 'province'],
  submitted: ['province'],
  recommended: ['province'],
  accepted: ['province'],
  published: ['province'],
  rejected: [],
  withdrawn: [],
}

/** The states in which somebody of this standing may change the content. */
export function editableStatuses(standing: Standing): Status[] {
  return statuses.filter((status) => editors[status].includes(standing))
}

/** May somebody with these standings change the content of an entry in this state? */
export function editableBy({
  status,
  standings,
}: {
  status: Status
  standings: ReadonlySet<Standing>
}): boolean {
  return editors[status].some((standing) => standings.has(standing))
}

/** Where a track starts to count an entry against a unit's quota. */
export type CountsFrom = 'submit' | 'recommend'

const counted: Record<CountsFrom, readonly Status[]> = {
  submit: ['submitted', 'recommended', 'accepted', 'published'],
  recommend: ['recommended', 'accepted', 'published'],
}

/** Does an entry in this state use up one of its unit's places? */
export function countsForQuota(status: Status, countsFrom: CountsFrom = 'submit'): boolean {
  return counted[countsFrom].includes(status)
}
