import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { listenForJobs } from '../../database/jobs/listen.ts'
import { keepRecurring, releaseAbandoned, untilNext } from '../../database/jobs/queue.ts'
import { environment } from '../../environment.ts'
import { jobHandlersOf } from '../../hooks/job-handlers.ts'
import type { Worker, WorkerOptions } from '../../hooks/worker.ts'
import { openSlot, type Slot } from './slot.ts'

/** Does the jobs of this configuration until it is closed. */
export function openWorker(
  payload: Payload,
  {
    log,
    handlers = jobHandlersOf(payload.config),
    concurrency = environment().workerConcurrency,
    leaseSeconds = 30,
    pollSeconds = 5,
    tasks,
  }: WorkerOptions,
): Worker {
  const all = Object.keys(handlers)
  const short = all.filter((kind) => !handlers[kind]!.long)
  const slots = [
    ...Array.from({ length: concurrency }, () => slotFor(all)),
    ...(short.length < all.length ? [slotFor(short)] : []),
  ]
  let closing = false
  const wakers = new Set<() => void>()
  const wake = () => wakers.forEach((one) => one())
  const listener = listenForJobs(environment().databaseUrl, wake)
  const timer = setInterval(tend, pollSeconds * 1000)
  const running = [tend(), ...slots.map(({ slot, kinds }) => loop(slot, kinds))]

  function slotFor(kinds: string[]): { slot: Slot; kinds: string[] } {
    const worker = randomUUID()
    return { slot: openSlot({ payload, log, handlers, kinds, worker, leaseSeconds, tasks }), kinds }
  }

  async function tend(): Promise<void> {
    try {
      const recurring = all.filter((kind) => handlers[kind]!.everySeconds !== undefined)
      for (const kind of recurring) await keepRecurring(payload, kind)
      await releaseAbandoned(payload)
      wake()
    } catch (err) {
      if (!closing) log.warn({ err }, 'the queue could not be tended')
    }
  }

  async function loop(slot: Slot, kinds: string[]): Promise<void> {
    while (!closing) {
      let woken = false
      let wakeUp = () => void (woken = true)
      const waker = () => wakeUp()
      wakers.add(waker)
      try {
        while (!closing && (await slot.doOne()));
        const ms = closing ? 0 : await untilNext(payload, kinds)
        if (woken || closing) continue
        await new Promise<void>((resolve) => {
          const due = setTimeout(resolve, Math.min(ms ?? Infinity, pollSeconds * 1000))
          wakeUp = () => {
            clearTimeout(due)
            resolve()
          }
        })
      } catch (err) {
        if (closing) break
        log.warn({ err }, 'the queue could not be asked')
        await new Promise<void>((resolve) => {
          const due = setTimeout(resolve, 1_000)
          wakeUp = () => void (closing && (clearTimeout(due), resolve()))
        })
      } finally {
        wakers.delete(waker)
      }
    }
  }

  return {
    busy: () => slots.filter(({ slot }) => slot.current()).length,
    async close() {
      closing = true
      clearInterval(timer)
      wake()
      await listener.close()
      await Promise.all(slots.map(({ slot }) => slot.close()))
      await Promise.all(running)
    },
  }
}
