import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findHome } from '../../src/database/embedded-home.ts'
import { freePort } from '../../src/database/free-port.ts'
import { isAlive } from '../../src/database/process-identity.ts'
import { testSettings } from '../harness/settings.ts'

const root = path.resolve(import.meta.dirname, '../..')
const children: ChildProcess[] = []
let folder: string

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'start-'))
  chmodSync(folder, 0o755)
})

afterAll(() => {
  for (const child of children) if (child.exitCode === null) child.kill('SIGKILL')
  const { cluster } = findHome(folder)
  if (!cluster.startsWith(folder)) rmSync(path.dirname(cluster), { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
})

type Started = { child: ChildProcess; printed: () => string; exit: Promise<number | null> }

function start(
  settings: Record<string, string>,
  [program, ...args]: string[] = [process.execPath, 'scripts/start.mjs'],
): Started {
  const { PATH, HOME } = process.env
  const child = spawn(program!, args, {
    cwd: root,
    env: { PATH, HOME, ...settings } as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()))
  return { child, printed: () => text, exit: once(child, 'close').then(([code]) => code) }
}

async function until(started: Started, words: string): Promise<void> {
  await expect.poll(started.printed, { timeout: 90_000 }).toContain(words)
}

describe('a start that cannot be', () => {
  const whole = () =>
    testSettings({
      databaseUrl: 'postgres://127.0.0.1:1/nothing',
      folder: path.join(folder, 'not'),
    })

  it.each<[string, () => Record<string, string>, RegExp]>([
    [
      'a deployment that leaves something out',
      () => ({ DATABASE_URL: 'postgres://127.0.0.1:1/x', DATA_DIR: path.join(folder, 'a') }),
      /PUBLIC_URL, PAYLOAD_SECRET, FIELD_KEY must be set/,
    ],
    ['a short key', () => ({ ...whole(), FIELD_KEY: 'YWJj' }), /FIELD_KEY must be 32 bytes/],
    [
      'no port at all',
      () => ({ DATA_DIR: path.join(folder, 'b'), PORT: 'http' }),
      /PORT must be a port/,
    ],
    [
      'a worker without a database to work on',
      () => ({ ROLE: 'worker', DATA_DIR: path.join(folder, 'e') }),
      /ROLE=worker does the jobs of a node with the admin: set DATABASE_URL/,
    ],
    [
      'a public node without a database to read',
      () => ({ ROLE: 'delivery', DATA_DIR: path.join(folder, 'd') }),
      /ROLE=delivery reads the database of a node with the admin: set DATABASE_URL/,
    ],
  ])('is refused with a sentence that names it: %s', async (_what, settings, sentence) => {
    const started = start(settings())
    expect(await started.exit).toBe(1)
    expect(started.printed()).toMatch(sentence)
    expect(started.printed()).not.toMatch(/\n +at /)
  })

  it('does not show the secret that is wrong', async () => {
    const started = start({ ...whole(), PAYLOAD_SECRET: 'too-short-secret' })
    expect(await started.exit).toBe(1)
    expect(started.printed()).toMatch(/PAYLOAD_SECRET needs at least 24 characters/)
    expect(started.printed()).not.toContain('too-short-secret')
  })

  it('is refused when somebody else listens there', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    const started = start({ DATA_DIR: path.join(folder, 'c'), PORT: String(port) })
    expect(await started.exit).toBe(1)
    expect(started.printed()).toContain(`Port ${port}`)
    other.close()
  })
})

describe('a start without any setting but where', () => {
  const settings: Record<string, string> = {}
  const running = () => path.join(folder, 'data', 'running.json')
  const told = () =>
    JSON.parse(readFileSync(running(), 'utf8')) as { pid: number; databaseUrl: string }
  let first: Started

  beforeAll(async () => {
    const port = await freePort()
    Object.assign(settings, {
      PORT: String(port),
      DATA_DIR: path.join(folder, 'data'),
      MEDIA_DIR: path.join(folder, 'media'),
    })
  })

  it('gives the first account once, and keeps its secrets to itself', async () => {
    first = start(settings)
    await until(first, 'Ctrl-C')
    expect(first.printed()).toMatch(/The first account, shown this once/)
    for (const name of ['running.json', 'secrets.json', 'postgres.password']) {
      expect(statSync(path.join(folder, 'data', name)).mode & 0o777, name).toBe(0o600)
    }
    const [email = '', password = ''] = first
      .printed()
      .split('change the password\n')[1]!
      .trim()
      .split(/\s+/)
    const answer = await fetch(`http://127.0.0.1:${settings.PORT}/api/users/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    })
    expect(answer.status).toBe(200)
  })

  it('refuses a second one on the same folder, naming the first', async () => {
    const second = start({ ...settings, PORT: String(await freePort()) })
    expect(await second.exit).toBe(1)
    expect(second.printed()).toContain(String(first.child.pid))
    expect(second.printed()).toContain(`http://127.0.0.1:${settings.PORT}`)
  })

  it('starts again in a few seconds after it was killed, and tells no account again', async () => {
    first.child.kill('SIGKILL')
    await first.exit
    expect(told().pid).toBe(first.child.pid)
    const again = start(settings)
    await until(again, 'Ctrl-C')
    expect(again.printed()).not.toMatch(/first account/)
    const { databaseUrl } = told()
    again.child.kill('SIGINT')
    expect(await again.exit).toBe(0)
    expect(existsSync(running())).toBe(false)
    const { port } = new URL(databaseUrl)
    await expect(fetch(`http://127.0.0.1:${port}`)).rejects.toThrow()
  })

  it('takes over from a pid that belongs to somebody else by now', async () => {
    const stale = { pid: process.pid, birth: 'long ago', started: 'then', as: 'server', url: 'x' }
    writeFileSync(running(), JSON.stringify(stale))
    const started = start(settings)
    await until(started, 'Ctrl-C')
    expect(told().pid).toBe(started.child.pid)
    started.child.kill('SIGTERM')
    expect(await started.exit).toBe(0)
  })

  it('stops when npm, which started it, is told to stop', async () => {
    const npm = start(settings, ['npm', 'start'])
    await until(npm, 'Ctrl-C')
    const { pid } = told()
    expect(pid).not.toBe(npm.child.pid)
    npm.child.kill('SIGTERM')
    await expect.poll(() => isAlive(pid), { timeout: 30_000 }).toBe(false)
    expect(existsSync(running())).toBe(false)
  })

  it('stops all it started when it is told so before it is ready', async () => {
    const started = start(settings)
    const pidFile = path.join(findHome(path.join(folder, 'data')).cluster, 'postmaster.pid')
    await expect.poll(() => existsSync(pidFile), { timeout: 60_000, interval: 20 }).toBe(true)
    const database = Number.parseInt(readFileSync(pidFile, 'utf8'), 10)
    started.child.kill('SIGTERM')
    expect(await started.exit).toBe(0)
    expect(started.printed()).not.toContain('Ready in')
    expect(isAlive(database)).toBe(false)
    expect(existsSync(running())).toBe(false)
  })
})
