import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import {
  AbortMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  ListMultipartUploadsCommand,
  paginateListObjectsV2,
} from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import { s3Client } from './s3-client.ts'
import { bucketFolders, type S3Settings } from './settings.ts'
import { FilesAway, FilesFull, isFileName, type FileStore, type StoredFacts } from './store.ts'

// Readers are told within two seconds that the bucket is away.
const patience = 1_800
// At most this much of a file is in memory while it is stored: two parts, one sent, one read.
const partSize = 8 * 2 ** 20
const partsAtOnce = 2

/** Files as objects of a bucket, under one folder of its keys, readable by us alone. */
export function s3Files(settings: S3Settings, Prefix: string = bucketFolders.media): FileStore {
  const client = s3Client(settings)
  const Bucket = settings.bucket
  const keyOf = (name: string) => Prefix + name

  async function stat(name: string): Promise<StoredFacts | null> {
    if (!isFileName(name)) return null
    const found = await soon((abortSignal) =>
      client.send(new HeadObjectCommand({ Bucket, Key: keyOf(name) }), { abortSignal }),
    )
    if (!found) return null
    const { ContentLength = 0, LastModified, Metadata } = found
    return { size: ContentLength, modified: LastModified!, sha256: Metadata?.sha256 }
  }

  return {
    folder: undefined,
    async put(name, source, { type, sha256, move = false, signal }) {
      if (!isFileName(name)) throw new Error(`Not a file's name: ${JSON.stringify(name)}`)
      signal?.throwIfAborted()
      const Body = typeof source === 'string' ? createReadStream(source) : source
      // A file that cannot be read is no fault of the bucket; that reading stops when sending failed is.
      let unread: Error | undefined
      const note = (error: Error) => void (error.name === 'AbortError' || (unread = error))
      if (!Buffer.isBuffer(Body)) Body.on('error', note)
      const upload = new Upload({
        client,
        partSize,
        queueSize: partsAtOnce,
        params: {
          ...{ Bucket, Key: keyOf(name), Body, ContentType: type },
          ...(sha256 ? { Metadata: { sha256 } } : {}),
        },
      })
      const stop = () => void upload.abort()
      signal?.addEventListener('abort', stop, { once: true })
      try {
        await upload.done()
      } catch (error) {
        throw unread ?? awayFor(error)
      } finally {
        signal?.removeEventListener('abort', stop)
        if (!Buffer.isBuffer(Body)) Body.destroy()
      }
      if (typeof source === 'string' && move) await rm(source, { force: true })
    },
    stat,
    storedAt: async (name) => (await stat(name))?.modified ?? null,
    async read(name, range) {
      if (!isFileName(name)) return null
      const Range = range && `bytes=${range.start}-${range.end}`
      const found = await soon((abortSignal) =>
        client.send(new GetObjectCommand({ Bucket, Key: keyOf(name), Range }), { abortSignal }),
      )
      if (!found) return null
      const { Body, ContentLength = 0, ContentRange, LastModified } = found
      const size = ContentRange ? Number(ContentRange.split('/')[1]) : ContentLength
      return { stream: Body as Readable, facts: { size, modified: LastModified! } }
    },
    async remove(names) {
      // One by one: to delete many in one call needs a checksum that not every service takes.
      const one = (name: string) =>
        client.send(new DeleteObjectCommand({ Bucket, Key: keyOf(name) }))
      await Promise.all(names.filter(isFileName).map(one)).catch(notAway)
    },
    async *list(prefix) {
      const pages = paginateListObjectsV2({ client }, { Bucket, Prefix: Prefix + prefix })
      for await (const { Contents = [] } of told(pages)) {
        yield* Contents.map(({ Key }) => Key!.slice(Prefix.length))
      }
    },
    async sweep(before) {
      let removed = 0
      let after: { KeyMarker?: string; UploadIdMarker?: string } | undefined = {}
      while (after) {
        const asked: ListMultipartUploadsCommand = new ListMultipartUploadsCommand({
          ...{ Bucket, Prefix, ...after },
        })
        const page = await client.send(asked).catch((error: unknown) => {
          throw awayFor(error)
        })
        for (const { Key, UploadId, Initiated } of page.Uploads ?? []) {
          if (!Initiated || Initiated >= before) continue
          const which = { Bucket, Key, UploadId }
          await client.send(new AbortMultipartUploadCommand(which)).catch(notAway)
          removed += 1
        }
        after = page.IsTruncated
          ? { KeyMarker: page.NextKeyMarker, UploadIdMarker: page.NextUploadIdMarker }
          : undefined
      }
      return removed
    },
    async reach() {
      const asked = await soon((abortSignal) =>
        client.send(new ListObjectsV2Command({ Bucket, Prefix, MaxKeys: 1 }), { abortSignal }),
      )
      if (!asked) throw new FilesAway(`There is no bucket ${Bucket}`)
    },
  }
}

/** The answer while it is worth waiting for; null when there is no such object. */
async function soon<T>(ask: (signal: AbortSignal) => Promise<T>): Promise<T | null> {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), patience)
  try {
    return await ask(late.signal)
  } catch (error) {
    if (isMissing(error)) return null
    throw awayFor(error)
  } finally {
    clearTimeout(timer)
  }
}

async function* told<T>(pages: AsyncIterable<T>): AsyncIterable<T> {
  try {
    yield* pages
  } catch (error) {
    throw awayFor(error)
  }
}

function isMissing(error: unknown): boolean {
  const { name, $metadata } = error as { name?: string; $metadata?: { httpStatusCode?: number } }
  return $metadata?.httpStatusCode === 404 && name !== 'NoSuchBucket'
}

function notAway(error: unknown): void {
  if (!isMissing(error)) throw awayFor(error)
}

/** The SDK's errors carry requests and their signatures: only name and sentence are passed on. */
function awayFor(error: unknown): FilesAway {
  const { name, message, $metadata } = error as Error & { $metadata?: { httpStatusCode?: number } }
  const isFull = $metadata?.httpStatusCode === 507 || name === 'QuotaExceeded'
  const said = `The bucket does not answer as it should: ${name}: ${message}`
  return isFull ? new FilesFull(said) : new FilesAway(said)
}
