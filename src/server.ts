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
import { createLog, type Log } from './door/log.ts'
import { openNext } from './start/open-next.ts'
import { closePayload, openPayload, readinessOf } from './start/open-payload.ts'
import { refuseOtherRoles, sentenceFor } from './start/refusals.ts'
import { stopWhenTold } from './start/stop-signals.ts'
import { dataFolder } from './start/with-database.ts'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
// The hard limit is 25 s; what comes after a step that used up its time gets half a second each.
const drainsWithin = 22_000

/** The process: settings → database → Payload → Next → listen, and the same way back when told to stop. */
export async function run({ dev }: { dev: boolean }): Promise<void> {
  const log = createLog('info')
  const stopping = new AbortController()
  const endings: Ending[] = []
  const starting = start({ dev, log, endings, stopping: stopping.signal })
  // Told while still starting, it first lets the step at hand come to its end: only then is it known
  // what there is to stop.
  const settled = { name: 'the start', end: () => starting.catch(() => undefined) }
  const drain = drainer({
    first: settled,
    rest: () => endings.splice(0).reverse(),
    within: drainsWithin,
    onError: (name, err) => log.error({ err }, `stopping ${name} failed`),
    onTimeout: (name) => log.warn(`stopping ${name} took too long`),
  })
  stopWhenTold({ log, stopping, drain })
  try {
    await starting
  } catch (error) {
    await drain()
    if (stopping.signal.aborted) process.exit(0)
    process.stderr.write(`\n${sentenceFor(error)}\n`)
    process.exit(1)
  }
}

type Start = { dev: boolean; log: Log; endings: Ending[]; stopping: AbortSignal }

async function start({ dev, log, endings, stopping }: Start): Promise<void> {
  const startedAt = performance.now()
  const say = (line: string) => void process.stdout.write(`${line}\n`)
  nextEnv.loadEnvConfig(root, dev, { info: () => undefined, error: (said) => log.error(said) })
  refuseOtherRoles(process.env.ROLE)
  const folder = claim(dataFolder(), 'server')
  endings.push({ name: 'the hold on the data folder', end: folder.release })
  await expectFree(process.env.HOST || '127.0.0.1', Number(process.env.PORT || 3000))
  let built: Promise<void> | undefined
  const build = () => {
    built ??= dev ? Promise.resolve() : buildWhenChanged(root, say, stopping)
    built.catch(() => undefined) // awaited below; nobody hears it until then
  }

  await completeEnvironment(process.env, async (dataDir) => {
    build() // the settings were found in order, and it is the slowest of all
    const database = await startEmbeddedDatabase(dataDir)
    endings.push({ name: 'the embedded database', end: database.stop })
    return database.url
  })
  const settings = environment()
  stopping.throwIfAborted()
  build()
  log.level = settings.logLevel
  consoleInto(log)
  folder.tell({ databaseUrl: settings.databaseUrl })

  const { payload, firstAccount } = await openPayload(log)
  endings.push({ name: 'Payload', end: () => closePayload(payload) })
  await built
  stopping.throwIfAborted()
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
