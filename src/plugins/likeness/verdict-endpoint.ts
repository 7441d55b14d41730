import type { Endpoint } from 'payload'
import { inTransaction, query, sql } from '../../database/sql.ts'
import { verdicts, type Verdict } from '../../domain/likeness/words.ts'
import { bodyOf, entryRequest } from '../../hooks/entry-request.ts'
import { refusal } from '../../hooks/refuse.ts'
import { standingsOf } from '../../hooks/steps/situation.ts'
import { notYours } from './likenesses-endpoint.ts'

const longest = 2_000

/**
 * `POST /api/{entries}/{id}/likenesses/{pair}` `{ verdict: 'same' | 'different', note? }`: what a
 * reviewer of the work says about one likeness. Kept with name and time; the work's status stays.
 */
export const verdictEndpoint: Endpoint = {
  path: '/:id/likenesses/:pair',
  method: 'post',
  handler: async (req) => {
    const { kind, entry, person } = await entryRequest(req)
    if ((await standingsOf(req, entry, person)).size === 0) throw notYours()
    const pair = String(req.routeParams?.pair ?? '')
    const { verdict, note } = await bodyOf(req, ['verdict', 'note'])
    if (!isVerdict(verdict)) {
      const words = {
        zh: '请选择“相同”或“不同”',
        en: `The verdict is one of ${verdicts.join(', ')}`,
      }
      throw refusal(400, words, { code: 'verdict', path: 'verdict' })
    }
    const text = asNote(note)
    const changed = await inTransaction(req, async () => {
      const rows = /^\d{1,15}$/.test(pair)
        ? await query<{ id: number; measure: number }>(
            req,
            sql`update likenesses set verdict = ${verdict}, note = ${text}, looked_at = now(), looked_by = ${person.id}
              where id = ${pair} and ((a_kind = ${kind} and a_id = ${entry.id}) or (b_kind = ${kind} and b_id = ${entry.id}))
              returning id::int as id, measure`,
          )
        : []
      for (const { id, measure } of rows) {
        await query(
          req,
          sql`insert into likeness_verdicts (likeness_id, verdict, note, measure, user_id, user_name)
            values (${id}, ${verdict}, ${text}, ${measure}, ${person.id}, ${person.name})`,
        )
      }
      return rows.length
    })
    if (changed === 0) {
      const words = { zh: '没有这条查重结果', en: 'No such likeness' }
      throw refusal(404, words, { code: 'not-found' })
    }
    return Response.json({ id: Number(pair), verdict, note: text })
  },
}

function isVerdict(value: unknown): value is Verdict {
  return (verdicts as readonly unknown[]).includes(value)
}

function asNote(note: unknown): string | null {
  if (note === undefined || note === null) return null
  if (typeof note === 'string' && [...note].length <= longest) return note.trim() || null
  const words = { zh: `说明不超过 ${longest} 字`, en: `A note has at most ${longest} characters` }
  throw refusal(400, words, { code: 'note', path: 'note' })
}
