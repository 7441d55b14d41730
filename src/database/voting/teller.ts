import type pg from 'pg'
import { ballotNames } from './ballot-names.ts'
import { settings } from './batch-statements.ts'
import { TellerAway, type Cast, type CastAnswer, type Teller } from './cast.ts'
import { openLanes } from './lanes.ts'
import { openReceipts } from './receipts.ts'
import { waitingLine, type Gathered, type Waiting } from './waiting-line.ts'
import { gatheredWriter } from './write-gathered.ts'

export { TellerAway, type Cast, type CastAnswer, type Teller } from './cast.ts'

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
  const write = gatheredWriter(openReceipts(secret))
  const namesOf = ballotNames(secret)
  const line = waitingLine(mostInBatch)
  const most = pool.options.max ?? 4
  pool.on('connect', (client) => {
    // One that breaks between two statements of a batch has nobody else to tell; the next statement fails.
    client.on('error', (err) => log.warn({ err }, 'a connection to the database broke'))
    client.query(settings).catch((err: Error) => log.warn({ err }, 'a connection was not set up'))
  })
  const lanes = openLanes({ most, line, take })
  let [batches, votes, longest] = [0, 0, 0]
  let isClosing = false

  function cast(given: Cast): Promise<CastAnswer> {
    return new Promise((resolve, reject) => {
      if (isClosing || line.size() >= mostWaiting) {
        reject(new TellerAway(isClosing ? 'The teller is closing' : 'Too many ballots wait'))
        return
      }
      const { participant, epoch, client, entries } = given
      line.add({
        cast: given,
        participant,
        epoch,
        client,
        entries,
        ...namesOf(given),
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
      const ended = await write(client, batch)
      answers = batch.ballots.map((one, index) => () => end(one, ended[index]))
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

  function end(one: Waiting, answer: CastAnswer | TellerAway | undefined): void {
    if (answer === undefined) return again(one)
    if (answer instanceof TellerAway) return fail(one, answer)
    if (answer.ok && !answer.replayed) votes += answer.votes.length
    one.isOver = true
    one.resolve(answer)
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
