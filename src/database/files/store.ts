import type { Readable } from 'node:stream'

/** What is known of a stored file without reading it. */
export type FileFacts = { size: number; modified: Date }

/** First and last byte, counted from 0, both included. */
export type ByteRange = { start: number; end: number }

/**
 * Where the bytes of media lie: a folder or a bucket, the same to everybody who asks. A file is known
 * by its name alone and never changes under it. Everything is streamed; nothing is held whole.
 */
export type FileStore = {
  /** The folder they lie in, an absolute path; undefined where they lie elsewhere. */
  folder: string | undefined
  /**
   * Stores a file whole or not at all.
   *
   * @param source the path of a file, or its bytes
   * @param type its media type
   * @throws FilesAway
   */
  put: (name: string, source: string | Buffer, more: PutOptions) => Promise<void>
  /** Null: there is no such file. @throws FilesAway */
  stat: (name: string) => Promise<StoredFacts | null>
  /**
   * Opens a file or a part of it; null: there is none. Who stops reading destroys the stream.
   *
   * @throws FilesAway when not even the beginning comes within two seconds
   */
  read: (name: string, range?: ByteRange) => Promise<{ stream: Readable; facts: FileFacts } | null>
  /** Removes what is there of these; what is not there is no fault. @throws FilesAway */
  remove: (names: readonly string[]) => Promise<void>
  /** The names that begin so. @throws FilesAway */
  list: (prefix: string) => AsyncIterable<string>
  /** Since when it lies there under this name; null: there is none. @throws FilesAway */
  storedAt: (name: string) => Promise<Date | null>
  /** Removes what interrupted `put`s left before that time; says how many. @throws FilesAway */
  sweep: (before: Date) => Promise<number>
  /** Asks whether the place is there and open to us. @throws FilesAway */
  reach: () => Promise<void>
}

export type PutOptions = {
  type: string
  /** Hexadecimal; kept beside the file where the place can. */
  sha256?: string
  /** The source is a file that nobody needs any more: it is gone afterwards. */
  move?: boolean
  /** Aborted: it is not worth waiting for any longer. */
  signal?: AbortSignal
}

/** `sha256` as it was given to `put`, where it is kept. */
export type StoredFacts = FileFacts & { sha256: string | undefined }

/** The place where files lie does not answer, or refuses us. No word about the file itself. */
export class FilesAway extends Error {
  override name = 'FilesAway'
}

/** There is no room left where files lie. */
export class FilesFull extends FilesAway {}

/** A name that may be a file's: no folder, no way out of one, nothing hidden, no control characters. */
export function isFileName(name: string): boolean {
  return /^[^./\\\p{Cc}][^/\\\p{Cc}]{0,254}$/u.test(name)
}
