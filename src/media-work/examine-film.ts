import { formatDuration } from '../domain/characters.ts'
import { mediaBounds } from '../domain/media/bounds.ts'
import type { Examined } from '../domain/media/made.ts'
import { isHdr } from './film-filters.ts'
import { measureFilm } from './measure-film.ts'
import { openFilm } from './open-film.ts'
import { refuse } from './refuse.ts'

type ExaminedFilm = Examined & {
  durationSeconds: number
  /** How many there are. */
  pictures: number
  soundSeconds: number
}

/** Whether a film or sound is whole and within bounds, and what it is: every packet is read, none decoded. */
export async function examineFilm(given: {
  path: string
  mimeType: string
  group: 'video' | 'audio'
}): Promise<ExaminedFilm> {
  const { path, mimeType, group } = given
  const film = await openFilm({ path, mimeType })
  try {
    if (group === 'video' && !film.picture) return refuse('film-no-picture')
    if (group === 'audio' && !film.sound) return refuse('sound-no-sound')
    if (group === 'audio') film.picture = null
    const { durationSeconds, bytes, looks, sound, pictures } = await measureFilm(path, film)
    if (durationSeconds <= 0) return refuse('film-no-length')
    if (durationSeconds > mediaBounds.filmSeconds) {
      const limit = formatDuration(mediaBounds.filmSeconds)
      return refuse('film-too-long', { is: formatDuration(Math.floor(durationSeconds)), limit })
    }
    if (looks) checkSize(looks)
    return {
      ...{ mimeType, durationSeconds, pictures, soundSeconds: sound?.seconds ?? 0 },
      ...{ width: looks?.width ?? null, height: looks?.height ?? null },
      facts: {
        container: film.demuxer.formatName,
        bitRate: Math.round((bytes * 8) / durationSeconds),
        ...(looks && {
          videoCodec: looks.codec,
          frameRate: Math.round(looks.frameRate * 100) / 100,
          rotation: looks.turn,
          hdr: isHdr(film.picture!),
        }),
        ...(sound && {
          audioCodec: sound.codec,
          channels: sound.channels,
          sampleRate: sound.sampleRate,
        }),
      },
    }
  } finally {
    await film.demuxer.close()
  }
}

function checkSize({ width, height }: { width: number; height: number }): void {
  const { shortestSide, longestFilmSide, filmPixels } = mediaBounds
  const tooSmall = Math.min(width, height) < shortestSide
  const tooLarge = Math.max(width, height) > longestFilmSide || width * height > filmPixels
  if (!tooSmall && !tooLarge) return
  refuse('film-too-large', {
    is: `${width}×${height}`,
    limit: `${shortestSide}–${longestFilmSide}`,
  })
}
