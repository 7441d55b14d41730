import './with-resolvers.ts'
import { Demuxer } from 'node-av/api'
import {
  AV_CODEC_ID_NONE,
  AV_DISPOSITION_ATTACHED_PIC,
  AV_LOG_FATAL,
  AV_PKT_DATA_DISPLAYMATRIX,
  AVMEDIA_TYPE_AUDIO,
  AVMEDIA_TYPE_VIDEO,
} from 'node-av/constants'
import { avGetCodecName, Codec, Log, type Stream } from 'node-av/lib'
import { demuxerOf } from '../domain/media/bounds.ts'
import { displaySize, isMirrored, turnOf, type Size, type Turn } from '../domain/media/display.ts'
import { checkBoxes } from './iso-boxes.ts'
import { refuse } from './refuse.ts'

// What FFmpeg has to say of strange files is no news to the operator's log.
Log.setLevel(AV_LOG_FATAL)

/** An opened file and the streams of it that are looked at. */
export type Film = { demuxer: Demuxer; picture: Stream | null; sound: Stream | null }

/**
 * Opens a film or sound with the reader of its type; nothing but this one file is ever read. Refuses
 * what is cut off or has no codec that is known.
 */
export async function openFilm({
  path,
  mimeType,
}: {
  path: string
  mimeType: string
}): Promise<Film> {
  const format = demuxerOf[mimeType]
  if (!format) return refuse('file-type', { is: mimeType })
  const options = { protocol_whitelist: 'file' }
  if (format === 'mov') await checkBoxes(path)
  let demuxer: Demuxer
  try {
    demuxer = await Demuxer.open(path, { format, options: options as never })
  } catch {
    return refuse('film-damaged')
  }
  const usable = demuxer.streams.filter(
    // The cover of a sound is kept as a stream of one picture.
    ({ disposition }) => (disposition & AV_DISPOSITION_ATTACHED_PIC) === 0,
  )
  try {
    return {
      demuxer,
      picture: decodable(usable, AVMEDIA_TYPE_VIDEO),
      sound: decodable(usable, AVMEDIA_TYPE_AUDIO),
    }
  } catch (error) {
    await demuxer.close()
    throw error
  }
}

// Phones put a second sound beside the usual one, in a codec of their own.
function decodable(streams: readonly Stream[], type: number): Stream | null {
  const all = streams.filter(({ codecpar }) => codecpar.codecType === type)
  const found = all.find(({ codecpar }) => Codec.findDecoder(codecpar.codecId))
  return found ?? (all[0] ? refuse('film-codec', { is: codecName(all[0]) }) : null)
}

export type Looks = Size & { turn: Turn; mirrored: boolean; frameRate: number; codec: string }

/** How a film's picture is to be shown. */
export function looksOf(stream: Stream): Looks {
  const { codecpar } = stream
  const matrix = matrixOf(stream)
  const own = ratioOf(codecpar.sampleAspectRatio)
  const turn = turnOf(matrix)
  return {
    ...displaySize({
      ...{ width: codecpar.width, height: codecpar.height, turn },
      pixelRatio: ratioOf(stream.sampleAspectRatio) || own,
    }),
    turn,
    mirrored: isMirrored(matrix),
    frameRate: ratioOf(stream.avgFrameRate) || ratioOf(stream.rFrameRate),
    codec: codecName(stream),
  }
}

export function codecName({ codecpar }: Stream): string {
  return codecpar.codecId === AV_CODEC_ID_NONE
    ? 'unknown'
    : (avGetCodecName(codecpar.codecId) ?? 'unknown')
}

export const ratioOf = ({ num, den }: { num: number; den: number }): number =>
  den === 0 ? 0 : num / den

function matrixOf({ codecpar }: Stream): number[] | null {
  const bytes = codecpar.getCodedSideData(AV_PKT_DATA_DISPLAYMATRIX)
  if (!bytes || bytes.length < 36) return null
  return Array.from({ length: 9 }, (_, index) => bytes.readInt32LE(index * 4))
}
