import type { Db } from './db.ts'

/** The numbers (`seq`) of sealed votes (or voids) by their ids; those not sealed are not in it. */
export async function placesOf(
  db: Db,
  ids: readonly string[],
  kind: 'vote' | 'void' = 'vote',
): Promise<ReadonlyMap<string, number>> {
  const places = new Map<string, number>()
  if (ids.length === 0) return places
  // Each part is read once, however many of the votes it holds. Spans may overlap: ids are handed out
  // in bundles.
  const { rows } = await db.query(
    `with parts as (
       select distinct l.from_seq from unnest($1::bigint[]) v
       join ledger_leaves l on l.span @> v and l.kind = $2)
     select id, l.from_seq + place - 1 as seq
     from parts join ledger_leaves l using (from_seq), unnest(l.ids) with ordinality u (id, place)
     where id = any($1::bigint[])`,
    [ids, kind],
  )
  for (const { id, seq } of rows) places.set(id, Number(seq))
  return places
}
