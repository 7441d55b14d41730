import { openNode, type Asked, type BenchNode } from './batch.ts'
import { flowPlace, newPhoto, way } from './flow-entries.ts'
import { createBySql, stepBySql } from './flow-sql.ts'
import type { BenchDatabase, Ground } from './ground.ts'
import { median, report, type Line } from './line.ts'

const rounds = 5
const perRound = 12

type Place = Awaited<ReturnType<typeof flowPlace>>
/** What one side does with `count` entries, `concurrency` at a time. Both give entries a second. */
type Side = {
  create: (concurrency: number) => Promise<number>
  transit: (concurrency: number) => Promise<number>
}

/**
 * Entries created and transitions made a second, at concurrency 1 and 8, the three sides in turns.
 * `ours`: the staff API with all its rules. `peer`: plain Payload on the same tables without a hook or
 * rule: a POST of the same entry; for a transition a PATCH of its status and a POST of the log row.
 * `limit`: the same rows written by bare SQL, one transaction an entry or step.
 */
export async function flow(ground: Ground): Promise<Line[]> {
  const databases = [
    await ground.database('flow_ours'),
    await ground.database('flow_peer'),
    await ground.database('flow_limit'),
  ] as const
  const enough = 2 * (rounds + 1) * 2 * perRound
  const [ours, peer] = await Promise.all([
    openNode(databases[0].settings),
    openNode(databases[1].settings, { bare: true }),
  ])
  const lines: Line[] = []
  try {
    const places = await Promise.all(databases.map((database) => flowPlace(database, enough)))
    const sides = [
      ourSide(ours, places[0]!, ground),
      peerSide(peer, places[1]!),
      limitSide(databases[2], places[2]!),
    ]
    for (const concurrency of [1, 8]) {
      const creations: number[][] = [[], [], []]
      const transitions: number[][] = [[], [], []]
      for (let round = -1; round < rounds; round += 1) {
        for (let turn = 0; turn < sides.length; turn += 1) {
          const index = (turn + round + 1) % sides.length
          const created = await sides[index]!.create(concurrency)
          const moved = await sides[index]!.transit(concurrency)
          // The first round warms the sides up.
          if (round < 0) continue
          creations[index]!.push(created)
          transitions[index]!.push(moved)
        }
      }
      const line = (name: string, [mine, theirs, bare]: number[][]) =>
        report({
          bench: 'flow',
          case: `${name}, concurrency ${concurrency}; peer: Payload without our hooks and rules; limit: bare SQL`,
          ours: median(mine!),
          peer: median(theirs!),
          limit: median(bare!),
          unit: '1/s',
        })
      lines.push(line('entries created', creations), line('transitions', transitions))
    }
  } finally {
    await Promise.all([ours.close(), peer.close()])
  }
  return lines
}

function taker(pictures: number[]): () => [number, number] {
  let next = 0
  return () => [pictures[next++]!, pictures[next++]!]
}

function ourSide(node: BenchNode, place: Place, { people }: Ground): Side {
  const take = taker(place.pictures)
  let waiting: number[] = []
  return {
    create: async (concurrency) => {
      const asked = Array.from({ length: perRound }, (): Asked => {
        const body = newPhoto({ ...place, pictures: take() })
        return { method: 'POST', path: '/photos', token: people.yixing!.token, body, keep: true }
      })
      const { ms, replies } = await node.run(asked, concurrency)
      waiting = replies.map(({ body }) => body.doc.id)
      return perSecond(perRound, ms)
    },
    transit: async (concurrency) => {
      let total = 0
      for (const { action, as, from } of way) {
        const asked = waiting.map((id): Asked => {
          const body = { action, expectedStatus: from }
          return {
            method: 'POST',
            path: `/photos/${id}/transition`,
            token: people[as]!.token,
            body,
          }
        })
        total += (await node.run(asked, concurrency)).ms
      }
      return perSecond(way.length * perRound, total)
    },
  }
}

function peerSide(node: BenchNode, place: Place): Side {
  const take = taker(place.pictures)
  let waiting: number[] = []
  return {
    create: async (concurrency) => {
      const asked = Array.from({ length: perRound }, (): Asked => {
        const { campaign, unitPath } = place
        const body = { ...newPhoto({ ...place, pictures: take() }), campaign, unitPath }
        return { method: 'POST', path: '/photos', body, keep: true }
      })
      const { ms, replies } = await node.run(asked, concurrency)
      waiting = replies.map(({ body }) => body.doc.id)
      return perSecond(perRound, ms)
    },
    transit: async (concurrency) => {
      let total = 0
      for (const { action, from, to } of way) {
        const { track, unit } = place
        const moves = waiting.map((id): Asked => {
          return { method: 'PATCH', path: `/photos/${id}`, body: { status: to } }
        })
        const logs = waiting.map((entryId): Asked => {
          const body = {
            kind: 'photos',
            entryId,
            action,
            from,
            to,
            track,
            unit,
            title: '炉火映初心',
          }
          return { method: 'POST', path: '/review-logs?depth=0', body }
        })
        total += (await node.run(moves, concurrency)).ms + (await node.run(logs, concurrency)).ms
      }
      return perSecond(way.length * perRound, total)
    },
  }
}

function limitSide({ sql, connect }: BenchDatabase, place: Place): Side {
  const take = taker(place.pictures)
  let waiting: number[] = []
  return {
    create: async (concurrency) => {
      const ids: number[] = []
      const ms = await timed(concurrency, perRound, async () => {
        ids.push(await createBySql(connect, newPhoto({ ...place, pictures: take() }), place))
      })
      waiting = ids
      return perSecond(perRound, ms)
    },
    transit: async (concurrency) => {
      const [{ id: actor }] = await sql(`select id from users where email = 'yixing@example.org'`)
      let total = 0
      for (const step of way) {
        total += await timed(concurrency, waiting.length, (index) =>
          stepBySql(connect, { ...step, ...place, id: waiting[index]!, actor }),
        )
      }
      return perSecond(way.length * perRound, total)
    },
  }
}

async function timed(
  concurrency: number,
  count: number,
  work: (index: number) => Promise<void>,
): Promise<number> {
  let next = 0
  const begun = performance.now()
  const worker = async () => {
    for (let index = next++; index < count; index = next++) await work(index)
  }
  await Promise.all(Array.from({ length: concurrency }, worker))
  return performance.now() - begun
}

function perSecond(count: number, ms: number): number {
  return count / (ms / 1_000)
}
