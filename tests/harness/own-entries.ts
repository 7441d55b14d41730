import path from 'node:path'
import { fastify } from 'fastify'
import { openDelivery } from '../../src/delivery/delivery.ts'
import { openSessions } from '../../src/delivery/taking-part/identity/session-token.ts'
import type { Scope } from '../../src/domain/participation/clients.ts'
import type { TakingPart } from '../../src/domain/participation/taking-part.ts'
import { environment } from '../../src/environment.ts'
import { testCampaign, type TestCampaign } from './campaign.ts'
import { patient } from './delivery.ts'
import { openScene, type Scene } from './scene.ts'

export type Got = { status: number; headers: Headers; body: any }
export type Asked = { body?: unknown; raw?: string; headers?: Record<string, string> }
export type Ask = (method: string, target: string, asked?: Asked) => Promise<Got>

export type OwnScene = {
  campaign: TestCampaign
  scene: Scene
  /** A row of `api_clients`; `unit` is the one it gives to people who choose none. */
  client: number
  /** A new participant, and what they ask of `/v1` with their token. */
  participant: (client?: number, scopes?: Scope[]) => Promise<{ id: number; ask: Ask }>
  /** Asks without any token. */
  stranger: Ask
  /** A client that gives no unit, and one that may only read results. */
  unitless: number
  readsOnly: number
  /** A file of a participant's, as an upload leaves it behind. */
  file: (participant: number, mimeType: string, more?: Record<string, unknown>) => Promise<number>
  errors: string[]
  close: (options?: { invariants?: boolean }) => Promise<void>
}

/** People who take part over HTTP, on a campaign of one's own; all phases open, one rule a track. */
export async function ownScene(): Promise<OwnScene> {
  const campaign = await testCampaign()
  const scene = await openScene(campaign)
  const { payload, sql, unit } = campaign
  const { databaseUrl, payloadSecret, mediaDir, fieldKey, fieldKeyId } = environment()
  const newClient = async (
    name: string,
    unitId: number | null,
    scope = 'entries:write',
    more: string[] = [],
  ) => {
    const { id } = await payload.create({
      collection: 'api-clients',
      data: {
        name,
        clientId: `client-${scope.slice(0, 5)}-${unitId}`,
        kind: 'app',
        unit: unitId,
        scopes: [scope, ...more],
      } as never,
    })
    return Number(id)
  }
  const client = await newClient('工会 App', unit('宜兴市总工会'), 'entries:write', [
    'objections:write',
  ])
  const unitless = await newClient('公众号', null)
  const readsOnly = await newClient('大屏幕', null, 'results:read')
  const takingPart = (payload.config.custom!.takingPart as (from: typeof payload) => TakingPart)(
    payload,
  )
  const errors: string[] = []
  const delivery = await openDelivery({
    uploadDir: path.join(mediaDir, 'uploads'),
    ...{ databaseUrl: databaseUrl!, secret: payloadSecret, mediaDir, takingPart },
    ...{ corsOrigins: [], cacheBytes: 2 ** 20, rateLimitScale: 1_000 },
    // Payload's own work in this process is no crowd, however busy the machine is.
    mostDelay: 60_000,
    patience: patient,
    fieldKey: { id: fieldKeyId, key: fieldKey },
    log: {
      info: () => undefined,
      warn: () => undefined,
      error: (...said: unknown[]) => void errors.push(said.map(String).join(' ') + stackOf(said)),
    },
  })
  // Connections are there before the first who asks.
  await delivery.readiness()
  const app = fastify()
  await app.register(delivery.plugin, { prefix: '/v1' })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const sessions = openSessions(payloadSecret)

  const askWith =
    (token?: string): Ask =>
    async (method, target, { body, raw, headers } = {}) => {
      const response = await fetch(`${url}/v1${target}`, {
        method,
        headers: {
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...(body === undefined && raw === undefined
            ? {}
            : { 'content-type': 'application/json' }),
          ...headers,
        },
        body: raw ?? (body === undefined ? undefined : JSON.stringify(body)),
      })
      const text = await response.text()
      const { status } = response
      return { status, headers: response.headers, body: text === '' ? null : JSON.parse(text) }
    }

  return {
    campaign,
    scene,
    client,
    errors,
    stranger: askWith(),
    unitless,
    readsOnly,
    participant: async (through = client, scopes = ['entries:write']) => {
      const [{ id }] = await sql('insert into participants default values returning id')
      const session = { participant: id, client: through, scopes, epoch: 1 }
      return { id, ask: askWith(await sessions.issue(session, 600)) }
    },
    file: async (participant, mimeType, more = {}) => {
      const values = {
        ...{ participant_id: participant, mime_type: mimeType, processing: 'done', open: false },
        ...{ filename: `${crypto.randomUUID()}.bin`, original_name: '原件', filesize: 3_000_000 },
        ...{ width: 4000, height: 3000, ...more },
      }
      const names = Object.keys(values)
      const [row] = await sql(
        `insert into media (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')}) returning id`,
        Object.values(values),
      )
      return row.id
    },
    close: async (options) => {
      await app.close()
      await delivery.close()
      await campaign.close(options)
    },
  }
}

function stackOf(said: unknown[]): string {
  const { err } = (said[0] ?? {}) as { err?: Error & { cause?: Error } }
  return err ? `${err.stack}\n${err.cause?.stack ?? ''}` : ''
}
