import cluster from 'node:cluster'
import { openDelivery } from '../delivery/delivery.ts'
import { openDoor } from '../door/door.ts'
import { environment, EnvironmentError, type Environment } from '../environment.ts'
import { consoleInto } from './console.ts'
import { deliveryOptions } from './delivery-options.ts'
import { expectFree, listen } from './listen.ts'
import { keepProcesses } from './processes/first.ts'
import { hearOthers, type Others } from './processes/one-of-several.ts'
import { reachFiles } from './reach-files.ts'
import type { Start } from './start.ts'

/**
 * ROLE=delivery: the public API alone, on the database that a node with the admin migrates and writes.
 * Without Next and Payload it listens in under a second; it holds no data folder, so that any number of
 * them may stand beside each other. With DELIVERY_PROCESSES it is several processes on one port.
 */
export async function startDelivery(given: Start): Promise<void> {
  const startedAt = performance.now()
  if (!process.env.DATABASE_URL) {
    throw new EnvironmentError([
      'ROLE=delivery reads the database of a node with the admin: set DATABASE_URL to it.',
    ])
  }
  const settings = environment()
  const { log, endings } = given
  log.level = settings.logLevel
  consoleInto(log)
  const several = settings.deliveryProcesses
  if (cluster.isWorker) return answer(settings, given, hearOthers())

  await expectFree(settings.host, settings.port)
  await reachFiles(settings)
  if (several === 1) await answer(settings, given)
  else {
    const processes = await keepProcesses(several, log)
    endings.push({ name: 'the processes', end: processes.close })
  }
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  process.stdout.write(
    `公众接口已就绪，用时 ${seconds} 秒（Ctrl-C 停止）  Public API ready: ${settings.publicUrl}/v1\n`,
  )
}

async function answer(
  settings: Environment,
  { log, endings, stopping }: Start,
  others?: Others,
): Promise<void> {
  const options = deliveryOptions(settings, log)
  const delivery = await openDelivery({
    ...options,
    // The memory is the node's.
    cacheBytes: Math.floor(options.cacheBytes / settings.deliveryProcesses),
    ...(others && { sharing: others.sharing }),
  })
  endings.push({ name: 'the public API', end: delivery.close })
  stopping.throwIfAborted()
  const door = await openDoor({
    ...{ ...settings, log, delivery },
    ...(others && { metricsOfAll: others.metrics }),
    readiness: async () => ({
      ...(await delivery.readiness()),
      ...(others && { processes: others.areUp() }),
    }),
  })
  await listen(door, settings.host, settings.port)
  endings.push({ name: 'the door', end: () => door.close() })
}
