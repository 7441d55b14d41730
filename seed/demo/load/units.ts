import type { Payload } from 'payload'
import type { User } from '../../../src/payload-types.ts'
import { demoUnits } from '../cast.ts'

/** Adds the units that are not there yet, by their code. Returns all units' ids by code. */
export async function loadUnits(payload: Payload, user: User): Promise<Map<string, number>> {
  const { docs } = await payload.find({ collection: 'units', pagination: false, depth: 0 })
  const ids = new Map(docs.map(({ code, id }) => [code, id]))
  for (const { code, name, kind, parent } of demoUnits) {
    if (ids.has(code)) continue
    const data = { code, name, kind, parent: parent === null ? null : ids.get(parent)! }
    const { id } = await payload.create({
      collection: 'units',
      data,
      depth: 0,
      overrideAccess: false,
      user,
    })
    ids.set(code, id)
  }
  return ids
}
