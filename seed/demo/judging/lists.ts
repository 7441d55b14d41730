/** Lists of results of the demo: frozen by two people, shown by the clock, made final once it is time. */
import { createLocalReq } from 'payload'
import { versionsOf } from '../../../src/database/results/versions.ts'
import { runIn } from '../../../src/database/run-in.ts'
import type { EntryKind } from '../../../src/domain/kinds.ts'
import type { ResultList } from '../../../src/domain/results/frozen.ts'
import type { NoticeState } from '../../../src/domain/results/public-notice.ts'
import { dayNumber } from '../../../src/domain/phases.ts'
import { timeOn } from '../../../src/domain/voting/policy/time-of-day.ts'
import type { ResultDeskAnswer } from '../../../src/plugins/results/desk-endpoint.ts'
import { organiser } from '../cast.ts'
import { personNamed } from '../load/request.ts'
import { databaseTime, waitUntil } from './clock.ts'
import { roundsOf } from './play-round.ts'
import { secondPerson, type Stage } from './stage.ts'

export type ListPlan = {
  kind: EntryKind
  /** The key of the round that it is made from. */
  round: string
  title: string
  /** Midnights from the beginning of the notice to its end. */
  days: number
  /** The fewest that the list's rules ask for. */
  leastDays: number
}

const contact = '演示：活动办公室，电话 000-00000000，邮箱 office@example.org（均为虚构）'

/** On notice for a week. */
export const photosList: ListPlan = {
  ...{ kind: 'photos', round: 'demo-final', title: '演示·摄影作品评选结果' },
  ...{ days: 8, leastDays: 5 },
}

/** On notice until midnight, so that it can be made final tomorrow. */
export const recitationsList: ListPlan = {
  ...{ kind: 'recitations', round: 'demo-final', title: '演示·微诵读评选结果' },
  ...{ days: 1, leastDays: 1 },
}

/** A list as its newest version has it. */
export type List = {
  id: number
  publicId: string
  state: NoticeState
  awards: ResultList['awards']
  desk: ResultDeskAnswer
}

/** The first list of a locked round, frozen. @returns its id; null: its round is not locked */
export async function freezeList(stage: Stage, plan: ListPlan): Promise<number | null> {
  const { payload, people, tracks } = stage
  const user = personNamed(people, organiser)
  const track = tracks.byKind.get(plan.kind)!.id
  const common = { depth: 0, overrideAccess: false, user } as const
  const { docs } = await payload.find({
    ...{ collection: 'results', where: { track: { equals: track } }, limit: 1, depth: 0 },
  })
  const round = (await roundsOf(stage, track)).find(({ key }) => key === plan.round)
  // Whatever else somebody made of this track stays theirs.
  if (docs[0] ? docs[0].round !== round?.id : round?.state !== 'locked') return null
  const { title, leastDays } = plan
  const id =
    docs[0]?.id ??
    (
      await payload.create({
        collection: 'results',
        data: {
          title,
          track,
          round: round!.id,
          contact,
          leastDays,
          ...(await notice(stage, plan)),
        },
        ...common,
      })
    ).id
  if (docs[0]?.state !== 'frozen' && docs[0]?.state !== 'final') {
    // The notice begins a moment after two people agreed; where that took too long, a moment later.
    for (let tries = 0; ; tries += 1) {
      if (tries > 0 || docs[0]) await withdraw(stage, id)
      await payload.update({
        ...{ collection: 'results', id, data: await notice(stage, plan, tries), ...common },
      })
      const done = await agree(stage, id, 'freeze').catch((error: unknown) => {
        if (tries < 5 && codeOf(error) === 'notice-begun') return false
        throw error
      })
      if (done) break
    }
    stage.did('lists')
  }
  return id
}

/** Waits for the beginning of a list's notice. */
export async function shownList({ payload, ask, signal }: Stage, id: number): Promise<List> {
  const { versions } = await deskOf(ask, id)
  await waitUntil(payload, versions[0]!.from, signal)
  const desk = await deskOf(ask, id)
  const stored = await versionsOf(runIn(await createLocalReq({}, payload)), id)
  const { text, publicId } = stored.at(-1)!
  const { awards } = JSON.parse(text) as ResultList
  return { id, publicId, state: desk.versions.at(-1)!.state, awards, desk }
}

/** Makes a list final whose notice is over. @returns whether it is */
export async function finishList(stage: Stage, { id, state, desk }: List): Promise<boolean> {
  const { objections, pending } = desk
  if (state === 'final') return true
  const isFree = objections.received === objections.handled && objections.unapplied === 0
  if (state !== 'closed' || !isFree || pending) return false
  await agree(stage, id, 'finish')
  stage.did('finals')
  return true
}

type Pending = { doc: { pending: { sha256: string } } }

async function agree({ ask }: Stage, id: number, what: 'freeze' | 'finish'): Promise<true> {
  const params = { id }
  const { doc } = await ask<Pending>(organiser, `post results/:id/${what}`, { params })
  const { sha256 } = doc.pending
  await ask(secondPerson, 'post results/:id/confirm', { params, body: { sha256 } })
  return true
}

async function withdraw({ ask }: Stage, id: number): Promise<void> {
  const { pending } = await deskOf(ask, id)
  if (pending) await ask(organiser, 'post results/:id/withdraw', { params: { id } })
}

const deskOf = (ask: Stage['ask'], id: number) =>
  ask<ResultDeskAnswer>(organiser, 'get results/:id/desk', { params: { id } })

/** From a moment ahead until a midnight in Shanghai. */
async function notice({ payload }: Stage, { days }: ListPlan, tries = 0) {
  const from = new Date((await databaseTime(payload)) + 1_500 * (tries + 1))
  const to = timeOn(dayNumber(from) + days, '00:00')
  return { noticeFrom: from.toISOString(), noticeTo: to.toISOString() }
}

/** The code of a refusal. */
export const codeOf = (error: unknown) =>
  (error as { data?: { code?: unknown } } | null)?.data?.code
