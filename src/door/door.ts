import type { Socket } from 'node:net'
import { fastify, type FastifyError, type FastifyInstance, type FastifyPluginAsync } from 'fastify'
import type { Log } from './log.ts'
import type { Caller } from './caller.ts'
import { answerClientError, answerError, isForCaller } from './door-errors.ts'
import { answerHealth, type Readiness } from './health.ts'
import { homePage } from './home-page.ts'
import { answerMetrics, type JobStats, type NoticeStats, type PublicStats } from './metrics.ts'
import { nextDoor, type NextDoorOptions } from './next-door.ts'
import { requestId } from './request-id.ts'
import { logRequests } from './request-log.ts'
import { notHere } from './not-here.ts'

declare module 'fastify' {
  // Only an interface can be added to.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  interface FastifyRequest {
    caller: Caller | undefined
  }
}

export type DoorOptions = {
  log: Log
  publicUrl: string
  trustProxy: boolean | number | string
  metricsToken: string | undefined
  readiness: () => Promise<Readiness>
  /** The metrics of all processes of this node, where there are several. */
  metricsOfAll?: () => Promise<string>
  /** The admin and the staff's API; without them this node answers the public only. */
  staff?: NextDoorOptions
  /** What waits in the queue, for the metrics. */
  jobs?: JobStats
  notices?: NoticeStats
  /** What answers `/v1`; without it this node is the admin's. */
  delivery?: { plugin: FastifyPluginAsync; stats: PublicStats }
}

/** The front door: one Fastify that answers what is its own and hands the rest on. */
export async function openDoor(options: DoorOptions): Promise<FastifyInstance> {
  const { log, publicUrl, trustProxy, metricsToken, readiness, staff, delivery } = options
  const app = fastify({
    // A number is how many proxies stand in front.
    trustProxy: typeof trustProxy === 'number' ? (_address, hop) => hop < trustProxy : trustProxy,
    genReqId: requestId,
    logger: false,
    bodyLimit: 2 ** 20,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    // Node's own default for headers; a whole request may be a long upload and is bounded by its stalls.
    http: { headersTimeout: 20_000, requestTimeout: 0, maxHeaderSize: 48 * 1024 },
    routerOptions: { maxParamLength: 4_096 },
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply),
    clientErrorHandler: (error, socket) => answerClientError(error, socket as Socket),
  })
  app.decorateRequest('caller', undefined)
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (!isForCaller(error)) log.error({ err: error, id: request.id }, 'the door failed')
    return answerError(error, request, reply)
  })
  logRequests(app, log)
  const { jobs, notices, metricsOfAll: ofAll } = options
  answerMetrics(app, metricsToken, { ofPublic: delivery?.stats, jobs, notices, ofAll })
  answerHealth(app, readiness)
  if (delivery) await app.register(delivery.plugin, { prefix: '/v1' })
  else await app.register(notHere, { paths: ['/v1', '/v1/*'] })
  if (staff) {
    await app.register(homePage, { publicUrl })
    await app.register(nextDoor, staff)
  } else await app.register(notHere, { paths: ['/', '/*'] })
  return app
}
