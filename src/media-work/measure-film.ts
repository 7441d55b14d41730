import { stat } from 'node:fs/promises'
import { Packet } from 'node-av/lib'
import { codecName, looksOf, ratioOf, type Film, type Looks } from './open-film.ts'
import { refuse } from './refuse.ts'

/** What a film or sound says of itself and what its packets say; nothing is decoded. */
export type Measured = {
  durationSeconds: number
  bytes: number
  looks: Looks | null
  pictures: number
  sound: { codec: string; channels: number; sampleRate: number; seconds: number } | null
}

/** Reads every packet of a film: how long it really is, and whether it goes on to its end. */
export async function measureFilm(path: string, film: Film): Promise<Measured> {
  const { demuxer, picture, sound } = film
  const { size: bytes } = await stat(path)
  const streams = [picture, sound].filter((stream) => stream !== null)
  const spans = new Map(
    streams.map(({ index }) => [index, { from: Infinity, to: -Infinity, count: 0 }]),
  )
  for await (const packet of packetsOf(film)) {
    const span = spans.get(packet.streamIndex)
    if (!span) continue
    const unit = ratioOf(demuxer.streams[packet.streamIndex]!.timeBase)
    const at = timeOf(packet, unit)
    if (at !== null) {
      span.from = Math.min(span.from, at)
      span.to = Math.max(span.to, at + Number(packet.duration) * unit)
    }
    if (packet.size > 0) span.count += 1
  }
  const seen = [...spans.values()].filter(({ count }) => count > 0)
  if (seen.length === 0) return refuse('film-damaged')
  const durationSeconds = Math.max(...seen.map(lengthOf))
  // What the head promises and the packets do not keep was cut off.
  const promised = demuxer.duration
  if (promised - durationSeconds > Math.max(1, promised * 0.02)) return refuse('film-damaged')
  return {
    durationSeconds: Math.round(durationSeconds * 1000) / 1000,
    bytes,
    looks: picture ? looksOf(picture) : null,
    pictures: picture ? (spans.get(picture.index)?.count ?? 0) : 0,
    sound: sound
      ? {
          codec: codecName(sound),
          channels: sound.codecpar.channels,
          sampleRate: sound.codecpar.sampleRate,
          seconds: lengthOf(spans.get(sound.index)!),
        }
      : null,
  }
}

/** The packets of a film in their order. Each is gone once the next one is asked for. */
export async function* packetsOf({ demuxer }: Film): AsyncGenerator<Packet> {
  const context = demuxer.getFormatContext()
  using packet = new Packet()
  packet.alloc()
  while ((await context.readFrame(packet)) >= 0) {
    packet.timeBase = demuxer.streams[packet.streamIndex]!.timeBase
    yield packet
    packet.unref()
  }
}

const lengthOf = ({ from, to }: { from: number; to: number }): number =>
  Number.isFinite(to - from) ? to - from : 0

const unknownTime = -(2n ** 63n)

function timeOf({ pts, dts }: Packet, unit: number): number | null {
  const time = pts === unknownTime ? dts : pts
  return time === unknownTime ? null : Number(time) * unit
}
