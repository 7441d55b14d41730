import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { growth } from './delivery-growth.ts'
import { memory } from './delivery-memory.ts'
import { spreading } from './delivery-spreading.ts'
import { fillShowcase } from './delivery-fill.ts'
import type { BenchDatabase, Ground } from './ground.ts'
import { report, type Line } from './line.ts'
import { load, type Load } from './load.ts'
import { startProcess, type Running } from './process.ts'

const small = 1_500
const large = 100_000
const connections = [16, 256]
const limits = { RATE_LIMIT_SCALE: '1000000' }

export const nodeOf = {
  /** The product as `npm start` runs it: for Payload's own answers. */
  whole: ['scripts/start.mjs'],
  bare: ['--import', 'tsx', 'bench/bare-http.ts'],
}

/**
 * The public API against Payload's own REST and GraphQL for the same rows, and against what the machine
 * gives: a bare `node:http` with the same bytes, or with the same query. Then what 100,000 published
 * entries cost more than 1,500, how long a publication takes to another node, and the memory of a full
 * cache. Each figure beside its peer, one after the other, on the same machine in the same run.
 */
export async function delivery(ground: Ground, only?: string): Promise<Line[]> {
  const lines: Line[] = []
  // Filled when the first part asks for them.
  const filled = new Map<string, Promise<BenchDatabase>>()
  const database = (name: string, size: number) => {
    const known = filled.get(name) ?? ground.database(name).then((one) => fillShowcase(one, size))
    filled.set(name, known)
    return known
  }
  const few = () => database('delivery_small', small)
  const many = () => database('delivery_large', large)
  const parts: [string, () => Promise<Line[]>][] = [
    [`rates at ${small}`, async () => rates(await few(), small)],
    [`rates at ${large}`, async () => rates(await many(), large)],
    ['growth', async () => growth(await few(), await many())],
    ['spreading', async () => spreading(ground, await few())],
    ['memory', async () => memory(await many())],
  ]
  for (const [name, run] of parts) {
    if (only && !name.includes(only)) continue
    process.stderr.write(`  ${name}\n`)
    lines.push(...(await run()))
  }
  return lines
}

const list = '/v1/entries?kind=photos&limit=20'
const payloadList = '/api/photos?limit=20&sort=-publishedAt&depth=1&where[status][equals]=published'
const card =
  'id title summary theme publishedAt authors { name workplace } cover { url width height }'
const ourGraphql = `{ entries(kind: photos, limit: 20) { data { ${card} unit { name } track { slug title } } } }`
const payloadGraphql = `{ Photos(limit: 20, sort: "-publishedAt") { docs { publicId title summary theme publishedAt
  authors { name workplace } cover { sizes { card { url width height } } } unit { name } track { slug title } } } }`

async function rates(database: BenchDatabase, size: number): Promise<Line[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'campaign-bare-'))
  const running: Running[] = []
  const begin = async (args: string[], settings: Record<string, string>) => {
    const one = await startProcess(args, settings)
    running.push(one)
    return one
  }
  try {
    const settings = { ...database.settings, ...limits, NODE_ENV: 'production' }
    const warm = await begin(nodeOf.whole, settings)
    const body = path.join(folder, 'body.json')
    writeFileSync(body, await (await fetch(`${warm.url}${list}`)).text())
    const bytes = await begin([...nodeOf.bare, 'constant'], { BODY: body })
    const rows = await begin([...nodeOf.bare, 'pg'], {
      DATABASE_URL: database.url,
      STATEMENT: await statementOf(database),
    })
    const cold = await begin(nodeOf.whole, {
      ...settings,
      DATA_DIR: path.join(folder, 'cold'),
      CACHE_BYTES: '0',
    })
    const [one] = await database.sql(
      `select id, entry_id from showcase_entries where kind = 'photos' order by id limit 1`,
    )
    const lines: Line[] = []
    for (const count of connections) {
      const rate = async (given: Omit<Load, 'connections'>) =>
        (await load({ ...given, connections: count })).rate
      const graphql = (url: string, query: string, more: Partial<Load> = {}) =>
        rate({
          url,
          method: 'POST',
          body: JSON.stringify({ query }),
          headers: { 'content-type': 'application/json' },
          ...more,
        })
      const ours = {
        warm: await rate({ url: `${warm.url}${list}` }),
        one: await rate({ url: `${warm.url}/v1/entries/${one.id}` }),
        graphql: await graphql(`${warm.url}/v1/graphql`, ourGraphql),
        cold: await rate({ url: `${cold.url}${list}` }),
      }
      const bare = { bytes: await rate({ url: bytes.url }), rows: await rate({ url: rows.url }) }
      // So slow that 256 at once take half a minute: it is given the time, and time to be done with it.
      const slow = async (measured: (more: { duration: number }) => Promise<number>) => {
        const value = await measured({ duration: count > 100 ? 30 : 8 })
        await settled(`${warm.url}${payloadList}`)
        return value
      }
      const payload = {
        list: await slow((more) => rate({ url: `${warm.url}${payloadList}`, ...more })),
        one: await slow((more) =>
          rate({ url: `${warm.url}/api/photos/${one.entry_id}?depth=1`, ...more }),
        ),
        graphql: await slow((more) => graphql(`${warm.url}/api/graphql`, payloadGraphql, more)),
      }
      const figures: [string, number, number, number][] = [
        ['list, warm; peer: Payload’s REST', ours.warm, payload.list, 100],
        ['list, warm; peer: node:http with the same bytes', ours.warm, bare.bytes, 0.6],
        ['list, no cache; peer: Payload’s REST', ours.cold, payload.list, 30],
        ['list, no cache; peer: node:http and pg, the same rows', ours.cold, bare.rows, 0.8],
        ['one entry; peer: Payload’s REST', ours.one, payload.one, 100],
        ['GraphQL list; peer: Payload’s GraphQL', ours.graphql, payload.graphql, 50],
      ]
      for (const [what, mine, peer, atLeast] of figures) {
        const name = `${what}, ${size} published, ${count} connections`
        lines.push(
          report({ bench: 'delivery', case: name, ours: mine, peer, unit: '1/s', atLeast }),
        )
      }
    }
    return lines
  } finally {
    for (const one of running.reverse()) await one.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Waits until a server has worked off what callers left behind who are gone. */
async function settled(url: string): Promise<void> {
  for (let quick = 0; quick < 3;) {
    const begun = performance.now()
    await (await fetch(url)).arrayBuffer()
    quick = performance.now() - begun < 500 ? quick + 1 : 0
  }
}

// The rows of the same list, as somebody would ask for them who knows only the tables.
async function statementOf({ sql }: BenchDatabase): Promise<string> {
  const [track] = await sql(`select id from tracks where kind = 'photos'`)
  return `select card::text as card from showcase_entries where track_id = ${track.id}
    order by published_at desc, id desc limit 20`
}
