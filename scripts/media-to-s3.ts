/**
 * `npm run media:to-s3` copies the files of MEDIA_DIR into the bucket of the settings, each proved by
 * reading it back. What is there already is left; nothing is removed from the disk. Ends with 1 when a
 * file could not be brought over. May run again, and while the system runs on the disk.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { createProgress } from '../seed/demo/progress.ts'
import { localFiles } from '../src/database/files/local.ts'
import { openFiles } from '../src/database/files/open.ts'
import { FilesAway, type FileStore } from '../src/database/files/store.ts'
import { completeEnvironment, environment, EnvironmentError } from '../src/environment.ts'

/** By ending, as src/collections/media/check-file.ts and the media pipeline give them. */
const types: Record<string, string> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
  webm: 'video/webm',
  m4v: 'video/x-m4v',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  wav: 'audio/wav',
  ogg: 'audio/ogg',
  aac: 'audio/aac',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

try {
  // Needs the settings alone: no database is started and none asked.
  await completeEnvironment(process.env, async () => 'postgres://127.0.0.1/not-asked')
  const { mediaDir, s3 } = environment()
  if (!s3) throw new EnvironmentError(['S3_* must be set: that is where the files go.'])
  const bucket = await openFiles({ mediaDir, s3 })
  await bucket.reach()
  await bringAll(localFiles(mediaDir), bucket, mediaDir)
} catch (error) {
  if (!(error instanceof EnvironmentError || error instanceof FilesAway)) throw error
  console.error(error.message)
  process.exitCode = 1
}

async function bringAll(disk: FileStore, bucket: FileStore, folder: string): Promise<void> {
  const names: string[] = []
  for await (const name of disk.list('')) if (await disk.stat(name)) names.push(name)
  const progress = createProgress({ total: names.length })
  const count = { copied: 0, there: 0, failed: 0 }
  for (const name of names) {
    const outcome = await bring(bucket, name, path.join(folder, name))
    count[outcome] += 1
    progress.step(outcome)
  }
  progress.end()
  console.log(
    `共 ${names.length} 个文件：复制 ${count.copied}，已有 ${count.there}，失败 ${count.failed}。\n${names.length} file(s): ${count.copied} copied, ${count.there} there already, ${count.failed} failed.`,
  )
  if (count.failed > 0) process.exitCode = 1
}

async function bring(bucket: FileStore, name: string, file: string) {
  const { sha256, size } = await digestOf(createReadStream(file))
  const there = await bucket.stat(name)
  if (there?.size === size && there.sha256 === sha256) return 'there'
  // Stored by a running system, or by a copying that was cut off before it was proved.
  if (there?.size === size && (await isStored(bucket, name, sha256))) return 'there'
  const type = types[path.extname(name).slice(1).toLowerCase()] ?? 'application/octet-stream'
  await bucket.put(name, file, { type, sha256 })
  if (await isStored(bucket, name, sha256)) return 'copied'
  console.error(`${name}: what was stored is not what was sent`)
  await bucket.remove([name])
  return 'failed'
}

async function isStored(bucket: FileStore, name: string, sha256: string): Promise<boolean> {
  const found = await bucket.read(name)
  return found !== null && (await digestOf(found.stream)).sha256 === sha256
}

async function digestOf(stream: Readable): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256')
  let size = 0
  for await (const piece of stream as AsyncIterable<Buffer>) {
    hash.update(piece)
    size += piece.length
  }
  return { sha256: hash.digest('hex'), size }
}
