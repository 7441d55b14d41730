import type { Visit } from './visit.ts'

/**
 * Counts a write: by account for whoever is logged in, by address for everybody (a city's office sits
 * behind one address, so that bound is wide) and narrowly for strangers.
 *
 * @throws TurnedAway 429 with Retry-After
 */
export async function countWrite({ caller, network, limits }: Visit): Promise<void> {
  await limits.take('writesByAddress', network)
  if (caller.account) await limits.take('writesByAccount', caller.account)
  else await limits.take('strangersWritesByAddress', network)
}

/** Counts what the admin's forms ask of the server while somebody types. */
export async function countFormState({ caller, network, limits }: Visit): Promise<void> {
  if (caller.account) await limits.take('formStateByAccount', caller.account)
  else await limits.take('strangersWritesByAddress', network)
}
