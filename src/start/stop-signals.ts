import cluster from 'node:cluster'
import type { Log } from '../door/log.ts'
import { whenNpmIsGone } from './npm-gone.ts'

type Options = { log: Log; stopping: AbortController; drain: () => Promise<void> }

/**
 * Drains on SIGTERM and SIGINT; told a second time, it ends at once. What nobody caught is logged and
 * drains too: the state it leaves is not to be trusted. A rejection nobody handled is only logged.
 */
export function stopWhenTold({ log, stopping, drain }: Options): void {
  const stop = (reason: string, code: number) => {
    if (stopping.signal.aborted) process.exit(130)
    stopping.abort()
    log.info({ reason }, 'stopping')
    void drain().then(() => process.exit(code))
  }
  process.on('SIGTERM', () => stop('SIGTERM', 0))
  process.on('SIGINT', () => stop('SIGINT', 0))
  process.on('SIGHUP', () => stop('SIGHUP', 0))
  // A process of several is told by the first one, which may have heard the same signal: that is no second word.
  if (cluster.isWorker) {
    process.on('message', (message: object) => {
      if ('stop' in message && !stopping.signal.aborted) stop('the first process', 0)
    })
  }
  // After Ctrl-C npm goes, too, and sooner: that is no second word.
  whenNpmIsGone(() => void (stopping.signal.aborted || stop('npm is gone', 0)))
  // Whoever read the output may be gone before the drain is over.
  process.stdout.on('error', () => undefined)
  process.stderr.on('error', () => undefined)
  process.on('uncaughtException', (err) => {
    log.fatal({ err }, 'nobody caught this')
    if (!stopping.signal.aborted) stop('uncaughtException', 1)
  })
  process.on('unhandledRejection', (err) => log.error({ err }, 'a promise was rejected unheard'))
}
