import type { EntryDesk } from './entry-desk.ts'
import type { Rights } from './rights.ts'

/**
 * What only a node with Payload can do for people who take part. The public API holds the HTTP side of
 * it and never imports Payload; the plugin `participation` implements this and never imports the API.
 */
export type TakingPart = { desk: EntryDesk; rights: Rights }
