import type { PoolClient } from 'pg'
import type { Identity } from '../../../domain/participation/identity.ts'
import type { Database } from '../../database.ts'
import type { DeliveryLog } from '../../log.ts'
import { Problem, unavailable } from '../../problem.ts'
import { mergeParticipants } from './merge.ts'
import type { Pseudonyms } from './pseudonyms.ts'
import { tokenInvalid } from './token-invalid.ts'

export type Entering = {
  identities: readonly Identity[]
  /** What the client says of the person; what it does not say stays as it was. */
  said?: { member?: boolean; phoneVerified?: boolean }
  /** What was shown at the door and is used up by it. `issuer`: the client's row, 0: this house. */
  token: { issuer: number; jti: string; expiresAt: Date }
}

export type Entered = { participant: number; epoch: number; member: boolean }

export type Identities = {
  /**
   * Who this is: somebody known, several who now turn out to be one, or somebody new.
   *
   * @throws Problem 401 `token-invalid` for a token that was used before, 403 `participant-blocked`
   */
  enter: (entering: Entering) => Promise<Entered>
  /** @throws Problem 401 `token-invalid` when it was used before */
  useUp: (token: Entering['token']) => Promise<void>
}

type Named = { kind: string; issuer: string; hash: string }

// Any number that no other advisory lock uses.
const mergingLock = '7316220944117'
const deadlock = '40P01'
const tooSlow = ['55P03', '57014']

/** Participants and the identities that lead to them, by SQL; each entering is one transaction. */
export function openIdentities(
  database: Database,
  pseudonyms: Pseudonyms,
  log: DeliveryLog,
): Identities {
  const spend = async (client: PoolClient, { issuer, jti, expiresAt }: Entering['token']) => {
    const { rowCount } = await client.query(
      'insert into used_tokens (issuer, jti_hash, expires_at) values ($1, $2, $3) on conflict do nothing',
      [issuer, pseudonyms.ofToken(jti), expiresAt],
    )
    if (rowCount !== 1) throw tokenInvalid('replayed')
  }
  return {
    useUp: (token) => withPatience(() => database.write((client) => spend(client, token))),
    enter: ({ identities, said = {}, token }) =>
      withPatience(() =>
        database.write(async (client) => {
          await spend(client, token)
          const named = identities.map((identity) => ({
            kind: identity.kind,
            issuer: identity.issuer,
            hash: pseudonyms.ofIdentity(identity),
          }))
          await holdNames(client, named)
          const id = await find(client, named, log)
          const entered = await note(client, id, said)
          await learn(client, entered.participant, named)
          return entered
        }),
      ),
  }
}

// Tokens of one person that come at the same time wait for each other here, in an order that is the
// same for all.
async function holdNames(client: PoolClient, named: Named[]): Promise<void> {
  const locks = named
    .map(({ hash }) => Buffer.from(hash, 'base64url').readBigInt64BE())
    .sort((a, b) => (a < b ? -1 : 1))
  await client.query('select pg_advisory_xact_lock(k) from unnest($1::bigint[]) k', [
    locks.map(String),
  ])
}

async function find(
  client: PoolClient,
  named: Named[],
  log: DeliveryLog,
): Promise<number | undefined> {
  const known = await participantsOf(client, named)
  if (known.length < 2) return known[0]
  // One merging at a time: two that cross would else wait for each other's people.
  await client.query(`select pg_advisory_xact_lock(${mergingLock})`)
  const still = await participantsOf(client, named)
  if (still.length < 2) return still[0]
  const stays = await mergeParticipants(client, still)
  log.info({ participants: still, stays }, 'participants are one person')
  return stays
}

async function participantsOf(client: PoolClient, named: Named[]): Promise<number[]> {
  const { rows } = await client.query<{ id: number }>(
    `select distinct participant_id as id from participant_identities
     where (kind, issuer, subject_hash) in (select * from unnest($1::text[], $2::text[], $3::text[]))`,
    [
      named.map(({ kind }) => kind),
      named.map(({ issuer }) => issuer),
      named.map(({ hash }) => hash),
    ],
  )
  return rows.map(({ id }) => id)
}

type Row = { id: number; epoch: number; member: boolean; blocked: boolean; gone: boolean }

async function note(
  client: PoolClient,
  id: number | undefined,
  { member, phoneVerified }: NonNullable<Entering['said']>,
): Promise<Entered> {
  const { rows } = await client.query<Row>(
    id === undefined
      ? `insert into participants (member, phone_verified)
         values (coalesce($1, false), coalesce($2, false)) returning id, epoch, member, false as blocked, false as gone`
      : `update participants set seen_at = now(), member = coalesce($1, member),
           phone_verified = coalesce($2, phone_verified)
         where id = $3 returning id, epoch, member, blocked_at is not null as blocked,
           merged_into is not null or erased_at is not null as gone`,
    [member, phoneVerified, ...(id === undefined ? [] : [id])],
  )
  const row = rows[0]!
  // Merged or erased between our look and our lock: who it is now is found by looking again.
  if (row.gone) throw new Overtaken()
  if (row.blocked) throw new Problem('participant-blocked')
  return { participant: row.id, epoch: row.epoch, member: row.member }
}

async function learn(client: PoolClient, participant: number, named: Named[]): Promise<void> {
  await client.query(
    `insert into participant_identities (participant_id, kind, issuer, subject_hash)
     select $1, * from unnest($2::text[], $3::text[], $4::text[]) on conflict do nothing`,
    [
      participant,
      named.map(({ kind }) => kind),
      named.map(({ issuer }) => issuer),
      named.map(({ hash }) => hash),
    ],
  )
}

class Overtaken extends Error {}

// A deadlock with a step that somebody takes is undone by the database: the whole is done again.
async function withPatience<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      const code = (error as { code?: unknown }).code
      const mayPass = error instanceof Overtaken || code === deadlock
      if (mayPass && attempt < 4) continue
      if (mayPass || tooSlow.includes(code as string)) throw unavailable(error)
      throw error
    }
  }
}
