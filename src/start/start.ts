import type { Log } from '../door/log.ts'
import type { Ending } from './drain.ts'

/** What every role's start is given. `endings` takes what it opened, in that order, as soon as it is open. */
export type Start = {
  dev: boolean
  /** The project's folder. */
  root: string
  log: Log
  endings: Ending[]
  /** Aborted when the process is told to stop while it starts. */
  stopping: AbortSignal
}
