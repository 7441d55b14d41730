/** How a try to send went: `later` is tried again by itself, `signed-out` waits for a log-in. */
export type Sent = 'done' | 'later' | 'signed-out'

export type Link = 'idle' | 'sending' | 'waiting' | 'signed-out'

export type Sender = {
  /** There is something to send, in so many milliseconds at the latest. */
  soon: (ms: number) => void
  /** Tries at once, whatever the back-off says: the line is back, or somebody asked. */
  now: () => void
  link: () => Link
  stop: () => void
}

type Options = {
  /** Sends all that is due, once; called again while `hasMore`. */
  send: () => Promise<Sent>
  hasMore: () => boolean
  onChange: () => void
  /** 0 ≤ x < 1, for tests. */
  chance?: () => number
}

/** Waits 1, 2, 4 … up to 30 s between tries, each shortened by chance by up to a half. */
export function backOff(tries: number, chance: number): number {
  const most = Math.min(30_000, 1_000 * 2 ** Math.max(0, tries - 1))
  return most * (1 - chance / 2)
}

/** One try at a time; what fails is tried again with back-off until it is through. */
export function createSender({ send, hasMore, onChange, chance = Math.random }: Options): Sender {
  let timer: ReturnType<typeof setTimeout> | undefined
  let timerAt = Infinity
  let link: Link = 'idle'
  let tries = 0
  let again = false
  let stopped = false

  const become = (next: Link) => {
    if (link === next) return
    link = next
    onChange()
  }
  const plan = (ms: number) => {
    const at = Date.now() + ms
    if (stopped || at >= timerAt) return
    clearTimeout(timer)
    timerAt = at
    timer = setTimeout(() => void run(), ms)
  }
  const unplan = () => {
    clearTimeout(timer)
    timerAt = Infinity
  }
  async function run(): Promise<void> {
    unplan()
    if (stopped) return
    if (link === 'sending') {
      again = true
      return
    }
    become('sending')
    again = false
    const sent = await send().catch((): Sent => 'later')
    if (stopped) return
    if (sent === 'later') {
      tries += 1
      become('waiting')
      plan(backOff(tries, chance()))
      return
    }
    tries = 0
    become(sent === 'signed-out' ? 'signed-out' : 'idle')
    if (sent === 'done' && (again || hasMore())) plan(0)
  }
  return {
    soon: (ms) => {
      // While the line is down its own back-off leads; after a log-in somebody says `now`.
      if (link === 'waiting' || link === 'signed-out') return
      if (link === 'sending') again = true
      else plan(ms)
    },
    now: () => {
      if (link === 'sending') again = true
      else {
        unplan()
        void run()
      }
    },
    link: () => link,
    stop: () => {
      stopped = true
      unplan()
    },
  }
}
