import { Readable } from 'node:stream'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { finalVotes, type FinalVotes } from '../../src/database/judging/ranking/vote.ts'
import type { RunIn } from '../../src/database/run-in.ts'
import { readRow } from '../../src/domain/voting/ledger.ts'
import { leafHash, verifyConsistency, verifyInclusion } from '../../src/domain/voting/merkle.ts'
import { auditFile } from '../../src/database/voting/seal/audit-file.ts'
import { readPublicHead } from '../../src/database/voting/seal/heads.ts'
import { sha256 } from '../../src/database/voting/seal/sha256.ts'
import {
  catchUp,
  consistencyOf,
  headsSince,
  ledgerFile,
  LedgerRewound,
  proofOf,
  sealLedger,
  type BallotProof,
  type RowProof,
} from '../../src/database/voting/seal.ts'
import { roundLocks } from '../../src/database/voting/locks.ts'
import { openTeller } from '../../src/database/voting/teller.ts'
import { testDatabase, type TestDatabase } from '../harness/database.ts'
import { until } from '../harness/delivery.ts'
import { castVotes, plainRound, testKeys, voidVotes, votesOf } from '../harness/ledger.ts'
import { sealAll } from '../harness/seal-all.ts'
import { makeRound, makeVoter } from '../harness/voting.ts'

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

const seal = (most?: number) => sealAll(client, most)
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

describe('the head that a ranking names', () => {
  it('is the first that holds every vote and void, when their numbers get a digit more, too', async () => {
    const own = await plainRound(client, 'longer-numbers')
    const run: RunIn = async (text, values) => (await client.query(text, [...values])).rows
    const counted = async (most: number) => {
      expect(await finalVotes(run, own)).toEqual({ state: 'unsealed' })
      const { heads } = await seal(most)
      const { number, root } = readPublicHead(heads.at(-1)!)!
      const { fact, byEntry } = (await finalVotes(run, own)) as FinalVotes & { state: 'final' }
      expect(fact.head).toEqual({ number, root: Buffer.from(root).toString('hex') })
      expect([...byEntry.values()].reduce((sum, votes) => sum + votes, 0)).toBe(fact.total)
      return { total: fact.total, heads: heads.length }
    }
    await client.query(`update ballot_rounds set state = 'closed' where round_id = $1`, [own])
    const ids = await castVotes(client, own, 12_000)
    expect(await counted(1_000)).toEqual({ total: 12_000, heads: 12 })
    await voidVotes(client, own, ids.slice(0, 200))
    expect(await counted(50)).toEqual({ total: 11_800, heads: 4 })
  })

  it('waits for the ballots that were judged in time and are not written yet', async () => {
    const own = await plainRound(client, 'at-the-end')
    await castVotes(client, own, 10)
    await client.query(`update ballot_rounds set state = 'closed' where round_id = $1`, [own])
    await seal()
    const batch = new pg.Client({ connectionString: database.url })
    await batch.connect()
    await batch.query('begin')
    await batch.query(`select pg_advisory_xact_lock_shared(${roundLocks}, $1::int)`, [own])
    await castVotes(batch, own, 5)
    let isTold = false
    const asker = new pg.Client({ connectionString: database.url })
    await asker.connect()
    const run: RunIn = async (text, values) => (await asker.query(text, [...values])).rows
    const told = finalVotes(run, own).finally(() => (isTold = true))
    const waits = `select count(*)::int as count from pg_stat_activity
      where datname = current_database() and wait_event = 'advisory'`
    await until(async () => isTold || (await client.query(waits)).rows[0].count === 1)
    await batch.query('commit')
    expect(await told).toEqual({ state: 'unsealed' })
    await Promise.all([batch.end(), asker.end()])
  })
})

describe('while votes are under way', () => {
  const voters = 40
  const each = 4

  it('seals every one once, whoever else seals and whoever is cut off', async () => {
    const { slug } = await makeRound(client, {
      slug: 'under-way',
      entries: ['2022-PHO-000101', '2022-PHO-000102', '2022-PHO-000103', '2022-PHO-000104'],
    })
    const participants: number[] = []
    for (let n = 0; n < voters; n += 1) participants.push(await makeVoter(client))
    const pool = new pg.Pool({ connectionString: database.url, max: 3 })
    const log = { warn: () => undefined }
    const teller = openTeller({ pool, secret: 'a-secret-that-only-tests-know', log })
    let isOver = false

    const sealers = [0, 1].map(async (nth) => {
      let [heads, cutOff] = [0, 0]
      const goesOn = () => !isOver || cutOff < 2
      while (goesOn()) {
        const own = new pg.Client({ connectionString: database.url })
        own.on('error', () => undefined)
        await own.connect()
        const pid = (await own.query('select pg_backend_pid() as pid')).rows[0].pid
        // Somewhere in the middle: of reading, of hashing, of writing.
        const cut = setTimeout(
          () => {
            client.query('select pg_terminate_backend($1)', [pid]).catch(() => undefined)
          },
          3 + ((heads * 7 + nth * 5) % 23),
        )
        try {
          while (goesOn())
            heads += (await sealLedger({ client: own, keys: testKeys, most: 7 })).heads.length
        } catch {
          cutOff += 1
        }
        clearTimeout(cut)
        await own.end().catch(() => undefined)
      }
    })
    const votes = await Promise.all(
      participants.map(async (participant) => {
        const cast: string[] = []
        for (let n = 1; n <= each; n += 1) {
          const answer = await teller.cast({
            ...{ round: slug, participant, client: 1 },
            entries: [`2022-PHO-00010${n}`],
          })
          if (!answer.ok) throw new Error(JSON.stringify(answer))
          cast.push(...answer.votes.map((one) => one.id))
        }
        return cast
      }),
    )
    isOver = true
    await Promise.all(sealers)
    await teller.close()
    await pool.end()

    await seal()
    const { rows } = await client.query(
      `select u.id, count(*)::int as times from ledger_leaves, unnest(ids) u (id) where kind = 'vote' group by 1`,
    )
    const sealed = new Map(rows.map(({ id, times }) => [id, times]))
    for (const vote of votes.flat()) expect(sealed.get(vote)).toBe(1)
    const pieces: Buffer[] = []
    for await (const piece of ledgerFile({ client, keys: testKeys })) pieces.push(piece)
    const { faults, tally } = await auditFile(Readable.from(pieces), { keys: [testKeys.publicKey] })
    expect(faults).toEqual([])
    const totals = [...tally.get(slug)!.values()].map(({ votes: count }) => count)
    expect(totals).toEqual([voters, voters, voters, voters])
  })

  it('leaves out what a transaction may still write among them, until it is over', async () => {
    const slow = new pg.Client({ connectionString: database.url })
    await slow.connect()
    await slow.query('begin')
    const [early] = await castVotes(slow, round, 1)
    const [late] = await castVotes(client, round, 1)
    expect((await sealLedger({ client, keys: testKeys })).rows).toBe(0)
    await slow.query('commit')
    await slow.end()
    expect((await seal()).rows).toBe(2)
    const proof = await prove([early!, late!])
    expect(proof.votes.map(({ sealed }) => holds(proof, sealed))).toEqual([true, true])
    expect(proof.votes[0]!.sealed!.seq).toBeLessThan(proof.votes[1]!.sealed!.seq)
  })

  it('refuses to go on where transactions count anew, until they have caught up', async () => {
    await client.query('begin')
    await client.query('set local session_replication_role = replica')
    await client.query(
      `update ledger_heads set votes_tx = votes_tx + 20000 where number = (select max(number) from ledger_heads)`,
    )
    await client.query('commit')
    await expect(sealLedger({ client, keys: testKeys })).rejects.toThrow(LedgerRewound)
    expect(await catchUp(client)).toBeGreaterThan(0)
    expect(await catchUp(client)).toBe(0)
    const [vote] = await castVotes(client, round, 1)
    expect((await seal()).rows).toBe(1)
    const proof = await prove([vote!])
    expect(holds(proof, proof.votes[0]!.sealed)).toBe(true)
  })
})
