import type { Video } from '../../payload-types.ts'

/** An entry as the six kinds share it, ids bare. */
export type Entry = Video & Record<string, unknown>
