import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { PgDialect } from '@payloadcms/db-postgres/drizzle/pg-core'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findHome } from '../../src/database/embedded-home.ts'
import { startEmbeddedDatabase, type EmbeddedDatabase } from '../../src/database/embedded.ts'
import { up } from '../../src/database/migrations/20261122_163200_votes.ts'
import { foldVotes } from '../../src/database/voting/fold.ts'
import { openTeller } from '../../src/database/voting/teller.ts'
import { castBallots, type Acknowledged, type VoteLoad } from '../harness/vote-load.ts'
import { makeRound } from '../harness/voting.ts'

const entries = Array.from({ length: 20 }, (_, index) => `2022-PHO-${100 + index}`)
const crashes = 10
/** Acknowledged between two crashes. */
const between = 80
const program = path.resolve(import.meta.dirname, '../harness/vote-load.ts')

let folder: string
let database: EmbeddedDatabase
let load: Omit<VoteLoad, 'url' | 'from' | 'to'> & { round: number }
const acknowledged = new Map<number, Acknowledged>()
const kills: ChildProcess[] = []

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'voting-crash-'))
  chmodSync(folder, 0o755)
  await start()
  const client = await connect()
  await makeTables(client)
  const round = await makeRound(client, { slug: 'crashes', entries })
  const { rows } = await client.query(
    `insert into participants (created_at) select '2022-01-01' from generate_series(1, 2000) returning id`,
  )
  load = { slug: round.slug, round: round.id, entries, firstVoter: rows[0].id }
  await client.end()
})

afterAll(async () => {
  for (const child of kills) child.kill('SIGKILL')
  await database.stop()
  const { cluster } = findHome(folder)
  if (!cluster.startsWith(folder)) rmSync(path.dirname(cluster), { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
})

// A machine that stays up keeps what was handed to it: what is tried is the death of processes.
const start = async () => void (database = await startEmbeddedDatabase(folder, ['fsync=off']))

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: database.url })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

const firstMissing = () => {
  let ballot = 0
  while (acknowledged.has(ballot)) ballot += 1
  return ballot
}

function note(one: Acknowledged): void {
  const before = acknowledged.get(one.ballot)
  // Whoever asks again hears of the same vote.
  if (before) expect(one).toEqual(before)
  acknowledged.set(one.ballot, one)
}

/** Every acknowledged vote is there, and no ballot is there twice. */
async function expectAll(): Promise<void> {
  const client = await connect()
  const { rows } = await client.query<{ id: string; ballot: string; voter: number }>(
    'select id, ballot, participant_id as voter from votes where round_id = $1',
    [load.round],
  )
  expect(new Set(rows.map(({ ballot }) => ballot)).size).toBe(rows.length)
  const ids = new Set(rows.map(({ id, voter }) => `${voter} ${id}`))
  const lost = [...acknowledged.values()].filter(
    ({ voter, votes }) => !votes.every(({ id }) => ids.has(`${voter} ${id}`)),
  )
  expect(lost).toEqual([])
  await client.end()
}

async function expectTallies(): Promise<void> {
  const client = await connect()
  while ((await foldVotes(client)) > 0);
  const { rows } = await client.query(
    `select coalesce(t.number, l.number) as number, t.votes::int as tally, l.votes as ledger
     from vote_tallies t full join (select number, count(*)::int as votes from votes group by 1) l using (number)
     where t.votes is distinct from l.votes`,
  )
  expect(rows).toEqual([])
  await client.end()
}

test('a node that is killed under load loses nothing and doubles nothing, ten times', async () => {
  const ahead = () => {
    const child = spawn(process.execPath, ['--import', 'tsx/esm', program], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    kills.push(child)
    return child
  }
  let next = ahead()
  for (let crash = 0; crash < crashes; crash += 1) {
    const child = next
    if (crash + 1 < crashes) next = ahead()
    const from = firstMissing()
    const until = acknowledged.size + between
    child.stdin!.write(JSON.stringify({ ...load, url: database.url, from, to: 10_000 }))
    const isOver = once(child, 'exit')
    for await (const line of createInterface({ input: child.stdout! })) {
      note(JSON.parse(line) as Acknowledged)
      if (acknowledged.size >= until) child.kill('SIGKILL')
    }
    await isOver
  }
  await expectAll()
  await expectTallies()
})

test('a database that is killed under load loses nothing and doubles nothing, ten times', async () => {
  for (let crash = 0; crash < crashes; crash += 1) {
    const pool = new pg.Pool({ connectionString: database.url, max: 3 })
    pool.on('error', () => undefined)
    const teller = openTeller({ pool, secret: 'crashes', log: { warn: () => undefined } })
    const folding = foldAllTheWhile()
    const until = acknowledged.size + between
    await castBallots(teller, { ...load, from: firstMissing(), to: 10_000 }, (one) => {
      note(one)
      if (acknowledged.size === until) process.kill(database.pid, 'SIGKILL')
    })
    await folding
    await teller.close()
    await pool.end()
    await start()
  }
  await expectAll()
  await expectTallies()
})

test('what was under way is finished by asking again', async () => {
  const client = await connect()
  const pool = new pg.Pool({ connectionString: database.url, max: 3 })
  const teller = openTeller({ pool, secret: 'crashes', log: { warn: () => undefined } })
  const last = Math.max(...acknowledged.keys()) + 100
  await castBallots(teller, { ...load, from: firstMissing(), to: last }, note)
  await teller.close()
  await pool.end()
  const { rows } = await client.query('select count(*)::int as count from votes')
  expect(acknowledged.size).toBe(last)
  // A ballot beyond the last one may have been written when the database died.
  expect(rows[0].count - last).toBeLessThan(24)
  await expectAll()
  await expectTallies()
  await client.end()
})

/** Until the database is gone. */
async function foldAllTheWhile(): Promise<void> {
  // It may be gone before there is a connection.
  const client = await connect().catch(() => undefined)
  if (!client) return
  try {
    for (;;) await foldVotes(client)
  } catch {
    await client.end().catch(() => undefined)
  }
}

// What the ledger stands on, without Payload's tables and their ten seconds.
async function makeTables(client: pg.Client): Promise<void> {
  await client.query(`
    create function refuse_change() returns trigger language plpgsql as
      $$ begin raise exception '% is append-only', tg_table_name; end $$;
    create table users (id integer primary key);
    create table vote_cases (id integer primary key);
    create table campaigns (id integer primary key);
    insert into campaigns values (1);
    create table vote_rounds (id integer generated always as identity primary key, title text, slug text,
      campaign_id integer, window_from timestamptz, window_to timestamptz, counts_shown text, state text);
    create table participants (id integer generated always as identity primary key, created_at timestamptz not null,
      member boolean not null default false, epoch integer not null default 1, merged_into integer,
      blocked_at timestamptz, erased_at timestamptz);
    create index participants_merged_into on participants (merged_into) where merged_into is not null`)
  const dialect = new PgDialect()
  const db = { execute: (statement: never) => client.query(dialect.sqlToQuery(statement).sql) }
  await up({ db } as never)
}
