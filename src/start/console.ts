import { format } from 'node:util'
import type { Log } from '../door/log.ts'

/**
 * Sends what libraries print with `console` (Next does, with whole errors) through the log, so that
 * it is JSON and scrubbed like everything else.
 */
export function consoleInto(log: Log): void {
  const lines = log.child({ from: 'console' })
  const into =
    (level: 'debug' | 'info' | 'warn' | 'error') =>
    (...said: unknown[]) => {
      const err = said.find((part) => part instanceof Error)
      const msg = format(...said.map((part) => (part instanceof Error ? part.message : part)))
      lines[level]({ err }, msg)
    }
  console.debug = into('debug')
  console.log = console.info = into('info')
  console.warn = into('warn')
  console.error = into('error')
}
