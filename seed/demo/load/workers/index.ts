/**
 * The demo's workers: they enter through the demo's client and do what they do through `/v1` alone. In two
 * halves, before and after the units' works, so that files are made ready first and numbers follow time.
 * A second run finds what the first one made.
 */
import type { Payload } from 'payload'
import type { MakeFile } from '../../make-file.ts'
import type { DemoWorker } from '../../participants/people.ts'
import type { ClientKey } from '../../participants/token.ts'
import type { WorkerWork } from '../../participants/works.ts'
import type { People } from '../request.ts'
import type { DemoTracks } from '../tracks.ts'
import { beginWorks, filesReady, type Begun } from './begin.ts'
import { openDemoWorker, openWorkersDoor, type Ask, type Door } from './door.ts'
import { sendWork } from './send.ts'

type Given = {
  works: readonly WorkerWork[]
  key: ClientKey
  make: MakeFile
  units: ReadonlyMap<string, number>
  tracks: DemoTracks
  signal?: AbortSignal
}

export type WorkersBegun = {
  added: number
  /** Sends in what was begun; resolves to what went no further, and why. */
  send: (people: People) => Promise<string[]>
  close: () => Promise<void>
}

/** The drafts of all workers, with files that are ready. */
export async function beginWorkers(payload: Payload, given: Given): Promise<WorkersBegun> {
  const door = await openWorkersDoor(payload)
  try {
    const begun = await begin(payload, door, given)
    return {
      added: begun.filter(({ added }) => added).length,
      close: door.close,
      async send(people) {
        const left: string[] = []
        for (const { ask, ...one } of begun) {
          if (given.signal?.aborted) break
          const why = await sendWork(payload, { begun: one, ask, people })
          if (why) left.push(why)
        }
        return left
      },
    }
  } catch (error) {
    await door.close()
    throw error
  }
}

type BegunBy = Begun & { ask: Ask }

async function begin(payload: Payload, door: Door, given: Given): Promise<BegunBy[]> {
  const { works, key, make, units, tracks, signal } = given
  const trackOf = ({ kind }: WorkerWork) => tracks.byKind.get(kind)!.slug
  const worker = await openDemoWorker(payload)
  const begun: BegunBy[] = []
  try {
    const workers = new Set<DemoWorker>(works.map((work) => work.worker))
    for (const one of workers) {
      if (signal?.aborted) break
      const ask = await door.enter(key, one.sub)
      const own = works.filter((work) => work.worker === one)
      const asked = { ask, works: own, make, units, trackOf }
      begun.push(...(await beginWorks(asked)).map((work) => ({ ...work, ask })))
    }
    for (const one of begun.filter(({ added }) => added)) {
      if (!signal?.aborted) await filesReady(one.ask, one)
    }
    return begun
  } finally {
    await worker.close()
  }
}
