import { randomBytes } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import type { Person } from '../../access/person.ts'
import { seal } from '../../database/sealed.ts'
import { inTransaction, query, sql } from '../../database/sql.ts'
import { keyState, mostValidKeys, type KeyState } from '../../domain/participation/client-keys.ts'
import type { KeyAlgorithm } from '../../domain/participation/clients.ts'
import { environment } from '../../environment.ts'
import { refusal } from '../../hooks/refuse.ts'
import type { PublicKey } from './keys-public.ts'

/** A key as the province sees it: never the secret, and of a pair not even the public half. */
export type ShownKey = {
  id: number
  kid: string
  algorithm: KeyAlgorithm
  state: KeyState
  notAfter: string | null
  createdAt: string
  createdBy: string
  revokedAt: string | null
  revokedBy: string | null
  lastUsedAt: string | null
}

type Row = Omit<ShownKey, 'state'>

/** All keys that a client ever had, the newest first. */
export async function keysOf(req: PayloadRequest, client: number): Promise<ShownKey[]> {
  const rows = await query<Row>(
    req,
    sql`select id, kid, algorithm, not_after as "notAfter", created_at as "createdAt",
        created_by_name as "createdBy", revoked_at as "revokedAt", revoked_by_name as "revokedBy",
        last_used_at as "lastUsedAt"
      from client_keys where client_id = ${client} order by id desc`,
  )
  return rows.map((row) => ({ ...shown(row), state: stateOf(row) }))
}

/**
 * Makes a shared secret. It is given back here and never again; stored it is sealed.
 *
 * @throws 404, 409 `too-many-keys`
 */
export async function makeSecret(
  req: PayloadRequest,
  { client, by, notAfter }: { client: number; by: Person; notAfter: Date | null },
): Promise<{ kid: string; secret: string }> {
  const kid = `hs-${randomBytes(9).toString('base64url')}`
  const secret = randomBytes(32).toString('base64url')
  const { fieldKey, fieldKeyId } = environment()
  await inTransaction(req, async () => {
    await holdRoom(req, client, 1)
    await query(
      req,
      sql`insert into client_keys (client_id, kid, algorithm, secret, not_after, created_by, created_by_name)
        values (${client}, ${kid}, 'HS256', ${seal(secret, { id: fieldKeyId, key: fieldKey })},
          ${notAfter?.toISOString() ?? null}, ${by.id}, ${by.name})`,
    )
  })
  return { kid, secret }
}

/**
 * Lets a client in by its own key pairs.
 *
 * @throws 404, 409 `too-many-keys`, `kid-taken`
 */
export async function addPublicKeys(
  req: PayloadRequest,
  {
    client,
    by,
    notAfter,
    keys,
  }: { client: number; by: Person; notAfter: Date | null; keys: PublicKey[] },
): Promise<void> {
  await inTransaction(req, async () => {
    await holdRoom(req, client, keys.length)
    for (const { kid, algorithm, jwk } of keys) {
      const added = await query(
        req,
        sql`insert into client_keys (client_id, kid, algorithm, public_jwk, not_after, created_by, created_by_name)
          values (${client}, ${kid}, ${algorithm}, ${JSON.stringify(jwk)}::jsonb,
            ${notAfter?.toISOString() ?? null}, ${by.id}, ${by.name})
          on conflict (kid) do nothing returning id`,
      )
      if (added.length === 0) throw kidTaken(kid)
    }
  })
}

/** Shuts a key out, for good. A key that was revoked before stays as it was. */
export async function revokeKey(
  req: PayloadRequest,
  { client, key, by }: { client: number; key: number; by: Person },
): Promise<void> {
  const [row] = await query<{ id: number }>(
    req,
    sql`select id from client_keys where id = ${key} and client_id = ${client}`,
  )
  if (!row) throw refusal(404, { zh: '没有这把密钥', en: 'No such key' }, { code: 'not-found' })
  await query(
    req,
    sql`update client_keys set revoked_at = now(), revoked_by = ${by.id}, revoked_by_name = ${by.name}
      where id = ${key} and revoked_at is null`,
  )
}

// The client's row is the lock: two who add at the same time do not both find room.
async function holdRoom(req: PayloadRequest, client: number, wanted: number): Promise<void> {
  const [row] = await query(req, sql`select id from api_clients where id = ${client} for update`)
  if (!row)
    throw refusal(404, { zh: '没有这个接入方', en: 'No such client' }, { code: 'not-found' })
  const [{ count } = { count: 0 }] = await query<{ count: number }>(
    req,
    sql`select count(*)::int as count from client_keys where client_id = ${client}
      and revoked_at is null and (not_after is null or not_after > now())`,
  )
  if (count + wanted <= mostValidKeys) return
  throw refusal(
    409,
    {
      zh: `同时有效的密钥最多 ${mostValidKeys} 把，现有 ${count} 把；请先停用一把`,
      en: `A client has at most ${mostValidKeys} valid keys, and has ${count}: revoke one first`,
    },
    { code: 'too-many-keys', count, maximum: mostValidKeys },
  )
}

function kidTaken(kid: string) {
  return refusal(
    409,
    { zh: `已有 kid 为 ${kid} 的密钥`, en: `There is a key with the kid ${kid} already` },
    { code: 'kid-taken', path: 'publicKey' },
  )
}

function shown(row: Row): Row {
  const instant = (value: string | null) => value && new Date(value).toISOString()
  return {
    ...row,
    notAfter: instant(row.notAfter),
    createdAt: instant(row.createdAt)!,
    revokedAt: instant(row.revokedAt),
    lastUsedAt: instant(row.lastUsedAt),
  }
}

function stateOf({ revokedAt, notAfter }: Row): KeyState {
  const date = (value: string | null) => (value ? new Date(value) : null)
  return keyState({ revokedAt: date(revokedAt), notAfter: date(notAfter) }, new Date())
}
