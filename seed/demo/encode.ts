/**
 * The encoder's own process: `node --import tsx encode.ts JOB.json`. It lives apart because the libraries
 * of FFmpeg want something that Node 20 lacks and that nobody else should be given, and because they
 * bring down with them whatever process they crash in. Called by sound.ts and video.ts alone.
 */
import { readFile } from 'node:fs/promises'
import '../../src/media-work/with-resolvers.ts'
import type { EncodeJob } from './encoding.ts'

const { Encoder, Muxer } = await import('node-av/api')
const { Frame } = await import('node-av/lib')
const {
  AV_CHANNEL_LAYOUT_STEREO,
  AV_PIX_FMT_YUV420P,
  AV_SAMPLE_FMT_FLTP,
  FF_ENCODER_AAC,
  FF_ENCODER_LIBMP3LAME,
  FF_ENCODER_LIBX264,
} = await import('node-av/constants')

const job: EncodeJob = JSON.parse(await readFile(process.argv[2]!, 'utf8'))
// The index first: a player starts before it has the whole file.
const placed = job.picture ? { options: { movflags: 'faststart' } } : {}
await using output = await Muxer.open(job.out, placed as never)

const sound = await soundEncoder()
const picture = job.picture ? await pictureEncoder() : undefined
const pictureStream = picture ? output.addStream(picture) : -1
const soundStream = output.addStream(sound)

// Both in step, so that neither stream waits for the other in memory.
const frames = job.picture ? pictureFrames(job.picture) : undefined
let shown = 0
for await (const { frame, until } of soundFrames()) {
  await send(sound, soundStream, frame)
  while (picture && frames && shown / job.picture!.rate < until) {
    const next = await frames.next()
    if (next.done) break
    await send(picture, pictureStream, next.value)
    shown += 1
  }
}
if (picture) await finish(picture, pictureStream)
await finish(sound, soundStream)

type AnyEncoder = Awaited<ReturnType<typeof Encoder.create>>
type AnyFrame = InstanceType<typeof Frame>

async function send(encoder: AnyEncoder, stream: number, frame: AnyFrame): Promise<void> {
  for (const packet of await encoder.encodeAll(frame)) {
    await output.writePacket(packet, stream)
    packet.free()
  }
  frame.free()
}

async function finish(encoder: AnyEncoder, stream: number): Promise<void> {
  for (const packet of await encoder.encodeAll(null)) {
    await output.writePacket(packet, stream)
    packet.free()
  }
}

async function soundEncoder(): Promise<AnyEncoder> {
  const codec = job.picture ? FF_ENCODER_AAC : FF_ENCODER_LIBMP3LAME
  return (await Encoder.create(codec, { context: { bitRate: '96k' } } as never)) as AnyEncoder
}

async function pictureEncoder(): Promise<AnyEncoder> {
  const options = { preset: 'veryfast', crf: '27' }
  const context = { gopSize: job.picture!.rate * 3, bitRate: 0 }
  return (await Encoder.create(FF_ENCODER_LIBX264, { options, context } as never)) as AnyEncoder
}

/** Planar floats, so many samples at a time as the encoders take. */
async function* soundFrames() {
  const { rate, samples: file } = job.sound
  const size = job.picture ? 1024 : 1152
  const bytes = await readFile(file)
  const samples = new Int16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 2)
  for (let start = 0; start + size <= samples.length / 2; start += size) {
    const planes = new Float32Array(size * 2)
    for (let i = 0; i < size; i++) {
      planes[i] = samples[(start + i) * 2]! / 32768
      planes[size + i] = samples[(start + i) * 2 + 1]! / 32768
    }
    const frame = Frame.fromAudioBuffer(Buffer.from(planes.buffer), {
      nbSamples: size,
      format: AV_SAMPLE_FMT_FLTP,
      sampleRate: rate,
      channelLayout: AV_CHANNEL_LAYOUT_STEREO,
      timeBase: { num: 1, den: rate },
    } as never)
    frame.pts = BigInt(start)
    yield { frame, until: (start + size) / rate }
  }
}

async function* pictureFrames(picture: NonNullable<EncodeJob['picture']>) {
  const { movingFrames } = await import('./pan.ts')
  let number = 0
  for await (const data of movingFrames(picture)) {
    const frame = Frame.fromVideoBuffer(data, {
      width: picture.width,
      height: picture.height,
      format: AV_PIX_FMT_YUV420P,
      timeBase: { num: 1, den: picture.rate },
    } as never)
    frame.pts = BigInt(number)
    number += 1
    yield frame
  }
}
