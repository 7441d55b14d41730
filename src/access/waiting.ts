import type { PayloadRequest, Where } from 'payload'
import { waitsFor } from '../domain/to-do.ts'
import type { Standing, Status } from '../domain/workflow.ts'
import { personOf } from './person.ts'
import { hostedTracks } from './scope.ts'

/** One state in which entries wait for a person, and the conditions that find them. */
export type Waiting = { standing: Standing; status: Status; conditions: Where[] }

/**
 * Where work waits for the person who asks. The conditions go with what the person may read: an
 * editor sees drafts, returned and submitted entries of their own units only, so the state alone
 * finds them; what waits for a host has to be told from the host's own entries on the same way.
 */
export async function waitingFor(req: PayloadRequest): Promise<Waiting[]> {
  const person = personOf(req)
  if (!person) return []
  if (person.role === 'province' || person.role === 'supervisor') return waiting(person.role, [])
  if (person.role !== 'editor' || !person.unitPath) return []
  const tracks = await hostedTracks(req)
  const asHost = tracks.length > 0 ? waiting('host', [{ track: { in: tracks } }]) : []
  return [...waiting('unitEditor', []), ...asHost]
}

/** A query in the shape that the admin's filters read: any of several lists of conditions. */
export function anyOfWaiting(list: readonly Waiting[]): Where {
  return { or: list.map(({ conditions }) => ({ and: conditions })) }
}

function waiting(standing: Standing, scope: Where[]): Waiting[] {
  return waitsFor(standing).map((status) => ({
    standing,
    status,
    conditions: [{ status: { equals: status } }, ...scope],
  }))
}
