import { createHash, randomUUID } from 'node:crypto'
import { openNode, type Asked, type BenchNode } from './batch.ts'
import { fill, settle } from './fill.ts'
import type { BenchDatabase, Ground } from './ground.ts'
import { report, type Line } from './line.ts'

const judges = 50
const works = 500
const quorum = 5
const seconds = 30
const bound = 150

/**
 * Fifty judges who each save a mark a second for half a minute: one request every 20 ms, whether or not
 * those before it are answered. `ours` is the 99th percentile, beside the 150 ms that were asked for. One
 * process, the staff API without a door in front; each save is a transaction with its row of the history.
 */
export async function judgingMarks(ground: Ground): Promise<Line[]> {
  const database = await ground.database('judging_marks')
  await fill(database, 'photos', works, 'accepted')
  await settle(database.sql)
  const tokens = await makeJudges(database)
  const node = await openNode(database.settings)
  try {
    const round = await openRound(ground, database, node, [...tokens.keys()])
    const asked = await savesOf(database, round, tokens)
    // The first few find everything cold.
    await node.pace(asked.splice(0, 100), 20)
    const { cpu, replies } = await node.pace(asked, 1_000 / judges)
    const times = replies.map(({ ms }) => ms).sort((a, b) => a - b)
    const p = (share: number) => times[Math.floor((times.length - 1) * share)]!
    const name = `50 judges saving a mark a second, ${times.length} saves`
    const line = (which: string, ours: number, want?: number) =>
      report({
        ...{ bench: 'marks', case: `${name}, ${which}, beside 150 ms` },
        ...{ ours, peer: bound, unit: 'ms', ...(want && { want }) },
      })
    return [
      line('median', p(0.5)),
      line('p99', p(0.99), 1),
      // What stays the same whatever else the machine does: two thirds of a core would be 13 ms.
      report({
        ...{ bench: 'marks', case: 'work of the process for a save, beside a save every 20 ms' },
        ...{ ours: cpu / times.length, peer: 1_000 / judges, unit: 'ms' },
      }),
    ]
  } finally {
    await node.close()
  }
}

/** Accounts of judges who are logged in: user → token. */
async function makeJudges({ sql, settings }: BenchDatabase): Promise<Map<number, string>> {
  const { jwtSign } = await import('payload')
  const secret = createHash('sha256').update(settings.PAYLOAD_SECRET!).digest('hex').slice(0, 32)
  const tokens = new Map<number, string>()
  for (let number = 1; number <= judges; number += 1) {
    const email = `bench-judge-${number}@example.org`
    const [{ id }] = await sql(
      `insert into users (name, email, role, active) values ('演示·评委', $1, 'judge', true) returning id`,
      [email],
    )
    const sid = randomUUID()
    await sql(
      `insert into users_sessions (_order, _parent_id, id, created_at, expires_at)
        values (1, $1, $2, now(), now() + interval '1 hour')`,
      [id, sid],
    )
    const fieldsToSign = { id, collection: 'users', email, role: 'judge', sid }
    tokens.set(id, (await jwtSign({ fieldsToSign, secret, tokenExpiration: 3_600 })).token)
  }
  return tokens
}

async function openRound(
  { people }: Ground,
  { sql }: BenchDatabase,
  node: BenchNode,
  panel: number[],
): Promise<number> {
  const token = people.province!.token
  const [{ id: track }] = await sql(`select track_id as id from photos limit 1`)
  const post = async (path: string, body: object) =>
    (await node.run([{ method: 'POST', path, token, body, keep: true }])).replies[0]!.body
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
  const { doc } = await post('/judging-rounds?depth=0', {
    ...{ title: '专家评审', key: 'bench', track, kind: 'score', quorum },
    ...{ windowFrom: at(-1), windowTo: at(24), method: 'mean', carryOver: 'none' },
    criteria: ['theme', 'craft', 'effect'].map((key) => ({ key, name: key, full: 100, weight: 1 })),
  })
  await post(`/judging-rounds/${doc.id}/panel`, { add: panel })
  await post(`/judging-rounds/${doc.id}/open`, {})
  return doc.id
}

/** What the judges send, in turn: each second another work, whole. So none waits for the one before. */
async function savesOf(
  { sql }: BenchDatabase,
  round: number,
  tokens: Map<number, string>,
): Promise<Asked[]> {
  const rows = await sql(
    `select p.judge_id as judge, array_agg(w.number order by w.number) as numbers from judging_pairs p
      join judging_works w on w.round_id = p.round_id and w.entry = p.entry
      where p.round_id = $1 group by p.judge_id order by 1`,
    [round],
  )
  const criteria = ['theme', 'craft', 'effect']
  return Array.from({ length: seconds + 2 }, (_, second) =>
    rows.map(({ judge, numbers }): Asked => {
      const marks = criteria.map((criterion, index) => {
        return { criterion, marks: 60 + ((second + index) % 40) }
      })
      const path = `/judging/rounds/${round}/works/${numbers[second]}`
      const body = { marks, handIn: true, version: 0 }
      return { method: 'PUT', path, token: tokens.get(judge)!, body }
    }),
  ).flat()
}
