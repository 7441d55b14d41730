import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { createLog } from './door/log.ts'
import { drainer, type Ending } from './start/drain.ts'
import { sentenceFor } from './start/refusals.ts'
import type { Start } from './start/start.ts'
import { stopWhenTold } from './start/stop-signals.ts'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
// The hard limit is 25 s; what comes after a step that used up its time gets half a second each.
const drainsWithin = 22_000

/** The process: settings → database → Payload → Next → listen, and the same way back when told to stop. */
export async function run({ dev }: { dev: boolean }): Promise<void> {
  const log = createLog('info')
  const stopping = new AbortController()
  const endings: Ending[] = []
  const starting = start({ dev, root, log, endings, stopping: stopping.signal })
  // Told while still starting, it first lets the step at hand come to its end: only then is it known
  // what there is to stop.
  const settled = { name: 'the start', end: () => starting.catch(() => undefined) }
  const drain = drainer({
    first: settled,
    rest: () => endings.splice(0).reverse(),
    within: drainsWithin,
    onError: (name, err) => log.error({ err }, `stopping ${name} failed`),
    onTimeout: (name) => log.warn(`stopping ${name} took too long`),
  })
  stopWhenTold({ log, stopping, drain })
  try {
    await starting
  } catch (error) {
    await drain()
    if (stopping.signal.aborted) process.exit(0)
    process.stderr.write(`\n${sentenceFor(error)}\n`)
    process.exit(1)
  }
}

// Imported by role: a node that only answers the public never loads Next or Payload, a worker no Next.
async function start(given: Start): Promise<void> {
  if (process.env.ROLE === 'delivery') {
    const { startDelivery } = await import('./start/start-delivery.ts')
    return startDelivery(given)
  }
  if (process.env.ROLE === 'worker') {
    const { startWorker } = await import('./start/start-worker.ts')
    return startWorker(given)
  }
  const { startWhole } = await import('./start/start-whole.ts')
  return startWhole(given)
}
