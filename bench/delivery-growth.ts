import { Agent, get } from 'node:http'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { BenchDatabase } from './ground.ts'
import { median, report, type Line } from './line.ts'
import { startProcess } from './process.ts'

const requests = 2_000
const concurrency = 16
const rounds = 3

type Case = { name: string; paths: (database: BenchDatabase) => Promise<string[]> }

const cases: Case[] = [
  {
    name: 'filter by track and unit',
    paths: async ({ sql }) =>
      (await sql(`select id from units where kind = 'city' order by id`)).map(
        ({ id }) => `/v1/entries?track=photography&unit=${id}&limit=20`,
      ),
  },
  {
    name: 'search by a two-character word',
    paths: async () =>
      ['焊花', '车间', '码头', '夜班', '塔吊', '灯塔'].map(
        (word) => `/v1/entries?q=${encodeURIComponent(word)}&limit=20`,
      ),
  },
  {
    name: 'random order',
    paths: async () =>
      Array.from({ length: 200 }, (_, seed) => `/v1/entries?sort=random&seed=s${seed}&limit=20`),
  },
  {
    name: 'votes order',
    paths: async () => [
      '/v1/entries?sort=votes&limit=20',
      '/v1/entries?sort=votes&track=photography&limit=20',
    ],
  },
]

/** The slowest hundredth at 100,000 entries beside that at 1,500, without the cache; and deep pages. */
export async function growth(small: BenchDatabase, large: BenchDatabase): Promise<Line[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'campaign-growth-'))
  const start = (database: BenchDatabase) =>
    startProcess(['scripts/start.mjs'], {
      ...database.settings,
      ROLE: 'delivery',
      CACHE_BYTES: '0',
      RATE_LIMIT_SCALE: '1000000',
      DATA_DIR: folder,
    })
  const [few, many] = [await start(small), await start(large)]
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency })
  try {
    const lines: Line[] = []
    for (const { name, paths } of cases) {
      const times = { few: [] as number[], many: [] as number[] }
      const [ofFew, ofMany] = [await paths(small), await paths(large)]
      // In turns, so that a slow minute of the machine meets both.
      for (let round = 0; round < rounds; round += 1) {
        times.many.push(await p99(many.url, ofMany, agent))
        times.few.push(await p99(few.url, ofFew, agent))
      }
      lines.push(
        report({
          bench: 'delivery',
          case: `${name}, p99, 100,000 against 1,500 published, no cache`,
          ours: median(times.many),
          peer: median(times.few),
          unit: 'ms',
          want: 1.5,
        }),
      )
    }
    lines.push(await deepPage(many.url, agent))
    return lines
  } finally {
    agent.destroy()
    await few.stop()
    await many.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function deepPage(url: string, agent: Agent): Promise<Line> {
  const first = '/v1/entries?limit=20'
  let cursor = ''
  for (let page = 1; page < 1_000; page += 1) {
    const { page: here } = JSON.parse(await ask(`${url}${first}${cursor}`, agent))
    cursor = `&cursor=${here.next}`
  }
  const times = { first: [] as number[], deep: [] as number[] }
  for (let round = 0; round < rounds; round += 1) {
    times.deep.push(await p50(url, [`${first}${cursor}`], agent))
    times.first.push(await p50(url, [first], agent))
  }
  return report({
    bench: 'delivery',
    case: 'page 1,000 against page 1, p50, 100,000 published, no cache',
    ours: median(times.deep),
    peer: median(times.first),
    unit: 'ms',
    want: 1.2,
  })
}

const p99 = async (...given: Parameters<typeof timesOf>) => at(await timesOf(...given), 0.99)
const p50 = async (...given: Parameters<typeof timesOf>) => at(await timesOf(...given), 0.5)

function at(times: number[], share: number): number {
  return times.sort((a, b) => a - b)[Math.floor(times.length * share)]!
}

async function timesOf(url: string, paths: readonly string[], agent: Agent): Promise<number[]> {
  const times: number[] = []
  let next = 0
  const worker = async () => {
    for (let index = next++; index < requests; index = next++) {
      const begun = performance.now()
      await ask(`${url}${paths[index % paths.length]}`, agent)
      times.push(performance.now() - begun)
    }
  }
  // The first hundred warm up connections and plans.
  for (const path of paths.slice(0, 100)) await ask(`${url}${path}`, agent)
  await Promise.all(Array.from({ length: concurrency }, worker))
  return times
}

function ask(url: string, agent: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (text += chunk))
      response.on('end', () =>
        response.statusCode === 200
          ? resolve(text)
          : reject(new Error(`${url}: ${response.statusCode} ${text.slice(0, 200)}`)),
      )
    }).on('error', reject)
  })
}
