import type { KeyAlgorithm, RateTier, Scope } from '../../../domain/participation/clients.ts'
import type { Database } from '../../database.ts'
import type { DeliveryLog } from '../../log.ts'

export type Client = {
  /** A row of `api_clients`. */
  id: number
  /** What its tokens say as `iss`. */
  clientId: string
  /** “江苏工会 App”: where its people come from. */
  name: string
  scopes: readonly Scope[]
  /** Of its pages; also where people may be sent back to. */
  origins: readonly string[]
  rateTier: RateTier
  /** Switched on and not expired. */
  isOpen: boolean
}

export type ClientKey = {
  id: number
  kid: string
  algorithm: KeyAlgorithm
  /** Sealed; of `HS256` only. */
  secret: string | null
  publicJwk: Record<string, unknown> | null
  /** Neither revoked nor expired. */
  isOpen: boolean
  /** A minute and more went by since its use was last written down. */
  isUseDue: boolean
  client: Client
}

export type Clients = {
  /** As of some two seconds ago at most. */
  byId: (id: number) => Promise<Client | undefined>
  /** All of them by their rows, unless they would have to be read again. */
  known: () => ReadonlyMap<number, Client> | undefined
  byClientId: (clientId: string) => Promise<Client | undefined>
  /** Origins of all open clients; what was last known while the database is away. */
  origins: () => Promise<ReadonlySet<string>>
  /** A key as it is at this moment: one that was revoked opens nothing any more. */
  key: (kid: string) => Promise<ClientKey | undefined>
}

const freshFor = 2_000

const columns = `c.id, c.client_id as "clientId", c.name, c.rate_tier as "rateTier",
  coalesce(c.active, false) and (c.expires_at is null or c.expires_at > now()) as "isOpen",
  array(select text from api_clients_texts where parent_id = c.id and path = 'scopes' order by "order") as scopes,
  array(select text from api_clients_texts where parent_id = c.id and path = 'origins' order by "order") as origins`

/** The clients as the province keeps them. They are few, so all are read at once and kept shortly. */
export function openClients(database: Database, log: DeliveryLog): Clients {
  let known:
    { all: ReadonlyMap<number, Client>; origins: ReadonlySet<string>; at: number } | undefined
  let loading: Promise<void> | undefined

  const load = async () => {
    const all = await database.read<Client>('clients', `select ${columns} from api_clients c`)
    const open = all.filter(({ isOpen }) => isOpen)
    known = {
      all: new Map(all.map((client) => [client.id, client])),
      origins: new Set(open.flatMap(({ origins }) => origins)),
      at: performance.now(),
    }
  }
  const refreshed = () => (loading ??= load().finally(() => (loading = undefined)))
  const isFresh = () => known !== undefined && performance.now() - known.at < freshFor
  const all = async () => {
    if (!isFresh()) await refreshed()
    return known!.all
  }

  return {
    byId: async (id) => (await all()).get(id),
    known: () => (isFresh() ? known!.all : undefined),
    byClientId: async (clientId) =>
      [...(await all()).values()].find((client) => client.clientId === clientId),
    async origins() {
      const isOld = known === undefined || performance.now() - known.at > 5 * freshFor
      if (!isFresh()) {
        const refreshing = refreshed().catch((err) => {
          log.warn({ err }, 'the clients could not be read')
          // Who asks next need not wait for the same: what was known holds on.
          if (known) known.at = performance.now()
        })
        if (isOld) await refreshing
      }
      return known?.origins ?? new Set()
    },
    async key(kid) {
      const [row] = await database.read<Omit<ClientKey, 'client'> & { client: Client }>(
        'client key',
        `select k.id, k.kid, k.algorithm, k.secret, k.public_jwk as "publicJwk",
           k.revoked_at is null and (k.not_after is null or k.not_after > now()) as "isOpen",
           k.last_used_at is null or k.last_used_at < now() - interval '1 minute' as "isUseDue",
           (select row_to_json(o) from (select ${columns} from api_clients c where c.id = k.client_id) o) as client
         from client_keys k where k.kid = $1`,
        [kid],
      )
      return row
    },
  }
}
