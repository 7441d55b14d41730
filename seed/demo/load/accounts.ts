import type { Payload } from 'payload'
import type { User } from '../../../src/payload-types.ts'
import { demoPassword, demoPeople, organiser } from '../cast.ts'
import type { People } from './request.ts'

/**
 * The account that sets the demo up. It alone is made past the access rules: before it there is nobody
 * of the demo who could.
 */
export async function loadOrganiser(payload: Payload): Promise<User> {
  const { docs } = await payload.find({
    collection: 'units',
    where: { kind: { equals: 'province' } },
    limit: 1,
    depth: 0,
  })
  const province = docs[0]
  if (!province) throw new Error('There is no provincial union: start the system once, then load.')
  const known = await found(payload, [organiser])
  const { name, role } = demoPeople.find(({ email }) => email === organiser)!
  return (
    known.get(organiser) ??
    (await payload.create({
      collection: 'users',
      data: {
        email: organiser,
        password: demoPassword,
        name,
        role,
        unit: province.id,
        active: true,
      },
      depth: 0,
    }))
  )
}

/** Adds the accounts that are not there yet, by their e-mail. Returns the whole cast. */
export async function loadAccounts(
  payload: Payload,
  { user, units }: { user: User; units: ReadonlyMap<string, number> },
): Promise<People> {
  const people = await found(
    payload,
    demoPeople.map(({ email }) => email),
  )
  for (const { email, name, role, unit } of demoPeople) {
    if (people.has(email)) continue
    const data = {
      email,
      password: demoPassword,
      name,
      role,
      unit: unit === null ? null : units.get(unit)!,
      active: true,
    }
    const made = await payload.create({
      collection: 'users',
      data,
      depth: 0,
      overrideAccess: false,
      user,
    })
    people.set(email, made)
  }
  return people
}

async function found(payload: Payload, emails: string[]): Promise<Map<string, User>> {
  const { docs } = await payload.find({
    collection: 'users',
    where: { email: { in: emails } },
    pagination: false,
    depth: 0,
  })
  return new Map(docs.map((doc) => [doc.email, doc]))
}
