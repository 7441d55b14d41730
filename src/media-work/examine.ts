import { stat } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import type { Examined } from '../domain/media/made.ts'
import { mediaGroupOf, mediaGroups, type MediaGroup } from '../domain/media-types.ts'
import { examineDocx } from './examine-docx.ts'
import { examineFilm } from './examine-film.ts'
import { examinePdf } from './examine-pdf.ts'
import { examinePicture } from './examine-picture.ts'
import { refuse } from './refuse.ts'

/** `claimed` is the type that whoever sent the file says it has; null where nothing is said. */
export type ExamineInput = { path: string; claimed: string | null }

type Given = { path: string; mimeType: string }

const examiners: Record<MediaGroup, (given: Given) => Promise<Examined>> = {
  image: examinePicture,
  video: (given) => examineFilm({ ...given, group: 'video' }).then(withoutCount),
  audio: (given) => examineFilm({ ...given, group: 'audio' }).then(withoutCount),
  document: ({ path, mimeType }) =>
    mimeType === 'application/pdf' ? examinePdf(path) : examineDocx(path),
}

/** What a file really is, by its content, and whether it is whole and safe to keep. */
export async function examine({ path, claimed }: ExamineInput): Promise<Examined> {
  const { size } = await stat(path)
  if (size === 0) return refuse('file-empty')
  const mimeType = await typeOf(path)
  const group = mimeType === null ? null : mediaGroupOf(mimeType)
  if (mimeType === null || group === null) return refuse('file-type', { is: mimeType ?? undefined })
  const said = claimed === null ? null : mediaGroupOf(claimed.split(';')[0]!.trim().toLowerCase())
  if (said !== null && said !== group) {
    const [is, limit] = [mediaGroups[group], mediaGroups[said]].map(({ label }) => label)
    return refuse('file-not-what-it-claims', {
      is: `${is!.zh} / ${is!.en}`,
      limit: `${limit!.zh} / ${limit!.en}`,
    })
  }
  const { maxBytes } = mediaGroups[group]
  if (size > maxBytes) {
    const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(1)
    return refuse('file-size', { is: megabytes(size), limit: megabytes(maxBytes) })
  }
  return examiners[group]({ path, mimeType })
}

async function typeOf(path: string): Promise<string | null> {
  try {
    // `audio/ogg; codecs=opus` is audio/ogg.
    return (await fileTypeFromFile(path))?.mime.split(';')[0] ?? null
  } catch {
    // Some broken files break the search for their type, too.
    return null
  }
}

const withoutCount = (film: Awaited<ReturnType<typeof examineFilm>>): Examined => {
  const { pictures: _, soundSeconds: __, ...examined } = film
  return examined
}
