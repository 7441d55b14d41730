import type { Pool } from 'pg'

/** What is known of a ballot that was taken, beside its votes. */
export type Trace = {
  /** As the teller's answer has them. */
  votes: readonly { id: string; number: number }[]
  roundId: number
  participant: number
  client: number
  /** When the request came. */
  at: Date
  /** As `openTraceHashes` makes them. */
  network: string | null
  device: string | null
}

export type Traces = {
  /** Takes note and returns at once; never throws, never waits. */
  note: (trace: Trace) => void
  /** Writes what waits. */
  flush: () => Promise<void>
  /** `written` and `lost` are numbers of votes since the start. */
  stats: () => { waiting: number; written: number; lost: number }
  close: () => Promise<void>
}

type Options = {
  pool: Pool
  log: { warn: (data: object, message: string) => void }
  /** How long traces wait for others at most, in milliseconds. */
  everyMs?: number
}

const mostAtOnce = 5_000
/** So many votes wait in memory at most while the database is away or slow. */
const mostWaiting = 100_000

/**
 * Writes traces beside the votes, in bulk and after these were acknowledged. Nothing waits for it, and
 * it is allowed to lose some: what waits when a node dies, what comes while the database is away for
 * long. Votes and quotas do not depend on traces, only the look for risks does.
 */
export function openTraces({ pool, log, everyMs = 1_000 }: Options): Traces {
  let waiting: Trace[] = []
  let votes = 0
  let [written, lost] = [0, 0]
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> | undefined

  const writeAll = async () => {
    while (waiting.length > 0) {
      const part = take()
      const count = part.reduce((sum, one) => sum + one.votes.length, 0)
      try {
        await write(pool, part)
        written += count
      } catch (err) {
        lost += count
        log.warn({ err, votes: count }, 'traces of votes were not written')
      }
    }
  }
  const take = () => {
    const part = waiting.slice(0, mostAtOnce)
    waiting = waiting.slice(mostAtOnce)
    votes -= part.reduce((sum, one) => sum + one.votes.length, 0)
    return part
  }
  const flush = async () => {
    clearTimeout(timer)
    timer = undefined
    writing ??= writeAll().finally(() => (writing = undefined))
    await writing
  }

  return {
    note(trace) {
      if (votes >= mostWaiting) {
        lost += trace.votes.length
        return
      }
      waiting.push(trace)
      votes += trace.votes.length
      if (waiting.length >= mostAtOnce) void flush()
      else timer ??= setTimeout(() => void flush(), everyMs).unref()
    },
    flush,
    stats: () => ({ waiting: votes, written, lost }),
    async close() {
      await flush()
      // What came while the last part was being written.
      await flush()
    },
  }
}

async function write(pool: Pool, traces: readonly Trace[]): Promise<void> {
  await pool.query({
    name: 'vote-traces',
    text: `insert into vote_traces
        (vote_id, round_id, number, participant_id, client_id, at, since, network, device)
      select t.vote_id, t.round_id, t.number, p.id, t.client_id, to_timestamp(t.at / 1000.0), p.created_at, t.network, t.device
      from unnest($1::bigint[], $2::int[], $3::int[], $4::int[], $5::int[], $6::float8[], $7::text[], $8::text[])
        as t (vote_id, round_id, number, participant_id, client_id, at, network, device)
      join participants p on p.id = t.participant_id
      on conflict do nothing`,
    values: columnsOf(traces),
  })
}

// Each as PostgreSQL reads an array: by hand, because `pg` quotes every number and dresses every date.
// A hash is base64url: nothing in it has to be escaped.
function columnsOf(traces: readonly Trace[]): string[] {
  const columns: (string | number)[][] = Array.from({ length: 8 }, () => [])
  for (const { votes, roundId, participant, client, at, network, device } of traces) {
    for (const { id, number } of votes) {
      columns[0]!.push(id)
      columns[1]!.push(roundId)
      columns[2]!.push(number)
      columns[3]!.push(participant)
      columns[4]!.push(client)
      columns[5]!.push(at.getTime())
      columns[6]!.push(textOf(network))
      columns[7]!.push(textOf(device))
    }
  }
  return columns.map((column) => `{${column.join()}}`)
}

const textOf = (hash: string | null) => (hash === null ? 'NULL' : `"${hash}"`)
