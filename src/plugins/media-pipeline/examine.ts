import { copyFile, link, open, rm } from 'node:fs/promises'
import type { PayloadRequest } from 'payload'
import { asParticipant } from '../../access/person.ts'
import {
  findUpload,
  markExamining,
  markReady,
  markRefused,
  type StoredUpload,
} from '../../database/uploads.ts'
import { fetchUpload, removeUpload } from '../../database/upload-files.ts'
import type { Examined, Outcome } from '../../domain/media/made.ts'
import { mediaGroups } from '../../domain/media-types.ts'
import { words, type Words } from '../../domain/words.ts'
import { environment } from '../../environment.ts'
import type { FailedJob, JobGiven } from '../../hooks/job-handlers.ts'
import { Refusal } from '../../hooks/refuse.ts'
import { workFolder } from './work-folder.ts'

type Data = { upload: string }

/** Why a file was taken away that had arrived: its bytes are no longer there. */
const lost = words('文件已丢失，请重新上传', 'The file was lost, send it again')

/** Looks at a file that has arrived, in the sandbox, and makes a media row of it or says why not. */
export async function examineUpload(given: JobGiven<Data>): Promise<void> {
  const { payload, data, finish, signal } = given
  const upload = await findUpload(payload, data.upload)
  if (!upload) return
  const refuse = async (why: Words) => {
    await finish((req) => markRefused(req, upload.id, why))
    await removeUpload(payload, upload.id)
  }
  // Written by a try that ended before it could clear up behind itself.
  if (upload.state === 'ready' || upload.state === 'refused') {
    return removeUpload(payload, upload.id)
  }
  if (upload.gone) return refuse(words('身份已注销', 'The identity was erased'))
  let scratch: string | undefined
  const folder = async () => (scratch ??= await workFolder())
  try {
    const file = await fetchUpload(payload, upload, { folder, signal })
    if (file === null) return await refuse(lost)
    await markExamining(payload, upload.id)
    const why = await lookAndMake(given, upload, file)
    if (why) return await refuse(why)
  } finally {
    if (scratch) await rm(scratch, { recursive: true, force: true })
  }
  await removeUpload(payload, upload.id)
}

/** Makes a media row of a file that is what it says it is; else says why not. */
async function lookAndMake(
  { sandbox, progress, finish }: JobGiven<Data>,
  upload: StoredUpload,
  file: string,
): Promise<Words | null> {
  const size = upload.bytes
  const looked = await sandbox.run<Outcome<Examined>>({
    task: 'examine',
    input: { path: file, claimed: mediaGroups[upload.group].mimeTypes[0] },
    onProgress: (share) => void progress(share),
    limits: { seconds: 60 + Math.ceil(size / (5 * 2 ** 20)) },
  })
  if ('refusal' in looked) return looked.refusal.words

  const work = await workingCopy(file, upload)
  try {
    await settle(work)
    await finish(async (req) => {
      const { mimeType } = looked.found
      const mediaId = await createMedia(req, upload, { work, size, mimeType })
      if (!(await markReady(req, upload.id, mediaId)))
        throw new Error('The upload had ended before')
    })
    return null
  } catch (error) {
    // What Payload's own check refuses is refused; all else may go better next time.
    if (!(error instanceof Refusal)) throw error
    return splitWords(error.message)
  } finally {
    await rm(work, { force: true })
  }
}

/** The job failed for good: the person hears of it, the sweeper takes the file. */
export async function refuseUpload({ req, data, words: why }: FailedJob): Promise<void> {
  await markRefused(req, (data as Data).upload, why)
}

async function createMedia(
  req: PayloadRequest,
  { participant, cameFrom, fileName }: StoredUpload,
  { work, size, mimeType }: { work: string; size: number; mimeType: string },
): Promise<number> {
  const user = asParticipant({ id: participant, cameFrom })
  req.user = user
  req.context.linkFrom = work
  const { id } = await req.payload.create({
    collection: 'media',
    data: {},
    file: {
      name: fileName,
      data: Buffer.alloc(0),
      mimetype: mimeType,
      size,
      tempFilePath: work,
    } as never,
    depth: 0,
    overrideAccess: false,
    user,
    req,
  })
  return id
}

/**
 * A second name for the file that Payload may move or remove while the first stays until all is
 * written. A picture is copied: it may be written anew under this name (HEIC becomes JPEG).
 */
async function workingCopy(file: string, { group }: StoredUpload): Promise<string> {
  const work = `${file}.work`
  await rm(work, { force: true })
  if (group === 'image') await copyFile(file, work)
  else await link(file, work).catch(() => copyFile(file, work))
  return work
}

/** On the disk, not on its way there: no row outlives its bytes when a machine loses its power. */
async function settle(file: string): Promise<void> {
  if (environment().s3) return
  const handle = await open(file, 'r+')
  try {
    await handle.datasync()
  } finally {
    await handle.close()
  }
}

function splitWords(message: string): Words {
  const [zh = message, en = message] = message.split(' / ')
  return { zh, en }
}
