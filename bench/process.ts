import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import path from 'node:path'
import { freePort } from '../src/database/free-port.ts'

const root = path.resolve(import.meta.dirname, '..')
const startsWithin = 180_000
const looksEvery = 20

export type Running = {
  url: string
  pid: number
  stop: () => Promise<void>
}

/**
 * Starts a server of `args` on a free loopback port (`PORT`) and resolves when `path` answers 200.
 *
 * @param settings added to an environment that holds nothing of the machine's own; the log is as talkative
 *   as it is when nobody sets anything
 */
export async function startProcess(
  args: string[],
  settings: Record<string, string>,
  at = '/readyz',
): Promise<Running> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const nowhere = openSync('/dev/null', 'w')
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: 'production',
      ...settings,
      LOG_LEVEL: 'info',
      HOST: '127.0.0.1',
      PORT: String(port),
      PUBLIC_URL: url,
    },
    // The log is written, as it is in earnest, but nobody here spends time on reading it.
    stdio: ['ignore', nowhere, 'pipe'],
  })
  closeSync(nowhere)
  let printed = ''
  const keep = (chunk: Buffer) => (printed = (printed + chunk.toString()).slice(-4_000))
  child.stderr!.on('data', keep)
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stop = async () => {
    child.kill('SIGTERM')
    await gone
  }
  const deadline = Date.now() + startsWithin
  for (;;) {
    const status = await fetch(`${url}${at}`).then(
      (response) => response.status,
      () => 0,
    )
    if (status === 200) return { url, pid: child.pid!, stop }
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop()
      throw new Error(`${args.join(' ')} did not start:\n${printed}`)
    }
    await new Promise((resolve) => setTimeout(resolve, looksEvery))
  }
}
