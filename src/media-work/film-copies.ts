import path from 'node:path'
import { FilterAPI, type Encoder } from 'node-av/api'
import type { Frame } from 'node-av/lib'
import type { FilmCopy } from '../domain/media/renditions.ts'
import { openFilmWriter, soundEncoder, threads, type Packets } from './film-encoding.ts'
import { scaleFilter } from './film-filters.ts'

/** All copies of a film, written side by side. */
export type FilmCopies = {
  /** An upright picture of the largest copy's size; times must rise. The caller keeps and frees it. */
  picture: (frame: Frame) => Promise<void>
  /** Frees what it is given; null: there is no more. */
  sound: (frames: Frame[] | null) => Promise<void>
  /** Writes what is still on its way and closes the files. */
  finish: () => Promise<void>
}

export const copyFile = (folder: string, { name }: FilmCopy): string =>
  path.join(folder, `${name}.mp4`)

/** The pictures of the smaller copy are made of the larger one's; the sound is encoded once for both. */
export async function openFilmCopies(given: {
  folder: string
  copies: readonly FilmCopy[]
  frameRate: number
  hasSound: boolean
}): Promise<FilmCopies> {
  const { folder, copies, frameRate, hasSound } = given
  const encoder: Encoder | null = hasSound ? await soundEncoder() : null
  const writers = await Promise.all(
    copies.map((copy) =>
      openFilmWriter({ path: copyFile(folder, copy), frameRate, sound: encoder }),
    ),
  )
  const [first, second] = writers
  const small = copies[1] ? FilterAPI.create(scaleFilter(copies[1]), { threads }) : null

  const spread = async (packets: Packets): Promise<void> => {
    const clones = second ? packets.map((packet) => packet.clone()!) : []
    await Promise.all([first!.sound(packets), second?.sound(clones)])
  }
  const showSmall = async (frames: Frame[]): Promise<void> => {
    for (const frame of frames) {
      await second!.picture(frame)
      frame.free()
    }
  }
  return {
    async picture(frame) {
      const other = small ? frame.clone() : null
      await Promise.all([first!.picture(frame), other && small!.processAll(other).then(showSmall)])
      other?.free()
    },
    async sound(frames) {
      for (const frame of frames ?? [null]) {
        await spread(await encoder!.encodeAll(frame))
        frame?.free()
      }
    },
    async finish() {
      const rest: Frame[] = []
      if (small) for await (const frame of small.flushFrames()) rest.push(frame)
      await showSmall(rest)
      for (const writer of writers) await writer.close()
      encoder?.close()
      small?.close()
    },
  }
}
