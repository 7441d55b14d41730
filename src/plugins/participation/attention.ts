import type { Endpoint, PayloadRequest } from 'payload'
import { personOf } from '../../access/person.ts'
import { attentionsOpen, settleAllOf, settleAttention } from '../../database/attention.ts'
import type { AfterStep } from '../../hooks/after-step.ts'
import { bodyOf } from '../../hooks/entry-request.ts'
import { refusal } from '../../hooks/refuse.ts'

/**
 * Published works over which the province has to decide, because their participant left or took a
 * consent back: `GET /api/attention` → `{ items }`; `POST /api/attention/{id}/settle` keeps the work
 * public → `{ items }`. Taking it down is a step of the workflow and settles it, too.
 */
export const attentionEndpoints: Endpoint[] = [
  {
    path: '/attention',
    method: 'get',
    handler: async (req) => {
      provinceOf(req)
      return Response.json({ items: await attentionsOpen(req) })
    },
  },
  {
    path: '/attention/:id/settle',
    method: 'post',
    handler: async (req) => {
      const by = provinceOf(req)
      await bodyOf(req, [])
      const id = String(req.routeParams?.id)
      if (!/^\d{1,9}$/.test(id) || !(await settleAttention(req, Number(id), by))) {
        throw refusal(
          404,
          { zh: '没有这一项，或已办理', en: 'No such item, or it was settled' },
          { code: 'not-found' },
        )
      }
      return Response.json({ items: await attentionsOpen(req) })
    },
  },
]

/** What was taken down has been decided over. */
export const settleTakenDown: AfterStep = async ({ req, kind, id, from, to }) => {
  if (from !== 'published' || to === 'published') return
  await settleAllOf(req, { kind, id, by: personOf(req)?.id ?? null })
}

function provinceOf(req: PayloadRequest): number {
  const person = personOf(req)
  if (!person) throw refusal(401, { zh: '请先登录', en: 'Log in first' }, { code: 'not-logged-in' })
  if (person.role === 'province') return person.id
  throw refusal(
    403,
    { zh: '由省总工会决定', en: 'This is the province’s to decide' },
    { code: 'not-yours' },
  )
}
