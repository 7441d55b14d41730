import nextEnv from '@next/env'
import { startEmbeddedDatabase } from '../database/embedded.ts'
import { openDelivery } from '../delivery/delivery.ts'
import { openDoor } from '../door/door.ts'
import { rateLimits } from '../door/rate-limits.ts'
import { completeEnvironment, environment } from '../environment.ts'
import { banner } from './banner.ts'
import { buildWhenChanged } from './build.ts'
import { consoleInto } from './console.ts'
import { deliveryOptions } from './delivery-options.ts'
import { claim } from './instance.ts'
import { expectFree, listen } from './listen.ts'
import { openNext } from './open-next.ts'
import { closePayload, openPayload, readinessOf } from './open-payload.ts'
import { noticeStatsOf, openNoticeSender } from './notice-sender.ts'
import { jobStatsOf, openWorkerOf } from './open-worker.ts'
import { takingPartOf } from './taking-part.ts'
import { openVoteKeeper } from './vote-keeper.ts'
import { reachFiles } from './reach-files.ts'
import type { Start } from './start.ts'
import { dataFolder } from './with-database.ts'

/** ROLE=all and ROLE=admin: database → Payload → Next → the public API (for participants alone, as admin) → listen. */
export async function startWhole({ dev, root, log, endings, stopping }: Start): Promise<void> {
  const startedAt = performance.now()
  const say = (line: string) => void process.stdout.write(`${line}\n`)
  nextEnv.loadEnvConfig(root, dev, { info: () => undefined, error: (said) => log.error(said) })
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
  await reachFiles(settings)
  stopping.throwIfAborted()
  build()
  log.level = settings.logLevel
  consoleInto(log)
  folder.tell({ databaseUrl: settings.databaseUrl })

  const { payload, firstAccount } = await openPayload(log)
  endings.push({ name: 'Payload', end: () => closePayload(payload) })
  if (settings.role === 'all') {
    const worker = await openWorkerOf(payload, log)
    endings.push({ name: 'the worker', end: worker.close })
    const sender = openNoticeSender(settings, log)
    endings.push({ name: 'the sender of notices', end: sender.close })
  }
  const keeper = openVoteKeeper(settings, log)
  endings.push({ name: 'the keeper of votes', end: keeper.close })
  await built
  stopping.throwIfAborted()
  const next = await openNext({ dev, root, host: settings.host, port: settings.port })
  endings.push({ name: 'Next', end: next.close })
  const delivery = await openDelivery(deliveryOptions(settings, log, takingPartOf(payload)))
  endings.push({ name: 'the public API', end: delivery.close })

  const door = await openDoor({
    ...settings,
    log,
    delivery,
    staff: {
      ...settings,
      log,
      trustsProxy: settings.trustProxy !== false,
      secret: payload.secret,
      limits: rateLimits(settings.rateLimitScale),
      handToNext: next.handle,
    },
    readiness: () => readinessOf(payload),
    jobs: jobStatsOf(payload),
    notices: noticeStatsOf(payload),
  })
  await listen(door, settings.host, settings.port)
  endings.push({ name: 'the door', end: () => door.close() })
  folder.tell({ url: settings.publicUrl })
  const seconds = (performance.now() - startedAt) / 1000
  say(banner({ url: settings.publicUrl, seconds, firstAccount }))
}
