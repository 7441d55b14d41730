import type { Endpoint, PayloadRequest } from 'payload'
import { inTransaction, query, sql } from '../../../database/sql.ts'
import { unseal } from '../../../database/sealed.ts'
import { parseLocked } from '../../../domain/judging/locked.ts'
import { awardsAfter } from '../../../domain/results/from-ranking.ts'
import {
  objectionActions,
  objectionStateWords,
  objectionSteps,
  type Ruling,
} from '../../../domain/results/objections.ts'
import { words, type Words } from '../../../domain/words.ts'
import { reasonLimit } from '../../../domain/workflow/decision.ts'
import { environment } from '../../../environment.ts'
import { bodyOf } from '../../../hooks/entry-request.ts'
import { refusal } from '../../../hooks/refuse.ts'
import {
  deskOf,
  holdObjection,
  noObjection,
  noteObjection,
  type ObjectionRow,
} from './objection-request.ts'
import { answer, ownEndpoints } from './own-endpoints.ts'
import { effects, stepObjection, type StepAsked } from './step.ts'

/** What the desk sees of an objection. Who objects is asked for, with a reason, and noted. */
export type ObjectionDeskAnswer = {
  doc: Record<string, unknown>
  /** The list’s title, and what the work is called on it; null: the whole list is objected to. */
  about: { list: string; work: string | null }
  stateText: Words
  isLate: boolean
  isRecused: boolean
  /** What the reader may do now. */
  steps: StepAsked['action'][]
  /** Of an upheld objection: what each effect would do to the list. */
  previews: Record<string, { entry: string; before: string | null; after: string | null }[]> | null
  /** What the levels of the previews are called. */
  levels: Record<string, Words>
  log: {
    at: string
    by: string | null
    action: string
    to: string | null
    reason: string | null
  }[]
}

const deskActions = objectionActions.filter(
  (action): action is StepAsked['action'] => objectionSteps[action].by === 'desk',
)

/**
 * The desk for objections, for the province and the supervisor but those of the objected work's unit:
 * `GET /api/objections/{id}/desk` → `ObjectionDeskAnswer`;
 * `POST /api/objections/{id}/{accept|decline|uphold|dismiss}` `{ reason?, effect?, expectedState? }` → the same;
 * `POST /api/objections/{id}/objector` `{ reason }` → `{ name, contact, unit }` in clear; each look is noted.
 */
export const objectionEndpoints: Endpoint[] = [
  ...ownEndpoints,
  { path: '/:id/desk', method: 'get', handler: async (req) => answer(200, await standing(req)) },
  ...deskActions.map((action): Endpoint => ({
    path: `/:id/${action}`,
    method: 'post',
    handler: async (req) => {
      const person = deskOf(req)
      const body = await bodyOf(req, ['reason', 'effect', 'expectedState'])
      await inTransaction(req, () => stepObjection(req, person, { action, ...body }))
      return answer(200, await standing(req))
    },
  })),
  {
    path: '/:id/objector',
    method: 'post',
    handler: async (req) => {
      const person = deskOf(req)
      const { reason } = await bodyOf(req, ['reason'])
      const why = typeof reason === 'string' ? reason.trim() : ''
      if (why === '' || [...why].length > reasonLimit) {
        const message = words('请说明查看异议人的理由', 'Say why you need to know who objects')
        throw refusal(400, message, { code: 'reason-missing', path: 'reason' })
      }
      const seen = await inTransaction(req, async () => {
        const row = await holdObjection(req, person)
        if (row.isRecused) {
          const message = words('您与该作品或异议人有关，应当回避', 'You are recused from this')
          throw refusal(403, message, { code: 'recused' })
        }
        await noteObjection(req, {
          ...{ objection: row.id, by: person.id, action: 'unmask', reason: why },
        })
        return objectorOf(req, row.id)
      })
      return answer(200, seen)
    },
  },
]

async function objectorOf(req: PayloadRequest, id: number) {
  const [row] = await query<{ name: string | null; contact: string | null; unit: string | null }>(
    req,
    sql`select o.objector_name as name, o.objector_contact as contact, u.name as unit
      from objections o left join units u on u.id = o.unit_id where o.id = ${id}`,
  )
  const { fieldKey, fieldKeyId } = environment()
  const open = (value: string | null) =>
    value === null ? null : unseal(value, [{ id: fieldKeyId, key: fieldKey }])
  return { name: open(row!.name), contact: open(row!.contact), unit: row!.unit }
}

async function standing(req: PayloadRequest): Promise<ObjectionDeskAnswer> {
  const person = deskOf(req)
  return inTransaction(req, async () => {
    const row = await holdObjection(req, person)
    // By its own rule of reading: whoever is of the objected work's unit finds nothing.
    const doc = await req.payload.findByID({
      ...{ collection: 'objections', id: row.id, depth: 0 },
      ...{ overrideAccess: false, user: req.user, disableErrors: true, req },
    })
    if (!doc) throw noObjection()
    const [clock] = await query<{ isLate: boolean }>(
      req,
      sql`select coalesce(due_at <= notice_clock(), false) as "isLate" from objections where id = ${row.id}`,
    )
    const log = await query<ObjectionDeskAnswer['log'][number]>(
      req,
      sql`select to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, u.name as by, l.action, l."to", l.reason
        from objection_log l left join users u on u.id = l.actor_id where l.objection_id = ${row.id} order by l.id`,
    )
    return {
      doc: doc as unknown as Record<string, unknown>,
      about: await aboutOf(req, row),
      ...{ stateText: objectionStateWords[row.state], isLate: clock!.isLate, log },
      isRecused: row.isRecused,
      steps: row.isRecused
        ? []
        : deskActions.filter((action) => objectionSteps[action].from.includes(row.state)),
      ...(await previewsOf(req, row)),
    }
  })
}

async function aboutOf(req: PayloadRequest, { result, entry }: ObjectionRow) {
  const [row] = await query<ObjectionDeskAnswer['about']>(
    req,
    sql`select r.title as list, (
        select award ->> 'title' from result_versions v, jsonb_array_elements(v.text::jsonb -> 'awards') award
        where v.result_id = r.id and award ->> 'entry' = ${entry} order by v.version desc limit 1) as work
      from results r where r.id = ${result}`,
  )
  return row!
}

type Previews = Pick<ObjectionDeskAnswer, 'previews' | 'levels'>

async function previewsOf(
  req: PayloadRequest,
  { id, result, entry, state }: ObjectionRow,
): Promise<Previews> {
  const none: Previews = { previews: null, levels: {} }
  if (state !== 'accepted' || entry === null) return none
  const [lock] = await query<{ text: string }>(
    req,
    sql`select l.text from judging_locks l join results r on r.round_id = l.round_id
      where r.id = ${result} order by l.version desc limit 1`,
  )
  const ranking = lock && parseLocked(lock.text)
  if (!ranking) return none
  const others = await query<Ruling>(
    req,
    sql`select entry, effect from objections where result_id = ${result} and state = 'upheld'
      and entry is not null and effect is not null and id <> ${id}`,
  )
  const levelsAfter = (rulings: readonly Ruling[]) =>
    new Map(awardsAfter(ranking, rulings)?.awards.map((one) => [one.entry, one.level]))
  const before = levelsAfter(others)
  const previews = effects.map((effect) => {
    const after = levelsAfter([...others, { entry, effect }])
    const touched = [...new Set([...before.keys(), ...after.keys()])]
      .map((one) => ({
        entry: one,
        before: before.get(one) ?? null,
        after: after.get(one) ?? null,
      }))
      .filter((one) => one.before !== one.after)
    return [effect, touched]
  })
  const levels = awardsAfter(ranking, [])?.levels ?? []
  return {
    previews: Object.fromEntries(previews),
    levels: Object.fromEntries(levels.map(({ key, name }) => [key, name])),
  }
}
