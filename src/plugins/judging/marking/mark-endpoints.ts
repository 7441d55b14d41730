import type { Endpoint, PayloadRequest } from 'payload'
import { runIn } from '../../../database/run-in.ts'
import { inTransaction } from '../../../database/sql.ts'
import { noteJudging } from '../../../database/judging/log.ts'
import { skipPair } from '../../../database/judging/marks.ts'
import { readProgress } from '../../../database/judging/own-works.ts'
import { readBatch } from '../../../domain/judging/marks.ts'
import { words } from '../../../domain/words.ts'
import { bodyOf } from '../../../hooks/entry-request.ts'
import { Refusal, refusal } from '../../../hooks/refuse.ts'
import { wrongType } from '../body.ts'
import { refill } from '../refill.ts'
import { holdRunning, personAsking } from '../round-request.ts'
import { judgeRequest, refused, roundForJudges, standingFor } from './judge-request.ts'
import { saveFields, saveMarks, type Asked } from './save-marks.ts'

const base = '/judging/rounds/:id/works/:work'

/**
 * What judges give. `PUT /api/judging/rounds/{id}/works/{work}` `{ "marks"?, "passes"?, "note"?, "handIn",
 * "version" }` → `{ savedAt, version, handedInAt, progress }`. `POST /api/judging/marks` `{ "round", "rows":
 * [{ "work", … }] }`, up to 200, each taken or refused by itself → `{ rows, progress }`. `POST …/skip`,
 * `…/unskip` → `{ progress }`.
 */
export const markEndpoints: Endpoint[] = [
  {
    path: base,
    method: 'put',
    handler: async (req) => {
      const { id, judge } = judgeRequest(req)
      const body = await bodyOf(req, saveFields)
      const saved = await save(req, { id, judge, work: req.routeParams?.work, body })
      const { savedAt, version, handedInAt } = saved
      return Response.json({
        ...{ savedAt, version, handedInAt },
        progress: await progressOf(req, id, judge),
      })
    },
  },
  {
    path: '/judging/marks',
    method: 'post',
    handler: async (req) => {
      const { id: judge } = personAsking(req, ['judge'])
      const body = await bodyOf(req, ['round', 'rows'])
      const id = roundOf(body.round)
      const batch = readBatch(body.rows)
      if (!batch.ok) throw refused(batch.refusals)
      await roundForJudges(req, id)
      const rows = []
      for (const { work, row } of batch.value)
        rows.push(await saveRow(req, { id, judge, work, row }))
      return Response.json({ rows, progress: await progressOf(req, id, judge) })
    },
  },
  ...(['skip', 'unskip'] as const).map((action): Endpoint => ({
    path: `${base}/${action}`,
    method: 'post',
    handler: async (req) => {
      const { id, judge } = judgeRequest(req)
      await bodyOf(req, [])
      await inTransaction(req, async () => {
        const { entry } = await standingFor(req, { id, judge, work: req.routeParams?.work })
        const isSkipped = action === 'skip'
        if (await skipPair(runIn(req), { round: id, entry, judge, isSkipped })) return
        const message = words('评分已提交，不能跳过', 'It was handed in: there is nothing to skip')
        throw refusal(409, message, { code: 'already-handed-in' })
      })
      return Response.json({ progress: await progressOf(req, id, judge) })
    },
  })),
]

export async function progressOf(req: PayloadRequest, id: number, judge: number) {
  return (await readProgress(runIn(req), judge, [id])).get(id)!
}

/** Saves; a work from which the judge turns out to be recused, say after a unit moved, goes to another. */
async function save(req: PayloadRequest, asked: Asked) {
  try {
    return await saveMarks(req, asked)
  } catch (error) {
    if (error instanceof Refusal && error.data?.code === 'judge-recused') {
      await passOn(req, asked.id)
    }
    throw error
  }
}

async function passOn(req: PayloadRequest, id: number): Promise<void> {
  await inTransaction(req, async () => {
    const filled = await refill(req, await holdRunning(req, id))
    if (filled.dropped === 0) return
    await noteJudging(runIn(req), { round: id, by: null, action: 'recused', detail: filled })
  })
}

type Row = { id: number; judge: number; work: string; row: Record<string, unknown> }

async function saveRow(req: PayloadRequest, { id, judge, work, row }: Row) {
  const { work: _, ...body } = row
  try {
    const unknown = Object.keys(body).filter((name) => !saveFields.includes(name))
    if (unknown.length > 0) {
      const names = unknown.slice(0, 10).join(', ')
      const message = words(`没有这些字段：${names}`, `No such fields: ${names}`)
      throw refusal(400, message, { code: 'unknown-field' })
    }
    const { savedAt, version, handedInAt } = await save(req, { id, judge, work, body })
    return { work, ok: true, savedAt, version, handedInAt }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { code, ...data } = error.data as { code: string; stands?: unknown }
    const stands = data.stands === undefined ? {} : { stands: data.stands }
    return { work, ok: false, code, message: error.message, ...stands }
  }
}

function roundOf(value: unknown): number {
  const isId = Number.isInteger(value) && (value as number) > 0 && (value as number) < 2 ** 31
  if (isId) return value as number
  throw wrongType('round', words('评审轮次的编号', 'the id of a round'))
}
