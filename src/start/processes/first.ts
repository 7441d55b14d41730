import cluster, { type Worker } from 'node:cluster'
import { AggregatorRegistry } from 'prom-client'
import type { Log } from '../../door/log.ts'
import type { FromFirst, ToFirst } from './messages.ts'
import { waitBefore } from './wait.ts'

/** One of several processes ended before it listened; it has said why. */
export class ProcessNotStarted extends Error {
  override name = 'ProcessNotStarted'
  constructor() {
    super(
      '多个进程中有一个未能启动，原因见上。\nOne of the processes did not start: what it said stands above.',
    )
  }
}

export type Processes = {
  /** Tells all to drain, and waits until they are gone. */
  close: () => Promise<void>
}

/**
 * Starts this program so many times on one port, and again whoever falls; connections go round. What one
 * tells the others (counts of callers, whether all are up) goes through here. Resolves when all listen.
 *
 * @throws ProcessNotStarted, and none is left
 */
export async function keepProcesses(count: number, log: Log): Promise<Processes> {
  const aggregator = new AggregatorRegistry()
  const up = new Set<Worker>()
  const timers = new Set<NodeJS.Timeout>()
  let isClosing = false

  const workers = () => Object.values(cluster.workers ?? {}).filter((one) => one !== undefined)
  const tell = (worker: Worker, message: FromFirst) => {
    // One that is falling just now hears nothing any more; that it fell is told in a moment.
    if (worker.isConnected()) worker.send(message, () => undefined)
  }
  const tellAll = (message: FromFirst, but?: Worker) => {
    for (const worker of workers()) if (worker !== but) tell(worker, message)
  }
  const hear = async (worker: Worker, message: Partial<ToFirst & { type: unknown }>) => {
    if ('taken' in message) tellAll({ taken: message.taken! }, worker)
    if (!('asksForMetrics' in message)) return
    const text = await aggregator.clusterMetrics().catch(() => null)
    tell(worker, { metricsFor: message.asksForMetrics!, text })
  }

  const start = (waited: number): Promise<void> => {
    const worker = cluster.fork()
    const begun = performance.now()
    worker.on('message', (message: object) => void hear(worker, message))
    return new Promise((resolve, reject) => {
      worker.once('listening', () => {
        up.add(worker)
        // Told while it started it may not have heard it.
        if (isClosing) tell(worker, { stop: true })
        tellAll({ areUp: up.size === count })
        resolve()
      })
      worker.once('exit', (code, signal) => {
        const wasUp = up.delete(worker)
        tellAll({ areUp: false })
        reject(new ProcessNotStarted())
        if (isClosing) return
        const lived = performance.now() - begun
        // Of the first ones the start speaks.
        if (!wasUp && waited === 0) return
        const wait = waitBefore(waited, lived)
        log.error({ code, signal, wait }, 'a process of this node fell and is started again')
        const timer = setTimeout(() => {
          timers.delete(timer)
          // Its own end starts the next one.
          start(wait).catch(() => undefined)
        }, wait)
        timers.add(timer)
      })
    })
  }

  const close = async () => {
    isClosing = true
    for (const timer of timers) clearTimeout(timer)
    const alive = workers().filter((worker) => !worker.isDead())
    const gone = alive.map((worker) => new Promise((resolve) => worker.once('exit', resolve)))
    tellAll({ stop: true })
    await Promise.all(gone)
  }

  try {
    await Promise.all(Array.from({ length: count }, () => start(0)))
  } catch (error) {
    await close()
    throw error
  }
  return { close }
}
