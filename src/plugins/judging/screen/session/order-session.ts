import type { OwnOrder, ScreenRound } from '../api-types.ts'
import { fullOrder, sameOrder, type Order } from '../rules/order.ts'
import type { Store } from './keep.ts'
import { createSender, type Link, type Sent } from './sender.ts'
import type { Talk } from './talk.ts'

/** An order that the server does not know yet. */
export type WaitingOrder = {
  order: string[][]
  handIn: boolean
  base: number
  tried: string[][] | null
  changedAt: number
  stopped: { code: string; message: string; stands: OwnOrder | null } | null
}

export type OrderSnapshot = Readonly<{
  /** What is shown: the own order with the works that have no place yet behind it. */
  order: string[][]
  stands: OwnOrder | null
  waiting: WaitingOrder | null
  link: Link
  canUndo: boolean
}>

type Options = {
  round: ScreenRound
  judge: number
  works: () => string[]
  talk: Talk
  store: Store | null
  now?: () => number
}

export type OrderSession = ReturnType<typeof openOrder>

/** A judge's order of the finalists: kept at once, sent as soon as it can be. */
export function openOrder({ round, judge, works, talk, store, now = Date.now }: Options) {
  const name = `judging-order/${judge}/${round.id}`
  const path = `/rounds/${round.id}/order`
  let stands: OwnOrder | null = null
  let waiting = readKept(store, name)
  let past: string[][][] = []
  let shown: OrderSnapshot | null = null
  const listeners = new Set<() => void>()
  const tell = () => {
    shown = null
    listeners.forEach((listener) => listener())
  }
  const put = (next: WaitingOrder | null) => {
    waiting = next
    try {
      if (next) store?.setItem(name, JSON.stringify(next))
      else store?.removeItem(name)
    } catch {
      // It waits in this window at least.
    }
    tell()
  }
  const order = () => fullOrder(waiting?.order ?? stands?.order ?? [], works())

  async function send(): Promise<Sent> {
    if (!stands) {
      const answer = await talk<OwnOrder>('GET', path)
      if (answer.kind === 'unreachable') return 'later'
      if (answer.kind === 'signed-out') return 'signed-out'
      if (answer.kind === 'ok') stands = answer.body
      tell()
    }
    const one = waiting
    if (!one || one.stopped) return 'done'
    put({ ...one, tried: one.order })
    const { handIn, base } = one
    const answer = await talk<Omit<OwnOrder, 'order'>>('PUT', path, {
      ...{ order: one.order, handIn, version: base },
    })
    if (answer.kind === 'unreachable') return 'later'
    if (answer.kind === 'signed-out') return 'signed-out'
    if (answer.kind === 'ok') saved(one, answer.body)
    else await refused(one, answer)
    return 'done'
  }
  function saved(one: WaitingOrder, answer: Omit<OwnOrder, 'order'>): void {
    stands = { ...answer, order: one.order }
    const isLatest = waiting?.changedAt === one.changedAt
    put(isLatest || !waiting ? null : { ...waiting, base: answer.version, tried: null })
  }
  async function refused(one: WaitingOrder, why: { code: string; message: string }) {
    const answer = why.code === 'version-stale' ? await talk<OwnOrder>('GET', path) : null
    if (answer?.kind === 'ok') stands = answer.body
    if (!waiting) return
    const theirs = answer?.kind === 'ok' ? answer.body : null
    if (theirs && one.tried && sameOrder(theirs.order, one.tried)) {
      return put({ ...waiting, base: theirs.version, tried: null })
    }
    const { code, message } = why
    put({ ...waiting, stopped: { code, message, stands: theirs } })
  }
  const sender = createSender({
    send,
    hasMore: () => waiting !== null && !waiting.stopped,
    onChange: tell,
  })
  function write(next: Order, handIn: boolean): void {
    const changedAt = Math.max(now(), (waiting?.changedAt ?? 0) + 1)
    const base = waiting?.base ?? stands?.version ?? 0
    const kept = next.map((group) => [...group])
    put({ order: kept, handIn, base, tried: waiting?.tried ?? null, changedAt, stopped: null })
    sender.soon(400)
  }
  const isHandedIn = () => waiting?.handIn ?? (stands?.handedInAt ?? null) !== null
  sender.soon(0)
  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    snapshot: (): OrderSnapshot =>
      (shown ??= {
        ...{ order: order(), stands, waiting, link: sender.link(), canUndo: past.length > 0 },
      }),
    arrange(next: Order) {
      const before = order()
      if (sameOrder(before, next)) return
      past = [...past.slice(-100), before]
      write(next, isHandedIn())
    },
    undo() {
      const before = past.at(-1)
      past = past.slice(0, -1)
      if (before) write(fullOrder(before, works()), isHandedIn())
    },
    handIn: () => write(order(), true),
    settle(choice: 'here' | 'there') {
      if (!waiting?.stopped) return
      const base = waiting.stopped.stands?.version ?? waiting.base
      put(choice === 'here' ? { ...waiting, base, tried: null, stopped: null } : null)
      sender.soon(0)
    },
    sendNow: () => sender.now(),
    stop: () => sender.stop(),
  }
}

function readKept(store: Store | null, name: string): WaitingOrder | null {
  try {
    const kept = JSON.parse(store?.getItem(name) ?? 'null') as WaitingOrder | null
    return kept && Array.isArray(kept.order) && kept.order.every(Array.isArray) ? kept : null
  } catch {
    return null
  }
}
