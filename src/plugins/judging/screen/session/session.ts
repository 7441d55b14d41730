import type { ScreenRound, WorkItem } from '../api-types.ts'
import { isComplete, sameContent, withMark, type Content } from '../rules/content.ts'
import { beside, firstToDo, nextToDo } from '../rules/walk.ts'
import { bring, deliver } from './deliver.ts'
import {
  changeItem,
  contentAt,
  handedInAt,
  putWaiting,
  stateAt,
  versionAt,
  type Desk,
  type Undo,
} from './desk.ts'
import type { Keep } from './keep.ts'
import { createLoader } from './loader.ts'
import { createSender, type Link } from './sender.ts'
import type { Talk } from './talk.ts'
import { changed, isDue, nextDue, rest } from './waiting.ts'

/** How long “I know this author” can be taken back, in milliseconds. */
export const recusePause = 8_000
const restAfterChange = 300
const mostUndo = 200

export type Snapshot = Readonly<Desk> & { link: Link; turn: number }
export type RoundSession = ReturnType<typeof openSession>

type Options = {
  round: ScreenRound
  items: WorkItem[]
  /** The work to begin with, where it is among them. */
  at: string | null
  talk: Talk
  keep: Keep
  now?: () => number
}

/** A judge at work in one round: what is done is kept at once and sent as soon as it can be. */
export function openSession({ round, items, at, talk, keep, now = Date.now }: Options) {
  const desk: Desk = {
    ...{ round, items, keep, details: new Map(), past: [], isKept: true, at: null },
    waiting: new Map(keep.all().map((one) => [one.work, one])),
    savedAt: latest(items),
  }
  const stateOf = (item: WorkItem) => stateAt(desk, item)
  const isThere = items.some(({ work }) => work === at)
  desk.at = isThere ? at : firstToDo(items, stateOf)

  const listeners = new Set<() => void>()
  let turn = 0
  let shown: Snapshot | null = null
  const tell = () => {
    turn += 1
    shown = null
    listeners.forEach((listener) => listener())
  }
  const sender = createSender({
    send: async () => {
      const sent = await deliver(desk, talk, now)
      tell()
      await seeOthers()
      const due = nextDue(desk.waiting.values())
      if (due !== null) setTimeout(() => sender.soon(0), Math.max(0, due - now()) + 5)
      return sent
    },
    hasMore: () => [...desk.waiting.values()].some((one) => isDue(one, now())),
    onChange: tell,
  })
  const loader = createLoader({
    wanted: () => {
      const index = desk.items.findIndex(({ work }) => work === desk.at)
      const ahead = [...desk.items.slice(Math.max(0, index)), ...desk.items.slice(0, index)]
      return ahead
        .filter(({ work, state }) => state !== 'withdrawn' && !desk.details.has(work))
        .map(({ work }) => work)
    },
    load: async (work) => {
      const answer = await bring(desk, talk, work)
      if (answer.kind === 'refused') notTheirs(work, answer.code)
      if (toHandIn.delete(work)) handInOne(work)
      tell()
      return answer.kind === 'ok' || answer.kind === 'refused'
    },
  })
  // Works that were to be handed in before what stands for them had been read: it is, first.
  const toHandIn = new Set<string>()
  function handInOne(work: string): void {
    const content = contentAt(desk, work)
    if (!content) toHandIn.add(work)
    else if (isComplete(round, content)) {
      put(work, { work, base: versionAt(desk, work), content, handIn: true }, 0)
    }
  }
  // A work that went to another judge is gone; one that was withdrawn is still told of.
  function notTheirs(work: string, code: string): void {
    if (code === 'work-withdrawn') {
      changeItem(desk, work, (item) => ({ ...item, state: 'withdrawn' }))
      return
    }
    if (desk.at === work) desk.at = beside(desk.items, work, 1) ?? beside(desk.items, work, -1)
    desk.items = desk.items.filter((one) => one.work !== work)
  }
  // Who may see others' marks after the own ones sees them as soon as those are in.
  async function seeOthers(): Promise<void> {
    const detail = desk.at === null ? undefined : desk.details.get(desk.at)
    if (round.scoresShown !== 'after-own' || !detail?.mine.handedInAt || detail.others) return
    await bring(desk, talk, detail.work)
    tell()
  }

  function put(work: string, change: Parameters<typeof changed>[1], soon: number): void {
    const known = desk.waiting.get(work)
    putWaiting(desk, work, rest(changed(known, change, now())))
    tell()
    sender.soon(soon)
  }
  function remember(one: Undo): void {
    desk.past = [...desk.past.slice(1 - mostUndo), one]
  }
  function write(work: string, content: Content): void {
    const handIn = handedInAt(desk, work) !== null || (desk.waiting.get(work)?.handIn ?? false)
    if (handIn && !isComplete(round, content)) return
    const item = desk.items.find((one) => one.work === work)
    const skip = item && stateOf(item) === 'skipped' ? { skip: false } : {}
    put(work, { work, base: versionAt(desk, work), content, handIn, ...skip }, restAfterChange)
  }
  function change(work: string, content: Content, criterion: string | null = null): void {
    const before = contentAt(desk, work)
    if (!before || sameContent(before, content)) return
    remember({ what: 'content', work, before, criterion })
    write(work, content)
  }
  function go(work: string | null): void {
    if (work === null || work === desk.at) return
    desk.at = work
    tell()
    loader.kick()
    sender.soon(0)
  }
  function skip(work: string, isSkipped: boolean): void {
    put(work, { work, base: versionAt(desk, work), skip: isSkipped }, 0)
  }

  loader.kick()
  sender.soon(0)
  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    snapshot: (): Snapshot => (shown ??= { ...desk, link: sender.link(), turn }),
    go,
    next: () => go(beside(desk.items, desk.at, 1)),
    previous: () => go(beside(desk.items, desk.at, -1)),
    /** On to what is still to be done. */
    onward: () => go(nextToDo(desk.items, desk.at, stateOf)),
    setMark(work: string, criterion: string, mark: number | null) {
      const content = contentAt(desk, work)
      if (content) change(work, withMark(content, criterion, mark), criterion)
    },
    setPasses(work: string, passes: boolean) {
      const content = contentAt(desk, work)
      if (content) change(work, { ...content, passes })
    },
    setNote(work: string, note: string) {
      const content = contentAt(desk, work)
      if (content) change(work, { ...content, note })
    },
    toggleSkip(work: string) {
      const item = desk.items.find((one) => one.work === work)
      if (!item || ['handed-in', 'withdrawn', 'recused'].includes(stateOf(item))) return
      const before = stateOf(item) === 'skipped'
      remember({ what: 'skip', work, before })
      skip(work, !before)
      if (!before) go(beside(desk.items, work, 1))
    },
    /** Takes the last step back and goes to where it was taken. @returns the criterion that it was */
    undo(): { work: string; criterion: string | null } | null {
      const last = desk.past.at(-1)
      if (!last) return null
      desk.past = desk.past.slice(0, -1)
      go(last.work)
      if (last.what === 'skip') skip(last.work, last.before)
      else write(last.work, last.before)
      return { work: last.work, criterion: last.what === 'content' ? last.criterion : null }
    },
    recuse(work: string) {
      const due = now() + recusePause
      put(work, { work, base: versionAt(desk, work), recuse: { due } }, recusePause + 5)
      go(nextToDo(desk.items, work, stateOf))
    },
    takeBackRecusal(work: string) {
      put(work, { work, base: versionAt(desk, work), recuse: null }, 0)
      go(work)
    },
    handIn(works: string[]) {
      works.forEach(handInOne)
      loader.kick()
    },
    /** Of two devices: what was given here, or what stands. */
    settle(work: string, choice: 'here' | 'there') {
      const one = desk.waiting.get(work)
      if (!one?.stopped) return
      const base = one.stopped.stands?.version ?? one.base
      if (choice === 'here') putWaiting(desk, work, { ...one, base, tried: null, stopped: null })
      else putWaiting(desk, work, null)
      // Perhaps it is the judge's no more: asked anew.
      if (!one.stopped.stands) desk.details.delete(work)
      loader.kick()
      tell()
      sender.soon(0)
    },
    /** Tries at once: the line is back, or somebody is impatient. */
    sendNow: () => {
      loader.kick()
      sender.now()
    },
    stop() {
      loader.stop()
      sender.stop()
    },
  }
}

function latest(items: WorkItem[]): string | null {
  return items.reduce<string | null>(
    (last, { savedAt }) => (savedAt && savedAt > (last ?? '') ? savedAt : last),
    null,
  )
}
