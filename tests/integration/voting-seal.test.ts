import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readRow } from '../../src/domain/voting/ledger.ts'
import { leafHash, verifyConsistency, verifyInclusion } from '../../src/domain/voting/merkle.ts'
import { readPublicHead } from '../../src/database/voting/seal/heads.ts'
import { sha256 } from '../../src/database/voting/seal/sha256.ts'
import {
  consistencyOf,
  headsSince,
  proofOf,
  sealLedger,
  type BallotProof,
  type RowProof,
} from '../../src/database/voting/seal.ts'
import { testDatabase, type TestDatabase } from '../harness/database.ts'
import { castVotes, plainRound, testKeys, voidVotes, votesOf } from '../harness/ledger.ts'

let database: TestDatabase
let client: pg.Client
let round: number

beforeAll(async () => {
  database = await testDatabase()
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
  round = await plainRound(client, 'photos')
})

afterAll(async () => {
  await client.end()
  await database.drop()
})

const seal = (most?: number) => sealLedger({ client, keys: testKeys, most })
const prove = async (ids: readonly string[]) =>
  proofOf({ db: client, round, slug: 'photos', votes: await votesOf(client, ids) })

function holds({ head }: BallotProof, proof: RowProof | null): boolean {
  const { size, root } = readPublicHead(head)!
  return verifyInclusion(sha256, {
    ...{ leaf: proof!.seq, size, root },
    leafHash: leafHash(sha256, Buffer.from(proof!.row, 'base64')),
    proof: proof!.path.map((one) => Buffer.from(one, 'base64')),
  })
}

describe('the sealer', () => {
  it('makes no head when there is nothing new', async () => {
    expect(await seal()).toEqual({ heads: [], rows: 0, busy: false })
  })

  it('seals votes and proves them', async () => {
    const ids = await castVotes(client, round, 10)
    expect(await prove([ids[0]!])).toMatchObject({
      head: null,
      votes: [{ vote: ids[0], sealed: null, void: null }],
      sealsWithin: 60,
    })
    const { heads, rows } = await seal()
    expect({ heads: heads.length, rows }).toEqual({ heads: 1, rows: 10 })
    const proof = await prove(ids)
    expect(proof.votes).toHaveLength(10)
    expect(proof.sealsWithin).toBeNull()
    for (const { sealed } of proof.votes) expect(holds(proof, sealed)).toBe(true)
    expect(readRow(Buffer.from(proof.votes[6]!.sealed!.row, 'base64'))).toMatchObject({
      ...{ kind: 'vote', seq: 6, round: 'photos', entry: '2022-PHO-000002' },
      voter: testKeys.pseudonym('photos', 2),
    })
    expect(await seal()).toMatchObject({ rows: 0 })
  })

  it('seals voids behind their votes, and proves them', async () => {
    const ids = await castVotes(client, round, 3)
    await voidVotes(client, round, [ids[1]!])
    await seal()
    const proof = await prove(ids)
    expect(proof.votes.map((one) => one.void?.class)).toEqual([undefined, 'automated', undefined])
    expect(holds(proof, proof.votes[1]!.void!.sealed)).toBe(true)
    // Of a vote that an earlier head has.
    await voidVotes(client, round, [ids[0]!])
    expect((await prove(ids)).votes[0]!.void).toMatchObject({ sealed: null })
    await seal()
    const later = await prove(ids)
    expect(holds(later, later.votes[0]!.void!.sealed)).toBe(true)
    expect(holds(later, later.votes[2]!.sealed)).toBe(true)
  })

  it('writes as many heads as it takes, and every head is the beginning of every later one', async () => {
    const ids = await castVotes(client, round, 3_000)
    const { heads, rows } = await seal(700)
    expect({ heads: heads.length, rows }).toEqual({ heads: 5, rows: 3_000 })
    const proof = await prove(ids.filter((_, n) => n % 37 === 0))
    for (const { sealed } of proof.votes) expect(holds(proof, sealed)).toBe(true)
    const all = await headsSince(client)
    for (const from of all) {
      for (const to of all.slice(from.number)) {
        const between = (await consistencyOf({ db: client, from: from.number, to: to.number }))!
        const [old, late] = [readPublicHead(between.from)!, readPublicHead(between.to)!]
        const isBeginning = verifyConsistency(sha256, {
          ...{ old: old.size, oldRoot: old.root, size: late.size, root: late.root },
          proof: between.path.map((one) => Buffer.from(one, 'base64')),
        })
        expect(isBeginning).toBe(true)
      }
    }
  })
})
