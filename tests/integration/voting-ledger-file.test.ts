import { mkdtempSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { auditFile } from '../../src/database/voting/seal/audit-file.ts'
import { checkReceipt } from '../../src/database/voting/seal/check-receipt.ts'
import { ledgerFile, ledgerKeys, proofOf, UnknownRound } from '../../src/database/voting/seal.ts'
import { verify } from '../../scripts/ledger/verify.ts'
import { totalOf, type LedgerFaultCode } from '../../src/domain/voting/ledger.ts'
import { testDatabase, type TestDatabase } from '../harness/database.ts'
import { until } from '../harness/delivery.ts'
import { castVotes, plainRound, testKeys, voidVotes, votesOf } from '../harness/ledger.ts'
import { sealAll } from '../harness/seal-all.ts'

let database: TestDatabase
let client: pg.Client
let photos: number
let votes: string[]
/** The whole ledger, as it was sealed. */
let sound: string

beforeAll(async () => {
  database = await testDatabase()
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
  photos = await plainRound(client, 'photos')
  const videos = await plainRound(client, 'videos')
  votes = await castVotes(client, photos, 20)
  await castVotes(client, videos, 7)
  await seal()
  await voidVotes(client, photos, [votes[3]!, votes[8]!])
  votes.push(...(await castVotes(client, photos, 10)))
  await seal()
  await castVotes(client, videos, 3)
  await seal()
  sound = await written()
})

afterAll(async () => {
  await client.end()
  await database.drop()
})

const seal = () => sealAll(client)

const photosCast = async () => ({
  round: photos,
  slug: 'photos',
  votes: await votesOf(client, votes),
})

async function written(round?: string): Promise<string> {
  return textOf(ledgerFile({ client, keys: testKeys, round }))
}

async function textOf(file: AsyncIterable<Buffer>): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of file) pieces.push(piece)
  return Buffer.concat(pieces).toString()
}

type Options = Parameters<typeof auditFile>[1]
const trusted = { keys: [testKeys.publicKey] }
const audit = (file: string, options: Options = trusted) =>
  // In odd pieces: lines end where they like.
  auditFile(Readable.from(file.match(/[^]{1,1000}/g)!.map((one) => Buffer.from(one))), options)
const codesOf = async (file: string, options?: Options) =>
  (await audit(file, options)).faults.map(({ code }) => code)

/** The file after the database was changed by somebody whom its triggers do not stop. */
async function tampered(statement: string, values: unknown[] = []): Promise<string> {
  await client.query('begin')
  await client.query('set local session_replication_role = replica')
  await client.query(statement, values)
  await client.query('commit')
  return written()
}

describe('a ledger file', () => {
  it('is found whole, with the totals of the database', async () => {
    const { faults, tally, rows, heads, start } = await audit(sound)
    expect({ faults, rows, heads }).toEqual({ faults: [], rows: 42, heads: 3 })
    expect(start).toMatchObject({ round: null, rounds: [{ slug: 'photos' }, { slug: 'videos' }] })
    const { rows: counts } = await client.query(
      `select slug, entry, count(*)::int - count(vote_id)::int as total from votes v
       join ballot_rounds using (round_id) join ballot_candidates using (round_id, number)
       left join vote_voids w on w.round_id = v.round_id and w.vote_id = v.id group by 1, 2`,
    )
    const told = [...tally].flatMap(([slug, entries]) =>
      [...entries].map(([entry, own]) => ({ slug, entry, total: totalOf(own) })),
    )
    const byName = (one: { slug: string; entry: string }) => one.slug + one.entry
    const sorted = (list: any[]) => list.sort((a, b) => (byName(a) < byName(b) ? -1 : 1))
    expect(sorted(told)).toEqual(sorted(counts))
  })

  it('of one round keeps back the rows of others, and is checked all the same', async () => {
    const file = await written('photos')
    const { faults, tally, rows, keptBack } = await audit(file)
    expect({ faults, rows, keptBack }).toEqual({ faults: [], rows: 42, keptBack: 10 })
    expect(tally.get('photos')).toEqual((await audit(sound)).tally.get('photos'))
    expect([...tally.keys()]).toEqual(['photos'])
    await expect(written('nothing')).rejects.toThrow(UnknownRound)
  })

  it('is signed under the keys that it names, or those that are trusted', async () => {
    expect(await codesOf(sound, {})).toEqual([])
    const other = ledgerKeys(Buffer.alloc(32, 8))
    expect(new Set(await codesOf(sound, { keys: [other.publicKey] }))).toEqual(
      new Set(['signature-wrong', 'file-changed']),
    )
  })

  it('has the heads that were kept elsewhere, or says that it has not', async () => {
    const head = JSON.parse(sound.split('\n').find((line) => line.startsWith('{"head"'))!).head
    expect(await codesOf(sound, { ...trusted, heads: [head] })).toEqual([])
    const others = [
      { ...head, size: head.size - 1 },
      { ...head, number: 99 },
    ]
    expect(await codesOf(sound, { ...trusted, heads: others })).toEqual([
      'head-other',
      'head-other',
    ])
  })
})

const change = (all: readonly string[], at: number, by: (line: string) => string) =>
  all.with(at, by(all[at]!))

/** Changes one byte of a line's base64. */
function flip(line: string, name: string, where: number): string {
  const value = JSON.parse(line)
  const [first, second] = name.split('.') as [string, string | undefined]
  const [owner, field] = second ? [value[first], second] : [value, first]
  const bytes = Buffer.from(owner[field], 'base64')
  bytes[where % bytes.length]! ^= 1 + (where % 255)
  owner[field] = bytes.toString('base64')
  return JSON.stringify(value)
}

describe('whoever changes a file', () => {
  const lines = () => sound.split('\n').slice(0, -1)
  const isRow = (line: string) => line.startsWith('{"row"')
  const rowAt = (all: readonly string[], where: number) => {
    const rows = all.flatMap((line, index) => (isRow(line) ? index : []))
    return rows[where % rows.length]!
  }
  type Change = {
    name: string
    codes: LedgerFaultCode[]
    do: (all: string[], a: number, b: number) => string[]
  }
  const changes: Change[] = [
    {
      name: 'a row',
      codes: ['row-changed'],
      do: (all, a, b) => change(all, rowAt(all, a), (line) => flip(line, 'row', b)),
    },
    {
      name: 'the hash of a row',
      codes: ['row-changed', 'rows-changed'],
      do: (all, a, b) => change(all, rowAt(all, a), (line) => flip(line, 'leaf', b)),
    },
    {
      name: 'by leaving one out',
      codes: ['rows-changed'],
      do: (all, a) => all.toSpliced(rowAt(all, a), 1),
    },
    {
      name: 'by putting one in twice',
      codes: ['row-added'],
      do: (all, a, b) => all.toSpliced(rowAt(all, b), 0, all[rowAt(all, a)]!),
    },
    {
      name: 'the order',
      codes: ['row-moved'],
      do(all, a, b) {
        const [i, j] = [rowAt(all, a), rowAt(all, b)]
        const [one, other] = i === j ? [i, rowAt(all, b + 1)] : [i, j]
        return all.with(one, all[other]!).with(other, all[one]!)
      },
    },
    {
      name: 'a signature',
      codes: ['signature-wrong'],
      do: (all, a, b) => change(all, headAt(all, a), (line) => flip(line, 'head.signature', b)),
    },
    {
      name: 'a root',
      codes: ['signature-wrong', 'rows-changed'],
      do: (all, a, b) => change(all, headAt(all, a), (line) => flip(line, 'head.root', b)),
    },
    {
      name: 'by leaving out the newest head and its rows',
      codes: ['file-changed'],
      do: (all) => all.toSpliced(headAt(all, 1) + 1, all.length - 2 - headAt(all, 1)),
    },
    {
      name: 'by cutting it off',
      codes: ['file-cut'],
      do: (all, a) => all.slice(0, 1 + (a % (all.length - 1))),
    },
    {
      name: 'what it says of itself',
      codes: ['file-changed'],
      do: (all) => change(all, 0, (line) => line.replace('videos', 'movies')),
    },
    {
      name: 'by a line',
      codes: ['line-unreadable'],
      do: (all, a) => all.toSpliced(1 + (a % all.length), 0, '{}'),
    },
  ]
  const headAt = (all: readonly string[], which: number) =>
    all.flatMap((line, index) => (line.startsWith('{"head"') ? index : []))[which % 3]!

  it.each(changes)('$name is told so', async ({ codes, do: apply }) => {
    await fc.assert(
      fc.asyncProperty(fc.nat(1000), fc.nat(1000), async (a, b) => {
        const found = await codesOf(`${apply(lines(), a, b).join('\n')}\n`)
        expect(found).toEqual(expect.arrayContaining(codes))
      }),
      { numRuns: 15 },
    )
  })

  it('is told of any byte at all', async () => {
    const bytes = Buffer.from(sound)
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 2),
        fc.integer({ min: 1, max: 127 }),
        async (at, by) => {
          const changed = Buffer.from(bytes)
          changed[at]! ^= by
          const { faults } = await auditFile(Readable.from([changed]), trusted)
          expect(faults).not.toEqual([])
        },
      ),
      { numRuns: 150 },
    )
  })

  it('cannot forge one without the key', async () => {
    const forger = ledgerKeys(Buffer.alloc(32, 9))
    // A ledger of the forger's own, from its first vote on, under a key that the file names.
    const forged = (await testDatabase()) satisfies TestDatabase
    const own = new pg.Client({ connectionString: forged.url })
    await own.connect()
    try {
      await castVotes(own, await plainRound(own, 'photos'), 5)
      let file = ''
      await until(async () => {
        file = await textOf(ledgerFile({ client: own, keys: forger }))
        return file.includes('{"head"')
      })
      expect(await codesOf(file, {})).toEqual([])
      expect(await codesOf(file)).toContain('signature-wrong')
    } finally {
      await own.end()
      await forged.drop()
    }
  })
})

describe('the command', () => {
  const run = async (...args: string[]) => {
    const lines: string[] = []
    const status = await verify(args, (line) => void lines.push(line))
    return { status, said: lines.join('\n') }
  }

  it('prints totals and ends with 0, or names what is wrong and ends with 1', async () => {
    const folder = mkdtempSync(path.join(inject('workFolder'), 'ledger-'))
    const file = (name: string, content: string | Buffer) => {
      writeFileSync(path.join(folder, name), content)
      return path.join(folder, name)
    }
    const key = testKeys.publicKey.toString('base64url')
    const zipped = await run(file('sound.gz', gzipSync(sound)), '--key', key)
    expect(zipped).toMatchObject({ status: 0, said: expect.stringContaining('✓ 账本完好') })
    expect(zipped.said).toMatch(/ 4 {2}2022-PHO-000004 {2}\(6 票 votes，作废 void: automated 2\)/)
    expect(zipped.said).not.toContain('--key')

    const lines = sound.split('\n')
    const missing = await run(file('missing.jsonl', lines.toSpliced(5, 1).join('\n')))
    expect(missing).toMatchObject({ status: 1, said: expect.stringContaining('第 4 行缺失') })
    expect(missing.said).toContain('!! No key was given')
    expect(await run(file('cut.gz', gzipSync(sound).subarray(0, 500)))).toMatchObject({ status: 1 })
    expect((await run(path.join(folder, 'nowhere'))).said).toMatch(/^ENOENT/)
    expect((await run()).said).toMatch(/^npm run ledger:verify/)

    const proof = await proofOf({ db: client, ...(await photosCast()) })
    const receipt = file('receipt.json', JSON.stringify({ data: { receipt: 'r', proof } }))
    expect(await run('--receipt', receipt, '--key', key)).toMatchObject({ status: 0 })
    expect(await run('--receipt', receipt)).toMatchObject({ status: 1 })
    expect(await run(file('again.jsonl', sound), '--receipt', receipt, '--key', key)).toMatchObject(
      {
        status: 0,
      },
    )
  })
})

describe('a receipt', () => {
  it('is checked by itself', async () => {
    const proof = await proofOf({ db: client, ...(await photosCast()) })
    const keys = [testKeys.publicKey]
    const checked = checkReceipt({ proof }, keys)!
    expect(checked).toMatchObject({ isSigned: true, pending: 0 })
    expect(checked.rows.map(({ isIn }) => isIn)).not.toContain(false)
    // Thirty votes, two of them made void.
    expect(checked.rows).toHaveLength(32)

    const other = structuredClone(proof)
    const [first, second] = other.votes
    ;[first!.sealed!.row, second!.sealed!.row] = [second!.sealed!.row, first!.sealed!.row]
    expect(checkReceipt(other, keys)!.rows.slice(0, 2)).toMatchObject([
      { isIn: false },
      { isIn: false },
    ])
    expect(checkReceipt({ ...proof, head: { ...proof.head, size: 41 } }, keys)).toMatchObject({
      isSigned: false,
    })
    for (const nothing of [null, 7, {}, { proof: { votes: [{}] } }, { head: null, votes: [] }]) {
      expect(checkReceipt(nothing, keys)).toBeNull()
    }
  })
})

// The last: they change the rows themselves.
describe('a change in the database, past its triggers,', () => {
  it('of a vote is named by the row', async () => {
    const file = await tampered(`update votes set number = 2 where id = $1`, [votes[12]])
    expect((await audit(file)).faults).toMatchObject([
      { code: 'row-changed', rows: { from: 12, to: 13 } },
    ])
    await tampered(`update votes set number = 3 where id = $1`, [votes[12]])
  })

  it('that removes one is named by the row, also the last one', async () => {
    const { rows } = await client.query(`select * from votes where id = any($1::bigint[])`, [
      [votes[5]],
    ])
    const file = await tampered(`delete from votes where id = $1`, [votes[5]])
    expect((await audit(file)).faults).toMatchObject([
      { code: 'rows-missing', rows: { from: 5, to: 6 } },
    ])
    await tampered(`insert into votes select * from jsonb_populate_record(null::votes, $1)`, [
      rows[0],
    ])
    expect(await codesOf(await written())).toEqual([])
  })

  it('that adds one among sealed ones is named by its place', async () => {
    const file = await tampered(
      `insert into votes (id, tx, at, round_id, participant_id, number, client_id, ballot)
       select 900000, tx, at, round_id, 77, number, client_id, ballot from votes where id = $1`,
      [votes[5]],
    )
    const { faults } = await audit(file)
    expect(faults).toMatchObject([{ code: 'row-stray' }])
  })
})
