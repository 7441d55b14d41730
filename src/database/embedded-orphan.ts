import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { commandLineOf, isAlive } from './process-identity.ts'

const orderlyWithin = 30_000

/**
 * Ends a server that still runs on this cluster because the process that started it was killed:
 * PostgreSQL lets only one run. A pid file whose pid now belongs to something else is removed.
 */
export async function stopOrphan(cluster: string): Promise<void> {
  const file = path.join(cluster, 'postmaster.pid')
  const pid = pidIn(file)
  if (!pid || !isAlive(pid)) return
  if (!isServerOf(pid, cluster)) return rmSync(file, { force: true })

  process.kill(pid, 'SIGINT') // fast shutdown: ends sessions, writes a checkpoint
  const deadline = Date.now() + orderlyWithin
  // It is nobody's child any more, so there is no exit to wait for, only a pid to look at.
  while (isAlive(pid)) {
    if (Date.now() > deadline) process.kill(pid, 'SIGQUIT') // recovers from its log at the next start
    await wait(50)
  }
}

function pidIn(file: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10) || undefined
  } catch {
    return undefined
  }
}

function isServerOf(pid: number, cluster: string): boolean {
  const command = commandLineOf(pid)
  return command === '' || (command.includes('postgres') && command.includes(cluster))
}
