import pg from 'pg'

const retryAfter = 1_000

/**
 * Hears of new jobs on a connection of its own, with their kind; comes back by itself when it is lost.
 * What is told meanwhile is not heard: whoever listens also looks by itself now and then.
 */
export function listenForJobs(
  databaseUrl: string,
  hear: (kind: string) => void,
  channel: 'jobs' | 'notices' = 'jobs',
): { close: () => Promise<void> } {
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let closing = false

  const connect = async () => {
    const mine = new pg.Client({
      connectionString: databaseUrl,
      application_name: 'campaign-worker',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    })
    client = mine
    const lost = () => {
      if (client !== mine) return
      client = undefined
      mine.removeAllListeners('notification')
      void mine.end().catch(() => undefined)
      if (!closing) timer = setTimeout(() => void connect(), retryAfter)
    }
    mine.on('error', lost)
    mine.on('end', lost)
    mine.on('notification', ({ payload }) => hear(payload ?? ''))
    try {
      await mine.connect()
      await mine.query(`listen ${channel}`)
      hear('')
    } catch {
      lost()
    }
  }
  const connecting = connect()

  return {
    async close() {
      closing = true
      clearTimeout(timer)
      await connecting
      const last = client
      client = undefined
      await last?.end().catch(() => undefined)
    },
  }
}
