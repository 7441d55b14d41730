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

/** A worker who takes part through a client: no account of the staff's, and nothing but their own. */
export type Participant = {
  /** A row of the table `participants`. */
  id: number
  role: 'participant'
  /** The name of the client they came through, “江苏工会 App”. */
  cameFrom: string
}

/** Whoever takes a step: staff, or a participant with their own work. */
export type Actor = Person | Participant

/** The participant behind a request; only our own Local API calls carry one, no door lets one in. */
export function participantOf(req: Pick<PayloadRequest, 'user'>): Participant | null {
  const user = req.user as unknown as (Participant & { collection?: string }) | null
  if (user?.collection !== 'participants') return null
  return { id: user.id, role: 'participant', cameFrom: user.cameFrom }
}

/** The `user` of a Local API call that is made for a participant. */
export function asParticipant({ id, cameFrom }: Omit<Participant, 'role'>): PayloadRequest['user'] {
  return { collection: 'participants', id, role: 'participant', cameFrom } as never
}

/** What tells actors apart in a history of steps: a user's id, or `participant:<id>`. */
export function actorId(actor: Actor): number | string {
  return actor.role === 'participant' ? `participant:${actor.id}` : actor.id
}

export const anyone: Rule = () => true

export const nobody: Rule = () => false

export const staff: Rule = ({ req }) => personOf(req) !== null

export const province: Rule = ({ req }) => personOf(req)?.role === 'province'

export const supervisor: Rule = ({ req }) => personOf(req)?.role === 'supervisor'

/** An editor with a unit: without one there is no scope, so there are no powers. */
export const isOfUnit = ({ role, unitPath }: Person): boolean =>
  role === 'editor' && unitPath !== ''

export const editor: Rule = ({ req }) => {
  const person = personOf(req)
  return person !== null && isOfUnit(person)
}

/** Staff but the judges: they work blind and never see who stands behind a work. */
export const staffButJudges: Rule = ({ req }) => {
  const role = personOf(req)?.role
  return role !== undefined && role !== 'judge'
}

export const participant: Rule = ({ req }) => participantOf(req) !== null
