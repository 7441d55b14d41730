/**
 * The least that a product of this make has to start: the embedded PostgreSQL, Payload with one
 * collection, and a Fastify that answers /readyz once the database does. No Next, no migrations, no
 * campaign, no door.
 */
import { postgresAdapter } from '@payloadcms/db-postgres'
import Fastify from 'fastify'
import { buildConfig, getPayload } from 'payload'
import { startEmbeddedDatabase } from '../src/database/embedded.ts'
import { closePayload } from '../src/start/open-payload.ts'

const database = await startEmbeddedDatabase(process.env.DATA_DIR!)
const config = await buildConfig({
  secret: 'a-secret-that-only-benchmarks-know',
  db: postgresAdapter({ pool: { connectionString: database.url }, push: false }),
  collections: [{ slug: 'users', auth: true, fields: [] }],
  telemetry: false,
})
const payload = await getPayload({ config, disableOnInit: true })
const app = Fastify()
app.get('/readyz', async () => {
  await payload.db.pool.query('select 1')
  return { ready: true }
})
await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT) })

process.once('SIGTERM', () => void stop())

async function stop(): Promise<void> {
  await app.close()
  await closePayload(payload)
  await database.stop()
  process.exit(0)
}
