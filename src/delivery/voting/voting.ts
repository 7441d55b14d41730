import { LRUCache } from 'lru-cache'
import pg from 'pg'
import { openChallenges, type Challenges } from '../../database/voting/risk/challenges.ts'
import { openTraceHashes, type TraceHashes } from '../../database/voting/risk/hashes.ts'
import { openTraces, type Traces } from '../../database/voting/risk/traces.ts'
import { openReceipts, type Receipts } from '../../database/voting/receipts.ts'
import { openTeller, type Teller } from '../../database/voting/teller.ts'
import type { Allow } from '../allowances.ts'
import type { Changes } from '../changes.ts'
import type { Database } from '../database.ts'
import { limitVotes } from '../limits.ts'
import type { DeliveryLog } from '../log.ts'
import type { Identities } from '../taking-part/identity/identities.ts'
import { openCandidates, type Candidates } from './candidates.ts'
import { openProofDesk, type ProofDesk } from './challenge.ts'
import { openRoundDirectory, type RoundDirectory } from './directory.ts'
import { countRefusals, type RefusalCounts } from './refusal-counts.ts'
import { openVoterOrder, type VoterOrder } from './voter-order.ts'

/** All that takes votes on a node, and what it needs beside. */
export type Voting = {
  teller: Teller
  receipts: Receipts
  directory: RoundDirectory
  challenges: Pick<Challenges, 'challengeFor'>
  proofs: ProofDesk
  hashes: TraceHashes
  traces: Pick<Traces, 'note'>
  refusals: RefusalCounts
  order: VoterOrder
  candidates: Candidates
  /** Counts the ballots of one participant. @throws Problem 429 */
  countBallot: (session: { participant: number }) => void
  /** What reads the ledger beside the teller. */
  pool: pg.Pool
  /** Writes what waits, and gives the connections back. */
  close: () => Promise<void>
}

type Given = {
  databaseUrl: string
  secret: string
  database: Pick<Database, 'read'>
  changes: Changes
  identities: Pick<Identities, 'useUp'>
  allow: Allow
  /** Most that kept answers may take up; 0 keeps none. */
  cacheBytes: number
  /** How long to wait for a connection, in milliseconds. */
  connectWithin?: number
  log: DeliveryLog
}

const mostForCandidates = 32 * 2 ** 20

/** Connections of their own: votes wait neither for readers nor for the staff. */
export function openVoting(given: Given): Voting {
  const {
    databaseUrl,
    secret,
    database,
    changes,
    identities,
    allow,
    connectWithin = 2_000,
    log,
  } = given
  const pool = (max: number, name: string) => {
    const opened = new pg.Pool({
      connectionString: databaseUrl,
      max,
      connectionTimeoutMillis: connectWithin,
      statement_timeout: 10_000,
      lock_timeout: 5_000,
      idle_in_transaction_session_timeout: 20_000,
      idleTimeoutMillis: 30_000,
      keepAlive: true,
      application_name: name,
      options: '-c jit=off -c max_parallel_workers_per_gather=0',
    })
    opened.on('error', (err) => log.warn({ err }, 'a connection to the database broke'))
    return opened
  }
  const writing = pool(4, 'campaign-votes')
  const beside = pool(4, 'campaign-votes-beside')
  const countVotes = limitVotes(allow)
  const teller = openTeller({ pool: writing, secret, log })
  const challenges = openChallenges(beside, { log })
  const traces = openTraces({ pool: beside, log })
  const refusals = countRefusals({ pool: beside, log })
  return {
    ...{ teller, challenges, traces, refusals, pool: beside },
    receipts: openReceipts(secret),
    directory: openRoundDirectory(database),
    proofs: openProofDesk(secret, identities),
    hashes: rememberNetworks(openTraceHashes(secret)),
    order: openVoterOrder(secret),
    candidates: openCandidates(database, changes, Math.min(given.cacheBytes, mostForCandidates)),
    countBallot: ({ participant }) => countVotes(participant),
    async close() {
      challenges.close()
      await teller.close()
      await Promise.all([traces.close(), refusals.close()])
      await Promise.all([writing.end(), beside.end()])
    },
  }
}

// A factory votes from one address.
function rememberNetworks(hashes: TraceHashes): TraceHashes {
  const known = new LRUCache<string, { hash: string | null }>({ max: 20_000 })
  return {
    ...hashes,
    network(address) {
      const found = known.get(address)
      if (found) return found.hash
      const hash = hashes.network(address)
      known.set(address, { hash })
      return hash
    },
  }
}
