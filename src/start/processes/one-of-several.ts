import type { Sharing, Taken } from '../../delivery/allowances.ts'
import type { FromFirst, ToFirst } from './messages.ts'

/** What one process of several knows of the others. */
export type Others = {
  /** Whether all of them listen. */
  areUp: () => boolean
  sharing: Sharing
  /** The metrics of all together, as text. @throws when one does not answer */
  metrics: () => Promise<string>
}

/** In a process that {@link keepProcesses} started. That it is told to stop is heard elsewhere. */
export function hearOthers(): Others {
  const listeners: ((taken: Taken) => void)[] = []
  const asked = new Map<number, (text: string | null) => void>()
  let areUp = false
  let asks = 0
  const tell = (message: ToFirst) => {
    if (process.connected) process.send!(message, undefined, undefined, () => undefined)
  }
  process.on('message', (message: FromFirst) => {
    if ('areUp' in message) areUp = message.areUp
    if ('taken' in message) for (const listener of listeners) listener(message.taken)
    if ('metricsFor' in message) {
      asked.get(message.metricsFor)?.(message.text)
      asked.delete(message.metricsFor)
    }
  })
  return {
    areUp: () => areUp,
    sharing: {
      tell: (taken) => tell({ taken }),
      hear: (listener) => void listeners.push(listener),
    },
    metrics: () =>
      new Promise((resolve, reject) => {
        asks += 1
        asked.set(asks, (text) => {
          if (text === null) reject(new Error('A process of this node did not answer in time'))
          else resolve(text)
        })
        tell({ asksForMetrics: asks })
      }),
  }
}
