import { createHmac, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { hmacWith } from '../digest.ts'
import { findRound, type BallotRound } from './ballot-round.ts'
import { settings } from './batch-statements.ts'
import { takeBatch } from './batch.ts'
import { answerOf } from './cast-answers.ts'
import { TellerAway, type Cast, type CastAnswer } from './cast.ts'
import { openLanes } from './lanes.ts'
import { openReceipts, uuidOf } from './receipts.ts'
import { waitingLine, type Gathered, type Waiting } from './waiting-line.ts'

export { TellerAway, type Cast, type CastAnswer } from './cast.ts'

export type Teller = {
  /**
   * Takes a ballot whole or not at all; answers after the commit.
   *
   * @throws TellerAway within five seconds when the database is away, or too much waits: the ballot may
   *   be written or not, and sent again with the same key it counts once
   */
  cast: (cast: Cast) => Promise<CastAnswer>
  stats: () => { waiting: number; batches: number; votes: number; longest: number }
  /** Finishes what waits; ballots that come later are turned away. */
  close: () => Promise<void>
}

type Log = { warn: (details: object, message: string) => void }

const patience = 5_000
const mostWaiting = 20_000
/** Ballots of one batch: each holds a lock of the database's, of which there are some thousands. */
const mostInBatch = 128
const mostAttempts = 4

/**
 * Gathers ballots that wait and writes them in batches, each in one transaction: the busier, the larger
 * the batches. A voter's ballots are never in two of them at once.
 *
 * @param pool connections of its own; as many batches may be under way as it has
 * @param secret names ballots by their keys, and seals receipts
 */
export function openTeller({
  pool,
  secret,
  log,
}: {
  pool: pg.Pool
  secret: string
  log: Log
}): Teller {
  const receipts = openReceipts(secret)
  const hmac = hmacWith(createHmac('sha256', secret).update('names of ballots').digest())
  const line = waitingLine(mostInBatch)
  const rounds = new Map<string, BallotRound>()
  const most = pool.options.max ?? 4
  pool.on('connect', (client) => {
    // One that breaks between two statements of a batch has nobody else to tell; the next statement fails.
    client.on('error', (err) => log.warn({ err }, 'a connection to the database broke'))
    client.query(settings).catch((err: Error) => log.warn({ err }, 'a connection was not set up'))
  })
  const lanes = openLanes({ most, line, take })
  let [batches, votes, longest] = [0, 0, 0]
  let isClosing = false

  const nameFor = (round: string, key: string, id: number) =>
    uuidOf(hmac(`${id} ${round} ${key}`).subarray(0, 16))

  function cast(given: Cast): Promise<CastAnswer> {
    return new Promise((resolve, reject) => {
      if (isClosing || line.size() >= mostWaiting) {
        reject(new TellerAway(isClosing ? 'The teller is closing' : 'Too many ballots wait'))
        return
      }
      const { round, participant, epoch, client, entries, key } = given
      const name = key === undefined ? [randomUUID() as string] : undefined
      line.add({
        cast: given,
        participant,
        epoch,
        client,
        entries,
        mayBeThere: key !== undefined,
        names: (ids) => name ?? ids.map((id) => nameFor(round, key!, id)),
        deadline: performance.now() + patience,
        attempts: 0,
        isAlone: false,
        isOver: false,
        resolve,
        reject,
      })
      lanes.startSoon()
    })
  }

  async function take(batch: Gathered): Promise<void> {
    const begun = performance.now()
    let answers: (() => void)[]
    let client: pg.PoolClient | undefined
    let broken: Error | undefined
    try {
      client = await pool.connect()
      answers = await written(client, batch)
      batches += 1
      longest = Math.max(longest, performance.now() - begun)
    } catch (error) {
      if (client) await client.query('rollback').catch((lost: Error) => (broken = lost))
      answers = [() => tryAgain(batch.ballots, error, { client, broken })]
    }
    client?.release(broken)
    line.release(batch)
    for (const answer of answers) answer()
  }

  async function written(client: pg.PoolClient, { slug, ballots }: Gathered) {
    const known = rounds.get(slug) ?? (await findRound(client, slug))
    if (!known) return ballots.map((one) => () => settle(one, { ok: false, unknownRound: true }))
    const { taken, round } = await takeBatch(client, known, ballots)
    rounds.set(slug, round)
    return ballots.map((one, index) => () => {
      const ended = taken[index]!
      const answer = answerOf(one, ended, { receipts, round: round.id })
      if (ended.kind === 'accepted') votes += ended.votes.length
      if (answer instanceof TellerAway) fail(one, answer)
      else if (answer) settle(one, answer)
      else {
        rounds.delete(slug)
        again(one)
      }
    })
  }

  function tryAgain(
    ballots: readonly Waiting[],
    error: unknown,
    { client, broken }: { client: pg.PoolClient | undefined; broken: Error | undefined },
  ): void {
    if (!client) {
      log.warn({ err: error }, 'the database did not answer')
      for (const one of ballots) fail(one, new TellerAway('The database is away', { cause: error }))
      return
    }
    const code = String((error as { code?: unknown }).code ?? '')
    const isRefused = code === '23505' || code === '23514'
    if (!isRefused) log.warn({ err: error }, 'a batch of votes was not written')
    for (const one of ballots) {
      one.attempts += 1
      // Whoever is refused by the keys is refused alone; who else was in the batch is not.
      one.isAlone = isRefused
      // Only a batch whose connection broke may have been committed all the same.
      if (broken) one.mayBeThere = true
      if (one.attempts >= mostAttempts) fail(one, new TellerAway('Not written', { cause: error }))
      else again(one)
    }
  }

  function again(one: Waiting): void {
    if (!one.isOver) line.add(one)
  }

  function settle(one: Waiting, answer: CastAnswer): void {
    one.isOver = true
    one.resolve(answer)
  }

  function fail(one: Waiting, error: Error): void {
    one.isOver = true
    one.reject(error)
  }

  const sweep = setInterval(() => {
    for (const one of line.overdue(performance.now())) fail(one, new TellerAway('It took too long'))
    lanes.startSoon()
  }, 500)
  sweep.unref()

  return {
    cast,
    stats: () => ({ waiting: line.size(), batches, votes, longest }),
    async close() {
      isClosing = true
      await lanes.finish()
      clearInterval(sweep)
    },
  }
}
