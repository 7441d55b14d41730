import type { SealingKey } from '../../../database/sealed.ts'
import { clockSkew } from '../../../domain/participation/client-token.ts'
import { identitiesOf } from '../../../domain/participation/identity.ts'
import type { Database } from '../../database.ts'
import type { DeliveryLog } from '../../log.ts'
import type { ClientKey, Clients } from './clients.ts'
import { readClientToken } from './client-token.ts'
import type { Identities } from './identities.ts'
import type { Session } from './session-token.ts'

export type Exchanged = { session: Session; member: boolean }

/**
 * Takes a client's token for the person that it names; it is used up by that.
 *
 * @throws Problem 401 `token-invalid`, 403 `participant-blocked`
 */
export type Exchange = (token: string) => Promise<Exchanged>

type Means = {
  database: Database
  clients: Clients
  identities: Identities
  fieldKey: SealingKey | undefined
  publicUrl: string
  log: DeliveryLog
}

export function openExchange(means: Means): Exchange {
  const { clients, identities, fieldKey, publicUrl } = means
  const audiences = ['campaign', ...(publicUrl ? [publicUrl] : [])]
  return async (token) => {
    const { client, key, claims } = await readClientToken(token, { clients, fieldKey, audiences })
    const { participant, epoch, member } = await identities.enter({
      identities: identitiesOf(String(client.id), claims),
      said: { member: claims.member, phoneVerified: claims.phoneVerified },
      token: {
        issuer: client.id,
        jti: claims.jti,
        // Remembered until nobody would take it any more.
        expiresAt: new Date((claims.exp + 2 * clockSkew) * 1000),
      },
    })
    await noteUse(means, key)
    const { rateTier, name: cameFrom } = client
    const session = {
      ...{ participant, client: client.id, scopes: client.scopes, epoch },
      ...{ rateTier, cameFrom },
    }
    return { session, member }
  }
}

// To the minute is enough for “last used”, and it keeps the row from becoming a queue.
async function noteUse({ database, log }: Means, { id, isUseDue }: ClientKey): Promise<void> {
  if (!isUseDue) return
  try {
    await database.write((client) =>
      client.query(
        `update client_keys set last_used_at = now() where id in (
           select id from client_keys
           where id = $1 and (last_used_at is null or last_used_at < now() - interval '1 minute')
           for update skip locked)`,
        [id],
      ),
    )
  } catch (err) {
    log.warn({ err }, 'the use of a key was not noted')
  }
}
