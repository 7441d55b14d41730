import { AsyncLocalStorage } from 'node:async_hooks'
import type { FileHandle } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import type { Writing } from './locks.ts'
import type { Checksum, Written } from './receive-chunk.ts'
import type { UploadRow } from './rows.ts'

/** What the request at hand is about; the protocol's library has no place of its own for it. */
export type Exchange = Writing & {
  source: IncomingMessage
  row: Pick<UploadRow, 'id' | 'fileName' | 'bytes' | 'createdAt'>
  checksum: Checksum | undefined
  signal: AbortSignal
  /** Opened and not yet written to. */
  file?: FileHandle | undefined
  /** How the body came to its end, once it has. */
  ended?: Written['ended']
}

export const exchange = new AsyncLocalStorage<Exchange>()

export function currentExchange(): Exchange {
  const found = exchange.getStore()
  if (!found) throw new Error('An upload is touched outside of a request')
  return found
}
