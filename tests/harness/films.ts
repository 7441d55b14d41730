import '../../src/media-work/with-resolvers.ts'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** Real films and sounds for tests, made here by the libraries of FFmpeg: small, and ready in a moment. */

export type Shot = {
  width?: number
  height?: number
  seconds?: number
  /** Pictures a second. */
  rate?: number
  /** An encoder of FFmpeg. */
  codec?: string
  format?: 'mp4' | 'mov' | 'webm'
  pixels?: string
  /** A source of pictures as FFmpeg's filters write it, without size, rate and length. */
  scene?: string
  /** Filters behind the source. */
  filters?: string
  sound?: boolean
  metadata?: Record<string, string>
  /** Index in front. */
  faststart?: boolean
}

/** @returns the bytes of a film with a moving test picture and a tone */
export async function film({
  width = 320,
  height = 180,
  seconds = 2,
  rate = 15,
  codec = 'libx264',
  format = 'mp4',
  pixels = 'yuv420p',
  scene = 'testsrc2',
  filters = 'null',
  sound = true,
  metadata = {},
  faststart = false,
}: Shot = {}): Promise<Buffer> {
  const size = `s=${width}x${height}:r=${rate}`
  const picture = `${scene}${scene.includes('=') ? ':' : '='}${size}:d=${seconds}`
  const opus = format === 'webm'
  return written(format, faststart ? { movflags: 'faststart' } : {}, metadata, [
    { source: picture, filters: `${filters},format=${pixels}`, codec, options: quick(codec) },
    ...(sound ? [tone({ seconds, codec: opus ? 'libopus' : 'aac' })] : []),
  ])
}

export type Tone = { seconds?: number; codec?: string; format?: string; volume?: number }

/** @returns the bytes of a sound; `volume` 1 is as loud as it can be */
export async function sound({
  seconds = 2,
  codec = 'libmp3lame',
  format = 'mp3',
  volume = 0.1,
}: Tone = {}): Promise<Buffer> {
  return written(format, {}, {}, [tone({ seconds, codec, volume })])
}

/** Writes into an MP4 how far it is to be turned, as phones do: clockwise, 90, 180 or 270. */
export function turned(mp4: Buffer, degrees: 90 | 180 | 270): Buffer {
  const bytes = Buffer.from(mp4)
  const one = 1 << 16
  const matrix = {
    90: [0, one, 0, -one, 0, 0, 0, 0, 1 << 30],
    180: [-one, 0, 0, 0, -one, 0, 0, 0, 1 << 30],
    270: [0, -one, 0, one, 0, 0, 0, 0, 1 << 30],
  }[degrees]
  for (let tkhd = bytes.indexOf('tkhd'); tkhd >= 0; tkhd = bytes.indexOf('tkhd', tkhd + 4)) {
    matrix.forEach((value, index) => bytes.writeInt32BE(value, tkhd + 4 + 40 + index * 4))
  }
  return bytes
}

type Track = { source: string; filters: string; codec: string; options: Record<string, string> }

const quick = (codec: string): Record<string, string> =>
  ({
    libx264: { preset: 'ultrafast' },
    libx265: { preset: 'ultrafast', 'x265-params': 'log-level=none' },
    'libvpx-vp9': { 'cpu-used': '8', deadline: 'realtime' },
    libvpx: { 'cpu-used': '8', deadline: 'realtime' },
  })[codec] ?? {}

function tone({
  seconds,
  codec,
  volume = 0.1,
}: {
  seconds: number
  codec: string
  volume?: number
}) {
  const source = `sine=f=440:r=48000:d=${seconds}`
  return {
    source,
    filters: `volume=${volume * 8},aformat=channel_layouts=stereo`,
    codec,
    options: {},
  }
}

async function written(
  format: string,
  options: Record<string, string>,
  metadata: Record<string, string>,
  tracks: Track[],
): Promise<Buffer> {
  const { Decoder, Demuxer, Encoder, FilterAPI, Muxer } = await import('node-av/api')
  const { Codec, Dictionary, Log } = await import('node-av/lib')
  const { AV_LOG_FATAL } = await import('node-av/constants')
  Log.setLevel(AV_LOG_FATAL)
  const folder = mkdtempSync(path.join(os.tmpdir(), 'film-'))
  try {
    const out = path.join(folder, `out.${format}`)
    const muxer = await Muxer.open(out, {
      format,
      options: options as never,
      configure: (context) => {
        if (Object.keys(metadata).length > 0) context.metadata = Dictionary.fromObject(metadata)
      },
    })
    const running = await Promise.all(
      tracks.map(async ({ source, filters, codec, options: own }) => {
        const input = await Demuxer.open(source, { format: 'lavfi' })
        const filter = FilterAPI.create(filters)
        const encoder = await Encoder.create(Codec.findEncoderByName(codec as never)!, {
          options: own,
          autoResample: true,
        } as never)
        const decoder = await Decoder.create(input.streams[0]!)
        const frames = filter.frames(decoder.frames(input.packets()))
        return { input, packets: encoder.packets(frames), stream: muxer.addStream(encoder) }
      }),
    )
    await Promise.all(
      running.map(async ({ packets, stream }) => {
        for await (const packet of packets) {
          if (packet) await muxer.writePacket(packet, stream)
          packet?.free()
        }
      }),
    )
    await muxer.close()
    for (const { input } of running) await input.close()
    return readFileSync(out)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
