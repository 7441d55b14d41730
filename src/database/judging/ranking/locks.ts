import type { RunIn } from '../../run-in.ts'

/** A ranking as it was locked: `text` is canonical JSON (src/domain/judging/locked.ts). */
export type Lock = {
  version: number
  text: string
  sha256: string
  reason: string | null
  askedBy: string
  askedAt: Date
  confirmedBy: string
  confirmedAt: Date
}

const columns = `l.version, l.text, l.sha256, l.reason, l.asked_at as "askedAt", l.confirmed_at as "confirmedAt",
  a.name as "askedBy", c.name as "confirmedBy"`
const from = `judging_locks l join users a on a.id = l.asked_by join users c on c.id = l.confirmed_by`

/** The newest version of a round's locked ranking; null while it is not locked. */
export async function lockedRanking(run: RunIn, round: number): Promise<Lock | null> {
  const [lock] = await run<Lock>(
    `select ${columns} from ${from} where l.round_id = $1 order by l.version desc limit 1`,
    [round],
  )
  return lock ?? null
}

/** All versions, the newest first, without their texts. */
export function locksOf(run: RunIn, round: number): Promise<Omit<Lock, 'text'>[]> {
  return run<Omit<Lock, 'text'>>(
    `select ${columns.replace('l.text, ', '')} from ${from} where l.round_id = $1
      order by l.version desc`,
    [round],
  )
}

/** A lock that waits for a second person. */
export type LockAsk = {
  version: number
  sha256: string
  reason: string | null
  by: number
  byName: string
  at: Date
}

export async function lockAskOf(run: RunIn, round: number): Promise<LockAsk | null> {
  const [ask] = await run<LockAsk>(
    `select q.version, q.sha256, q.reason, q.by_id::int as by, u.name as "byName", q.at
      from judging_lock_asks q join users u on u.id = q.by_id where q.round_id = $1`,
    [round],
  )
  return ask ?? null
}

/** Asks for a lock; whoever asks again puts their own in its place. */
export async function askForLock(
  run: RunIn,
  round: number,
  { version, sha256, reason, by }: Pick<LockAsk, 'version' | 'sha256' | 'reason' | 'by'>,
): Promise<void> {
  await run(
    `insert into judging_lock_asks (round_id, version, sha256, reason, by_id) values ($1, $2, $3, $4, $5)
      on conflict (round_id) do update set version = excluded.version, sha256 = excluded.sha256,
        reason = excluded.reason, by_id = excluded.by_id, at = clock_timestamp()`,
    [round, version, sha256, reason, by],
  )
}

export async function dropLockAsk(run: RunIn, round: number): Promise<boolean> {
  const gone = await run(`delete from judging_lock_asks where round_id = $1 returning round_id`, [
    round,
  ])
  return gone.length > 0
}

/** Writes a version as it was asked for. For a transaction that holds the round. */
export async function writeLock(
  run: RunIn,
  round: number,
  { ask, text, confirmedBy }: { ask: LockAsk; text: string; confirmedBy: number },
): Promise<void> {
  await run(
    `insert into judging_locks (round_id, version, text, sha256, reason, asked_by, asked_at, confirmed_by)
      values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      ...[round, ask.version, text, ask.sha256, ask.reason, ask.by, new Date(ask.at).toISOString()],
      confirmedBy,
    ],
  )
  await run(
    `update judging_rounds set state = 'locked', updated_at = now() where id = $1 and state <> 'locked'`,
    [round],
  )
}
