import { readFile } from 'node:fs/promises'
import exifr from 'exifr'

const wanted = ['Make', 'Model', 'DateTimeOriginal', 'OffsetTimeOriginal', 'GPSLatitude']

/**
 * What a picture says of how it was taken, for staff: time and camera. Of the place only that there is
 * one: nobody here needs to know where somebody lives.
 */
export async function picturesOwnFacts(path: string): Promise<Record<string, unknown>> {
  const exif = await readExif(path)
  if (!exif) return {}
  const takenAt = takenAtOf(exif)
  const camera = [exif.Make, exif.Model].map(plainText).filter(Boolean).join(' ')
  return {
    ...(takenAt && { takenAt }),
    ...(camera && { camera }),
    hasPlace: exif.GPSLatitude !== undefined,
  }
}

async function readExif(path: string): Promise<Record<string, unknown> | null> {
  const options = { pick: wanted, gps: true, reviveValues: false, translateValues: false }
  try {
    // Nothing, where it has none or the format knows none.
    return (await exifr.parse(await readFile(path), options)) ?? null
  } catch {
    return null
  }
}

/** `2022:05:01 08:30:00` as cameras write it → `2022-05-01T08:30:00`, with the offset where it is known. */
function takenAtOf(exif: Record<string, unknown>): string | null {
  const found = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/.exec(plainText(exif.DateTimeOriginal))
  if (!found || found[1] === '0000') return null
  const offset = /^[+-]\d\d:\d\d$/.exec(plainText(exif.OffsetTimeOriginal))?.[0] ?? ''
  return `${found[1]}-${found[2]}-${found[3]}T${found[4]}${offset}`
}

function plainText(value: unknown): string {
  if (typeof value !== 'string') return ''
  return value
    .replace(/\p{Cc}/gu, '')
    .trim()
    .slice(0, 80)
}
