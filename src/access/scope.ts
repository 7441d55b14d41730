import type { PayloadRequest, Where } from 'payload'
import { scopeRange } from '../domain/unit-tree.ts'
import { idOf } from '../fields/id-of.ts'
import { participantOf, personOf } from './person.ts'
import type { Rule } from './rule.ts'

/** Documents of the person's own unit and all below it, by the document's `unitPath`. */
export const ofOwnUnits: Rule = ({ req }) => {
  const person = personOf(req)
  if (person?.role !== 'editor' || !person.unitPath) return false
  return withinUnit(person.unitPath)
}

/** Documents of the person's own unit and all below it, by the unit they point to (logs: never rewritten). */
export const aboutOwnUnits: Rule = ({ req }) => {
  const person = personOf(req)
  if (person?.role !== 'editor' || !person.unitPath) return false
  return inRange('unit.path', person.unitPath)
}

/** Documents of the units strictly below the person's own, by the document's `unitPath`. */
export const ofUnitsBelowOwn: Rule = ({ req }) => {
  const person = personOf(req)
  if (person?.role !== 'editor' || !person.unitPath) return false
  return { and: [withinUnit(person.unitPath), { unitPath: { not_equals: person.unitPath } }] }
}

/** Documents of the tracks that name the person's unit as host or co-host, by the document's `track`. */
export const ofHostedTracks: Rule = async ({ req }) => {
  const tracks = await hostedTracks(req)
  return tracks.length > 0 && { track: { in: tracks } }
}

/** The tracks themselves that name the person's unit as host or co-host. */
export const hostedByOwnUnit: Rule = ({ req }) => {
  const person = personOf(req)
  if (person?.role !== 'editor' || person.unitId === null) return false
  return hostedBy(person.unitId)
}

/** Documents that the person made. */
export const madeByOneself: Rule = ({ req }) => {
  const person = personOf(req)
  return person !== null && { createdBy: { equals: person.id } }
}

/** Documents that belong to the participant who asks. */
export const ofOneselfAsParticipant: Rule = ({ req }) => {
  const participant = participantOf(req)
  return participant !== null && { participantId: { equals: participant.id } }
}

/** For a field: the document that it stands in is the asking participant's own. */
export const inOnesOwnWork: Rule = ({ req, doc }) => {
  const participant = participantOf(req)
  const owner = (doc as { participantId?: unknown } | null | undefined)?.participantId
  return participant !== null && idOf(owner) === participant.id
}

/** The person's own account. */
export const oneself: Rule = ({ req }) => {
  const person = personOf(req)
  return person !== null && { id: { equals: person.id } }
}

/** A unit and all below it as a range over the digits-only path: one b-tree range in any collation. */
export function withinUnit(path: string): Where {
  return inRange('unitPath', path)
}

/** Ids of the tracks that the person's unit hosts or co-hosts; asked once a request. */
export async function hostedTracks(req: PayloadRequest): Promise<number[]> {
  const person = personOf(req)
  if (person?.role !== 'editor' || person.unitId === null) return []
  const known = req.context.hostedTracks as Promise<number[]> | undefined
  if (known) return known
  const asked = req.payload
    .find({
      collection: 'tracks',
      where: hostedBy(person.unitId),
      depth: 0,
      pagination: false,
      select: {},
      req,
    })
    .then(({ docs }) => docs.map(({ id }) => Number(id)))
  req.context.hostedTracks = asked
  return asked
}

function inRange(field: string, path: string): Where {
  const { from, below } = scopeRange(path)
  return { and: [{ [field]: { greater_than_equal: from } }, { [field]: { less_than: below } }] }
}

function hostedBy(unitId: number): Where {
  return { or: [{ host: { equals: unitId } }, { coHosts: { in: [unitId] } }] }
}
