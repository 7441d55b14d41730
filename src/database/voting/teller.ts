import { createHmac, randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { BallotRefusal } from '../../domain/voting/ballot-refusals.ts'
import { ballotRound, takeBatch, type Ballot, type BallotRound, type Taken } from './batch.ts'
import { openReceipts, uuidOf } from './receipts.ts'

export type Cast = {
  /** Slug of the round. */
  round: string
  participant: number
  /** Row of `api_clients`. */
  client: number
  /** Public ids of works. */
  entries: readonly string[]
  /** Idempotency-Key: the same ballot of the same voter, sent again within a day, counts once. */
  key?: string
}

export type CastAnswer =
  | {
      ok: true
      receipt: string
      at: Date
      accepted: string[]
      remaining: number | null
      resetsAt: Date | null
      /** It was there already. */
      replayed: boolean
      votes: { id: string; number: number }[]
    }
  | { ok: false; refusal: BallotRefusal }
  /** The key stands for another ballot. */
  | { ok: false; reused: true }
  | { ok: false; unknownRound: true }

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

export class TellerAway extends Error {
  override name = 'TellerAway'
}

type Log = { warn: (details: object, message: string) => void }

type Waiting = Ballot & {
  cast: Cast
  deadline: number
  attempts: number
  /** With nothing else in its batch, after the ledger refused a batch with it. */
  isAlone: boolean
  isOver: boolean
  resolve: (answer: CastAnswer) => void
  reject: (error: Error) => void
}

const patience = 5_000
const mostWaiting = 20_000
/** Ballots of one batch: each holds a lock of the database's, of which there are some thousands. */
const mostInBatch = 128
const mostAttempts = 4

/**
 * Gathers ballots that wait and writes them in batches, each in one transaction, as soon as a connection
 * is free: the busier, the larger the batches. A voter's ballots are never in two of them at once.
 *
 * @param pool connections of its own; as many batches are under way as it has
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
  const keyOfNames = createHmac('sha256', secret).update('names of ballots').digest()
  const queues = new Map<string, Waiting[]>()
  const rounds = new Map<string, BallotRound>()
  const busy = new Set<number>()
  const most = pool.options.max ?? 4
  // One that breaks between two statements of a batch has nobody else to tell; the next statement fails.
  pool.on('connect', (client) => {
    client.on('error', (err) => log.warn({ err }, 'a connection to the database broke'))
  })
  let [waiting, underWay, batches, votes, longest] = [0, 0, 0, 0, 0]
  let isClosing = false
  let isPumpDue = false
  let emptied: (() => void) | undefined

  const nameFor = (round: string, key: string, id: number) =>
    uuidOf(
      createHmac('sha256', keyOfNames).update(`${id} ${round} ${key}`).digest().subarray(0, 16),
    )

  function cast(given: Cast): Promise<CastAnswer> {
    return new Promise((resolve, reject) => {
      if (isClosing || waiting >= mostWaiting) {
        reject(new TellerAway(isClosing ? 'The teller is closing' : 'Too many ballots wait'))
        return
      }
      const { round, participant, client, entries, key } = given
      const name = key === undefined ? [randomUUID() as string] : undefined
      add({
        cast: given,
        participant,
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
      pumpSoon()
    })
  }

  function add(one: Waiting): void {
    const { round } = one.cast
    const queue = queues.get(round)
    if (queue) queue.push(one)
    else queues.set(round, [one])
    waiting += 1
  }

  // After the requests that came together were all read.
  function pumpSoon(): void {
    if (isPumpDue || underWay >= most) return
    isPumpDue = true
    setImmediate(() => {
      isPumpDue = false
      while (underWay < most) {
        const batch = nextBatch()
        if (!batch) break
        underWay += 1
        void takeOne(batch.slug, batch.ballots).finally(() => {
          underWay -= 1
          for (const { participant } of batch.ballots) busy.delete(participant)
          pumpSoon()
        })
      }
      if (waiting === 0 && underWay === 0) emptied?.()
    })
  }

  function nextBatch(): { slug: string; ballots: Waiting[] } | undefined {
    for (const [slug, queue] of [...queues]) {
      const ballots: Waiting[] = []
      const rest: Waiting[] = []
      const voters = new Set<number>()
      let from = 0
      for (; from < queue.length && ballots.length < mostInBatch; from += 1) {
        const one = queue[from]!
        if (one.isOver) waiting -= 1
        else if (busy.has(one.participant) || (one.isAlone && ballots.length > 0)) rest.push(one)
        else {
          ballots.push(one)
          voters.add(one.participant)
          if (one.isAlone) {
            from += 1
            break
          }
        }
      }
      for (const voter of voters) busy.add(voter)
      // Rounds take turns.
      queues.delete(slug)
      const left = from < queue.length ? [...rest, ...queue.slice(from)] : rest
      if (left.length > 0) queues.set(slug, left)
      waiting -= ballots.length
      if (ballots.length > 0) return { slug, ballots }
    }
    return undefined
  }

  async function takeOne(slug: string, ballots: Waiting[]): Promise<void> {
    let client: pg.PoolClient
    let round: BallotRound | undefined
    try {
      client = await pool.connect()
    } catch (error) {
      turnAway(ballots, error)
      return
    }
    const begun = performance.now()
    let broken: Error | undefined
    try {
      round = rounds.get(slug) ?? (await findRound(client, slug))
      if (!round) {
        for (const one of ballots) settle(one, { ok: false, unknownRound: true })
        return
      }
      const batch = await takeBatch(client, round, ballots)
      rounds.set(slug, batch.round)
      batches += 1
      longest = Math.max(longest, performance.now() - begun)
      ballots.forEach((one, index) => conclude(one, batch.taken[index]!, batch.round))
    } catch (error) {
      await client.query('rollback').catch((lost: Error) => (broken = lost))
      tryAgain(ballots, error, broken)
    } finally {
      client.release(broken)
    }
  }

  function conclude(one: Waiting, taken: Taken & { person?: number }, round: BallotRound): void {
    switch (taken.kind) {
      case 'accepted':
        votes += taken.votes.length
        return settle(one, {
          ok: true,
          receipt: receipts.seal({
            ballot: taken.ballot,
            round: round.id,
            participant: taken.person,
            at: taken.at.getTime(),
          }),
          at: taken.at,
          accepted: [...one.entries],
          remaining: taken.remaining,
          resetsAt: taken.resetsAt,
          replayed: false,
          votes: taken.votes.map(({ id, number }) => ({ id, number })),
        })
      case 'there': {
        const { ballot, at, votes: rows, remaining, resetsAt } = taken
        const { participant } = rows[0]!
        return settle(one, {
          ok: true,
          receipt: receipts.seal({ ballot, round: round.id, participant, at: at.getTime() }),
          ...{ at, accepted: [...one.entries], remaining, resetsAt },
          // Of a batch whose end nobody heard it is the first answer.
          replayed: one.cast.key !== undefined && one.attempts === 0,
          votes: rows.map(({ id, number }) => ({ id, number })),
        })
      }
      case 'reused':
        return settle(one, { ok: false, reused: true })
      case 'refused':
        return settle(one, { ok: false, refusal: taken.refusal })
      case 'draft':
        return settle(one, { ok: false, unknownRound: true })
      case 'again':
        rounds.delete(one.cast.round)
        return again(one)
      case 'held':
      case 'no-voter':
        return fail(one, new TellerAway(`The ledger has no place for this ballot: ${taken.kind}`))
    }
  }

  function tryAgain(ballots: Waiting[], error: unknown, broken: Error | undefined): void {
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
    if (!one.isOver) add(one)
  }

  function turnAway(ballots: readonly Waiting[], cause: unknown): void {
    log.warn({ err: cause }, 'the database did not answer')
    for (const one of ballots) fail(one, new TellerAway('The database is away', { cause }))
  }

  function settle(one: Waiting, answer: CastAnswer): void {
    one.isOver = true
    one.resolve(answer)
  }

  function fail(one: Waiting, error: Error): void {
    one.isOver = true
    one.reject(error)
  }

  // One timer for all: those at the front came first.
  const sweep = setInterval(() => {
    const now = performance.now()
    for (const queue of queues.values()) {
      for (const one of queue) {
        if (one.deadline <= now && !one.isOver) fail(one, new TellerAway('It took too long'))
      }
    }
    pumpSoon()
  }, 500)
  sweep.unref()

  return {
    cast,
    stats: () => ({ waiting, batches, votes, longest }),
    async close() {
      isClosing = true
      if (waiting > 0 || underWay > 0) {
        await new Promise<void>((resolve) => {
          emptied = resolve
          pumpSoon()
        })
      }
      clearInterval(sweep)
    },
  }
}

async function findRound(client: pg.PoolClient, slug: string): Promise<BallotRound | undefined> {
  const { rows } = await client.query({
    name: 'round of ballots',
    text: `select round_id as id, slug, policy::text as "policyText", turns_from as "turnsFrom"
      from ballot_rounds where slug = $1 and to_regclass('votes_' || round_id) is not null`,
    values: [slug],
  })
  return rows[0] && ballotRound(rows[0])
}
