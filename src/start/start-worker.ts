import { openDoor } from '../door/door.ts'
import { environment, EnvironmentError } from '../environment.ts'
import { consoleInto } from './console.ts'
import { expectFree, listen } from './listen.ts'
import { closePayload, openPayload, readinessOf } from './open-payload.ts'
import { noticeStatsOf, openNoticeSender } from './notice-sender.ts'
import { jobStatsOf, openWorkerOf } from './open-worker.ts'
import { reachFiles } from './reach-files.ts'
import type { Start } from './start.ts'
import { openVoteKeeper } from './vote-keeper.ts'

/**
 * ROLE=worker: does the jobs of a database that nodes with the admin fill, on the same folders of files
 * as they; any number of them may stand beside each other. It answers whether it is well, and nothing
 * else.
 */
export async function startWorker({ log, endings, stopping }: Start): Promise<void> {
  const startedAt = performance.now()
  if (!process.env.DATABASE_URL) {
    throw new EnvironmentError([
      'ROLE=worker does the jobs of a node with the admin: set DATABASE_URL to its database.',
    ])
  }
  const settings = environment()
  log.level = settings.logLevel
  consoleInto(log)
  await expectFree(settings.host, settings.port)
  await reachFiles(settings)
  const { payload } = await openPayload(log, { prepare: false })
  endings.push({ name: 'Payload', end: () => closePayload(payload) })
  stopping.throwIfAborted()
  const worker = await openWorkerOf(payload, log)
  endings.push({ name: 'the worker', end: worker.close })
  const sender = openNoticeSender(settings, log)
  endings.push({ name: 'the sender of notices', end: sender.close })
  const keeper = openVoteKeeper(settings, log)
  endings.push({ name: 'the keeper of votes', end: keeper.close })
  const door = await openDoor({
    ...settings,
    log,
    readiness: () => readinessOf(payload),
    jobs: jobStatsOf(payload),
    notices: noticeStatsOf(payload),
  })
  await listen(door, settings.host, settings.port)
  endings.push({ name: 'the door', end: () => door.close() })
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  process.stdout.write(`后台任务已就绪，用时 ${seconds} 秒（Ctrl-C 停止）  Worker ready\n`)
}
