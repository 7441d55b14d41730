import { readFileSync } from 'node:fs'
import type { BenchDatabase } from './ground.ts'
import { report, type Line } from './line.ts'
import { startProcess } from './process.ts'

const asked = 30_000
const concurrency = 32

/** Resident memory of a public node before and after its cache was filled beyond its bound. */
export async function memory(database: BenchDatabase): Promise<Line[]> {
  const node = await startProcess(['scripts/start.mjs'], {
    ...database.settings,
    ROLE: 'delivery',
    RATE_LIMIT_SCALE: '1000000',
  })
  try {
    const ids = await database.sql(`select id from showcase_entries order by id limit ${asked}`)
    const before = residentMegabytes(node.pid)
    let next = 0
    const worker = async () => {
      for (let index = next++; index < ids.length; index = next++) {
        await (await fetch(`${node.url}/v1/entries/${ids[index].id}`)).arrayBuffer()
        await (await fetch(`${node.url}/v1/entries?limit=100&q=${index}`)).arrayBuffer()
      }
    }
    await Promise.all(Array.from({ length: concurrency }, worker))
    return [
      report({
        bench: 'delivery',
        case: `resident memory after ${2 * asked} different answers, cache bounded by 64 MB; peer: at start`,
        ours: residentMegabytes(node.pid),
        peer: before,
        unit: 'MB',
      }),
      report({
        bench: 'delivery',
        case: 'resident memory of ROLE=delivery at start; peer: what was asked for',
        ours: before,
        peer: 150,
        unit: 'MB',
        want: 1,
      }),
    ]
  } finally {
    await node.stop()
  }
}

function residentMegabytes(pid: number): number {
  const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) / 1024
}
