import type { Endpoint, PayloadRequest } from 'payload'
import { runIn } from '../../../database/run-in.ts'
import { inTransaction } from '../../../database/sql.ts'
import { readPanel, readTies } from '../../../database/judging/facts.ts'
import { readOrder, saveOrder, type StoredOrder } from '../../../database/judging/orders.ts'
import { readPause } from '../../../database/judging/pauses.ts'
import { readOwnWorks, type OwnWork } from '../../../database/judging/own-works.ts'
import { checkOrder, checkStanding } from '../../../domain/judging/marks.ts'
import { recusalOf } from '../../../domain/judging/recusal.ts'
import { words } from '../../../domain/words.ts'
import { bodyOf } from '../../../hooks/entry-request.ts'
import { refusal } from '../../../hooks/refuse.ts'
import { wrongType } from '../body.ts'
import { noRound, type RunningRound } from '../round-request.ts'
import { judgeRequest, refused, roundForJudges } from './judge-request.ts'
import { progressOf } from './mark-endpoints.ts'
import { begun } from './read-endpoints.ts'
import { versionOf } from './save-marks.ts'

const path = '/judging/rounds/:id/order'

/**
 * A judge's order in a round that ranks, works by their numbers, the best first, equal ones together:
 * `GET` → `{ order: [["3"], ["1", "2"]], version, savedAt, handedInAt }`; `PUT` `{ "order", "handIn",
 * "version" }` → the same and `progress`. 409 `version-stale` with `stands`.
 */
export const orderEndpoints: Endpoint[] = [
  {
    path,
    method: 'get',
    handler: async (req) => {
      const { id, judge } = judgeRequest(req)
      const round = await begun(req, { id, judge })
      refuseOtherKinds(round)
      const works = await worksOf(req, round, judge)
      return Response.json(shown(await readOrder(runIn(req), { round: id, judge }), works))
    },
  },
  {
    path,
    method: 'put',
    handler: async (req) => {
      const { id, judge } = judgeRequest(req)
      const body = await bodyOf(req, ['order', 'handIn', 'version'])
      const saved = await inTransaction(req, () => save(req, { id, judge, body }))
      return Response.json({ ...saved, progress: await progressOf(req, id, judge) })
    },
  },
]

type Asked = { id: number; judge: number; body: Record<string, unknown> }

async function save(req: PayloadRequest, { id, judge, body }: Asked) {
  const run = runIn(req)
  const round = await roundForJudges(req, id, 'mark')
  refuseOtherKinds(round)
  const { handIn } = body
  if (typeof handIn !== 'boolean') throw wrongType('handIn', words('是或否', 'true or false'))
  const version = versionOf(body.version)
  const before = await readOrder(run, { round: id, judge })
  const works = await worksOf(req, round, judge)
  await refuseStanding(req, { round, judge, works, hasHandedIn: before.handedInAt !== null })
  const numbers = works.filter(({ isGone }) => !isGone).map(({ number }) => String(number))
  const checked = checkOrder({ works: numbers, given: body.order, isHandedIn: handIn })
  if (!checked.ok) throw refused(checked.refusals)
  const entries = new Map(works.map(({ number, entry }) => [String(number), entry]))
  const groups = checked.value.map((group) => group.map((number) => entries.get(number)!))
  const same = JSON.stringify(before.groups) === JSON.stringify(groups)
  if (before.version > 0 && same && handIn === (before.handedInAt !== null)) {
    return shown(before, works)
  }
  const saved = await saveOrder(run, { round: id, judge, version, groups, handedIn: handIn })
  if (saved) return shown(saved, works)
  const message = words('排序已在别处改过，请核对后再保存', 'It was changed elsewhere meanwhile')
  const stands = shown(await readOrder(run, { round: id, judge }), works)
  throw refusal(409, message, { code: 'version-stale', stands })
}

async function refuseStanding(
  req: PayloadRequest,
  {
    round,
    judge,
    works,
    hasHandedIn,
  }: { round: RunningRound; judge: number; works: readonly OwnWork[]; hasHandedIn: boolean },
): Promise<void> {
  const run = runIn(req)
  const panel = await readPanel(run, round.id)
  const member = panel.find(({ id }) => id === String(judge))
  if (!member) throw noRound()
  const own = new Set(works.map(({ entry }) => entry))
  const ties = await readTies(run, { round: round.id, kind: round.track.kind })
  const recusals = ties.flatMap((work) => (own.has(work.id) ? (recusalOf(member, work) ?? []) : []))
  const pause = await readPause(run, round.id)
  const why = checkStanding({
    pausedFor: pause?.reason ?? null,
    ...{ round: round.rules, isLocked: round.state === 'locked', now: round.now },
    ...{ isActive: member.isActive, isAssigned: works.length > 0, recusal: recusals[0] ?? null },
    ...{ isWithdrawn: false, hasHandedIn },
  })
  if (why) throw refused([why])
}

const worksOf = (req: PayloadRequest, { id, track }: RunningRound, judge: number) =>
  readOwnWorks(runIn(req), { round: id, kind: track.kind, judge })

// Works that are gone, or not the judge's any more, are left out.
function shown({ groups, savedAt, handedInAt, version }: StoredOrder, works: readonly OwnWork[]) {
  const numbers = new Map(
    works.filter(({ isGone }) => !isGone).map(({ entry, number }) => [entry, String(number)]),
  )
  const order = groups.map((group) => group.flatMap((entry) => numbers.get(entry) ?? []))
  return { order: order.filter((group) => group.length > 0), savedAt, handedInAt, version }
}

function refuseOtherKinds({ rules }: RunningRound): void {
  if (rules.kind === 'rank') return
  const message = words('本轮不是排序轮次', 'This is no round that ranks')
  throw refusal(409, message, { code: 'not-a-ranking' })
}
