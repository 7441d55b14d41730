import type { BenchDatabase, Ground } from './ground.ts'
import { report, type Line } from './line.ts'
import { startProcess } from './process.ts'

const times = 100

/**
 * From the answer to a publication (and to a take-down) at one node until another node's answer shows
 * it: the 99th of a hundred, in milliseconds.
 */
export async function spreading(ground: Ground, database: BenchDatabase): Promise<Line[]> {
  const settings = { ...database.settings, RATE_LIMIT_SCALE: '1000000' }
  const whole = await startProcess(['scripts/start.mjs'], settings)
  const other = await startProcess(['scripts/start.mjs'], { ...settings, ROLE: 'delivery' })
  try {
    const [entry] = await database.sql(
      `select id, entry_id, kind from showcase_entries where kind = 'photos' order by id limit 1`,
    )
    await database.sql(`update campaigns set allow_same_person = true`)
    const address = `${other.url}/v1/entries/${entry.id}`
    const step = async (action: string) => {
      const answer = await fetch(`${whole.url}/api/${entry.kind}/${entry.entry_id}/transition`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `JWT ${ground.people.province!.token}`,
        },
        body: JSON.stringify({ action, reason: '测量' }),
      })
      if (answer.status !== 200) throw new Error(`${action}: ${await answer.text()}`)
    }
    const until = async (status: number) => {
      const begun = performance.now()
      while ((await statusOf(address)) !== status) {
        if (performance.now() - begun > 30_000) throw new Error(`never ${status}`)
      }
      return performance.now() - begun
    }
    const waits = { publish: [] as number[], takeDown: [] as number[] }
    for (let round = 0; round < times; round += 1) {
      await until(200)
      await step('takeDown')
      waits.takeDown.push(await until(404))
      await step('publish')
      waits.publish.push(await until(200))
    }
    return (['publish', 'takeDown'] as const).map((what) =>
      report({
        bench: 'delivery',
        case: `${what} until another node shows it, p99 of ${times}; peer: what was asked for`,
        ours: waits[what].sort((a, b) => a - b)[Math.floor(times * 0.99)]!,
        peer: 1_000,
        unit: 'ms',
        want: 1,
      }),
    )
  } finally {
    await other.stop()
    await whole.stop()
  }
}

async function statusOf(url: string): Promise<number> {
  const answer = await fetch(url)
  await answer.arrayBuffer()
  return answer.status
}
