import type { PayloadRequest } from 'payload'
import { idOf } from '../fields/id-of.ts'
import type { Rule } from './rule.ts'

export type Role = 'province' | 'editor' | 'judge' | 'supervisor'

/** The logged-in person as the rules see one. `unitPath` is '' for people without a unit. */
export type Person = {
  id: number
  name: string
  role: Role
  unitId: number | null
  unitPath: string
}

/** The person behind a request; an account that was switched off counts as nobody. */
export function personOf(req: Pick<PayloadRequest, 'user'>): Person | null {
  const user = req.user
  if (!user || user.collection !== 'users' || user.active === false) return null
  return {
    id: user.id as number,
    name: user.name ?? '',
    role: user.role as Role,
    unitId: idOf(user.unit),
    unitPath: user.unitPath ?? '',
  }
}

export const anyone: Rule = () => true

export const nobody: Rule = () => false

export const staff: Rule = ({ req }) => personOf(req) !== null

export const province: Rule = ({ req }) => personOf(req)?.role === 'province'

export const supervisor: Rule = ({ req }) => personOf(req)?.role === 'supervisor'

/** An editor with a unit: without one there is no scope, so there are no powers. */
export const editor: Rule = ({ req }) => {
  const person = personOf(req)
  return person?.role === 'editor' && person.unitPath !== ''
}

/** Staff but the judges: they work blind and never see who stands behind a work. */
export const staffButJudges: Rule = ({ req }) => {
  const role = personOf(req)?.role
  return role !== undefined && role !== 'judge'
}
