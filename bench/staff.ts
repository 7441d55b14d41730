import { openNode, type BenchNode } from './batch.ts'
import { fill, settle } from './fill.ts'
import type { Ground } from './ground.ts'
import { median, report, type Line } from './line.ts'
import { requestsOf, staffCases, type Seen, type StaffCase } from './staff-cases.ts'

const few = 1_000
const many = 100_000
const runs = 60
const warmUps = 5
const wanted = 1.5

type Side = { node: BenchNode; seenBy: (as: string) => Promise<Seen> }

/**
 * Staff list and edit view with 1,000 entries against 100,000 of each of two kinds: two databases of
 * one cluster, a process on each, the two asked in turns so that whatever else the machine does falls
 * on both. `ours` is the median with many, `peer` with few.
 */
export async function staff(ground: Ground, only?: string): Promise<Line[]> {
  const [small, large] = [await open(ground, few), await open(ground, many)]
  const lines: Line[] = []
  try {
    for (const one of staffCases) {
      if (only && !one.name.includes(only)) continue
      const [peer, ours] = await measure(one, [small, large], ground)
      lines.push(report({ bench: 'staff', case: one.name, ours, peer, unit: 'ms', want: wanted }))
    }
  } finally {
    await Promise.all([small.node.close(), large.node.close()])
  }
  return lines
}

async function open(ground: Ground, rows: number): Promise<Side> {
  const database = await ground.database(`staff_${rows}`)
  await fill(database, 'photos', rows)
  await fill(database, 'videos', rows)
  await settle(database.sql)
  const node = await openNode(database.settings)
  return {
    node,
    // A work in the middle of the person's list, so that neither side asks for the newest row.
    seenBy: async (as) => {
      const path = '/photos?limit=1&depth=0&page=40&where[publicId][exists]=true'
      const token = ground.people[as]!.token
      const { replies } = await node.run([{ method: 'GET', path, token, keep: true }])
      return replies[0]!.body.docs[0]
    },
  }
}

/** The medians of the two sides in ms; a run is all requests of the case, one after the other. */
async function measure(
  one: StaffCase,
  sides: [Side, Side],
  { people }: Ground,
): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []]
  const asked = await Promise.all(
    sides.map(async ({ seenBy }) => requestsOf(one, await seenBy(one.as), people)),
  )
  for (let run = -warmUps; run < runs; run += 1) {
    for (const side of run % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      const { replies } = await sides[side].node.run(asked[side]!)
      const ms = replies.reduce((sum, reply) => sum + reply.ms, 0)
      if (run >= 0) times[side].push(ms)
    }
  }
  return [median(times[0]), median(times[1])]
}
