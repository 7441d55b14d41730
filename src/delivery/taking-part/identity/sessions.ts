import { LRUCache } from 'lru-cache'
import type { Allow } from '../../allowances.ts'
import { limitWrites } from '../../limits.ts'
import { Problem } from '../../problem.ts'
import type { Database } from '../../database.ts'
import type { Client, Clients } from './clients.ts'
import type { Exchange } from './exchange.ts'
import { gathered } from './gathered.ts'
import {
  isSessionToken,
  notSignedIn,
  openSessions,
  type Session,
  type SignedSession,
} from './session-token.ts'

/** A session as it is at this moment: its participant is there, its client still lets people in. */
export type LiveSessions = {
  issue: (session: Session, seconds: number) => Promise<string>
  /**
   * Whose token this is. A client's own token is taken in place of a session's, for one request.
   *
   * @throws Problem 401 `not-signed-in`, `token-invalid`, 403 `participant-blocked`
   */
  read: (token: string) => Promise<Session>
  /**
   * The same without a look at the participant: whoever acts on it has to see to it that the participant
   * is there, not blocked, and of this epoch. Says it at once when nobody has to be asked.
   */
  readSigned: (token: string) => Session | Promise<Session>
  /** The session of a token of the high tier that was read a moment ago; never asks anybody. */
  recall: (token: string) => Session | undefined
  /** Counts something that a participant changes. @throws Problem 429 `too-many-requests` */
  countWrite: (session: Session) => void
  /** On this node a participant's sessions are looked at afresh, from now on. */
  forget: (participant: number) => void
}

type Row = { id: number; epoch: number; blocked: boolean; gone: boolean }

// Voting reads thousands of sessions a second; what was true a moment ago holds this long.
const standsFor = 5_000

type Means = {
  secret: string
  database: Database
  clients: Clients
  exchange: Exchange
  /** Of what a participant may change in a minute. */
  allow: Allow
}

export function openLiveSessions(means: Means): LiveSessions {
  const { secret, database, clients, exchange, allow } = means
  const countWrite = limitWrites(allow)
  const tokens = openSessions(secret)
  const read = gathered((ids: readonly number[]) => readParticipants(database, ids))
  const participants = new LRUCache<number, Row>({ max: 20_000, ttl: standsFor })
  // Counts up with each who is to be looked at afresh: what was being read meanwhile is not kept.
  let forgotten = 0
  const participantOf = async (id: number): Promise<Row> => {
    const known = participants.get(id)
    if (known) return known
    const from = forgotten
    const row = (await read(id)) ?? nobody
    if (from === forgotten) participants.set(id, row)
    return row
  }
  const recent = new LRUCache<string, Session>({ max: 20_000, ttl: 60_000 })

  const signed = (token: string): Session | Promise<Session> => {
    const session = tokens.read(token)
    const known = clients.known()
    if (known) return live(token, session, known.get(session.client))
    return clients.byId(session.client).then((client) => live(token, session, client))
  }
  const live = (token: string, session: SignedSession, client: Client | undefined): Session => {
    if (!client?.isOpen) throw notSignedIn()
    const { participant, epoch } = session
    const { rateTier, name: cameFrom } = client
    const found = {
      ...{ participant, client: client.id, epoch, rateTier, cameFrom },
      // What the province took from the client it also took from the sessions under way.
      scopes: session.scopes.filter((scope) => client.scopes.includes(scope)),
    }
    // Those of all others are counted by their address alone.
    if (rateTier === 'high') recent.set(token, found)
    return found
  }

  return {
    issue: tokens.issue,
    countWrite: ({ participant }) => countWrite(participant),
    recall: (token) => recent.get(token),
    forget(participant) {
      forgotten += 1
      participants.delete(participant)
    },
    async read(token) {
      if (!isSessionToken(token)) return (await exchange(token)).session
      const session = await signed(token)
      const row = await participantOf(session.participant)
      if (row.gone || row.epoch !== session.epoch) throw notSignedIn()
      if (row.blocked) throw new Problem('participant-blocked')
      return session
    },
    readSigned(token) {
      if (isSessionToken(token)) return signed(token)
      return exchange(token).then(({ session }) => session)
    },
  }
}

const nobody: Row = { id: 0, epoch: 0, blocked: false, gone: true }

async function readParticipants(
  database: Database,
  ids: readonly number[],
): Promise<Map<number, Row>> {
  const rows = await database.read<Row>(
    'participants of sessions',
    `select id, epoch, blocked_at is not null as blocked,
       merged_into is not null or erased_at is not null as gone from participants where id = any($1::int[])`,
    [ids],
  )
  return new Map(rows.map((row) => [row.id, row]))
}
