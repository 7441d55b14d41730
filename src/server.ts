import path from 'node:path'
import { fileURLToPath } from 'node:url'
import nextEnv from '@next/env'
import { startEmbeddedDatabase } from './database/embedded.ts'
import { openDoor } from './door/door.ts'
import { rateLimits } from './door/rate-limits.ts'
import { completeEnvironment, environment } from './environment.ts'
import { banner } from './start/banner.ts'
import { buildWhenChanged } from './start/build.ts'
import { consoleInto } from './start/console.ts'
import { drainer, type Ending } from './start/drain.ts'
import { claim } from './start/instance.ts'
import { expectFree, listen } from './start/listen.ts'
import { createLog, type Log } from './start/log.ts'
import { openNext } from './start/open-next.ts'
import { closePayload, openPayload, readinessOf } from './start/open-payload.ts'
import { refuseOtherRoles, sentenceFor } from './start/refusals.ts'
import { stopWhenTold } from './start/stop-signals.ts'
import { dataFolder } from './start/with-database.ts'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const drainsWithin = 24_000

/** The process: settings → database → Payload → Next → listen, and the same way back when told to stop. */
export async function run({ dev }: { dev: boolean }): Promise<void> {
  const startedAt = performance.now()
  const log = createLog('info')
  const endings: Ending[] = []
  const drain = drainer({
    endings: () => endings.splice(0).reverse(),
    within: drainsWithin,
    onError: (name, err) => log.error({ err }, `stopping ${name} failed`),
    onTimeout: (name) => log.warn(`stopping ${name} took too long`),
  })
  stopWhenTold({ log, drain })
  try {
    await start({ dev, log, startedAt, endings })
  } catch (error) {
    await drain()
    process.stderr.write(`\n${sentenceFor(error)}\n`)
    process.exit(1)
  }
}

type Start = { dev: boolean; log: Log; startedAt: number; endings: Ending[] }

async function start({ dev, log, startedAt, endings }: Start): Promise<void> {
  const say = (line: string) => void process.stdout.write(`${line}\n`)
  nextEnv.loadEnvConfig(root, dev, { info: () => undefined, error: (said) => log.error(said) })
  const folder = claim(dataFolder(), 'server')
  endings.push({ name: 'the hold on the data folder', end: folder.release })
  await expectFree(process.env.HOST || '127.0.0.1', Number(process.env.PORT || 3000))
  const built = dev ? undefined : buildWhenChanged(root, say)
  built?.catch(() => undefined) // awaited below; nobody hears it until then

  await completeEnvironment(process.env, async (dataDir) => {
    const database = await startEmbeddedDatabase(dataDir)
    endings.push({ name: 'the embedded database', end: database.stop })
    return database.url
  })
  const settings = environment()
  log.level = settings.logLevel
  consoleInto(log)
  refuseOtherRoles(settings.role)
  folder.tell({ databaseUrl: settings.databaseUrl })

  const { payload, firstAccount } = await openPayload(log)
  endings.push({ name: 'Payload', end: () => closePayload(payload) })
  await built
  const next = await openNext({ dev, root, host: settings.host, port: settings.port })
  endings.push({ name: 'Next', end: next.close })

  const door = await openDoor({
    ...settings,
    log,
    trustsProxy: settings.trustProxy !== false,
    secret: payload.secret,
    limits: rateLimits(settings.rateLimitScale),
    handToNext: next.handle,
    readiness: () => readinessOf(payload),
  })
  await listen(door, settings.host, settings.port)
  endings.push({ name: 'the door', end: () => door.close() })
  folder.tell({ url: settings.publicUrl })
  const seconds = (performance.now() - startedAt) / 1000
  say(banner({ url: settings.publicUrl, seconds, firstAccount }))
}
