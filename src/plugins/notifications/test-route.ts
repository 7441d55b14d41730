import { randomUUID } from 'node:crypto'
import type { Endpoint } from 'payload'
import { endpointForTest } from '../../database/notices/client-endpoints.ts'
import { logNotice } from '../../database/notices/log.ts'
import { runIn } from '../../database/run-in.ts'
import { unseal } from '../../database/sealed.ts'
import { whyWords } from '../../domain/results/notices.ts'
import type { Words } from '../../domain/words.ts'
import { environment } from '../../environment.ts'
import { bodyOf } from '../../hooks/entry-request.ts'
import { allowedFor } from '../../outgoing/endpoint-address.ts'
import { postWebhook } from '../../outgoing/webhook.ts'
import { answer, notFound, provinceOf, withNumber } from './answers.ts'

/** What a test came to. `status`: the receiver’s answer, null without one; `ms`: how long it took. */
export type TestAnswer = {
  ok: boolean
  status: number | null
  why: Words | null
  ms: number
  /** `webhook-id` of what was sent. */
  id: string
}

/**
 * `POST /api/api-clients/{id}/webhooks/{webhook}/test` `{}` → `TestAnswer`, for the province: sends one signed
 * `webhook.test` now, by this server itself. It is not tried again and changes nothing of how the endpoint
 * stands: one that is switched off may be tried before it is switched on.
 */
export const testRoute: Endpoint = {
  path: '/:id/webhooks/:webhook/test',
  method: 'post',
  handler: async (req) => {
    const actor = provinceOf(req)
    const client = withNumber(req, 'id')
    const endpoint = withNumber(req, 'webhook')
    await bodyOf(req, [])
    const to = await endpointForTest(runIn(req), { client, id: endpoint })
    if (!to) throw notFound()
    const { fieldKey, fieldKeyId, checkLoopback } = environment()
    const keys = [{ id: fieldKeyId, key: fieldKey }]
    const sealed = [to.secret, ...(to.oldSecret ? [to.oldSecret] : [])]
    const at = new Date()
    const id = `msg_${randomUUID()}`
    const body = JSON.stringify({ type: 'webhook.test', timestamp: at.toISOString(), data: {} })
    const secrets = sealed.map((one) => unseal(one, keys))
    const { ok, status, why } = await postWebhook(
      { url: to.url, id, body, secrets, at },
      { allowed: allowedFor({ loopback: checkLoopback }) },
    )
    const ms = Date.now() - at.getTime()
    const detail = { status, why: why || null }
    await logNotice(runIn(req), { action: 'test-endpoint', actor, endpoint, detail })
    return answer(200, { ok, status, why: ok ? null : whyWords(why), ms, id } satisfies TestAnswer)
  },
}
