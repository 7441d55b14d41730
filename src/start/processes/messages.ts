import type { Taken } from '../../delivery/allowances.ts'

/** What a process of several tells the first one. */
export type ToFirst = { taken: Taken } | { asksForMetrics: number }

/** What the first one tells a process. `areUp`: whether all are listening. */
export type FromFirst =
  | { stop: true }
  | { areUp: boolean }
  | { taken: Taken }
  | { metricsFor: number; text: string | null }
