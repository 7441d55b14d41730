import { readWaiting, type Waiting } from './waiting.ts'

/** Where a browser keeps what was not sent yet; `localStorage` is written before a line is crossed. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

export type Keep = {
  all: () => Waiting[]
  /** false: the browser keeps nothing (full, or forbidden), the window must stay open. */
  put: (one: Waiting) => boolean
  remove: (work: string) => void
}

/** Each work under a key of its own: two windows of one judge do not write over one another. */
export function keepOf(store: Store | null, judge: number, round: number): Keep {
  const prefix = `judging/${judge}/${round}/`
  return {
    all() {
      if (!store) return []
      const keys = Array.from({ length: store.length }, (_, index) => store.key(index))
      return keys
        .filter((key) => key?.startsWith(prefix))
        .flatMap((key) => readWaiting(store.getItem(key!) ?? '') ?? [])
    },
    put(one) {
      try {
        store?.setItem(prefix + one.work, JSON.stringify(one))
        return store !== null
      } catch {
        return false
      }
    },
    remove(work) {
      store?.removeItem(prefix + work)
    },
  }
}

/** The browser's own store; null where it is switched off. */
export function browserStore(): Store | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}
