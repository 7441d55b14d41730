import type { Endpoint, FlattenedField, PayloadRequest } from 'payload'
import { runIn } from '../../../database/run-in.ts'
import { readPair } from '../../../database/judging/marks.ts'
import {
  readOthers,
  readOwnWorks,
  readPanelIds,
  type OwnWork,
} from '../../../database/judging/own-works.ts'
import { readWorkChanges } from '../../../database/judging/work-changes.ts'
import { judgeNames } from '../../../domain/judging/judges-order.ts'
import { judgedFields } from '../../../domain/judging/shown-fields.ts'
import { unitsOf } from '../../../domain/judging/marks.ts'
import { recusalWords } from '../../../domain/judging/recusal.ts'
import { roundLook, scaleOf } from '../../../domain/judging/rounds.ts'
import { bodyOf as textsOf } from '../../../domain/showcase/body.ts'
import {
  dayOrNull,
  numberOrNull,
  textOrNull,
  textsOf as listOf,
} from '../../../domain/showcase/values.ts'
import { words, type Words } from '../../../domain/words.ts'
import { refusal } from '../../../hooks/refuse.ts'
import type { RunningRound } from '../round-request.ts'
import { marksOf } from './given.ts'
import { judgeRequest, noWork, numberOf } from './judge-request.ts'
import { begun, subtypeWords, textIn } from './read-endpoints.ts'
import { readJudgedEntry, type JudgedEntry, type JudgedFile } from './read-entry.ts'

/**
 * `GET /api/judging/rounds/{id}/works/{work}` → the work as the round shows it, what the judge gave, and
 * the others' marks where the round shows them. `pending`: files that are not ready yet; `withheld`:
 * documents that a blind round keeps back; `changedAt`: when something of it was changed after the round had
 * taken it in. In rounds that are not blind also `authors`: texts.
 */
export const workEndpoint: Endpoint = {
  path: '/judging/rounds/:id/works/:work',
  method: 'get',
  handler: async (req) => {
    const { id, judge } = judgeRequest(req)
    const round = await begun(req, { id, judge })
    const work = await ownWork(req, round, judge)
    const { kind } = round.track
    const { blind } = round.rules
    const judged = await readJudgedEntry(req, { kind, publicId: work.entry, blind })
    const changes = await readWorkChanges(runIn(req), { round: id, kind, blind }, work.entry)
    return Response.json({
      ...shown(req, { round, work, judged }),
      changedAt: changes.get(work.entry)?.at ?? null,
      mine: mineOf(work, round),
      others: await othersOf(req, { round, work, judge }),
    })
  },
}

/**
 * The work of an address, if it is this judge's and still stands.
 *
 * @throws 404; 403 `judge-recused` if a unit moved since it was assigned; 409 `work-withdrawn`
 */
export async function ownWork(
  req: PayloadRequest,
  round: RunningRound,
  judge: number,
): Promise<OwnWork> {
  const number = numberOf(req.routeParams?.work)
  const asked = { round: round.id, kind: round.track.kind, judge }
  const [work] = number === 0 ? [] : await readOwnWorks(runIn(req), asked, number)
  if (!work) throw noWork()
  if (work.isGone) {
    throw refusal(409, words('作品已撤回或下架', 'The work was withdrawn'), {
      code: 'work-withdrawn',
    })
  }
  const pair = await readPair(runIn(req), { ...asked, number })
  if (!pair?.recusal) return work
  const { zh, en } = recusalWords[pair.recusal]
  const message = words(`应当回避：${zh}`, `You are recused: ${en}`)
  throw refusal(403, message, { code: 'judge-recused' })
}

type Shown = { round: RunningRound; work: OwnWork; judged: JudgedEntry }

function shown(req: PayloadRequest, { round, work, judged }: Shown) {
  const { kind } = round.track
  const { blind } = round.rules
  const { entry, files, pending, withheld } = judged
  const told = textIn(round, work)
  const tell = (text: string | null) => (text === null ? null : told(text))
  // Masked before it is marked up, so that no mark stands within a name.
  const masked = Object.fromEntries(
    Object.entries(entry).map(([name, value]) => [
      name,
      typeof value === 'string' ? told(value) : value,
    ]),
  )
  const html = textsOf(kind, masked)?.html
  return {
    work: String(work.number),
    ...{ title: told(work.title), theme: tell(work.theme) },
    subtype: subtypeWords(kind, work.subtype),
    description: tell(textOrNull(entry.summary)),
    text: html === undefined ? null : { html },
    fields: [...fieldsOf(req, { round, entry }), ...assessmentOf(entry)].map(
      ({ label, value }) => ({ label, value: told(value) }),
    ),
    media: files.map((file, index) => mediaOf(req, file, index + 1)),
    ...{ pending, withheld },
    ...(blind ? {} : { authors: authorsOf(entry) }),
  }
}

const authorsOf = (entry: JudgedEntry['entry']): string[] =>
  (Array.isArray(entry.authors) ? (entry.authors as Record<string, unknown>[]) : []).map(
    ({ name, workplace }) => [textOrNull(name), textOrNull(workplace)].filter(Boolean).join('，'),
  )

type Row = { label: Words; value: string }

function fieldsOf(
  req: PayloadRequest,
  { round, entry }: { round: RunningRound; entry: JudgedEntry['entry'] },
): Row[] {
  const { kind } = round.track
  const { flattenedFields } = req.payload.collections[kind].config
  return judgedFields(kind, round.rules.blind).flatMap(([name, shape]) => {
    const given = entry[name]
    const value =
      shape === 'day'
        ? dayOrNull(given)
        : shape === 'number'
          ? numberOrNull(given)
          : shape === 'texts'
            ? listOf(given).join('、')
            : textOrNull(given)
    if (value === null || value === '') return []
    return [{ label: labelOf(flattenedFields, name), value: String(value) }]
  })
}

// What a platform says of itself by the indicators, with its evidence.
function assessmentOf(entry: JudgedEntry['entry']): Row[] {
  const rows = Array.isArray(entry.selfAssessment) ? entry.selfAssessment : []
  return (rows as Record<string, unknown>[]).flatMap(
    ({ indicator, fullMarks, marks, evidence }) => {
      const name = textOrNull(indicator)
      if (!name) return []
      const own = numberOrNull(marks)
      const points = own === null ? '' : `${own}${fullMarks == null ? '' : `/${Number(fullMarks)}`}`
      const value = [points, textOrNull(evidence)].filter(Boolean).join('：')
      return value ? [{ label: words(`自评：${name}`, `Self-assessment: ${name}`), value }] : []
    },
  )
}

function labelOf(fields: readonly FlattenedField[], name: string): Words {
  const field = fields.find((one) => 'name' in one && one.name === name)
  const label = field && 'label' in field ? (field.label as Partial<Words> | undefined) : undefined
  return { zh: label?.zh ?? name, en: label?.en ?? name }
}

function mediaOf(req: PayloadRequest, file: JudgedFile, place: number) {
  const { id, work } = req.routeParams as Record<string, string>
  const url = `/api/judging/rounds/${id}/works/${work}/media/${place}`
  const { group: type, type: mimeType, width, height, seconds } = file
  return {
    ...{ place, type, mimeType, width, height, seconds, url },
    poster: file.poster ? `${url}/poster` : null,
    preview: file.preview ? `${url}/preview` : null,
  }
}

function mineOf(work: OwnWork, { rules }: RunningRound) {
  const { marks, passes, note, savedAt, handedInAt, version } = work
  return { marks: marksOf(marks, rules.criteria), passes, note, savedAt, handedInAt, version }
}

async function othersOf(
  req: PayloadRequest,
  { round, work, judge }: { round: RunningRound; work: OwnWork; judge: number },
) {
  const { rules, state, now, seed } = round
  const hasHandedIn = work.handedInAt !== null
  const look = roundLook({ round: rules, hasHandedIn, isLocked: state === 'locked', now })
  if (!look.othersMarks) return null
  const run = runIn(req)
  const names = judgeNames(await readPanelIds(run, round.id), seed)
  const others = await readOthers(run, { round: round.id, entry: work.entry, judge })
  const scale = scaleOf(rules.criteria)
  const rows = others.map((other) => {
    const marks = new Map(Object.entries(other.marks ?? {}))
    const units = rules.kind === 'score' ? unitsOf(scale, marks) : null
    const total = units === null ? null : Math.round((units / scale.full) * 10_000) / 100
    const { passes } = other
    return {
      judge: names.get(other.judge)!,
      marks: marksOf(other.marks, rules.criteria),
      passes,
      total,
    }
  })
  return rows.sort((a, b) => a.judge.localeCompare(b.judge, 'en', { numeric: true }))
}
