import type { Pool } from 'pg'
import type { DeliveryLog } from '../log.ts'

export type RefusalCounts = {
  note: (round: string, code: string) => void
  flush: () => Promise<void>
  close: () => Promise<void>
}

type Options = { pool: Pool; log: DeliveryLog; everyMs?: number }

// Names of rounds are what callers wrote.
const mostKinds = 2_000

/**
 * Counts refused ballots by round and reason, and adds the counts to the database every few seconds;
 * what a node had counted when it died is lost. Rounds that are none are not counted.
 */
export function countRefusals({ pool, log, everyMs = 3_000 }: Options): RefusalCounts {
  let counts = new Map<string, { round: string; code: string; count: number }>()
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()

  const write = async () => {
    const rows = [...counts.values()]
    counts = new Map()
    if (rows.length === 0) return
    try {
      await pool.query(
        `insert into vote_refusals (round_id, minute, code, count)
         select round_id, date_trunc('minute', clock_timestamp()), code, count
         from unnest($1::text[], $2::text[], $3::int[]) as told (slug, code, count)
         join ballot_rounds using (slug) order by round_id, code
         on conflict (round_id, minute, code) do update set count = vote_refusals.count + excluded.count`,
        [
          rows.map(({ round }) => round),
          rows.map(({ code }) => code),
          rows.map(({ count }) => count),
        ],
      )
    } catch (err) {
      log.warn({ err }, 'refused ballots were not counted')
    }
  }
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    return (writing = writing.then(write))
  }

  return {
    note(round, code) {
      const key = `${code} ${round}`
      const known = counts.get(key)
      if (known) known.count += 1
      else if (counts.size < mostKinds) counts.set(key, { round, code, count: 1 })
      timer ??= setTimeout(() => void flush(), everyMs).unref()
    },
    flush,
    close: flush,
  }
}
