import type { Endpoint, PayloadRequest } from 'payload'
import { runIn } from '../../../database/run-in.ts'
import { readOwnWorks, readProgress, type OwnWork } from '../../../database/judging/own-works.ts'
import { readPauses, type Pause } from '../../../database/judging/pauses.ts'
import { readRoundsOfJudge, type StoredRound } from '../../../database/judging/rounds.ts'
import { readWorkChanges } from '../../../database/judging/work-changes.ts'
import { judgesOrder, calibrating } from '../../../domain/judging/judges-order.ts'
import { maskNames } from '../../../domain/judging/mask.ts'
import { describeRound } from '../../../domain/judging/rounds.ts'
import { entryKinds, type EntryKind } from '../../../domain/kinds.ts'
import { words, type Words } from '../../../domain/words.ts'
import { refusal } from '../../../hooks/refuse.ts'
import { momentWords } from '../../../domain/beijing-time.ts'
import { noRound, opened, personAsking, type RunningRound } from '../round-request.ts'
import { judgeRequest, roundForJudges } from './judge-request.ts'
import { membershipOf } from './membership.ts'

/**
 * What judges read, of their own rounds and works only:
 * `GET /api/judging/rounds` → `{ rounds: [{ id, title, about, rules: Words[], track: { title, kind }, kind,
 * window, state, pause, blind, scoresShown, criteria, progress }] }`;
 * `GET /api/judging/rounds/{id}/works` → `{ works: [{ work, title, theme, subtype, state, isWhole, savedAt,
 * calibrates, changedAt }], progress }`, in the judge’s own order, the calibration works first; `isWhole`: all is
 * marked that can be handed in.
 */
export const readEndpoints: Endpoint[] = [
  {
    path: '/judging/rounds',
    method: 'get',
    handler: async (req) => {
      const { id: judge } = personAsking(req, ['judge'])
      const rounds = (await readRoundsOfJudge(runIn(req), judge)).map(opened)
      const ids = rounds.map(({ id }) => id)
      const progress = await readProgress(runIn(req), judge, ids)
      const pauses = await readPauses(runIn(req), ids)
      return Response.json({
        rounds: rounds.map((round) => ({
          ...shownRound(round, pauses.get(round.id) ?? null),
          progress: progress.get(round.id),
        })),
      })
    },
  },
  {
    path: '/judging/rounds/:id/works',
    method: 'get',
    handler: async (req) => {
      const { id, judge } = judgeRequest(req)
      const round = await begun(req, { id, judge })
      const works = await readOwnWorks(runIn(req), { round: id, kind: round.track.kind, judge })
      const progress = (await readProgress(runIn(req), judge, [id])).get(id)
      const place = { round: id, kind: round.track.kind, blind: round.rules.blind }
      const changes = await readWorkChanges(runIn(req), place)
      const calibrates = calibrating(works.map(({ number }) => number))
      const inOrder = judgesOrder(works, { seed: round.seed, judge })
      return Response.json({
        works: inOrder.map((work) => ({
          ...shownWork(work, round),
          calibrates: calibrates.has(work.number),
          changedAt: changes.get(work.entry)?.at ?? null,
        })),
        progress,
      })
    },
  },
]

/**
 * A round that a judge may look into: in its panel, and begun.
 *
 * @throws 404; 409 `judging-not-open` before its window
 */
export async function begun(
  req: PayloadRequest,
  { id, judge }: { id: number; judge: number },
): Promise<RunningRound> {
  const round = await roundForJudges(req, id)
  if (!(await membershipOf(req, { id, judge }))) throw noRound()
  if (round.now >= round.rules.window.from) return round
  const at = momentWords(round.rules.window.from)
  const message = words(`评审尚未开始，${at.zh} 开始`, `Judging begins on ${at.en}`)
  throw refusal(409, message, { code: 'judging-not-open' })
}

export function stateOf({ state, rules, now }: Pick<StoredRound, 'state' | 'rules' | 'now'>) {
  if (state === 'locked') return 'locked'
  const { from, to } = rules!.window
  return now < from ? 'before' : now < to ? 'open' : 'closed'
}

const isOn = (round: RunningRound) => ['before', 'open'].includes(stateOf(round))

function shownRound(round: RunningRound, pause: Pause | null) {
  const { id, title, about, track, rules } = round
  const { kind, window, blind, scoresShown, criteria } = rules
  return {
    ...{ id, title, about, rules: describeRound(rules) },
    track: { title: track.title, kind: track.kind },
    ...{ kind, window, state: pause && isOn(round) ? 'paused' : stateOf(round) },
    ...{ pause: isOn(round) ? pause : null, blind, scoresShown, criteria },
  }
}

/** A title as this round shows it. */
export const textIn = (round: RunningRound, work: Pick<OwnWork, 'names'>) =>
  round.rules.blind ? (text: string) => maskNames(text, work.names) : (text: string) => text

export function subtypeWords(kind: EntryKind, subtype: string | null): Words | null {
  return entryKinds[kind].subtypes.find(({ value }) => value === subtype)?.label ?? null
}

function shownWork(work: OwnWork, round: RunningRound) {
  const shown = textIn(round, work)
  const { number, title, theme, subtype, savedAt } = work
  return {
    ...{ work: String(number), title: shown(title), theme: theme && shown(theme) },
    subtype: subtypeWords(round.track.kind, subtype),
    ...{ state: workState(work), isWhole: isWhole(work, round.rules), savedAt },
  }
}

function isWhole({ marks, passes }: OwnWork, { kind, criteria }: RunningRound['rules']) {
  if (kind === 'qualify') return passes !== null
  return kind === 'score' && criteria.every(({ key }) => marks?.[key] !== undefined)
}

function workState({ isGone, handedInAt, skippedAt, savedAt }: OwnWork) {
  if (isGone) return 'withdrawn'
  if (handedInAt) return 'handed-in'
  if (skippedAt) return 'skipped'
  return savedAt ? 'started' : 'open'
}
