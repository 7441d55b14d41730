import type { Endpoint } from 'payload'
import { refusal } from '../../hooks/refuse.ts'
import { inTransaction } from '../../database/sql.ts'
import { writeLog } from '../../hooks/write-log.ts'
import { bodyOf, entryRequest } from '../../hooks/entry-request.ts'
import { standingsOf } from '../../hooks/steps/situation.ts'

const longest = 2_000

/** `POST /api/{entries}/{id}/notes` `{ text }`: a remark for the other reviewers, kept in the log. */
export const noteEndpoint: Endpoint = {
  path: '/:id/notes',
  method: 'post',
  handler: async (req) => {
    const { kind, entry, person } = await entryRequest(req)
    if ((await standingsOf(req, entry, person)).size === 0) {
      throw refusal(
        403,
        { zh: '您不参与这件作品的审核', en: 'You have no part in the reviews of this entry' },
        { code: 'not-yours' },
      )
    }
    const { text } = await bodyOf(req, ['text'])
    const reason = typeof text === 'string' ? text.trim() : ''
    if (reason === '' || [...reason].length > longest) {
      const words = { zh: `备注须为 1–${longest} 字`, en: `A note has 1 to ${longest} characters` }
      throw refusal(400, words, { code: 'note', path: 'text' })
    }
    const { status } = entry
    const log = await inTransaction(req, () =>
      writeLog(req, { kind, entry, action: 'note', from: status, to: status, reason }),
    )
    return Response.json({ log }, { status: 201 })
  },
}
