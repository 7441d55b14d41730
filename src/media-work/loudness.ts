import { Decoder, FilterAPI } from 'node-av/api'
import type { Frame, Packet, Stream } from 'node-av/lib'
import { loudness, soundSampleRate } from '../domain/media/renditions.ts'
import { threads } from './film-encoding.ts'

/** Decodes a sound and brings it to the loudness of all that is published. */
export type Loudness = {
  /** null: there is no more. */
  decode: (packet: Packet | null) => Promise<Frame[]>
  /** Frees what it is given. null: there is no more. */
  filter: (frames: Frame[] | null) => Promise<Frame[]>
  close: () => void
}

// In one pass: the filter follows the sound instead of hearing it twice. It works at 192 kHz.
const { integrated, truePeak, range } = loudness
const levelled = `loudnorm=I=${integrated}:TP=${truePeak}:LRA=${range}`
const plain = `aresample=${soundSampleRate},aformat=sample_fmts=fltp:channel_layouts=stereo`

/** Loudness is heard over three seconds; of less the filter knows none, and of silence makes no numbers. */
const leastSeconds = 3.1

/** @param seconds how long the sound is; a very short one is left as loud as it is */
export async function openLoudness(stream: Stream, seconds: number): Promise<Loudness> {
  const decoder = await Decoder.create(stream, { threadCount: threads, exitOnError: false })
  // A phone call may come in between mono and stereo.
  const description = seconds < leastSeconds ? plain : `${levelled},${plain}`
  const filter = FilterAPI.create(description, { allowReinit: true })
  return {
    decode: (packet) => decoder.decodeAll(packet),
    async filter(frames) {
      const done: Frame[] = []
      if (frames === null) {
        for await (const frame of filter.flushFrames()) done.push(frame)
        return done
      }
      for (const frame of frames) {
        done.push(...(await filter.processAll(frame)))
        frame.free()
      }
      return done
    },
    close: () => {
      filter.close()
      decoder.close()
    },
  }
}
