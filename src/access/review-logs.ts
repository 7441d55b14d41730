import type { Where } from 'payload'
import { hostStatuses } from '../domain/workflow.ts'
import { province, supervisor } from './person.ts'
import { allOf, anyOf, type Rule } from './rule.ts'
import { aboutOwnUnits, ofHostedTracks } from './scope.ts'

/** Steps that began or ended where a host sees the work: not what went on in the unit before. */
export const atTheHostsDesk: Rule = () => {
  const seen = { in: [...hostStatuses] }
  const conditions: Where[] = [{ from: seen }, { to: seen }]
  return { or: conditions }
}

export const readReviewLogs = anyOf(
  province,
  supervisor,
  aboutOwnUnits,
  allOf(ofHostedTracks, atTheHostsDesk),
)
