import path from 'node:path'
import { stat } from 'node:fs/promises'
import { FilterAPI } from 'node-av/api'
import type { Frame } from 'node-av/lib'
import sharp from 'sharp'
import type { Size } from '../domain/media/display.ts'
import type { MadeFile, Print } from '../domain/media/made.ts'
import { printOf, printSide } from '../domain/media/print.ts'
import { posterSize } from '../domain/media/renditions.ts'

const printCount = 8

/** Where in a film a poster is looked for, in this order; films fade in from black. */
const posterPlaces = [0.1, 0.2, 0.35, 0.5, 0.7]

export type FilmStills = {
  /** Shown every picture of the film once, in order, with its time in seconds. */
  see: (frame: Frame, at: number) => Promise<void>
  finish: (folder: string) => Promise<{ poster: MadeFile; prints: Print[] }>
}

/** Picks a poster and prints eight pictures of a film while it goes by. */
export function filmStills(film: { durationSeconds: number; display: Size }): FilmStills {
  const { durationSeconds, display } = film
  const grey = FilterAPI.create(`scale=${printSide}:${printSide}:flags=area,format=gray`)
  const wanted = Array.from(
    { length: printCount },
    (_, frame) => ((frame + 0.5) / printCount) * durationSeconds,
  )
  const places = posterPlaces.map((share) => share * durationSeconds)
  const prints: Print[] = []
  let best: { frame: Frame; worth: number } | null = null
  let nextPrint = 0
  let nextPlace = 0

  const keep = (frame: Frame, worth: number): void => {
    best?.frame.free()
    best = { frame: frame.clone()!, worth }
  }
  return {
    async see(frame, at) {
      const forPrint = nextPrint < wanted.length && at >= wanted[nextPrint]!
      const forPoster =
        !best || (nextPlace < places.length && at >= places[nextPlace]! && best.worth < enough)
      if (!forPrint && !forPoster) return
      const values = await greyOf(grey, frame)
      if (forPrint) {
        const hash = printOf(values)
        if (hash !== null) prints.push({ frame: nextPrint, hash })
        while (nextPrint < wanted.length && at >= wanted[nextPrint]!) nextPrint += 1
      }
      if (forPoster) {
        const worth = worthOf(values)
        // The very first picture stands in until there is a better one.
        if (!best || worth > best.worth) keep(frame, worth)
        while (nextPlace < places.length && at >= places[nextPlace]!) nextPlace += 1
      }
    },
    async finish(folder) {
      grey.close()
      const { width, height } = posterSize(display)
      const toRgb = FilterAPI.create(`scale=${width}:${height}:flags=bicubic,format=rgb24`)
      const [still] = await toRgb.processAll(best!.frame)
      const raw = { width, height, channels: 3 as const }
      const file = path.join(folder, 'poster.webp')
      await sharp(still!.toBuffer(), { raw }).webp({ quality: 80 }).toFile(file)
      still!.free()
      best!.frame.free()
      toRgb.close()
      const { size: bytes } = await stat(file)
      const made = { name: 'poster' as const, path: file, mimeType: 'image/webp', bytes }
      return { poster: { ...made, width, height, durationSeconds: null }, prints }
    },
  }
}

async function greyOf(filter: FilterAPI, frame: Frame): Promise<Uint8Array> {
  const input = frame.clone()!
  const [small] = await filter.processAll(input)
  input.free()
  const values = new Uint8Array(small!.toBuffer())
  small!.free()
  return values
}

/** A spread of light and dark that makes a poster; a black, white or even picture has less. */
const enough = 20

function worthOf(values: Uint8Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const spread = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
  return Math.sqrt(spread)
}
