import type { RunIn } from '../run-in.ts'
import type { ObjectionState, RulingEffect } from '../../domain/results/objections.ts'
import { decideObjection, objectionStateWords } from '../../domain/results/objections.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { words, type Words } from '../../domain/words.ts'

/** An objection as whoever filed it sees it. */
export type OwnObjection = {
  /** `Y-0001`. */
  number: string
  /** Public id of the list. */
  result: string
  entry: string | null
  ground: string
  evidence: { file?: number; name?: string; link?: string }[]
  state: ObjectionState
  stateText: Words
  filedAt: string
  /** When somebody has to act; null: nobody any more. */
  dueAt: string | null
  ruling: string | null
  effect: RulingEffect | null
  ruledAt: string | null
}

export type Filer = { participant: number } | { unit: number }

const iso = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
const filedBy = (filer: Filer) =>
  'participant' in filer ? 'o.participant_id = $1::int' : 'o.unit_id = $1::int'
const idOf = (filer: Filer) => ('participant' in filer ? filer.participant : filer.unit)

/** What somebody filed, the newest first; 200 at most. */
export async function ownObjections(
  run: RunIn,
  filer: Filer,
  number: string | null = null,
): Promise<OwnObjection[]> {
  const rows = await run<Omit<OwnObjection, 'stateText'>>(
    `select o.number, (select v.public_id from result_versions v where v.result_id = o.result_id limit 1) as result,
       o.entry, o.ground, (select coalesce(jsonb_agg(e - 'mimeType'), '[]') from jsonb_array_elements(o.evidence) e) as evidence,
       o.state, ${iso('o.filed_at')} as "filedAt", ${iso('o.due_at')} as "dueAt", o.ruling, o.effect, ${iso('o.ruled_at')} as "ruledAt"
     from objections o where ${filedBy(filer)} and ($2::text is null or o.number = $2)
     order by o.filed_at desc, o.id desc limit 200`,
    [idOf(filer), number],
  )
  return rows.map((row) => ({ ...row, stateText: objectionStateWords[row.state] }))
}

/**
 * Takes an objection back. For a transaction.
 *
 * @returns what stands against it; null: done
 */
export async function withdrawObjection(
  run: RunIn,
  filer: Filer,
  number: string,
  user: number | null = null,
): Promise<Refusal | { status: 404; code: 'not-found'; message: Words } | null> {
  const [row] = await run<{ id: number; state: ObjectionState }>(
    `select o.id, o.state from objections o where ${filedBy(filer)} and o.number = $2 for update`,
    [idOf(filer), number],
  )
  if (!row) {
    const message = words('没有这件异议', 'There is no such objection')
    return { status: 404, code: 'not-found', message }
  }
  const decided = decideObjection({
    ...{ action: 'withdraw', state: row.state, by: 'objector', isRecused: false },
  })
  if (!decided.ok) return decided.refusal
  await run(
    `update objections set state = 'withdrawn', due_at = null, updated_at = now() where id = $1`,
    [row.id],
  )
  await run(
    `insert into objection_log (objection_id, actor_id, action, "from", "to") values ($1, $2, 'withdraw', $3, 'withdrawn')`,
    [row.id, user, row.state],
  )
  return null
}
