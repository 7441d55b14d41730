/** Marks as the judges of the demo hand them in, each for the own works, by the numbers of the round. */
import { createRandom } from '../random.ts'
import { organiser } from '../cast.ts'
import type { Given } from './given.ts'
import { judges, type RoundPlan } from './plans.ts'
import type { Stage } from './stage.ts'

type OwnWork = { work: string; state: 'open' | 'started' | 'skipped' | 'handed-in' | 'withdrawn' }
type Works = { works: { entry: string; number: number; goneAt: string | null }[] }
type Row = Given & { work: string; handIn: true; version: number }
type Saved = { rows: { work: string; ok: boolean; stands?: { version: number } }[] }

/** How many of the own works a judge is through with; `judge` is the place in the panel. */
export type Readiness = (judge: number, own: readonly OwnWork[]) => number

const all: Readiness = (_, own) => own.length

/** @returns how many marks were to be handed in and could not be */
export async function giveAll(
  stage: Stage,
  { key, kind, giving }: RoundPlan,
  round: number,
  readiness = all,
): Promise<number> {
  const { ask, signal, payload } = stage
  const params = { id: round }
  const { works } = await ask<Works>(organiser, 'get judging-rounds/:id/works', { params })
  const standing = works.filter(({ goneAt }) => goneAt === null)
  const entries = standing.map(({ entry }) => entry).sort()
  const inOrder = createRandom(`demo/${kind}/${key}`).sample(entries, entries.length)
  const placeOf = new Map(
    standing.map(({ entry, number }) => [String(number), inOrder.indexOf(entry)]),
  )
  const { carryCount } = await payload.findByID({
    ...{ collection: 'judging-rounds', id: round, depth: 0 },
  })
  const own: { email: string; works: OwnWork[] }[] = []
  for (const email of judges) {
    const door = 'get judging/rounds/:id/works'
    const { works: ofJudge } = await ask<{ works: OwnWork[] }>(email, door, { params })
    own.push({ email, works: ofJudge.filter(({ state }) => state !== 'withdrawn') })
  }
  const turnOf = (work: string, judge: number) =>
    own.slice(0, judge).filter(({ works: theirs }) => theirs.some((one) => one.work === work))
      .length
  let left = 0
  for (const [judge, { email, works: theirs }] of own.entries()) {
    signal?.throwIfAborted()
    const rows = theirs
      .slice(0, readiness(judge, theirs))
      .filter(({ state }) => state !== 'handed-in')
      .map(({ work }): Row => {
        const seen = { place: placeOf.get(work)!, works: entries.length, judge }
        const given = giving({ ...seen, turn: turnOf(work, judge), goOn: carryCount ?? 0 })
        return { work, ...given, handIn: true, version: 0 }
      })
    left += await handIn(stage, { email, round, rows })
  }
  return left
}

const mostAtOnce = 200

/** @returns how many were refused: the time is over, say */
async function handIn(
  { ask }: Stage,
  { email, round, rows }: { email: string; round: number; rows: Row[] },
): Promise<number> {
  let refused = 0
  for (let at = 0; at < rows.length; at += mostAtOnce) {
    const some = rows.slice(at, at + mostAtOnce)
    const save = (body: Row[]) =>
      ask<Saved>(email, 'post judging/marks', { body: { round, rows: body } })
    const saved = await save(some)
    // Somebody has begun these by hand: what is handed in stands over it.
    const again = saved.rows.flatMap(({ work, stands }) => {
      const row = some.find((one) => one.work === work)!
      return stands ? [{ ...row, version: stands.version }] : []
    })
    const more = again.length > 0 ? (await save(again)).rows : []
    const fine = [...saved.rows, ...more].filter(({ ok }) => ok).length
    refused += some.length - fine
  }
  return refused
}
