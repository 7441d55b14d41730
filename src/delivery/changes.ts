import pg from 'pg'
import type { DeliveryLog } from './log.ts'

/** What the triggers of the read model tell (migration showcase); fields of two kinds never mix. */
export type EntryChange = {
  entry: string
  kind: string
  campaign: string
  /** The track's id. */
  track: number
  theme: string | null
  /** Six digits a unit, from the top down. */
  unitPath: string
}
export type DocumentChange = {
  document: 'campaign' | 'track' | 'article' | 'result'
  campaign: string
  slug: string
}
export type Change = EntryChange | DocumentChange | { all: true }

export type Changes = {
  /** Whether every change is being heard; while not, nothing may be kept. */
  isListening: () => boolean
  /** Called with each change, and with `{ all: true }` whenever some may have been missed. */
  subscribe: (hear: (change: Change) => void) => void
  close: () => Promise<void>
}

const channel = 'showcase'
const pingEvery = 250
// A tick that finds the answers to this many pings missing gives the connection up.
const pingsMissed = 2
const retryFrom = 50
const retryAtMost = 1_000

type Listener = { lost: Promise<void>; end: () => void }

/** Listens for changes of the read model on a connection of its own; comes back by itself when it is lost. */
export function listenForChanges(databaseUrl: string, log: DeliveryLog): Changes {
  const hearers: ((change: Change) => void)[] = []
  const tell = (change: Change) => hearers.forEach((hear) => hear(change))
  let listener: Listener | undefined
  let closing = false
  let wake = () => {}

  const run = async () => {
    let wait = retryFrom
    while (!closing) {
      try {
        listener = await connect(databaseUrl, tell)
        if (closing) listener.end()
        wait = retryFrom
        // What happened while nobody listened is not known.
        tell({ all: true })
        log.info('listening for changes of what is public')
        await listener.lost
      } catch (err) {
        if (!closing) log.warn({ err }, 'cannot listen for changes of what is public')
      }
      const wasListening = listener !== undefined
      listener = undefined
      if (closing) break
      if (wasListening) {
        log.warn('no longer hears what changes: nothing is kept in memory until it does again')
        tell({ all: true })
      }
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, wait)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
      wait = Math.min(wait * 2, retryAtMost)
    }
  }
  const running = run()

  return {
    isListening: () => listener !== undefined,
    subscribe: (hear) => void hearers.push(hear),
    async close() {
      closing = true
      wake()
      listener?.end()
      await running
    },
  }
}

async function connect(databaseUrl: string, tell: (change: Change) => void): Promise<Listener> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'campaign-changes',
    connectionTimeoutMillis: 1_500,
    keepAlive: true,
  })
  let resolveLost = () => {}
  const lost = new Promise<void>((resolve) => (resolveLost = resolve))
  let isConnected = false
  let unanswered = 0
  const ping = setInterval(() => {
    if (!isConnected) return
    // Counted in ticks, not in time: a process that stood still finds the answers waiting for it.
    if (unanswered >= pingsMissed) return end()
    unanswered += 1
    client.query('select 1').then(() => (unanswered = 0), end)
  }, pingEvery)
  const end = () => {
    clearInterval(ping)
    resolveLost()
    client.removeAllListeners('notification')
    // One that does not answer does not say goodbye either: the socket goes at once.
    void client.end().catch(() => undefined)
    destroySocket(client)
  }
  client.on('error', end)
  client.on('end', end)
  client.on('notification', ({ payload }) => tell(readChange(payload)))
  try {
    await client.connect()
    await client.query(`listen ${channel}`)
  } catch (error) {
    end()
    throw error
  }
  isConnected = true
  return { lost, end }
}

function destroySocket(client: pg.Client): void {
  const { connection } = client as unknown as { connection: { stream: { destroy: () => void } } }
  connection.stream.destroy()
}

function readChange(payload: string | undefined): Change {
  try {
    return JSON.parse(payload ?? '') as Change
  } catch {
    return { all: true }
  }
}
