import { fastify } from 'fastify'
import type { Payload } from 'payload'
import { openDelivery } from '../../../../src/delivery/delivery.ts'
import { createLog } from '../../../../src/door/log.ts'
import { environment } from '../../../../src/environment.ts'
import type { OpenWorker } from '../../../../src/hooks/worker.ts'
import { deliveryOptions } from '../../../../src/start/delivery-options.ts'
import { takingPartOf } from '../../../../src/start/taking-part.ts'
import { clientToken, type ClientKey } from '../../participants/token.ts'

/** Asks `/v1` as one worker. @throws when the answer is a refusal, with what it says */
export type Ask = (
  method: string,
  target: string,
  given?: { body?: unknown; bytes?: Buffer; headers?: Record<string, string> },
) => Promise<{ headers: Headers; body: any }>

export type Door = {
  /** Enters with a token that the client signed, as telephones do. */
  enter: (key: ClientKey, sub: string) => Promise<Ask>
  close: () => Promise<void>
}

/** The public API of this process alone, on a port of its own: workers come in by no other way. */
export async function openWorkersDoor(payload: Payload): Promise<Door> {
  const log = createLog('error', process.stderr)
  const delivery = await openDelivery({
    ...deliveryOptions(environment(), log, takingPartOf(payload)),
    // The demo draws pictures in this very process; nobody else waits at this door.
    mostDelay: 0,
  })
  const app = fastify()
  await app.register(delivery.plugin, { prefix: '/v1' })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  return {
    enter: async (key, sub) => {
      const token = await clientToken(key, sub)
      const { body } = await askAs(url)('POST', '/session', { body: { token } })
      return askAs(url, body.token)
    },
    close: async () => {
      await app.close()
      await delivery.close()
    },
  }
}

/** Does the jobs that uploads lead to; a server that runs beside shares them. */
export async function openDemoWorker(payload: Payload): Promise<{ close: () => Promise<void> }> {
  const open = payload.config.custom!.openWorker as OpenWorker
  return open(payload, { log: createLog('error', process.stderr) })
}

const askAs =
  (url: string, token?: string): Ask =>
  async (method, target, { body, bytes, headers } = {}) => {
    const response = await fetch(`${url}/v1${target}`, {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? (bytes as BodyInit | undefined) : JSON.stringify(body),
    })
    const text = await response.text()
    const answer = text ? JSON.parse(text) : null
    if (response.ok) return { headers: response.headers, body: answer }
    const { status } = response
    const said = answer?.detail ?? text
    throw Object.assign(new Error(`${method} ${target}: ${status} ${said}`), { status })
  }
