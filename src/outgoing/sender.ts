import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { listenForJobs } from '../database/jobs/listen.ts'
import {
  claimNotice,
  tendNotices,
  untilNextNotice,
  type ClaimedNotice,
} from '../database/notices/queue.ts'
import type { RunIn } from '../database/run-in.ts'
import type { SealingKey } from '../database/sealed.ts'
import { pauseAfter } from '../domain/results/notices.ts'
import { openLane, type Lane } from './lane.ts'
import { openMailer } from './mailer.ts'
import type { Allowed, Names } from './public-address.ts'
import { sendMail } from './send-mail.ts'
import { sendWebhook } from './send-webhook.ts'

export type SenderOptions = {
  databaseUrl: string
  /** Undefined: mails wait. */
  smtpUrl: string | undefined
  /** Behind the @ of the sender's address. */
  host: string
  keys: readonly SealingKey[]
  /** Which addresses webhooks may go to. */
  allowed: Allowed
  log: Record<'info' | 'warn', (details: object, message?: string) => void>
  /** Looks by itself so often, in seconds, should it not hear of something. */
  pollSeconds?: number
  /** For one webhook. */
  webhookSeconds?: number
  names?: Names
}

export type Sender = { close: () => Promise<void> }

// What is due and was not to be had is in somebody's hands: a moment later it may be free.
const soon = (ms: number | undefined) => (ms === undefined ? null : Math.max(200, ms))

const webhookLanes = 4
/** Webhooks that are under way to one endpoint: a slow one must not stop the others. */
const mostOfOne = 2

/**
 * Sends what the outbox holds until it is closed. Any number of them may run on one database: each notice
 * goes to one. A process that ends between an answer and our note of it sends that one again later, under
 * the same Message-ID or `webhook-id`.
 */
export function openSender(options: SenderOptions): Sender {
  const { databaseUrl, smtpUrl, host, keys, allowed, names, log, pollSeconds = 5 } = options
  const pool = new pg.Pool({
    ...{ connectionString: databaseUrl, max: 3, connectionTimeoutMillis: 5_000 },
    ...{ idle_in_transaction_session_timeout: 30_000, lock_timeout: 5_000, keepAlive: true },
    application_name: 'campaign-sender',
  })
  const broke = (err: Error) => log.warn({ err }, 'a connection to the database broke')
  pool.on('error', broke)
  pool.on('connect', (client) => client.on('error', broke))
  const run: RunIn = async (text, values) => (await pool.query(text, [...values])).rows
  const worker = randomUUID()
  const busy: number[] = []
  const stop = new AbortController()
  // Lanes claim one after the other, so that each sees what the others have in hand.
  let turnstile: Promise<unknown> = Promise.resolve()
  const lanes: Lane[] = []

  const lane = (once: () => Promise<number | null>) =>
    lanes.push(openLane({ once, pollMs: pollSeconds * 1000, log }))

  // One at a time looks after what was left lying.
  lane(async () => {
    await tendNotices(run)
    return null
  })
  if (smtpUrl) {
    const mailer = openMailer({ smtpUrl, host })
    let failures = 0
    lane(async () => {
      const notice = await claimNotice(run, { channel: 'mail', worker })
      if (!notice) return soon(await untilNextNotice(run, 'mail'))
      const isThere = await sendMail(run, notice, mailer)
      failures = isThere ? 0 : failures + 1
      if (isThere) return 0
      log.warn({ failures }, 'mails cannot be sent now')
      return -pauseAfter(failures) * 1000
    })
    lanes.at(-1)!.onClose(mailer.close)
  }
  for (let turn = 0; turn < webhookLanes; turn += 1) {
    lane(async () => {
      const notice = await takeWebhook()
      if (!notice) return soon(await untilNextNotice(run, 'webhook'))
      try {
        const seconds = options.webhookSeconds
        await sendWebhook(run, notice, {
          keys,
          together,
          allowed,
          names,
          seconds,
          stopping: stop.signal,
        })
      } finally {
        busy.splice(busy.indexOf(notice.endpoint?.id ?? 0), 1)
      }
      return 0
    })
  }

  async function takeWebhook(): Promise<ClaimedNotice | undefined> {
    const claiming = turnstile.then(async () => {
      const full = busy.filter((id) => busy.filter((one) => one === id).length >= mostOfOne)
      const notice = await claimNotice(run, { channel: 'webhook', worker, busy: full })
      if (notice) busy.push(notice.endpoint?.id ?? 0)
      return notice
    })
    turnstile = claiming.catch(() => undefined)
    return claiming
  }

  async function together(work: (held: RunIn) => Promise<void>): Promise<void> {
    const client = await pool.connect()
    let broken: Error | undefined
    try {
      await client.query('begin')
      await work(async (text, values) => (await client.query(text, [...values])).rows)
      await client.query('commit')
    } catch (error) {
      await client.query('rollback').catch((lost: Error) => (broken = lost))
      throw error
    } finally {
      client.release(broken)
    }
  }

  const listener = listenForJobs(databaseUrl, () => lanes.forEach((one) => one.wake()), 'notices')
  return {
    async close() {
      const ends = lanes.map((one) => one.close())
      stop.abort()
      await Promise.all([...ends, listener.close()])
      await pool.end()
    },
  }
}
