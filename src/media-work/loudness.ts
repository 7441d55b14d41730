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
const description = [
  `loudnorm=I=${integrated}:TP=${truePeak}:LRA=${range}`,
  `aresample=${soundSampleRate}`,
  'aformat=sample_fmts=fltp:channel_layouts=stereo',
].join(',')

export async function openLoudness(stream: Stream): Promise<Loudness> {
  const decoder = await Decoder.create(stream, { threadCount: threads, exitOnError: false })
  // A phone call may come in between mono and stereo.
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
