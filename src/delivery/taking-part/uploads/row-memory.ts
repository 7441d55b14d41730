import { LRUCache } from 'lru-cache'
import type { UploadRow } from './rows.ts'

/** Rows of uploads that come in here, as they were when they were last read. */
export type RowMemory = {
  /** Only ever for the person that it was read for. */
  recall: (id: string, participant: number) => UploadRow | undefined
  keep: (row: UploadRow, participant: number) => void
  forget: (id: string) => void
}

/**
 * Remembers rows for whoever sends chunk after chunk: with what the row said a moment ago the next can
 * be taken in while the database is asked what it says now.
 */
export function rememberRows(): RowMemory {
  const kept = new LRUCache<string, { row: UploadRow; participant: number }>({
    max: 5_000,
    ttl: 60_000,
  })
  return {
    recall(id, participant) {
      const found = kept.get(id)
      return found?.participant === participant ? found.row : undefined
    },
    keep(row, participant) {
      if (row.state === 'receiving') kept.set(row.id, { row, participant })
      else kept.delete(row.id)
    },
    forget: (id) => void kept.delete(id),
  }
}
