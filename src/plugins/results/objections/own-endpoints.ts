import type { Endpoint, PayloadRequest } from 'payload'
import type { Person } from '../../../access/person.ts'
import { hostedTracks } from '../../../access/scope.ts'
import { fileObjection } from '../../../database/results/file-objection.ts'
import {
  ownObjections,
  withdrawObjection,
  type OwnObjection,
} from '../../../database/results/own-objections.ts'
import { runIn } from '../../../database/run-in.ts'
import { inTransaction, list, query, sql } from '../../../database/sql.ts'
import {
  objectionStateWords,
  objectionView,
  readObjection,
  type ObjectionState,
} from '../../../domain/results/objections.ts'
import { scopeRange } from '../../../domain/unit-tree.ts'
import { words, type Words } from '../../../domain/words.ts'
import { environment } from '../../../environment.ts'
import { bodyOf } from '../../../hooks/entry-request.ts'
import { refusal } from '../../../hooks/refuse.ts'
import { askedBy, refused } from '../result-request.ts'
import { openLists, titlesOf } from './open-lists.ts'

/** What the objected learn: that there is one, how it stands, and the ruling. Never who objects, or why. */
export type ObjectionAgainst = {
  id: string
  entry: string | null
  state: ObjectionState
  stateText: Words
  ruling: string | null
}

/**
 * For editors, whose unit objects or is objected to:
 * `POST /api/objections/file` `{ result, entry?, name, contact, ground, evidence? }` (`result`: public id;
 * `evidence`: `{ file }` of one’s own or `{ link }`) → 201 `{ objection: OwnObjection }`;
 * `GET /api/objections/open` → `{ lists: OpenList[] }`, what may be objected to now;
 * `GET /api/objections/mine` → `{ filed: OwnObjection[], against: ObjectionAgainst[], titles }`, `titles` by public id;
 * `POST /api/objections/take-back` `{ number }` → `{ objection }`.
 */
export const ownEndpoints: Endpoint[] = [
  {
    path: '/file',
    method: 'post',
    handler: async (req) => {
      const unit = unitOf(askedBy(req, ['editor']))
      const fields = ['result', 'entry', 'name', 'contact', 'ground', 'evidence']
      const { result, ...body } = await bodyOf(req, fields)
      const { objection: given, fault } = readObjection(body)
      if (!given) throw refusal(400, fault.message, { code: 'bad-value', path: fault.path })
      const number = await inTransaction(req, async () => {
        const { fieldKey, fieldKeyId } = environment()
        const filed = await fileObjection(runIn(req), {
          ...{ list: typeof result === 'string' ? result.slice(0, 200) : '', given },
          objector: { kind: 'unit', ...unit },
          key: { id: fieldKeyId, key: fieldKey },
        })
        if (filed.ok) return filed.number
        throw refused(filed.refusal, filed.refusal.path ? { path: filed.refusal.path } : {})
      })
      return answer(201, { objection: await own(req, unit.unit, number) })
    },
  },
  {
    path: '/take-back',
    method: 'post',
    handler: async (req) => {
      const { unit, user } = unitOf(askedBy(req, ['editor']))
      const { number } = await bodyOf(req, ['number'])
      await inTransaction(req, async () => {
        const named = typeof number === 'string' ? number.slice(0, 40) : ''
        const against = await withdrawObjection(runIn(req), { unit }, named, user)
        if (against) throw refused(against)
      })
      return answer(200, { objection: await own(req, unit, String(number)) })
    },
  },
  {
    path: '/open',
    method: 'get',
    handler: async (req) => {
      const person = askedBy(req, ['editor'])
      unitOf(person)
      return answer(200, { lists: await openLists(req, person) })
    },
  },
  {
    path: '/mine',
    method: 'get',
    handler: async (req) => {
      const person = askedBy(req, ['editor'])
      const { unit } = unitOf(person)
      const filed = await ownObjections(runIn(req), { unit })
      const titles = await titlesOf(
        req,
        filed.map(({ result }) => result),
      )
      return answer(200, { filed, against: await against(req, person), titles })
    },
  },
]

function unitOf(person: Person): { unit: number; unitPath: string; user: number } {
  if (person.unitId !== null && person.unitPath !== '') {
    return { unit: person.unitId, unitPath: person.unitPath, user: person.id }
  }
  const message = words('您的账号没有所属单位', 'Your account has no unit')
  throw refusal(403, message, { code: 'objector-not-entitled' })
}

async function own(req: PayloadRequest, unit: number, number: string): Promise<OwnObjection> {
  return (await ownObjections(runIn(req), { unit }, number))[0]!
}

type AgainstRow = { id: string; entry: string | null; state: ObjectionState; ruling: string | null }

// Works of the own unit and below, and lists of tracks that the own unit hosts.
async function against(req: PayloadRequest, person: Person): Promise<ObjectionAgainst[]> {
  const { from, below } = scopeRange(person.unitPath)
  const hosted = await hostedTracks(req)
  const rows = await query<AgainstRow>(
    req,
    sql`select o.number as id, o.entry, o.state, o.ruling from objections o join results r on r.id = o.result_id
      where (o.unit_id is distinct from ${person.unitId}) and (r.track_id in ${list(hosted)}
        or (o.work_unit_path >= ${from} and o.work_unit_path < ${below}))
      order by o.filed_at desc, o.id desc limit 200`,
  )
  return rows.map((row) => {
    const whole = { ...row, objector: { id: '', name: '', unit: null }, ground: '', evidence: [] }
    const seen = objectionView(whole, 'objected') as AgainstRow
    return { ...seen, stateText: objectionStateWords[row.state] }
  })
}

export function answer(status: number, body: object): Response {
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })
}
