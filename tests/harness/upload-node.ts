import { fastify } from 'fastify'
import { openDelivery } from '../../src/delivery/delivery.ts'
import { environment } from '../../src/environment.ts'
import type { OpenWorker } from '../../src/hooks/worker.ts'
import { loadConfig } from '../../src/start/load-config.ts'

// A process that takes uploads and can be killed: the public API for participants on the database and
// the folders of its settings, without Next. Forked by tests; says its address.

const config = await loadConfig()
const { getPayload } = await import('payload')
const payload = await getPayload({ config })
const settings = environment()
const silent = () => undefined
const delivery = await openDelivery({
  ...{ databaseUrl: settings.databaseUrl, secret: settings.payloadSecret },
  ...{ mediaDir: settings.mediaDir, uploadDir: settings.uploadDir, uploadReserve: 0 },
  ...{ corsOrigins: [], cacheBytes: 0, rateLimitScale: 1_000 },
  ...(settings.s3 && { s3: settings.s3 }),
  takingPart: payload.config.custom!.takingPart(payload),
  log: { info: silent, warn: silent, error: silent },
})
if (process.env.WITH_WORKER) {
  const log = { debug: silent, info: silent, warn: silent, error: silent }
  await (payload.config.custom!.openWorker as OpenWorker)(payload, { log })
}
const app = fastify()
await app.register(delivery.plugin, { prefix: '/v1' })
// It answers within a second or not at all; on a busy machine the first connections take longer.
while (!(await delivery.readiness()).database) continue
process.send!({ url: await app.listen({ port: 0, host: '127.0.0.1' }) })
