import type { PayloadRequest } from 'payload'
import { isSameOrBelow } from '../domain/unit-tree.ts'
import { idOf } from '../fields/id-of.ts'
import { participantOf, personOf } from './person.ts'
import { hostedTracks } from './scope.ts'

type Placed = { unitPath?: unknown; track?: unknown; participantId?: unknown } | null | undefined

/**
 * Who reads the phone numbers beside a work, and masked at that: the province, the supervisor, the
 * work's own side, its participant and its hosts. For everybody else who sees it once it is published there are none.
 */
export async function readMaskedContacts(req: PayloadRequest, entry: Placed): Promise<boolean> {
  const participant = participantOf(req)
  if (participant) return idOf(entry?.participantId) === participant.id
  const person = personOf(req)
  if (person?.role === 'province' || person?.role === 'supervisor') return true
  if (person?.role !== 'editor' || !entry) return false
  const path = typeof entry.unitPath === 'string' ? entry.unitPath : ''
  if (isSameOrBelow(path, person.unitPath)) return true
  return (await hostedTracks(req)).includes(idOf(entry.track) ?? -1)
}
