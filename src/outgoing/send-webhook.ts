import { endpointFailed, endpointWell } from '../database/notices/endpoints.ts'
import { settleNotice, type ClaimedNotice } from '../database/notices/queue.ts'
import type { RunIn } from '../database/run-in.ts'
import { unseal, type SealingKey } from '../database/sealed.ts'
import { nextTryAfter } from '../domain/results/notices.ts'
import { textNow } from './send-mail.ts'
import { postWebhook, type WebhookOptions } from './webhook.ts'

type Options = WebhookOptions & {
  keys: readonly SealingKey[]
  /** Does what writes belong together in one transaction. */
  together: (work: (run: RunIn) => Promise<void>) => Promise<void>
}

export async function sendWebhook(
  run: RunIn,
  notice: ClaimedNotice,
  { keys, together, ...options }: Options,
): Promise<void> {
  const { id, endpoint, attempts } = notice
  if (!endpoint) {
    const error = 'endpoint switched off'
    return void (await settleNotice(run, notice, { state: 'dead', error }))
  }
  const text = await textNow(run, notice)
  if (!text) return
  const { url, secret, oldSecret } = endpoint
  const secrets = [secret, ...(oldSecret ? [oldSecret] : [])].map((one) => unseal(one, keys))
  const post = { url, id: `msg_${id}`, body: text.body, secrets, at: new Date() }
  const { ok, why, gone } = await postWebhook(post, options)
  if (ok) {
    await settleNotice(run, notice, { state: 'sent', ...text })
    await endpointWell(run, endpoint.id)
    return
  }
  if (options.stopping?.aborted) {
    const error = 'broken off: this server was stopped'
    const again = { state: 'waiting', error, seconds: 0, uncounted: true } as const
    return void (await settleNotice(run, notice, again))
  }
  const seconds = gone ? null : nextTryAfter('webhook', attempts, Math.random())
  await together(async (held) => {
    await settleNotice(
      held,
      notice,
      seconds === null ? { state: 'dead', error: why } : { state: 'waiting', error: why, seconds },
    )
    await endpointFailed(held, endpoint, { why, gone })
  })
}
