import './with-resolvers.ts'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { Frame } from 'node-av/lib'
import type { Made, MadeFile, MediaInput } from '../domain/media/made.ts'
import { waveformOf } from '../domain/media/waveform.ts'
import { examineFilm } from './examine-film.ts'
import { openMp4, soundEncoder, type Packets } from './film-encoding.ts'
import { openLoudness } from './loudness.ts'
import { packetsOf } from './measure-film.ts'
import { openFilm, ratioOf } from './open-film.ts'
import { refuse } from './refuse.ts'
import { drawWaveform } from './waveform-picture.ts'

/** Makes of a sound what the public gets: AAC of even loudness, and its waveform as numbers and picture. */
export async function makeSound(
  { path: source, mimeType, folder }: MediaInput,
  progress: (share: number) => void,
): Promise<Made> {
  const examined = await examineFilm({ path: source, mimeType, group: 'audio' })
  const { durationSeconds, soundSeconds, facts } = examined
  const film = await openFilm({ path: source, mimeType })
  try {
    const stream = film.sound
    if (!stream) return refuse('sound-no-sound')
    const sound = await openLoudness(stream, soundSeconds)
    const encoder = await soundEncoder()
    const file = path.join(folder, 'audio.m4a')
    const muxer = await openMp4(file)
    const track = muxer.addStream(encoder)
    const peaks: number[] = []
    const write = async (packets: Packets): Promise<void> => {
      for (const packet of packets) {
        await muxer.writePacket(packet, track)
        packet.free()
      }
    }
    const take = async (frames: Frame[]): Promise<void> => {
      for (const frame of frames) {
        peaks.push(peakOf(frame))
        const until = Number(frame.pts) * ratioOf(frame.timeBase)
        await write(await encoder.encodeAll(frame))
        frame.free()
        progress(Math.min(0.98, Math.max(0, until) / durationSeconds))
      }
    }
    for await (const packet of packetsOf(film)) {
      if (packet.streamIndex !== stream.index) continue
      await take(await sound.filter(await sound.decode(packet)))
    }
    await take(await sound.filter(await sound.decode(null)))
    await take(await sound.filter(null))
    if (peaks.length === 0) return refuse('film-damaged')
    await write(await encoder.encodeAll(null))
    await muxer.close()
    encoder.close()
    sound.close()
    const waveform = waveformOf(peaks)
    const picture = await drawWaveform(waveform, folder)
    const { size: bytes } = await stat(file)
    const made: MadeFile = {
      ...{ name: 'audio', path: file, mimeType: 'audio/mp4', bytes },
      ...{ width: null, height: null, durationSeconds },
    }
    progress(1)
    return {
      ...{ durationSeconds, width: null, height: null, facts: { ...facts, waveform } },
      ...{ files: [made, picture], prints: [] },
    }
  } finally {
    await film.demuxer.close()
  }
}

/** The loudest value of a frame of planar floats, 0 to 1. */
function peakOf(frame: Frame): number {
  const [plane] = frame.data ?? []
  if (!plane) return 0
  let most = 0
  for (let at = 0; at < frame.nbSamples; at++) {
    const value = Math.abs(plane.readFloatLE(at * 4))
    if (value > most) most = value
  }
  return Math.min(1, most)
}
