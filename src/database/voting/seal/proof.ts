import { rowBytes, type LedgerRow, type VoidClass } from '../../../domain/voting/ledger.ts'
import {
  consistencyRanges,
  inclusionRanges,
  proofOf as pathOf,
} from '../../../domain/voting/merkle.ts'
import type { Db } from './db.ts'
import { headOf, newestHead, publicHead, type PublicHead } from './heads.ts'
import { nodesFor } from './nodes.ts'
import { sha256 } from './sha256.ts'

/** That a row is in the tree of a head; bytes in base64. */
export type RowProof = {
  /** The row's number, which is that of its leaf. */
  seq: number
  /** What is hashed into the leaf: `SHA-256(0x00 ‖ row)`. */
  row: string
  /** The hashes beside the way from the leaf to the root, from the leaf up (RFC 9162, 2.1.3). */
  path: string[]
}

export type VoteProof = {
  vote: string
  /** Null: not sealed yet. */
  sealed: RowProof | null
  /** Null: the vote counts. */
  void: { class: VoidClass; at: string; sealed: RowProof | null } | null
}

export type BallotProof = {
  /** The newest head, which every proof leads to; null while no row is sealed. */
  head: PublicHead | null
  votes: VoteProof[]
  /** Seconds until what is pending is usually sealed; null when nothing is pending. */
  sealsWithin: number | null
}

/** How often the ledger is sealed, in seconds. */
export const sealEvery = 60

/** A vote as its table has it. */
export type CastVote = { id: string; at: Date; entry: string }

/**
 * Proves votes of one round, and their voids, by the newest head. Whoever asks has read the votes: they
 * are proved as given, so that a vote that is not what was sealed has a proof that does not hold.
 *
 * @param round id of the round
 * @param slug its public name
 */
export async function proofOf({
  db,
  round,
  slug,
  votes,
}: {
  db: Db
  round: number
  slug: string
  votes: readonly CastVote[]
}): Promise<BallotProof> {
  const ids = votes.map(({ id }) => id)
  const taken = await db.query(
    `select id, vote_id, ${ms('at')} as at, class, case_id from vote_voids
     where round_id = $1 and vote_id = any($2::bigint[])`,
    [round, ids],
  )
  const voidOf = new Map(taken.rows.map((one) => [one.vote_id as string, one]))
  const voteLeaves = await leavesOf(db, 'vote', ids)
  const voidLeaves = await leavesOf(
    db,
    'void',
    taken.rows.map(({ id }) => id),
  )
  // After the leaves: it seals all that were found.
  const head = await newestHead(db)

  const places = [...voteLeaves.values(), ...voidLeaves.values()].map(({ seq }) => seq)
  const ranges = head ? places.flatMap((seq) => inclusionRanges(seq, head.size)) : []
  const nodeAt = head ? await nodesFor(db, ranges, head.size) : () => new Uint8Array()
  const prove = (row: LedgerRow): RowProof => ({
    seq: row.seq,
    row: base64(rowBytes(row)),
    path: pathOf(sha256, inclusionRanges(row.seq, head!.size), nodeAt).map(base64),
  })

  const proofs = votes.map(({ id, at, entry }): VoteProof => {
    const leaf = voteLeaves.get(id)
    const taking = voidOf.get(id)
    const voided = taking && voidLeaves.get(taking.id)
    const common = { round: slug, entry }
    return {
      vote: id,
      sealed: leaf
        ? prove({ kind: 'vote', seq: leaf.seq, at: at.getTime(), ...common, voter: leaf.voter! })
        : null,
      void: taking
        ? {
            class: taking.class,
            at: new Date(Number(taking.at)).toISOString(),
            sealed:
              voided && leaf
                ? prove({
                    ...{ kind: 'void', seq: voided.seq, at: Number(taking.at), ...common },
                    ...{ of: leaf.seq, class: taking.class, case: String(taking.case_id) },
                  })
                : null,
          }
        : null,
    }
  })
  const isPending = proofs.some((one) => !one.sealed || (one.void && !one.void.sealed))
  return {
    head: head && publicHead(head),
    votes: proofs,
    sealsWithin: isPending ? sealEvery : null,
  }
}

/**
 * Proves that the tree of one head is the beginning of that of a later one (RFC 9162, 2.1.4): that nothing
 * sealed was changed, removed or put in between. Null: there is no such head, or they are the wrong
 * way round.
 */
export async function consistencyOf({
  db,
  from,
  to,
}: {
  db: Db
  from: number
  to: number
}): Promise<{ from: PublicHead; to: PublicHead; path: string[] } | null> {
  const [old, late] = [await headOf(db, from), await headOf(db, to)]
  if (!old || !late || old.size > late.size) return null
  const ranges = consistencyRanges(old.size, late.size)
  const nodeAt = await nodesFor(db, ranges, late.size)
  const path = pathOf(sha256, ranges, nodeAt).map(base64)
  return { from: publicHead(old), to: publicHead(late), path }
}

async function leavesOf(db: Db, kind: 'vote' | 'void', ids: readonly string[]) {
  const found = new Map<string, { seq: number; voter: Buffer | null }>()
  if (ids.length === 0) return found
  const { rows } = await db.query(
    `select u.id, l.from_seq + place - 1 as seq, substr(l.voters, 32 * place - 31, 32) as voter
     from unnest($1::bigint[]) u (id)
     join ledger_leaves l on l.span @> u.id and l.kind = $2
     cross join lateral (select array_position(l.ids, u.id)) p (place)
     where place is not null`,
    [ids, kind],
  )
  for (const { id, seq, voter } of rows) found.set(id, { seq: Number(seq), voter })
  return found
}

const ms = (column: string) => `(extract(epoch from ${column}) * 1000)::bigint`
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
