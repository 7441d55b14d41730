import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { freePort } from '../src/database/free-port.ts'
import { buildWhenChanged } from '../src/start/build.ts'
import { median, report, type Line } from './line.ts'

const root = path.resolve(import.meta.dirname, '..')
const rounds = 3
const startsWithin = 180_000
const looksEvery = 20

type Times = { cold: number; warm: number }

/**
 * From the command to the first 200 of `/readyz`: cold on an empty data folder (cluster, migrations
 * and campaign are made), warm on the folder that the cold start left. The admin is built before the
 * clock runs. `ours` is `npm start`; `peer` is start-peer.ts, taken in turns with it.
 */
export async function start(): Promise<Line[]> {
  await buildWhenChanged(root, (line) => process.stderr.write(`${line}\n`))
  const ours: Times[] = []
  const peer: Times[] = []
  for (let round = 0; round < rounds; round += 1) {
    const both = [
      async () => ours.push(await coldAndWarm(['scripts/start.mjs'])),
      async () => peer.push(await coldAndWarm(['--import', 'tsx', 'bench/start-peer.ts'])),
    ]
    for (const one of round % 2 === 0 ? both : both.reverse()) await one()
  }
  const beside = 'peer: embedded PostgreSQL, an empty Payload and a bare Fastify'
  return (['cold', 'warm'] as const).map((how) =>
    report({
      bench: 'start',
      case: `${how} start to the first 200 of /readyz; ${beside}`,
      ours: median(ours.map((times) => times[how])),
      peer: median(peer.map((times) => times[how])),
      unit: 's',
    }),
  )
}

async function coldAndWarm(args: string[]): Promise<Times> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'campaign-start-'))
  // As root the database runs as somebody else, who must be able to enter.
  chmodSync(folder, 0o755)
  try {
    return { cold: await startOnce(args, folder), warm: await startOnce(args, folder) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Seconds until it is ready; it is stopped again before this resolves. */
async function startOnce(args: string[], folder: string): Promise<number> {
  const port = await freePort()
  const begun = performance.now()
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: path.join(folder, 'data'),
      MEDIA_DIR: path.join(folder, 'media'),
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const keep = (chunk: Buffer) => (printed = (printed + chunk.toString()).slice(-4_000))
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  try {
    await ready(child, port)
    return (performance.now() - begun) / 1_000
  } catch (error) {
    throw new Error(`${args.join(' ')} did not start:\n${printed}`, { cause: error })
  } finally {
    child.kill('SIGTERM')
    await gone
  }
}

async function ready(child: ChildProcess, port: number): Promise<void> {
  const deadline = Date.now() + startsWithin
  for (;;) {
    if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}`)
    if (Date.now() > deadline) throw new Error('It took too long')
    const status = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      (response) => response.status,
      () => 0,
    )
    if (status === 200) return
    await new Promise((resolve) => setTimeout(resolve, looksEvery))
  }
}
