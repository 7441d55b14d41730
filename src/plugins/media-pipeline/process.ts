import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { fetchFile } from '../../database/files/fetch-file.ts'
import { mediaFiles } from '../../database/files/media-files.ts'
import type { FileStore } from '../../database/files/store.ts'
import {
  failProcessing,
  finishProcessing,
  startProcessing,
  writeProcessing,
  type KeptRendition,
} from '../../database/media/processing.ts'
import type { Examined, Made, MadeFile, Outcome } from '../../domain/media/made.ts'
import { mediaGroupOf, type MediaGroup } from '../../domain/media-types.ts'
import { JobRefused, type FailedJob, type JobGiven } from '../../hooks/job-handlers.ts'
import { longestProcessing, workFolder } from './work-folder.ts'

type Data = { mediaId: number }

const tasks: Record<MediaGroup, { task: string; megabytes: number } | null> = {
  image: { task: 'picture', megabytes: 1_536 },
  // Two encoders and a decoder of large pictures.
  video: { task: 'film', megabytes: 3_072 },
  audio: { task: 'sound', megabytes: 1_024 },
  // Looked at, and otherwise left as it is.
  document: null,
}

/**
 * Makes a file ready for the public: looks at it and works on it in the sandbox, puts what was made
 * beside the original, and writes all of it in one transaction. Done twice it leaves one set.
 */
export async function processMedia(given: JobGiven<Data>): Promise<void> {
  const { payload, data, finish } = given
  const file = await startProcessing({ payload }, data.mediaId)
  if (!file) return
  const files = await mediaFiles()
  const folder = await workFolder(files.folder)
  const kept: KeptRendition[] = []
  let written = false
  try {
    const source = await fetchFile(files, file.filename, { folder, signal: given.signal })
    if (source === null) throw new Error(`A file is not where files are: ${file.filename}`)
    const made = await workOn(given, { ...file, path: source, folder })
    for (const one of made.files) kept.push(await keep(files, one))
    let old: string[] = []
    await finish(async (req) => {
      old = await finishProcessing(req, file.id, { made, renditions: kept })
    })
    written = true
    await files.remove(old)
  } finally {
    if (!written) await files.remove(kept.map(({ fileName }) => fileName))
    await rm(folder, { recursive: true, force: true })
  }
}

/** The job failed for good: staff and whoever sent the file read why. */
export async function processingFailed({ req, data, words }: FailedJob): Promise<void> {
  await failProcessing(req, Number(data.mediaId), `${words.zh} / ${words.en}`)
}

type Source = { id: number; path: string; mimeType: string; bytes: number; folder: string }

async function workOn(
  { payload, sandbox, progress }: JobGiven<Data>,
  source: Source,
): Promise<Made> {
  const { path: file, mimeType, folder } = source
  const megabytesOfFile = source.bytes / 2 ** 20
  const examined = found(
    await sandbox.run<Outcome<Examined>>({
      task: 'examine',
      input: { path: file, claimed: mimeType },
      // The whole file is read, and a picture or document held in memory.
      limits: { seconds: 60 + Math.ceil(megabytesOfFile / 5), megabytes: 1_536 },
    }),
  )
  const group = mediaGroupOf(mimeType)
  const work = group && tasks[group]
  if (!work) return { ...examined, files: [], prints: [] }
  const tell = atMostEverySecond((share) => writeProcessing({ payload }, source.id, share))
  return found(
    await sandbox.run<Outcome<Made>>({
      task: work.task,
      input: { path: file, mimeType, folder },
      onProgress: (share) => {
        void progress(share)
        tell(share)
      },
      limits: {
        // Large films of a phone take some five times their length on two cores.
        seconds: Math.min(longestProcessing, 300 + (examined.durationSeconds ?? 0) * 10),
        megabytes: work.megabytes,
      },
    }),
  )
}

function found<T>(outcome: Outcome<T>): T {
  if ('refusal' in outcome) throw new JobRefused(outcome.refusal.words, outcome.refusal.code)
  return outcome.found
}

/** A finished file gets a name that nobody can guess, and its place beside the originals. */
async function keep(files: FileStore, made: MadeFile): Promise<KeptRendition> {
  const fileName = `${randomUUID()}${path.extname(made.path)}`
  await files.put(fileName, made.path, { type: made.mimeType, move: true })
  return { ...made, fileName }
}

function atMostEverySecond(write: (share: number) => Promise<void>): (share: number) => void {
  let last = -Infinity
  return (share) => {
    const now = performance.now()
    if (now - last < 1_000) return
    last = now
    // The next one says it, too.
    write(share).catch(() => {})
  }
}
