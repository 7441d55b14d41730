import './with-resolvers.ts'
import { stat } from 'node:fs/promises'
import { Decoder, FilterAPI } from 'node-av/api'
import type { Frame, Stream } from 'node-av/lib'
import type { Made, MadeFile, MediaInput } from '../domain/media/made.ts'
import { filmCopies, type FilmCopy } from '../domain/media/renditions.ts'
import { examineFilm } from './examine-film.ts'
import { copyFile, openFilmCopies } from './film-copies.ts'
import { threads } from './film-encoding.ts'
import { baseFilter } from './film-filters.ts'
import { filmStills } from './film-stills.ts'
import { openLoudness } from './loudness.ts'
import { packetsOf } from './measure-film.ts'
import { looksOf, openFilm, ratioOf, type Looks } from './open-film.ts'
import { refuse } from './refuse.ts'

/**
 * Makes of a film what the public gets: MP4s in one or two sizes, a poster, and prints of eight of its
 * pictures. The film is decoded once.
 */
export async function makeFilm(
  { path, mimeType, folder }: MediaInput,
  progress: (share: number) => void,
): Promise<Made> {
  const examined = await examineFilm({ path, mimeType, group: 'video' })
  const { durationSeconds, pictures, soundSeconds, facts } = examined
  const film = await openFilm({ path, mimeType })
  try {
    const picture = film.picture
    if (!picture) return refuse('film-no-picture')
    const looks = looksOf(picture)
    const sizes = filmCopies(looks)
    const sound = film.sound ? await openLoudness(film.sound, soundSeconds) : null
    const { frameRate } = looks
    const copies = await openFilmCopies({ folder, copies: sizes, frameRate, hasSound: !!sound })
    const stills = filmStills({ durationSeconds, display: looks })
    const show = async (frame: Frame, at: number): Promise<void> => {
      await stills.see(frame, at)
      await copies.picture(frame)
    }
    const shown = await openPictures({ stream: picture, looks, size: sizes[0]!, show })

    // While a picture is encoded the next one is decoded.
    let encoding = Promise.resolve()
    for await (const packet of packetsOf(film)) {
      if (packet.streamIndex === picture.index) {
        const frames = await shown.decode(packet)
        await encoding
        encoding = shown.through(frames)
        // Heard of when it is waited for.
        encoding.catch(() => {})
        progress(Math.min(0.98, shown.until() / durationSeconds))
      } else if (sound && packet.streamIndex === film.sound!.index) {
        await copies.sound(await sound.filter(await sound.decode(packet)))
      }
    }
    await encoding
    await shown.finish()
    if (sound) {
      await copies.sound(await sound.filter(await sound.decode(null)))
      await copies.sound(await sound.filter(null))
      await copies.sound(null)
      sound.close()
    }
    await copies.finish()
    // A few pictures that cannot be decoded are a scratch; many of them are a wreck.
    if (shown.count() < Math.max(1, pictures * 0.5)) return refuse('film-damaged')
    const { poster, prints } = await stills.finish(folder)
    const films = await Promise.all(sizes.map((copy) => madeFilm(folder, copy, durationSeconds)))
    const { width, height } = looks
    progress(1)
    return { durationSeconds, width, height, facts, files: [...films, poster], prints }
  } finally {
    await film.demuxer.close()
  }
}

/** From packets to upright pictures; of two for one moment the second is left out: no encoder takes it. */
async function openPictures(given: {
  stream: Stream
  looks: Looks
  size: FilmCopy
  show: (frame: Frame, at: number) => Promise<void>
}) {
  const decoder = await Decoder.create(given.stream, { threadCount: threads, exitOnError: false })
  const filter = FilterAPI.create(baseFilter(given), { threads, allowReinit: true })
  let count = 0
  let last = -Infinity
  const pass = async (frame: Frame): Promise<void> => {
    const at = Number(frame.pts) * ratioOf(frame.timeBase)
    if (at > last) {
      last = at
      count += 1
      await given.show(frame, at)
    }
    frame.free()
  }
  const through = async (frames: Frame[]): Promise<void> => {
    for (const frame of frames) {
      for (const upright of await filter.processAll(frame)) await pass(upright)
      frame.free()
    }
  }
  return {
    decode: (packet: Parameters<Decoder['decodeAll']>[0]) => decoder.decodeAll(packet),
    through,
    async finish() {
      await through(await decoder.decodeAll(null))
      for await (const rest of filter.flushFrames()) await pass(rest)
      filter.close()
      decoder.close()
    },
    count: () => count,
    /** The time of the last picture, in seconds. */
    until: () => Math.max(0, last),
  }
}

async function madeFilm(
  folder: string,
  copy: FilmCopy,
  durationSeconds: number,
): Promise<MadeFile> {
  const path = copyFile(folder, copy)
  const { size: bytes } = await stat(path)
  const { name, width, height } = copy
  return { name, path, mimeType: 'video/mp4', bytes, width, height, durationSeconds }
}
