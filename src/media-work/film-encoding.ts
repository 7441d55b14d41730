import './with-resolvers.ts'
import { Encoder, Muxer } from 'node-av/api'
import { FF_ENCODER_AAC, FF_ENCODER_LIBX264 } from 'node-av/constants'
import { Rational, type Frame } from 'node-av/lib'
import { soundBitRate } from '../domain/media/renditions.ts'

export type Packets = Awaited<ReturnType<Encoder['encodeAll']>>

/** Threads of one decoder or encoder. */
export const threads = 2

// Constant quality; a key picture every two seconds at most, so that jumping about is quick.
export const pictureOptions = { preset: 'veryfast', crf: '23' } as const
export const keyPictureSeconds = 2

/** A copy of a film that is being written: takes its pictures and sound, frame by frame. */
export type FilmWriter = {
  picture: (frame: Frame) => Promise<void>
  /** Frees what it is given. */
  sound: (packets: Packets) => Promise<void>
  close: () => Promise<void>
}

/** An MP4 with its index first, so that a player starts before it has the whole; says nothing of its origin. */
export function openMp4(path: string): Promise<Muxer> {
  const options = { movflags: 'faststart', fflags: 'bitexact' }
  return Muxer.open(path, { format: 'mp4', options: options as never })
}

export function soundEncoder(): Promise<Encoder> {
  return Encoder.create(FF_ENCODER_AAC, { bitrate: soundBitRate } as never) as Promise<Encoder>
}

export async function openFilmWriter(given: {
  path: string
  frameRate: number
  sound: Encoder | null
}): Promise<FilmWriter> {
  const { path, frameRate, sound } = given
  const encoder = (await Encoder.create(FF_ENCODER_LIBX264, {
    options: pictureOptions,
    threadCount: threads,
    gopSize: Math.max(1, Math.round((frameRate || 25) * keyPictureSeconds)),
    // Phones change their rate while they film: the times of the pictures are kept as they are.
    configure: (context: { timeBase: Rational }) => {
      context.timeBase = new Rational(1, 90_000)
    },
  } as never)) as Encoder
  const muxer = await openMp4(path)
  const pictureStream = muxer.addStream(encoder)
  const soundStream = sound ? muxer.addStream(sound) : -1
  const write = async (packets: Packets, stream: number): Promise<void> => {
    for (const packet of packets) {
      await muxer.writePacket(packet, stream)
      packet.free()
    }
  }
  return {
    picture: async (frame) => write(await encoder.encodeAll(frame), pictureStream),
    sound: (packets) => write(packets, soundStream),
    close: async () => {
      await write(await encoder.encodeAll(null), pictureStream)
      await muxer.close()
      encoder.close()
    },
  }
}
