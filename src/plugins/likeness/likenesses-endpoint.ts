import type { Endpoint } from 'payload'
import { query, sql } from '../../database/sql.ts'
import { entryRequest } from '../../hooks/entry-request.ts'
import { standingsOf } from '../../hooks/steps/situation.ts'
import { refusal } from '../../hooks/refuse.ts'
import { textsToCompare } from '../../domain/likeness/entry-texts.ts'
import { pairsOf, type PairView } from './pair-view.ts'

/** What `GET /api/{entries}/{id}/likenesses` answers. */
export type Likenesses = {
  /** Null: not compared yet. */
  checkedAt: string | null
  /** What nobody has looked at. */
  open: number
  /** This work's own title and text, for the comparison side by side. */
  own: { title: string; text: string }
  pairs: PairView[]
}

/**
 * `GET /api/{entries}/{id}/likenesses`: the works that look or read like this one, for those who review
 * it; other works as far as the reader may see them.
 */
export const likenessesEndpoint: Endpoint = {
  path: '/:id/likenesses',
  method: 'get',
  handler: async (req) => {
    const { kind, entry, person } = await entryRequest(req)
    if ((await standingsOf(req, entry, person)).size === 0) throw notYours()
    const [check] = await query<{ at: string }>(
      req,
      sql`select to_char(checked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
        from likeness_checks where kind = ${kind} and entry_id = ${entry.id}`,
    )
    const pairs = await pairsOf(req, kind, entry.id)
    const answer: Likenesses = {
      checkedAt: check?.at ?? null,
      open: pairs.filter(({ verdict }) => verdict === null).length,
      own: textsToCompare(kind, entry),
      pairs,
    }
    return Response.json(answer, { headers: { 'Cache-Control': 'no-store' } })
  },
}

export function notYours() {
  const words = {
    zh: '您不参与这件作品的审核',
    en: 'You have no part in the reviews of this entry',
  }
  return refusal(403, words, { code: 'not-yours' })
}
