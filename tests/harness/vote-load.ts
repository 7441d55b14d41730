import pg from 'pg'
import { openTeller, type Teller } from '../../src/database/voting/teller.ts'

/** Ballots that can be cast again by anybody: each has a number, which says whose it is and its key. */
export type VoteLoad = {
  url: string
  slug: string
  entries: readonly string[]
  /** Participants follow each other from here; each casts five ballots. */
  firstVoter: number
  /** The first ballot to cast, and the one before which to end. */
  from: number
  to: number
}

export type Acknowledged = {
  ballot: number
  voter: number
  votes: { id: string; number: number }[]
}

/**
 * Casts ballots, many at a time, until all are cast or the database is gone; tells of each that is
 * acknowledged. Refused ones are an error: each may be cast.
 */
export async function castBallots(
  teller: Teller,
  { slug, entries, firstVoter, from, to }: Omit<VoteLoad, 'url'>,
  told: (one: Acknowledged) => void,
): Promise<void> {
  let next = from
  let isAway = false
  const keepCasting = async () => {
    while (next < to && !isAway) {
      const ballot = next++
      const participant = firstVoter + Math.floor(ballot / 5)
      const answer = await teller
        .cast({
          ...{ round: slug, participant, client: 1, key: `ballot ${ballot}` },
          entries: [entries[ballot % entries.length]!],
        })
        .catch(() => null)
      if (!answer) isAway = true
      else if (!answer.ok) throw new Error(JSON.stringify(answer))
      else told({ ballot, voter: participant, votes: answer.votes })
    }
  }
  await Promise.all(Array.from({ length: 24 }, keepCasting))
}

/** Casts in a process of its own and prints a line for each acknowledged ballot. */
async function cast(load: VoteLoad): Promise<void> {
  const pool = new pg.Pool({ connectionString: load.url, max: 3 })
  pool.on('error', () => undefined)
  const teller = openTeller({ pool, secret: 'crashes', log: { warn: () => undefined } })
  await castBallots(teller, load, (one) => process.stdout.write(`${JSON.stringify(one)}\n`))
  await teller.close()
  await pool.end()
}

if (process.argv[1] === import.meta.filename) {
  // Started ahead of time: what to do comes when it is its turn.
  process.stdin.once('data', (data: Buffer) => {
    process.stdin.destroy()
    void cast(JSON.parse(data.toString()) as VoteLoad)
  })
}
