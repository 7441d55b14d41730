/** Requests of the demo's people: the loader does nothing that they could not do themselves. */
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import type { User } from '../../../src/payload-types.ts'

/** Accounts by e-mail. */
export type People = ReadonlyMap<string, User>

/** @throws when the plan names somebody whom the cast does not have */
export function personNamed(people: People, email: string): User {
  const person = people.get(email)
  if (!person) throw new Error(`There is no account ${email}`)
  return person
}

/** A request of this person, in the transaction of another one when given. */
export async function requestOf(
  payload: Payload,
  user: User,
  within?: PayloadRequest,
): Promise<PayloadRequest> {
  const req = await createLocalReq({ user: { ...user, collection: 'users' } }, payload)
  // Nobody is told of what happened in a demo.
  req.context.tellsNobody = true
  const transaction = await within?.transactionID
  if (transaction !== undefined) req.transactionID = transaction
  return req
}
