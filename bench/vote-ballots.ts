import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { openSessions } from '../src/delivery/taking-part/identity/session-token.ts'
import type { BenchDatabase } from './ground.ts'
import type { BenchRound } from './vote-fill.ts'
import type { Cast, Plan } from './vote-load.ts'

/** Ballots that wait in a file, of voters who have not voted yet; everyone of them casts five. */
export type Ballots = {
  file: string
  round: string
  count: number
  firstVoter: number
  lastVoter: number
}

export const votesEach = 5

/** Makes voters and one ballot file for them, one work a ballot; a voter's ballots lie far apart. */
export async function noteBallots(
  database: BenchDatabase,
  round: BenchRound,
  { count, over = 'spread' }: { count: number; over?: 'spread' | 'one' },
): Promise<Ballots> {
  const voters = Math.ceil(count / votesEach)
  const [row] = await database.sql(
    `with made as (insert into participants (created_at, member) select now() - interval '30 days', true
       from generate_series(1, $1::int) returning id)
     select min(id)::int as first, max(id)::int as last from made`,
    [voters],
  )
  const sessions = openSessions(database.settings.PAYLOAD_SECRET!)
  const tokens: string[] = []
  for (let voter = row.first; voter <= row.last; voter += 1) {
    const session = { participant: voter, client: round.client, scopes: ['votes:write'] as const }
    tokens.push(await sessions.issue({ ...session, epoch: 1 }, 36_000))
  }
  const lines: string[] = []
  for (let turn = 0; turn < votesEach; turn += 1) {
    for (const [index, token] of tokens.entries()) {
      // One work each turn where all are for one would be over a voter's limit for it; see fillRound.
      const at = over === 'one' ? 0 : (index * 7_919 + turn * 31) % round.entries.length
      lines.push(`${token} ${round.entries[at]}`)
    }
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'campaign-ballots-'))
  const file = path.join(folder, 'ballots')
  writeFileSync(file, `${lines.slice(0, count).join('\n')}\n`)
  return { file, round: round.slug, count, firstVoter: row.first, lastVoter: row.last }
}

type How = { connections: number; seconds: number; rate?: number }

/** Casts ballots until they are cast or time is up; gone is the file then. */
export async function castUntil(url: string, ballots: Ballots, how: How): Promise<Cast> {
  const { hostname, port } = new URL(url)
  const folder = path.dirname(ballots.file)
  const plan: Plan = {
    ...{ host: hostname, port: Number(port), round: ballots.round, ballots: ballots.file },
    ...how,
  }
  const file = path.join(folder, 'plan.json')
  writeFileSync(file, JSON.stringify(plan))
  try {
    const child = spawn(process.execPath, ['--import', 'tsx', 'bench/vote-load.ts', file], {
      cwd: path.resolve(import.meta.dirname, '..'),
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let text = ''
    child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
    const code = await new Promise((resolve) => child.once('close', resolve))
    if (code !== 0) throw new Error(`The load ended with ${String(code)}`)
    return JSON.parse(text) as Cast
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The same where nothing may be refused. */
export async function castAll(url: string, ballots: Ballots, how: How): Promise<Cast> {
  const cast = await castUntil(url, ballots, how)
  if (Object.keys(cast.statuses).some((status) => status !== '201')) {
    throw new Error(`Votes were refused: ${JSON.stringify(cast.statuses)}`)
  }
  return cast
}
