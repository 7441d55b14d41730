import type { Endpoint } from 'payload'
import { inTransaction } from '../../database/sql.ts'
import { openPhones } from '../../hooks/phones.ts'
import { refusal } from '../../hooks/refuse.ts'
import { writeLog } from '../../hooks/write-log.ts'
import { maySeeContacts } from './contacts-access.ts'
import { bodyOf, entryRequest } from '../../hooks/entry-request.ts'

/**
 * `POST /api/{entries}/{id}/contacts` `{ reason }`: the authors' phone numbers in clear, for the
 * province and for editors of the entry's own unit and those above it. Each look is logged first.
 */
export const contactsEndpoint: Endpoint = {
  path: '/:id/contacts',
  method: 'post',
  handler: async (req) => {
    const { kind, entry, person } = await entryRequest(req)
    if (!maySeeContacts(person, entry)) {
      throw refusal(
        403,
        { zh: '您不能查看联系电话', en: 'The phone numbers are not yours to see' },
        { code: 'not-yours' },
      )
    }
    const { reason } = await bodyOf(req, ['reason'])
    if (typeof reason !== 'string' || reason.trim() === '' || reason.length > 2_000) {
      throw refusal(
        400,
        { zh: '请说明查看联系电话的理由', en: 'Say why you need the phone numbers' },
        { code: 'reason-missing', path: 'reason' },
      )
    }
    const { status } = entry
    const phones = await inTransaction(req, async () => {
      await writeLog(req, {
        kind,
        entry,
        action: 'unmask',
        from: status,
        to: status,
        reason: reason.trim(),
      })
      return openPhones(req, kind, entry.id)
    })
    const contacts = (entry.authors ?? []).map(({ id, name }) => ({
      id,
      name,
      phone: phones.get(id ?? '') ?? null,
    }))
    return Response.json({ contacts }, { headers: { 'Cache-Control': 'no-store' } })
  },
}
