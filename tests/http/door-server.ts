import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { freePort } from '../../src/database/free-port.ts'
import { testDatabase } from '../harness/database.ts'
import { testSettings } from '../harness/settings.ts'

export type StartedServer = {
  url: string
  port: number
  child: ChildProcess
  /** Everything it printed so far. */
  printed: () => string
  dropDatabase: () => Promise<void>
  /** What it was started with. */
  settings: Record<string, string>
  /** Sends the signal and resolves to the exit code. */
  stop: (signal?: NodeJS.Signals) => Promise<number | null>
}

const root = path.resolve(import.meta.dirname, '../..')

/** The product as `npm start` runs it, on a database of its own. Resolves when it listens. */
export async function startServer(settings: Record<string, string> = {}): Promise<StartedServer> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'door-'))
  const database = await testDatabase()
  const port = await freePort()
  const whole = {
    ...testSettings({ databaseUrl: database.url, folder, port }),
    LOG_LEVEL: 'debug',
    ...settings,
  }
  const { child, exited, printed } = await startNode(whole)
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    child,
    printed,
    settings: whole,
    dropDatabase: database.drop,
    async stop(signal = 'SIGTERM') {
      child.kill(signal)
      const code = await exited
      await database.drop()
      rmSync(folder, { recursive: true, force: true })
      return code
    },
  }
}

export type PublicNode = { url: string; child: ChildProcess; stop: () => Promise<number | null> }

/** A node that only answers the public, on the database and the files of a started server. */
export async function startPublicNode(
  server: Pick<StartedServer, 'settings'>,
  settings: Record<string, string> = {},
): Promise<PublicNode> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const own = { ROLE: 'delivery', PORT: String(port), PUBLIC_URL: url }
  const { FIELD_KEY: _, ...given } = server.settings
  const { child, exited } = await startNode({ ...given, ...own, ...settings })
  return {
    url,
    child,
    async stop() {
      child.kill('SIGTERM')
      return exited
    },
  }
}

async function startNode(settings: Record<string, string>) {
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      ...settings,
    } as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const ready = new Promise<void>((resolve, reject) => {
    const keep = (chunk: Buffer) => {
      text += chunk.toString()
      if (text.includes('Ctrl-C')) resolve()
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    void exited.then((code) => reject(new Error(`The server ended with ${code}:\n${text}`)))
  })
  await ready
  return { child, exited, printed: () => text }
}

/** One raw exchange over a socket, for what no HTTP client would send. Resolves to all that came back. */
export async function raw(port: number, text: string | Buffer): Promise<string> {
  const { connect } = await import('node:net')
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    let answer = ''
    socket.on('data', (chunk) => (answer += chunk.toString()))
    socket.on('close', () => resolve(answer))
    socket.on('error', (error) => (answer ? resolve(answer) : reject(error)))
    socket.setTimeout(15_000, () => socket.destroy())
  })
}
