import type { SealingKey } from '../../../database/sealed.ts'
import { openAllowances, type Allow } from '../../allowances.ts'
import type { Database } from '../../database.ts'
import type { DeliveryLog } from '../../log.ts'
import { openClients, type Clients } from './clients.ts'
import { openExchange, type Exchange } from './exchange.ts'
import { openIdentities, type Identities } from './identities.ts'
import { openOneUse, type OneUse } from './one-use.ts'
import { openPseudonyms, type Pseudonyms } from './pseudonyms.ts'
import { openLiveSessions, type LiveSessions } from './sessions.ts'
import { openStates, type States } from './wechat-state.ts'
import type { WeChatSettings } from './wechat.ts'

/** Everything that tells who somebody is. */
export type Identity = {
  clients: Clients
  identities: Identities
  pseudonyms: Pseudonyms
  exchange: Exchange
  sessions: LiveSessions
  oneUse: OneUse
  states: States
  publicUrl: string
  wechat: WeChatSettings | undefined
}

type Given = {
  secret: string
  database: Database
  fieldKey?: SealingKey
  publicUrl?: string
  wechat?: WeChatSettings
  allow?: Allow
  log: DeliveryLog
}

export function openIdentity({
  secret,
  database,
  fieldKey,
  wechat,
  log,
  ...given
}: Given): Identity {
  const { publicUrl = '', allow = openAllowances(1) } = given
  const clients = openClients(database, log)
  const pseudonyms = openPseudonyms(secret)
  const identities = openIdentities(database, pseudonyms, log)
  const exchange = openExchange({ database, clients, identities, fieldKey, publicUrl, log })
  const sessions = openLiveSessions({
    ...{ secret, database, clients, exchange, allow },
  })
  return {
    ...{ clients, identities, pseudonyms, exchange, sessions },
    ...{ oneUse: openOneUse(secret), states: openStates(secret), publicUrl, wechat },
  }
}
