import { createReadStream } from 'node:fs'
import { foreignIn, foreignOverlap } from '../domain/media/foreign-data.ts'
import type { Examined } from '../domain/media/made.ts'
import { openPicture } from './decode-picture.ts'
import { picturesOwnFacts } from './picture-facts.ts'
import { refuse } from './refuse.ts'

/** Whether a picture is a single whole still with nothing else inside. Every pixel is decoded. */
export async function examinePicture(given: { path: string; mimeType: string }): Promise<Examined> {
  await checkForeignData(given.path)
  const picture = await openPicture(given)
  const { width = 0, height = 0, orientation = 1 } = await picture.metadata()
  const lies = orientation >= 5
  return {
    ...{ mimeType: given.mimeType, durationSeconds: null },
    ...{ width: lies ? height : width, height: lies ? width : height },
    facts: await picturesOwnFacts(given.path),
  }
}

async function checkForeignData(path: string): Promise<void> {
  let tail = ''
  for await (const chunk of createReadStream(path, { highWaterMark: 4 * 2 ** 20 })) {
    const text = tail + (chunk as Buffer).toString('latin1')
    const what = foreignIn(text)
    if (what) refuse('foreign-data', { is: `${what.zh} / ${what.en}` })
    tail = text.slice(-foreignOverlap)
  }
}
