import { randomBytes } from 'node:crypto'
import type { Endpoint, PayloadRequest } from 'payload'
import {
  addEndpoint,
  changeEndpoint,
  endpointsOf,
  mostEndpoints,
  type EndpointChange,
} from '../../database/notices/client-endpoints.ts'
import { runIn } from '../../database/run-in.ts'
import { seal } from '../../database/sealed.ts'
import { inTransaction } from '../../database/sql.ts'
import { webhookEvents, type NoticeEvent } from '../../domain/results/notices.ts'
import { words } from '../../domain/words.ts'
import { environment } from '../../environment.ts'
import { bodyOf } from '../../hooks/entry-request.ts'
import { refusal } from '../../hooks/refuse.ts'
import { endpointProblem } from '../../outgoing/endpoint-address.ts'
import { answer, notFound, provinceOf, withNumber } from './answers.ts'
import { testRoute } from './test-route.ts'

/**
 * Where a client is told, for the province alone: `GET /api/api-clients/{id}/webhooks` → `{ endpoints }`;
 * `POST …/webhooks` `{ url, events }` → 201 `{ secret, endpoints }`, the secret this once;
 * `POST …/webhooks/{webhook}/edit` `{ url, events }`, `/rotate` → `{ secret, endpoints }`, `/enable`, `/remove`;
 * `/test`: see there.
 */
export const endpointRoutes: Endpoint[] = [
  testRoute,
  {
    path: '/:id/webhooks',
    method: 'get',
    handler: async (req) => {
      provinceOf(req)
      return answer(200, await shown(req, withNumber(req, 'id')))
    },
  },
  {
    path: '/:id/webhooks',
    method: 'post',
    handler: async (req) => {
      const actor = provinceOf(req)
      const client = withNumber(req, 'id')
      const asked = addressIn(await bodyOf(req, ['url', 'events']))
      const { secret, sealed } = newSecret()
      const added = await inTransaction(req, () =>
        addEndpoint(runIn(req), { client, actor, sealed, ...asked }),
      )
      if (added === undefined) throw notFound()
      if (added === 'full') {
        const said = words(
          `每个接入方最多 ${mostEndpoints} 个接收地址`,
          `A client has at most ${mostEndpoints} endpoints`,
        )
        throw refusal(409, said, { code: 'too-many-endpoints', maximum: mostEndpoints })
      }
      return answer(201, { secret, ...(await shown(req, client)) })
    },
  },
  ...(['edit', 'rotate', 'enable', 'remove'] as const).map((change): Endpoint => ({
    path: `/:id/webhooks/:webhook/${change}`,
    method: 'post',
    handler: async (req) => {
      const actor = provinceOf(req)
      const client = withNumber(req, 'id')
      const id = withNumber(req, 'webhook')
      const body = await bodyOf(req, change === 'edit' ? ['url', 'events'] : [])
      const { secret, sealed } = newSecret()
      const asked: EndpointChange =
        change === 'edit'
          ? { change, ...addressIn(body) }
          : change === 'rotate'
            ? { change, sealed }
            : { change }
      const isDone = await inTransaction(req, () =>
        changeEndpoint(runIn(req), { client, id, actor, ...asked }),
      )
      if (!isDone) throw notFound()
      return answer(200, {
        ...(change === 'rotate' ? { secret } : {}),
        ...(await shown(req, client)),
      })
    },
  })),
]

async function shown(req: PayloadRequest, client: number) {
  return { endpoints: await endpointsOf(runIn(req), client) }
}

function newSecret() {
  const secret = `whsec_${randomBytes(32).toString('base64')}`
  const { fieldKey, fieldKeyId } = environment()
  return { secret, sealed: seal(secret, { id: fieldKeyId, key: fieldKey }) }
}

function addressIn({ url, events }: Record<string, unknown>): { url: string; events: string[] } {
  const problem = endpointProblem(url, { loopback: environment().checkLoopback })
  if (problem) throw refusal(422, problem, { code: 'bad-address', path: 'url' })
  const isFine =
    Array.isArray(events) &&
    events.length > 0 &&
    events.every((event) => webhookEvents.includes(event as NoticeEvent))
  if (!isFine) {
    const known = webhookEvents.join(', ')
    const said = words(`请选择事件：${known}`, `Choose events of these: ${known}`)
    throw refusal(422, said, { code: 'bad-events', path: 'events' })
  }
  return { url: url as string, events: [...new Set(events as string[])] }
}
