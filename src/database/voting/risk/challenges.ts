import type { Pool } from 'pg'
import { subjectsOf } from '../../../domain/voting/risk.ts'

export type Challenged = {
  roundId: number
  /** Of the works on the ballot, as the ledger numbers them. */
  numbers: readonly number[]
  network: string | null
  device: string | null
}

export type Challenges = {
  /** Whether a ballot joins votes that look odd just now: it is then asked for a proof of work first. */
  challengeFor: (ballot: Challenged) => boolean
  /** Looks at once. */
  refresh: () => Promise<void>
  close: () => void
}

type Options = {
  log?: { warn: (data: object, message: string) => void }
  /** How old what this node knows may be, in milliseconds. */
  everyMs?: number
}

/** So long after a group's last odd vote its next one is still challenged. */
export const challengedFor = '2 hours'

/**
 * What a node remembers of risks: asked of the database every few seconds, so that no ballot waits for
 * it. While the database does not answer, the last answer holds.
 */
export function openChallenges(pool: Pool, { log, everyMs = 3_000 }: Options = {}): Challenges {
  let rounds = new Map<number, Set<string>>()
  let asking: Promise<void> | undefined
  const ask = async () => {
    const { rows } = await pool.query<{ round_id: number; subject: string }>({
      name: 'vote-challenges',
      text: `select round_id, subject from vote_risks
        where level in ('challenge', 'review') and last_at > now() - interval '${challengedFor}'
        order by score desc limit 10000`,
    })
    const found = new Map<number, Set<string>>()
    for (const { round_id, subject } of rows) {
      found.set(round_id, (found.get(round_id) ?? new Set()).add(subject))
    }
    rounds = found
  }
  const refresh = async () => {
    asking ??= ask()
      .catch((err: unknown) => log?.warn({ err }, 'risks of votes were not read'))
      .finally(() => (asking = undefined))
    await asking
  }
  const timer = setInterval(() => void refresh(), everyMs).unref()
  void refresh()

  return {
    challengeFor({ roundId, numbers, network, device }) {
      const subjects = rounds.get(roundId)
      if (!subjects) return false
      return numbers.some((number) =>
        subjectsOf({ entry: String(number), network, device }).some((one) => subjects.has(one)),
      )
    },
    refresh,
    close: () => clearInterval(timer),
  }
}
