/** A round of judging, played by the people of the demo from its draft to its lock. */
import type { JudgingRound } from '../../../src/payload-types.ts'
import { organiser } from '../cast.ts'
import { personNamed } from '../load/request.ts'
import { databaseTime, waitUntil } from './clock.ts'
import { giveAll, type Readiness } from './give.ts'
import { judges, type RoundPlan } from './plans.ts'
import { secondPerson, type Stage } from './stage.ts'

/**
 * Sets up and opens the round of a plan, unless it is there already.
 *
 * @param from when judging begins, ISO
 * @param open for so many milliseconds; of a round that is to be over soon, null: as long as the marks take
 * @returns null: there are no works, or somebody judges this track by rounds of their own
 */
export async function openRound(
  stage: Stage,
  plan: RoundPlan,
  { from, open }: { from: string; open: number | null },
): Promise<JudgingRound | null> {
  const { payload, people, ask, tracks } = stage
  const user = personNamed(people, organiser)
  const track = tracks.byKind.get(plan.kind)!.id
  const known = await roundsOf(stage, track)
  const own = known.find(({ key }) => key === plan.key)
  if (own && own.state !== 'draft') return own
  if (known.some(({ key }) => !key.startsWith('demo-'))) return null
  const works = await countWorks(stage, plan)
  if (works === 0) return null
  const data = plan.data(works)
  const windowTo = async () => {
    const lasts = open ?? 1_500 + works * data.quorum * 40
    return new Date((await databaseTime(payload)) + lasts).toISOString()
  }
  const fields = { ...data, track, key: plan.key, windowFrom: from }
  const common = { depth: 0, overrideAccess: false, user } as const
  const draft =
    own ??
    (await payload.create({
      collection: 'judging-rounds',
      data: { ...fields, windowTo: await windowTo() } as never,
      ...common,
    }))
  const { id } = draft
  const add = judges.map((email) => personNamed(people, email).id)
  await ask(organiser, 'post judging-rounds/:id/panel', { params: { id }, body: { add } })
  await payload.update({
    ...{ collection: 'judging-rounds', id, data: { windowTo: await windowTo() }, ...common },
  })
  await ask(organiser, 'post judging-rounds/:id/open', { params: { id } })
  stage.did('rounds')
  return payload.findByID({ collection: 'judging-rounds', id, depth: 0 })
}

/** Has everybody hand in all that they have; a round that is locked stays as it is. */
export async function markRound(
  stage: Stage,
  plan: RoundPlan,
  { id, state }: JudgingRound,
): Promise<void> {
  if (state === 'locked') return
  // A busy machine, or a run that was cut off: what is missing is given in a time that is longer.
  for (let tries = 0; ; tries += 1) {
    const left = await giveAll(stage, plan, id)
    if (left === 0) return
    if (tries === 5) throw new Error(`${left} marks of the round ${id} cannot be handed in`)
    const to = new Date((await databaseTime(stage.payload)) + 1_500 + left * 40).toISOString()
    const body = { to, reason: '演示：评分尚未完成，延长评审时间。' }
    await stage.ask(organiser, 'post judging-rounds/:id/extend', { params: { id }, body })
  }
}

/** Waits for the end of a round; then works at lines are decided on, and two people lock it. */
export async function lockRound(
  stage: Stage,
  plan: RoundPlan,
  { id, state }: JudgingRound,
): Promise<void> {
  if (state === 'locked') return
  const { payload, ask, signal } = stage
  const params = { id }
  const { windowTo } = await payload.findByID({ collection: 'judging-rounds', id, depth: 0 })
  await waitUntil(payload, windowTo, signal)
  await decide(stage, plan, id)
  const { ask: asked } = await ask(organiser, 'get judging-rounds/:id/ranking', { params })
  if (asked) await ask(organiser, 'post judging-rounds/:id/withdraw-lock', { params })
  const { sha256 } = await ask(organiser, 'post judging-rounds/:id/ask-lock', { params })
  await ask(secondPerson, 'post judging-rounds/:id/lock', { params, body: { sha256 } })
}

/** Some of the panel hand in all that they have, two of it a part: for a round that stays open. */
export async function beginRound(
  stage: Stage,
  plan: RoundPlan,
  { id, state }: JudgingRound,
): Promise<void> {
  if (state !== 'open') return
  const half: Readiness = (judge, own) =>
    judge > 1 ? own.length : own.some(({ state: one }) => one !== 'open') ? 0 : own.length / 2
  await giveAll(stage, plan, id, half)
}

export async function roundsOf({ payload }: Stage, track: number): Promise<JudgingRound[]> {
  const { docs } = await payload.find({
    ...{ collection: 'judging-rounds', where: { track: { equals: track } } },
    ...{ depth: 0, pagination: false },
  })
  return docs
}

async function countWorks({ payload, tracks }: Stage, { kind }: RoundPlan): Promise<number> {
  const { totalDocs } = await payload.count({
    collection: kind,
    where: {
      track: { equals: tracks.byKind.get(kind)!.id },
      status: { in: ['accepted', 'published'] },
    },
  })
  return totalDocs
}

type View = {
  open: { level: string | null; places: number | null; works: string[] }[]
  levelDecisions: { level: string }[]
}

/** What the jury leaves empty, and whom of equal works at a line it lets pass. */
async function decide(stage: Stage, plan: RoundPlan, id: number): Promise<void> {
  const { ask } = stage
  const { vacant, atLine: reason } = plan
  const params = { id }
  const view = () => ask<View>(organiser, 'get judging-rounds/:id/ranking', { params })
  const levels = (body: object) =>
    ask(organiser, 'put judging-rounds/:id/level-decisions', { params, body })
  const emptyIn = (level: string) => (vacant?.level === level ? vacant.vacant : 0)
  const { levelDecisions, ...first } = await view()
  let { open } = first
  if (vacant && !levelDecisions.some(({ level }) => level === vacant.level)) {
    const { level, vacant: places, reason: why } = vacant
    await levels({ levels: [{ level, vacant: places }], reason: why })
    open = (await view()).open
  }
  for (let round = 0; open.length > 0 && round < 10; round += 1) {
    const { level, places, works } = open[0]!
    const chosen = works.slice(0, places ?? works.length)
    if (level === null) {
      const decisions = works.map((entry) => ({ entry, goesOn: chosen.includes(entry), reason }))
      await ask(organiser, 'put judging-rounds/:id/decisions', { params, body: { decisions } })
    } else await levels({ levels: [{ level, vacant: emptyIn(level), chosen }], reason })
    open = (await view()).open
  }
}
