import { roundNumbers } from '../../domain/judging/blind.ts'
import type { EntryKind } from '../../domain/kinds.ts'
import type { RunIn } from '../run-in.ts'
import { iso } from './iso.ts'

/** A work as it may stand in a round: its public id, and the row behind it. */
export type Candidate = { entry: string; entryId: number; title: string }

// Taken down: published once and sent back to `accepted`, unlike a work that waits to be published.
const isTakenDown = (kind: EntryKind): string =>
  `(select l.action = 'takeDown' from review_logs l where l.kind = '${kind}' and l.entry_id = e.id
    and l."from" <> l."to" order by l.id desc limit 1) is true`

/** Works of a track that the second review has let through and that nobody took down since. */
export function readCandidates(
  run: RunIn,
  { track, kind }: { track: number; kind: EntryKind },
): Promise<Candidate[]> {
  return run<Candidate>(
    `select e.public_id as entry, e.id::int as "entryId", e.title from ${kind} e
      where e.track_id = $1 and e.status in ('accepted', 'published') and e.public_id is not null
        and not ${isTakenDown(kind)}
      order by e.public_id`,
    [track],
  )
}

/**
 * Holds the works that could be taken in as they are, until the transaction ends: a step that is under way
 * is waited for, the next one waits and finds the round. Before the round itself is held, the order in
 * which a step holds both.
 */
export async function holdCandidates(
  run: RunIn,
  { track, kind }: { track: number; kind: EntryKind },
): Promise<void> {
  await run(
    `select id from ${kind} where track_id = $1 and status in ('accepted', 'published')
      order by id for share`,
    [track],
  )
}

/** A work of a round as staff see it. */
export type StandingWork = {
  entry: string
  number: number
  title: string | null
  goneAt: string | null
  goneWhy: string | null
}

export function readWorks(run: RunIn, round: number, kind: EntryKind): Promise<StandingWork[]> {
  return run<StandingWork>(
    `select w.entry, w.number, e.title, ${iso('w.gone_at')} as "goneAt", w.gone_why as "goneWhy"
      from judging_works w left join ${kind} e on e.id = w.entry_id
      where w.round_id = $1 order by w.number`,
    [round],
  )
}

/** Gives works their numbers by lot and puts them in; one that had left is back under its own number. */
export async function putIn(
  run: RunIn,
  { round, kind, seed }: { round: number; kind: EntryKind; seed: string },
  works: readonly Candidate[],
): Promise<void> {
  const stand = await run<{ entry: string; number: number }>(
    `select entry, number from judging_works where round_id = $1`,
    [round],
  )
  const given = new Map(stand.map(({ entry, number }) => [entry, number]))
  const numbers = roundNumbers(
    works.map(({ entry }) => entry),
    seed,
    given,
  )
  await run(
    `insert into judging_works (round_id, entry, kind, entry_id, number)
      select $1, x.entry, $2, x.entry_id, x.number
      from unnest($3::text[], $4::int[], $5::int[]) as x (entry, entry_id, number)
      on conflict (round_id, entry) do update set gone_at = null, gone_why = null`,
    [
      ...[round, kind],
      works.map(({ entry }) => entry),
      works.map(({ entryId }) => entryId),
      works.map(({ entry }) => numbers.get(entry)),
    ],
  )
}

/** Takes works out of a round; their marks stay where they are and count no more. Returns how many. */
export async function takeOut(
  run: RunIn,
  round: number,
  works: readonly string[],
  why: string,
): Promise<number> {
  const gone = await run(
    `update judging_works set gone_at = clock_timestamp(), gone_why = $3
      where round_id = $1 and entry = any($2::text[]) and gone_at is null returning entry`,
    [round, works, why],
  )
  return gone.length
}

/** Who goes on by the newest lock of a round; null while it is not locked. */
export async function readGoesOn(run: RunIn, round: number): Promise<string[] | null> {
  const [lock] = await run<{ goesOn: string[] }>(
    `select l.text::jsonb -> 'goesOn' as "goesOn" from judging_locks l
      where l.round_id = $1 order by l.version desc limit 1`,
    [round],
  )
  return lock ? lock.goesOn : null
}
