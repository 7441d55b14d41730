import { openDelivery } from '../delivery/delivery.ts'
import { openDoor } from '../door/door.ts'
import { environment, EnvironmentError } from '../environment.ts'
import { consoleInto } from './console.ts'
import { deliveryOptions } from './delivery-options.ts'
import { expectFree, listen } from './listen.ts'
import { reachFiles } from './reach-files.ts'
import type { Start } from './start.ts'

/**
 * ROLE=delivery: the public API alone, on the database that a node with the admin migrates and writes.
 * Without Next and Payload it listens in under a second; it holds no data folder, so that any number of
 * them may stand beside each other.
 */
export async function startDelivery({ log, endings, stopping }: Start): Promise<void> {
  const startedAt = performance.now()
  if (!process.env.DATABASE_URL) {
    throw new EnvironmentError([
      'ROLE=delivery reads the database of a node with the admin: set DATABASE_URL to it.',
    ])
  }
  const settings = environment()
  log.level = settings.logLevel
  consoleInto(log)
  await expectFree(settings.host, settings.port)
  await reachFiles(settings)
  const delivery = await openDelivery(deliveryOptions(settings, log))
  endings.push({ name: 'the public API', end: delivery.close })
  stopping.throwIfAborted()
  const door = await openDoor({ ...settings, log, delivery, readiness: delivery.readiness })
  await listen(door, settings.host, settings.port)
  endings.push({ name: 'the door', end: () => door.close() })
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  process.stdout.write(
    `公众接口已就绪，用时 ${seconds} 秒（Ctrl-C 停止）  Public API ready: ${settings.publicUrl}/v1\n`,
  )
}
