import { buffer } from 'node:stream/consumers'
import type { Payload } from 'payload'
import { forgetChecks } from '../../database/content-safety/checks.ts'
import { storeVerdicts } from '../../database/content-safety/verdicts.ts'
import { mediaFiles } from '../../database/files/media-files.ts'
import { JobRefused, type JobHandler } from '../../hooks/job-handlers.ts'
import { workIn } from './check-words.ts'
import { OutsideRefused, type OutsideCheck, type OutsideInput } from './outside.ts'
import { readWork, type WorkFile } from './read-texts.ts'

/** Most pictures of one work that are sent. */
const mostPictures = 12

/** A job that asks the outside service about a work and keeps what it says. */
export function checkOutside(ask: OutsideCheck, service: string): JobHandler {
  return async ({ payload, data, finish, signal }) => {
    const work = workIn(data)
    const read = await readWork(payload, work)
    if (!read) return finish((req) => forgetChecks(req, work))
    const pictures = await picturesOf(payload, read.files)
    try {
      const verdicts = await ask({ texts: read.texts, pictures }, signal)
      await finish((req) =>
        storeVerdicts(
          req,
          work,
          verdicts.map((verdict) => ({ ...verdict, service })),
        ),
      )
    } catch (error) {
      if (!(error instanceof OutsideRefused)) throw error
      const words = {
        zh: '外部检测服务不接受这件作品',
        en: 'The checking service does not take it',
      }
      throw new JobRefused(words, 'outside-refused')
    }
  }
}

async function picturesOf(payload: Payload, files: WorkFile[]): Promise<OutsideInput['pictures']> {
  const pictures: OutsideInput['pictures'] = []
  const counts = new Map<string, number>()
  for (const { mediaId, path: field, mimeType } of files) {
    const index = counts.get(field) ?? 0
    counts.set(field, index + 1)
    if (!mimeType.startsWith('image/') || pictures.length === mostPictures) continue
    const { sizes } = await payload.findByID({ collection: 'media', id: mediaId, depth: 0 })
    const copy = sizes?.card?.filename
    if (!copy) continue
    const found = await (await mediaFiles()).read(copy)
    if (!found) throw new Error(`A file is not where files are: ${copy}`)
    const bytes = await buffer(found.stream)
    pictures.push({
      path: `${field}.${index}`,
      mediaId,
      mimeType: sizes.card?.mimeType ?? 'image/webp',
      data: bytes.toString('base64'),
    })
  }
  return pictures
}
