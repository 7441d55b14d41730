/** What the public API asks the entries' side to do for a participant; src/plugins/participation answers. */
export type EntryDesk = Record<string, never>
