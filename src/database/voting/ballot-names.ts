import { createHmac, randomUUID } from 'node:crypto'
import { hmacWith } from '../digest.ts'
import type { Ballot } from './batch.ts'
import type { Cast } from './cast.ts'
import { uuidOf } from './receipts.ts'

/**
 * What ballots are written under: those with a key always under the same name of their voter's, by which they
 * are found when they are sent again; others under a new one.
 */
export function ballotNames(secret: string): (cast: Cast) => Pick<Ballot, 'names' | 'mayBeThere'> {
  const hmac = hmacWith(createHmac('sha256', secret).update('names of ballots').digest())
  const nameFor = (round: string, key: string, id: number) =>
    uuidOf(hmac(`${id} ${round} ${key}`).subarray(0, 16))
  return ({ round, key }) => {
    if (key !== undefined) {
      return { names: (ids) => ids.map((id) => nameFor(round, key, id)), mayBeThere: true }
    }
    const name = [randomUUID() as string]
    return { names: () => name, mayBeThere: false }
  }
}
