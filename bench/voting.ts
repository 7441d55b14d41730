import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { openNode } from './batch.ts'
import { fillShowcase } from './delivery-fill.ts'
import type { BenchDatabase, Ground } from './ground.ts'
import { median, report, type Line } from './line.ts'
import { startProcess } from './process.ts'
import { castAll, castUntil, noteBallots, type Ballots } from './vote-ballots.ts'
import { fillLedger, fillRound, totalsTime, type BenchRound } from './vote-fill.ts'

const bench = 'voting'
const entries = 1_500
// Fewer to look at it in a minute; what was asked for is 36 million.
const full = Number(process.env.BENCH_VOTES ?? 36_000_000)
const seconds = 12

/**
 * Votes over HTTP, each acknowledged after its commit, tokens checked, beside Payload's own create and
 * beside pgbench inserting one such row a transaction; then the same for one entry, on a ledger of 36
 * million rows, and ten minutes at an even rate. Every figure's run ends with a count: what was
 * acknowledged is in the ledger, no more and no less, or the benchmark fails.
 */
export async function voting(ground: Ground, only?: string): Promise<Line[]> {
  const parts: [string, (ground: Ground) => Promise<Line[]>][] = [
    ['rates', rates],
    ['full', fullLedger],
    ['sustained', sustained],
  ]
  const lines: Line[] = []
  for (const [name, run] of parts) {
    if (only && !name.includes(only)) continue
    process.stderr.write(`  ${name}\n`)
    lines.push(...(await run(ground)))
  }
  return lines
}

async function rates(ground: Ground): Promise<Line[]> {
  const database = await fillShowcase(await ground.database('voting'), entries)
  const round = await fillRound(database, 'bench')
  const create = await payloadCreates(database)
  const lines: Line[] = []
  for (const connections of [64, 1_000]) {
    const inserts = await pgbenchInserts(database, round, connections)
    const spread = await rateOf(database, round, connections, 'spread')
    const one = await rateOf(database, round, connections, 'one')
    const two = await rateOf(database, round, connections, 'spread', 2)
    const figures: [string, number, number, number][] = [
      ['votes over 1,500 entries; peer: payload.create over REST', spread, create, 40],
      ['all votes for one entry; peer: spread over 1,500', one, spread, 0.8],
    ]
    if (inserts !== null) {
      figures.push([
        'votes over 1,500 entries; peer: pgbench, one row a transaction',
        spread,
        inserts,
        1.5,
      ])
    }
    for (const [what, ours, peer, atLeast] of figures) {
      const name = `${what}, ${connections} connections`
      lines.push(report({ bench, case: name, ours, peer, unit: '1/s', atLeast }))
    }
    const what = `votes over 1,500 entries by a node of two processes; peer: by one, ${connections} connections`
    lines.push(report({ bench, case: what, ours: two, peer: spread, unit: '1/s' }))
  }
  return lines
}

async function fullLedger(ground: Ground): Promise<Line[]> {
  const database = await fillShowcase(await ground.database('voting_full'), entries)
  const round = await fillRound(database, 'bench')
  const before = await rateOf(database, round, 64, 'spread')
  process.stderr.write(`  ${full} rows into the ledger\n`)
  await fillLedger(database, round, full)
  const after = await rateOf(database, round, 64, 'spread')
  return [
    report({
      ...{ bench, case: `votes with ${full / 1e6} million in the ledger; peer: none in it` },
      ...{ ours: after, peer: before, unit: '1/s', atLeast: 0.8 },
    }),
    report({
      ...{
        bench,
        case: `tally of 1,500 entries with ${full / 1e6} million votes, beside the 5 ms asked for`,
      },
      ...{ ours: await totalsTime(database, round), peer: 5, unit: 'ms', want: 1 },
    }),
  ]
}

const minutes = Number(process.env.BENCH_MINUTES ?? 10)
const evenRate = 300

async function sustained(ground: Ground): Promise<Line[]> {
  const database = await fillShowcase(await ground.database('voting_sustained'), entries)
  const round = await fillRound(database, 'bench')
  const server = await startProcess(['scripts/start.mjs'], votingSettings(database))
  try {
    const ballots = await noteBallots(database, round, { count: minutes * 60 * evenRate })
    const asked = keepAsking(`${server.url}/api/photos?limit=20`, ground.people.province!.token)
    const cast = await castUntil(server.url, ballots, {
      connections: 64,
      seconds: minutes * 60 + 30,
      rate: evenRate,
    })
    const admin = await asked()
    await expectAll(database, ballots, cast.statuses['201'] ?? 0)
    if (cast.cast !== ballots.count || cast.statuses['201'] !== ballots.count) {
      throw new Error(`Of ${ballots.count} ballots: ${JSON.stringify(cast.statuses)}`)
    }
    return [
      report({
        ...{
          bench,
          case: `p99 of ${minutes} minutes at ${evenRate}/s, beside the 100 ms asked for`,
        },
        ...{ ours: cast.p99, peer: 100, unit: 'ms', want: 1 },
      }),
      report({
        ...{ bench, case: 'the admin’s list meanwhile, median; peer: at rest' },
        ...{ ours: median(admin.during), peer: median(admin.before), unit: 'ms' },
      }),
    ]
  } finally {
    await server.stop()
  }
}

async function rateOf(
  database: BenchDatabase,
  round: BenchRound,
  connections: number,
  over: 'spread' | 'one',
  processes = 1,
): Promise<number> {
  const server = await startProcess(['scripts/start.mjs'], {
    ...votingSettings(database),
    ROLE: 'delivery',
    DELIVERY_PROCESSES: String(processes),
  })
  try {
    // What is compiled while it runs is compiled then: the rate is the one that lasts.
    const warm = await noteBallots(database, round, { count: 20_000, over })
    await castAll(server.url, warm, { connections, seconds: 10 })
    const ballots = await noteBallots(database, round, { count: 240_000, over })
    const cast = await castAll(server.url, ballots, { connections, seconds })
    await expectAll(database, ballots, cast.cast)
    process.stderr.write(
      `  ${over}, ${connections}, ${processes} process(es): ${Math.round(cast.cast / cast.seconds)}/s, p99 ${cast.p99.toFixed(1)} ms\n`,
    )
    return cast.cast / cast.seconds
  } finally {
    await server.stop()
  }
}

function votingSettings({ settings }: BenchDatabase): Record<string, string> {
  return { ...settings, RATE_LIMIT_SCALE: '1000000' }
}

/** Nothing acknowledged is missing, nothing else is there. */
async function expectAll(database: BenchDatabase, ballots: Ballots, acknowledged: number) {
  const [row] = await database.sql(
    `select count(*)::int as count from votes where participant_id between $1 and $2`,
    [ballots.firstVoter, ballots.lastVoter],
  )
  // Ballots under way when time was up may have been written without anybody hearing of it.
  const more = row.count - acknowledged
  if (more < 0 || more > 1_000) {
    throw new Error(`${acknowledged} votes were acknowledged, ${row.count} are in the ledger`)
  }
}

/** Payload's REST create of such a row in a collection without rules or hooks, without a server before it. */
async function payloadCreates(database: BenchDatabase): Promise<number> {
  await database.sql(`create table peer_votes (id serial primary key, participant numeric, entry varchar,
    day numeric, place numeric, updated_at timestamptz(3) not null default now(), created_at timestamptz(3) not null default now())`)
  await database.sql('create unique index on peer_votes (participant, day, place)')
  const node = await openNode(database.settings, { bare: true })
  try {
    const asked = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) => ({
        ...{ method: 'POST' as const, path: '/peer-votes' },
        body: { participant: from + index, entry: `2022-PHO-${index % entries}`, day: 1, place: 1 },
      }))
    await node.run(asked(0, 200), 64)
    const count = 3_000
    const { ms } = await node.run(asked(1_000, count), 64)
    process.stderr.write(`  payload.create: ${Math.round((count / ms) * 1_000)}/s\n`)
    return (count / ms) * 1_000
  } finally {
    await node.close()
  }
}

/** Rows like those of the ledger, into a table with the same columns and keys; null without a pgbench. */
async function pgbenchInserts(
  database: BenchDatabase,
  round: BenchRound,
  connections: number,
): Promise<number | null> {
  const run = promisify(execFile)
  if (!(await run('pgbench', ['--version']).catch(() => null))) {
    process.stderr.write(
      '  no pgbench on the PATH (Debian: postgresql-contrib): no figure beside it\n',
    )
    return null
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'campaign-pgbench-'))
  try {
    await database.sql('drop table if exists peer_ledger; drop sequence if exists peer_voter')
    await database.sql(`create table peer_ledger (like ${round.leaf} including all)`)
    await database.sql('create sequence peer_voter cache 100')
    const script = path.join(folder, 'insert.sql')
    writeFileSync(
      script,
      `\\set n random(1, ${entries})
insert into peer_ledger (at, round_id, participant_id, number, client_id, period_turn, entry_turn, period_place, entry_turn_place, ballot)
values (clock_timestamp(), ${round.id}, nextval('peer_voter'), :n, 1, ${round.day}, ${round.day}, 1, 1, gen_random_uuid());
`,
    )
    const { stdout } = await run('pgbench', [
      ...['-n', '-M', 'prepared', '-f', script, '-c', String(connections), '-j', '2'],
      ...['-T', String(seconds), database.url],
    ])
    const rate = Number(/tps = ([\d.]+)/.exec(stdout)?.[1])
    process.stderr.write(`  pgbench, ${connections}: ${Math.round(rate)}/s\n`)
    return rate
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Asks an address of the staff's once a second: first 20 times, then until told to stop. */
function keepAsking(url: string, token: string) {
  const before: number[] = []
  const during: number[] = []
  let isOver = false
  const ask = async (times: number[]) => {
    const begun = performance.now()
    const response = await fetch(url, { headers: { authorization: `JWT ${token}` } })
    await response.text()
    if (response.status !== 200) throw new Error(`${url}: ${response.status}`)
    times.push(performance.now() - begun)
  }
  const asking = (async () => {
    while (!isOver) {
      await ask(during)
      await new Promise((resolve) => setTimeout(resolve, 1_000))
    }
  })()
  return async () => {
    isOver = true
    await asking
    for (let times = 0; times < 20; times += 1) await ask(before)
    return { before, during }
  }
}
