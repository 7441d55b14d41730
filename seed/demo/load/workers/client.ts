import type { Payload } from 'payload'
import { unseal } from '../../../../src/database/sealed.ts'
import { queryAlone, sql } from '../../../../src/database/sql.ts'
import { personOf } from '../../../../src/access/person.ts'
import { environment } from '../../../../src/environment.ts'
import { makeSecret } from '../../../../src/plugins/participation/keys.ts'
import type { Campaign, User } from '../../../../src/payload-types.ts'
import { demoClient, demoTerms } from '../../participants/people.ts'
import { demoWords } from '../../participants/word-list.ts'
import { requestOf } from '../request.ts'
import type { ClientKey } from '../../participants/token.ts'

type Ground = { user: User; units: ReadonlyMap<string, number>; campaign: Campaign }

/**
 * The client of the demo with a shared secret, the terms, and a word list, each unless it is there.
 *
 * @returns the key to sign with; the same in every run while nobody revokes it
 */
export async function loadClient(
  payload: Payload,
  { user, units, campaign }: Ground,
): Promise<ClientKey> {
  const as = { depth: 0, overrideAccess: false, user } as const
  if (!campaign.terms?.version) {
    await payload.update({
      ...{ collection: 'campaigns', id: campaign.id, data: { terms: { ...demoTerms } }, ...as },
    })
  }
  const { title } = demoWords
  const lists = await payload.count({
    collection: 'word-lists',
    where: { title: { equals: title } },
  })
  if (lists.totalDocs === 0) {
    await payload.create({ collection: 'word-lists', data: { ...demoWords, active: true }, ...as })
  }
  const { clientId, unit, ...told } = demoClient
  const known = await payload.find({
    ...{ collection: 'api-clients', where: { clientId: { equals: clientId } }, limit: 1, ...as },
  })
  const client =
    known.docs[0] ??
    (await payload.create({
      collection: 'api-clients',
      data: { ...told, clientId, scopes: [...told.scopes], unit: units.get(unit)!, active: true },
      ...as,
    }))
  return { iss: clientId, ...(await keyOf(payload, { client: client.id, user })) }
}

async function keyOf(
  payload: Payload,
  { client, user }: { client: number; user: User },
): Promise<{ kid: string; secret: string }> {
  const [row] = await queryAlone<{ kid: string; secret: string }>(
    payload,
    sql`select kid, secret from client_keys where client_id = ${client} and algorithm = 'HS256'
      and revoked_at is null and (not_after is null or not_after > now()) order by id limit 1`,
  )
  if (row) {
    const { fieldKeyId, fieldKey } = environment()
    return { kid: row.kid, secret: unseal(row.secret, [{ id: fieldKeyId, key: fieldKey }]) }
  }
  const req = await requestOf(payload, user)
  return makeSecret(req, { client, by: personOf(req)!, notAfter: null })
}
