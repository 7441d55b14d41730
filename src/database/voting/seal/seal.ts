import { setImmediate as breathe } from 'node:timers/promises'
import {
  headBytes,
  nextHead,
  rowBytes,
  type LedgerRow,
  type VoidClass,
} from '../../../domain/voting/ledger.ts'
import { emptyFrontier, extend, frontierRoot, leafHash } from '../../../domain/voting/merkle.ts'
import type { Db } from './db.ts'
import { newestHead, publicHead, type PublicHead, type StoredHead } from './heads.ts'
import type { LedgerKeys } from './keys.ts'
import { nothingSealed, openNewRows, type NewVoid, type NewVote } from './new-rows.ts'
import { readNames, type Names } from './names.ts'
import { writeNodes, type Node } from './nodes.ts'
import { blockLevel, gatherParts } from './parts.ts'
import { placesOf } from './places.ts'
import { sha256 } from './sha256.ts'

export type Sealed = { heads: PublicHead[]; rows: number; busy: boolean }

/** Most rows of one head: they and their hashes are held in memory until it is written. */
const mostRows = 50_000
/** Rows that are fetched, and hashed, at once: the process has others to answer meanwhile. */
const slice = 500

/**
 * Puts everything that is committed and not sealed yet behind what is: votes first, each behind the ones
 * of older transactions, then voids. Writes as many heads as it takes, each in a transaction of its own,
 * with all its leaves; nothing new means no head. Whoever comes while another seals is told `busy`.
 *
 * @param client one connection, outside of a transaction
 * @throws LedgerRewound, and whatever PostgreSQL throws; the heads written till then stand
 */
export async function sealLedger({
  client,
  keys,
  ledger = 'votes',
  most = mostRows,
  mostHeads = Infinity,
}: {
  client: Db
  keys: LedgerKeys
  ledger?: string
  most?: number
  mostHeads?: number
}): Promise<Sealed> {
  const sealed: Sealed = { heads: [], rows: 0, busy: false }
  const { rows } = await client.query(`select pg_try_advisory_lock(${lock}) as mine`)
  if (!rows[0].mine) return { ...sealed, busy: true }
  try {
    let last = await newestHead(client)
    const fresh = await openNewRows(client, last ?? nothingSealed)
    try {
      // After the rows: whatever they name is there.
      const names = await readNames(client)
      while (sealed.heads.length < mostHeads) {
        const work = prepare({ last, keys, names, ledger })
        while (work.count() < most) {
          const votes = await fresh.votes(Math.min(slice, most - work.count()))
          if (votes.length === 0) break
          work.votes(votes)
          await breathe()
        }
        // A void may be of an older transaction than its vote: first all votes, then voids.
        while (work.count() < most) {
          const voids = await fresh.voids(Math.min(slice, most - work.count()))
          if (voids.length === 0) break
          work.voids(
            voids,
            await placesOf(
              client,
              voids.map(({ vote }) => vote),
            ),
          )
          await breathe()
        }
        if (work.count() === 0) break
        last = await work.write(client)
        sealed.heads.push(publicHead(last))
        sealed.rows += work.count()
      }
    } finally {
      await fresh.close().catch(() => undefined)
    }
  } finally {
    // With the connection the lock is gone, too.
    await client.query(`select pg_advisory_unlock(${lock})`).catch(() => undefined)
  }
  return sealed
}

const lock = '163300, 1'
// Bytes of a row are hashed at once and never kept.
const room = new Uint8Array(512)

type Beginning = { last: StoredHead | null; keys: LedgerKeys; names: Names; ledger: string }

/** The next head, while its rows come in. */
function prepare({ last, keys, names, ledger }: Beginning) {
  const from = last?.size ?? 0
  const { votesTx, votesId, voidsTx, voidsId } = last ?? nothingSealed
  const mark = { votesTx, votesId, voidsTx, voidsId }
  const parts = gatherParts(from)
  const nodes: Node[] = []
  const pseudonyms = new Map<number, Map<number, Buffer>>()
  let frontier = last?.frontier ?? emptyFrontier

  // A ballot's votes follow each other, and many people vote more than once in a head.
  const pseudonymOf = ({ round, participant }: NewVote): Buffer => {
    let known = pseudonyms.get(round)
    if (!known) pseudonyms.set(round, (known = new Map()))
    const voter = known.get(participant) ?? keys.pseudonym(names.round(round), participant)
    known.set(participant, voter)
    return voter
  }
  const grow = (leaves: Uint8Array[]) => {
    frontier = extend(sha256, frontier, leaves, (node, hash) => {
      if (node.level >= blockLevel) nodes.push({ ...node, hash })
    })
  }
  const hashOf = (row: LedgerRow) => leafHash(sha256, rowBytes(row, room)) as Buffer

  return {
    count: () => frontier.size - from,

    votes(votes: readonly NewVote[]): void {
      const leaves: Buffer[] = []
      for (const vote of votes) {
        const seq = frontier.size + leaves.length
        const voter = pseudonymOf(vote)
        const round = names.round(vote.round)
        const entry = names.entry(vote.round, vote.number)
        const hash = hashOf({ kind: 'vote', seq, at: vote.at, round, entry, voter })
        leaves.push(hash)
        parts.add('vote', vote.id, hash, voter)
      }
      mark.votesTx = votes.at(-1)!.tx
      mark.votesId = votes.at(-1)!.id
      grow(leaves)
    },

    voids(voids: readonly NewVoid[], places: ReadonlyMap<string, number>): void {
      const leaves: Buffer[] = []
      for (const one of voids) {
        const of = places.get(one.vote) ?? parts.placeOf(one.vote)
        if (of === undefined)
          throw new Error(`Void ${one.id} takes back a vote ${one.vote} that is not there`)
        const [round, entry] = [names.round(one.round), names.entry(one.round, one.number)]
        const common = { seq: frontier.size + leaves.length, at: one.at, round, entry, of }
        const hash = hashOf({
          kind: 'void',
          ...common,
          class: one.class as VoidClass,
          case: one.case,
        })
        leaves.push(hash)
        parts.add('void', one.id, hash, null)
        ;[mark.voidsTx, mark.voidsId] = [one.tx, one.id]
      }
      grow(leaves)
    },

    async write(db: Db): Promise<StoredHead> {
      await db.query('begin')
      try {
        const { rows } = await db.query(
          `select floor(extract(epoch from clock_timestamp()) * 1000)::bigint as now`,
        )
        const head = nextHead(sha256, last, {
          ledger: last?.ledger ?? ledger,
          size: frontier.size,
          root: frontierRoot(sha256, frontier),
          // Clocks are set back at times; the chain never is.
          at: Math.max(Number(rows[0].now), last?.at ?? 0),
        })
        const signature = keys.sign(headBytes(head))
        const written: StoredHead = { ...head, ...mark, key: keys.id, signature, frontier }
        await writeHead(db, written, keys)
        await parts.write(db, head.number)
        await writeNodes(db, nodes)
        await db.query('commit')
        return written
      } catch (error) {
        await db.query('rollback').catch(() => undefined)
        throw error
      }
    },
  }
}

async function writeHead(db: Db, head: StoredHead, keys: LedgerKeys): Promise<void> {
  await db.query(`insert into ledger_keys (id, public) values ($1, $2) on conflict do nothing`, [
    keys.id,
    keys.publicKey,
  ])
  await db.query(
    `insert into ledger_heads (number, ledger, size, root, previous, at, key_id, signature, peaks,
       votes_tx, votes_id, voids_tx, voids_id)
     values ($1, $2, $3, $4, $5, to_timestamp($6::numeric / 1000), $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...[head.number, head.ledger, head.size, head.root, head.previous, head.at, head.key],
      ...[head.signature, Buffer.concat(head.frontier.peaks)],
      ...[head.votesTx, head.votesId, head.voidsTx, head.voidsId],
    ],
  )
}
