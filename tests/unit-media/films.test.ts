import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { probe } from 'node-av/api'
import sharp from 'sharp'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { Made, Outcome } from '../../src/domain/media/made.ts'
import { differingBits } from '../../src/domain/likeness/picture-print.ts'
import { tasks } from '../../src/media-work/tasks.ts'
import { jpeg, phoneJpeg } from '../harness/files.ts'
import { film, sound, turned } from '../harness/films.ts'

const home = mkdtempSync(path.join(os.tmpdir(), 'films-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

let folder = ''
let count = 0
beforeEach(() => {
  folder = path.join(home, `${++count}`)
  mkdirSync(folder)
})

type Told = { made: Made; shares: number[]; file: (name: string) => string }

async function ask(task: 'film' | 'sound' | 'picture', bytes: Buffer, mimeType: string) {
  const source = path.join(home, `source-${count}`)
  writeFileSync(source, bytes)
  const shares: number[] = []
  const outcome: Outcome<Made> = await tasks[task]({ path: source, mimeType, folder }, (share) => {
    shares.push(share)
  })
  return { outcome, shares }
}

async function make(...given: Parameters<typeof ask>): Promise<Told> {
  const { outcome, shares } = await ask(...given)
  if ('refusal' in outcome) throw new Error(outcome.refusal.code)
  const made = outcome.found
  return { made, shares, file: (name) => made.files.find((one) => one.name === name)!.path }
}

describe('a film', () => {
  it.each([
    ['video/mp4', { codec: 'libx264' }],
    ['video/quicktime', { codec: 'libx265', format: 'mov' }],
    ['video/webm', { codec: 'libvpx', format: 'webm' }],
    ['video/webm', { codec: 'libvpx-vp9', format: 'webm' }],
  ] as const)('in %s of %j becomes H.264 and AAC, the index in front', async (mimeType, shot) => {
    const metadata = { title: 'secret', comment: 'secret', location: '+32.05+118.76/' }
    const { made, file, shares } = await make('film', await film({ metadata, ...shot }), mimeType)
    const { video, audio, metadata: said, duration } = await probe(file('720p'))
    expect(video).toMatchObject({ codec: 'h264', width: 320, height: 180, pixelFormat: 'yuv420p' })
    expect(audio).toMatchObject({ codec: 'aac', sampleRate: 48_000, channels: 2 })
    expect(duration).toBeCloseTo(2, 0)
    expect(Object.keys(said).sort()).toEqual(['compatible_brands', 'major_brand', 'minor_version'])
    const bytes = readFileSync(file('720p'))
    expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'))
    expect(bytes.includes('secret')).toBe(false)
    expect(made.prints.map(({ frame }) => frame)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    expect(shares.at(-1)).toBe(1)
    expect(shares).toEqual([...shares].sort((one, other) => one - other))
  })

  it('with a short side of 1080 and more comes in two sizes', async () => {
    const shot = { width: 1920, height: 1080, seconds: 0.5, rate: 10 }
    const { made, file } = await make('film', await film(shot), 'video/mp4')
    expect(made.files.map(({ name }) => name)).toEqual(['1080p', '720p', 'poster'])
    for (const [name, width, height] of [
      ['1080p', 1920, 1080],
      ['720p', 1280, 720],
    ] as const) {
      expect((await probe(file(name))).video).toMatchObject({ width, height, codec: 'h264' })
    }
    expect(await sharp(file('poster')).metadata()).toMatchObject({ width: 1280, format: 'webp' })
  })

  it('of a phone that was held upright stands upright', async () => {
    // Left dark, right light; a quarter turn clockwise brings the left to the top.
    const scene = "geq=lum='if(lt(X,W/2),40,220)':cb=128:cr=128"
    const bytes = turned(await film({ filters: scene, seconds: 1 }), 90)
    const { made, file } = await make('film', bytes, 'video/mp4')
    expect(made).toMatchObject({ width: 180, height: 320 })
    const { data, info } = await sharp(file('poster'))
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true })
    const at = (x: number, y: number) => data[(y * info.width + x) * info.channels]!
    expect([info.width, info.height]).toEqual([180, 320])
    expect(at(90, 40)).toBeLessThan(90)
    expect(at(90, 280)).toBeGreaterThan(170)
  })

  it('of HDR and ten bits becomes one that every screen shows', async () => {
    const hdr =
      'format=yuv420p10le,setparams=color_primaries=bt2020:color_trc=smpte2084:colorspace=bt2020nc'
    const shot = { codec: 'libx265', format: 'mov', pixels: 'yuv420p10le', filters: hdr } as const
    const { made, file } = await make('film', await film(shot), 'video/quicktime')
    expect(made.facts).toMatchObject({ hdr: true, videoCodec: 'hevc' })
    expect((await probe(file('720p'))).video).toMatchObject({ pixelFormat: 'yuv420p' })
  })

  it('of more than sixty pictures a second keeps sixty, of fewer all', async () => {
    const { file } = await make('film', await film({ rate: 120, seconds: 1 }), 'video/mp4')
    expect((await probe(file('720p'))).video!.frameRate).toBeCloseTo(60, 0)
    const slow = await make('film', await film({ rate: 10, seconds: 1 }), 'video/mp4')
    expect((await probe(slow.file('720p'))).video!.frameRate).toBeCloseTo(10, 0)
  })

  it('without sound stays silent, and with oblong pixels becomes as wide as it is shown', async () => {
    const { file } = await make(
      'film',
      await film({ sound: false, filters: 'setsar=4/3' }),
      'video/mp4',
    )
    const { audio, video } = await probe(file('720p'))
    expect(audio).toBeUndefined()
    expect(video).toMatchObject({ width: 428, height: 180 })
  })

  it('that fades in from black has a poster that shows something', async () => {
    const filters = "drawbox=t=fill:c=black:enable='lt(t,1)'"
    const { file } = await make('film', await film({ seconds: 3, filters }), 'video/mp4')
    const { channels } = await sharp(file('poster')).stats()
    expect(channels[0]!.stdev).toBeGreaterThan(20)
  })

  it('that comes back smaller and encoded anew has nearly the same prints', async () => {
    const bytes = await film({ width: 640, height: 360, seconds: 2 })
    const first = await make('film', bytes, 'video/mp4')
    const shrunk = { width: 640, height: 360, filters: 'scale=320:180' }
    const small = await film({ ...shrunk, codec: 'libvpx', format: 'webm', seconds: 2 })
    const again = await make('film', small, 'video/webm')
    const other = await make('film', await film({ scene: 'smptebars' }), 'video/mp4')
    const apart = (one: Made, two: Made) =>
      one.prints.map(({ hash }, i) => differingBits(BigInt(hash), BigInt(two.prints[i]?.hash ?? 0)))
    expect(Math.max(...apart(first.made, again.made))).toBeLessThanOrEqual(12)
    expect(Math.min(...apart(first.made, other.made))).toBeGreaterThan(12)
  })

  it('cut off anywhere is refused and never brings down who asked', async () => {
    const whole = [
      [await film({ seconds: 2 }), 'video/mp4'],
      [await film({ seconds: 2, faststart: true }), 'video/mp4'],
      [await film({ seconds: 2, codec: 'libvpx', format: 'webm' }), 'video/webm'],
    ] as const
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...whole),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        async ([bytes, type], share) => {
          const { outcome } = await ask(
            'film',
            bytes.subarray(0, Math.floor(bytes.length * share)),
            type,
          )
          // A few last packets of a WebM may be missing: it says nowhere how many there are.
          if (type === 'video/webm' && share > 0.4) return
          expect(outcome).toMatchObject({ refusal: { code: expect.stringMatching(/^film-/) } })
        },
      ),
      { numRuns: 25 },
    )
  })

  it('with damaged bytes is made or refused, and never brings down who asked', async () => {
    const bytes = await film({ seconds: 1 })
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(
            fc.double({ min: 0, max: 0.999, noNaN: true }),
            fc.integer({ min: 0, max: 255 }),
          ),
          { minLength: 1, maxLength: 60 },
        ),
        async (spots) => {
          const damaged = Buffer.from(bytes)
          for (const [place, value] of spots) damaged[Math.floor(place * damaged.length)] = value
          const { outcome } = await ask('film', damaged, 'video/mp4').catch((error: unknown) => ({
            outcome: error,
          }))
          expect(outcome).toBeTypeOf('object')
        },
      ),
      { numRuns: 15 },
    )
  })
})

describe('a sound', () => {
  it('comes out equally loud whether it was loud or soft', async () => {
    const levels: number[] = []
    for (const volume of [0.9, 0.03]) {
      const { file } = await make('sound', await sound({ seconds: 6, volume }), 'audio/mpeg')
      levels.push(await levelOf(file('audio')))
    }
    expect(Math.abs(levels[0]! - levels[1]!)).toBeLessThan(3)
  })

  it.each([1, 2.9, 3.2, 6])(
    'of %d seconds of silence is made, with a flat waveform',
    async (seconds) => {
      const { made } = await make('sound', await sound({ volume: 0, seconds }), 'audio/mpeg')
      expect(new Set(made.facts.waveform as number[])).toEqual(new Set([0]))
    },
  )

  it('has a waveform as numbers and as a picture', async () => {
    const { made, file } = await make('sound', await sound({ seconds: 3 }), 'audio/mpeg')
    expect(made.facts.waveform).toHaveLength(200)
    expect(Math.max(...(made.facts.waveform as number[]))).toBe(100)
    expect(await sharp(file('waveform')).metadata()).toMatchObject({ width: 1280, height: 720 })
    expect(await probe(file('audio'))).toMatchObject({ audio: { codec: 'aac' } })
  })
})

describe('a picture', () => {
  it('has its colour, a blurred stand-in and a print, all of it upright', async () => {
    const { made } = await make('picture', await jpeg({ background: '#c2410c' }), 'image/jpeg')
    expect(made.facts.colour).toMatch(/^#[0-9a-f]{6}$/)
    expect(made.prints).toEqual([])
    const turnedOne = await make('picture', await phoneJpeg(), 'image/jpeg')
    expect(turnedOne.made).toMatchObject({ width: 2000, height: 3000, files: [] })
    expect(turnedOne.made.facts.blurhash).toMatch(/^[\w#$%*+,\-.:;=?@[\]^{|}~]{20,}$/)
  })

  it('has the same print when it is turned, shrunk and kept in another format', async () => {
    const [width, height] = [600, 400]
    const raw = Buffer.from(
      Array.from({ length: width * height }, (_, index) => {
        const [x, y] = [index % width, Math.floor(index / width)]
        return 128 + 60 * Math.sin(x / 70) * Math.cos(y / 50) + 50 * Math.sin((x + 2 * y) / 160)
      }),
    )
    const picture = sharp(raw, { raw: { width, height, channels: 1 } })
    const whole = await picture.clone().jpeg().toBuffer()
    const lying = await picture
      .clone()
      .rotate(270)
      .jpeg()
      .withMetadata({ orientation: 6 })
      .toBuffer()
    const small = await picture.clone().resize(150).webp({ quality: 60 }).toBuffer()
    const prints: bigint[] = []
    for (const [bytes, type] of [
      [whole, 'jpeg'],
      [lying, 'jpeg'],
      [small, 'webp'],
    ] as const) {
      const { made } = await make('picture', bytes, `image/${type}`)
      prints.push(BigInt(made.prints[0]!.hash))
    }
    expect(differingBits(prints[0]!, prints[1]!)).toBeLessThanOrEqual(4)
    expect(differingBits(prints[0]!, prints[2]!)).toBeLessThanOrEqual(4)
  })
})

/** Mean level of a sound in dB. */
async function levelOf(file: string): Promise<number> {
  const { Decoder, Demuxer } = await import('node-av/api')
  const input = await Demuxer.open(file)
  const decoder = await Decoder.create(input.audio()!)
  let [sum, samples] = [0, 0]
  for await (const frame of decoder.frames(input.packets())) {
    const plane = frame?.data?.[0]
    for (let at = 0; frame && plane && at < frame.nbSamples; at++) {
      sum += plane.readFloatLE(at * 4) ** 2
      samples += 1
    }
    frame?.free()
  }
  await input.close()
  return 10 * Math.log10(sum / samples)
}
