/**
 * Loads the demo into a database that has the 2022 campaign: units, accounts, windows, quotas, articles,
 * then every entry of the plan through Payload and the workflow, as the people of the plan. What is there
 * already is left alone, so a second run adds nothing, and a run that was cut off is completed.
 */
import type { Payload } from 'payload'
import { entryKindList, type EntryKind } from '../../../src/domain/kinds.ts'
import type { User } from '../../../src/payload-types.ts'
import { organiser } from '../cast.ts'
import type { MakeFile } from '../make-file.ts'
import type { ClientKey } from '../participants/token.ts'
import type { WorkerWork } from '../participants/works.ts'
import type { PlannedEntry } from '../plan.ts'
import { loadAccounts, loadOrganiser } from './accounts.ts'
import { loadArticles } from './articles.ts'
import { entryName, knownEntries, loadEntry } from './entries.ts'
import { findLeftovers, uploadFiles, type Leftovers } from './files.ts'
import { withLogTimes } from './log-times.ts'
import { loadQuotas } from './quotas.ts'
import { personNamed, type People } from './request.ts'
import { openTracks, type DemoTracks } from './tracks.ts'
import { loadUnits } from './units.ts'
import { loadClient } from './workers/client.ts'
import { beginWorkers } from './workers/index.ts'

export type Loading = {
  entries: readonly PlannedEntry[]
  /** What workers send in through the demo's client. */
  works: readonly WorkerWork[]
  make: MakeFile
  now: Date
  /** Called once, before anybody comes in with it. */
  onKey?: (key: ClientKey) => Promise<void>
  /** Called once for every entry, whether it was added or there already. */
  onEntry?: (entry: PlannedEntry, added: boolean) => void
  /** Ends the work after the entries under way. */
  signal?: AbortSignal
}

export type Loaded = {
  /** Of the units' entries. */
  added: number
  known: number
  /** Of the workers' works. */
  worksAdded: number
  /** Works that went less far than the plan has them go, each with why. */
  worksLeft: string[]
  openUntil: string
}

/** How many kinds are loaded side by side; within a kind one after the other, so that numbers follow time. */
const lanes = 3

export async function loadDemo(payload: Payload, loading: Loading): Promise<Loaded> {
  const { entries, works, make, now, signal } = loading
  const user = await loadOrganiser(payload)
  const units = await loadUnits(payload, user)
  const people = await loadAccounts(payload, { user, units })
  const tracks = await openTracks(payload, { user, now })
  await loadQuotas(payload, { user, units, tracks, sent: [...entries, ...works] })
  const key = await loadClient(payload, { user, units, campaign: tracks.campaign })
  await loading.onKey?.(key)
  const campaign = tracks.campaign.id
  const leftovers = await findLeftovers(payload, people.values())
  await loadArticles(payload, { user: personNamed(people, organiser), campaign, make, leftovers })
  const known = await knownEntries(payload, entryKindList)
  const ground: Ground = { units, people, tracks, leftovers, known }
  const workers = await beginWorkers(payload, { works, key, make, units, tracks, signal })
  try {
    const added = await withLogTimes(payload, () => loadKinds(payload, { ...loading, ground }))
    const worksLeft = await workers.send(people)
    const openUntil = tracks.byKind.get('photos')!.windows!.collect!.to!
    const there = entries.filter(({ kind, unit, data }) =>
      known.has(entryName(kind, units.get(unit)!, data.title)),
    )
    return { added, known: there.length, worksAdded: workers.added, worksLeft, openUntil }
  } finally {
    await workers.close()
  }
}

type Ground = {
  units: ReadonlyMap<string, number>
  people: People
  tracks: DemoTracks
  leftovers: Leftovers
  known: ReadonlySet<string>
}

type LoadingKinds = Loading & { ground: Ground }

async function loadKinds(payload: Payload, loading: LoadingKinds): Promise<number> {
  // The longest first, so that the lanes end together.
  const size = (kind: EntryKind) => loading.entries.filter((entry) => entry.kind === kind).length
  const waiting = [...entryKindList].sort((a, b) => size(b) - size(a))
  let added = 0
  let failed = false
  const lane = async () => {
    for (
      let kind = waiting.shift();
      kind && !failed && !loading.signal?.aborted;
      kind = waiting.shift()
    ) {
      await loadKind(payload, kind, loading, () => {
        added += 1
        return !failed && !loading.signal?.aborted
      })
    }
  }
  // The other lanes end what they are at before an error goes on: nothing is written after this call.
  const ended = await Promise.allSettled(
    Array.from({ length: lanes }, () =>
      lane().catch((error: unknown) => {
        failed = true
        throw error
      }),
    ),
  )
  for (const { status, ...rest } of ended) {
    if (status === 'rejected') throw (rest as { reason: unknown }).reason
  }
  return added
}

async function loadKind(
  payload: Payload,
  kind: EntryKind,
  { entries, make, onEntry, ground }: LoadingKinds,
  /** Called after each entry; false ends the work. */
  onAdded: () => boolean,
): Promise<void> {
  const { units, people, tracks, leftovers, known } = ground
  const isKnown = (entry: PlannedEntry) =>
    known.has(entryName(kind, units.get(entry.unit)!, entry.data.title))
  const own = entries.filter((entry) => entry.kind === kind)
  for (const entry of own.filter(isKnown)) onEntry?.(entry, false)
  const missing = own.filter((entry) => !isKnown(entry))
  const filesOf = (entry: PlannedEntry) => {
    const user: User = personNamed(people, entry.by)
    const { key, files } = entry
    return uploadFiles(payload, { key, files, user, make, leftovers })
  }
  for (const entry of missing) {
    const unit = units.get(entry.unit)!
    const track = tracks.byKind.get(kind)!.id
    await loadEntry(payload, { entry, people, unit, track, files: await filesOf(entry) })
    onEntry?.(entry, true)
    if (!onAdded()) return
  }
}
