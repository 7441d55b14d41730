import { randomInt } from 'node:crypto'
import type { Payload } from 'payload'
import type { Environment } from '../src/environment.ts'

export type FirstAccount = { email: string; password: string }

// Without letters and digits that are taken for one another when read from a screen.
const alphabet = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789'

/**
 * Makes the province's first account when there is none at all.
 *
 * @returns it, when it was made now: its password is not to be had again
 */
export async function makeFirstAccount(
  payload: Payload,
  { adminEmail, adminPassword }: Environment,
): Promise<FirstAccount | undefined> {
  const { totalDocs } = await payload.count({ collection: 'users' })
  if (totalDocs > 0) return undefined
  const { docs } = await payload.find({
    collection: 'units',
    where: { kind: { equals: 'province' } },
    limit: 1,
    depth: 0,
  })
  const email = adminEmail ?? 'admin@example.org'
  const password =
    adminPassword ?? Array.from({ length: 20 }, () => alphabet[randomInt(alphabet.length)]).join('')
  await payload.create({
    collection: 'users',
    data: {
      email,
      password,
      name: '系统管理员',
      role: 'province',
      unit: docs[0]?.id ?? null,
      active: true,
    },
  })
  return { email, password }
}
