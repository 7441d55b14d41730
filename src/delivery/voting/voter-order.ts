import { createCipheriv, createHmac } from 'node:crypto'
import { placesFor } from '../../domain/voting/order.ts'

export type VoterOrder = {
  /** Where the works of a round stand for `voter`; see `placesFor`. */
  placesFor: (who: { round: string; voter: string }, most: number) => (number: number) => number
}

const start = Buffer.alloc(16)

/** The order of works in which each voter sees them, the same on all nodes. */
export function openVoterOrder(secret: string): VoterOrder {
  const key = createHmac('sha256', secret).update('orders of voters').digest()
  const stream = (message: Uint8Array, length: number) => {
    const own = createHmac('sha256', key).update(message).digest()
    return createCipheriv('aes-256-ctr', own, start).update(Buffer.alloc(length))
  }
  return { placesFor: (who, most) => placesFor(stream, who, most) }
}
