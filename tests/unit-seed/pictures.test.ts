import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { encode } from 'uqr'
import { describe, expect, it, vi } from 'vitest'
import { provideFonts } from '../../seed/demo/art/fonts.ts'
import { svgFile } from '../../seed/demo/art/svg.ts'
import { balance, letters, wrap } from '../../seed/demo/art/typeset.ts'
import {
  makeComic,
  makePhoneShow,
  makePicture,
  makePoster,
  makeQrCode,
  makeScreenshot,
  sceneNames,
  sceneOf,
  scenesOfTheme,
} from '../../seed/demo/pictures.ts'

// Letters are looked up in 30 MB of fonts the first time, which takes long on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

const small = { width: 240, height: 160 }

/** Grey pixels of a small copy, for comparing pictures. */
const gist = (jpeg: Buffer) =>
  sharp(jpeg).greyscale().resize(60, 40, { fit: 'fill' }).raw().toBuffer()

const distance = async (one: Buffer, other: Buffer) => {
  const [a, b] = [await gist(one), await gist(other)]
  return a.reduce((sum, value, i) => sum + Math.abs(value - b[i]!), 0) / a.length
}

describe('pictures', () => {
  it('are the same for the same order', async () => {
    const order = { seed: 'a', scene: 'gears', ...small }
    expect(await makePicture(order)).toEqual(await makePicture(order))
  })

  it('differ from seed to seed', async () => {
    const one = await makePicture({ seed: 'a', scene: 'harbour', ...small })
    const other = await makePicture({ seed: 'b', scene: 'harbour', ...small })
    expect(await distance(one, other)).toBeGreaterThan(8)
  })

  it.each(sceneNames)('show something at any shape: %s', async (scene) => {
    for (const size of [small, { width: 160, height: 240 }]) {
      const jpeg = await makePicture({ seed: scene, scene, ...size })
      const { format, width, height } = await sharp(jpeg).metadata()
      expect({ format, width, height }).toEqual({ format: 'jpeg', ...size })
      const { channels, entropy } = await sharp(jpeg).stats()
      expect(Math.max(...channels.map(({ stdev }) => stdev))).toBeGreaterThan(15)
      expect(entropy).toBeGreaterThan(5)
    }
  })

  it('come larger than they are drawn', async () => {
    const jpeg = await makePicture({ seed: 'a', scene: 'gears', width: 3000, height: 400 })
    expect(await sharp(jpeg).metadata()).toMatchObject({ width: 3000, height: 400 })
  })

  it('name the scenes there are when one is unknown', async () => {
    await expect(makePicture({ seed: 'a', scene: 'moon', ...small })).rejects.toThrow(
      /No scene “moon”; there are bridge, /,
    )
  })

  it('tell every theme of the campaign', async () => {
    const file = new URL('../../seed/campaign-2022.json', import.meta.url)
    const campaign = JSON.parse(await readFile(file, 'utf8')) as { tracks: { themes: string[] }[] }
    const themes = campaign.tracks.flatMap((track) => track.themes)
    expect(themes.length).toBeGreaterThan(30)
    for (const theme of themes) {
      expect(sceneNames).toEqual(expect.arrayContaining([...scenesOfTheme(theme)]))
      expect(scenesOfTheme(theme)).toContain(sceneOf({ seed: theme, theme }))
    }
  })
})

describe('words in pictures', () => {
  it('are set in a font that has Chinese letters', async () => {
    provideFonts()
    const ink = async (text: string) => {
      const body = letters({ text, x: 20, y: 100, size: 90, colour: '#000000' })
      const svg = svgFile({ width: 140, height: 140, view: [0, 0, 140, 140], body })
      const { info } = await sharp(svg)
        .flatten({ background: '#ffffff' })
        .trim()
        .toBuffer({ resolveWithObject: true })
      return info
    }
    const flat = await ink('一')
    expect(flat.width).toBeGreaterThan(60)
    expect(flat.height).toBeLessThan(20)
    const upright = await ink('丨')
    expect(upright.height).toBeGreaterThan(60)
    expect(upright.width).toBeLessThan(20)
  })

  it('stand on posters, wide and upright', async () => {
    for (const size of [
      { width: 640, height: 360 },
      { width: 360, height: 540 },
    ]) {
      const order = { seed: 'a', scene: 'wheat', ...size }
      const plain = await makePicture(order)
      const poster = await makePoster({ ...order, title: '把丰收写在大地上', subtitle: '诵读' })
      expect(await sharp(poster).metadata()).toMatchObject(size)
      expect(await distance(plain, poster)).toBeGreaterThan(3)
    }
  })

  it('keep all letters when broken into lines, and begin none with a closing mark', () => {
    const text = '网上说话，也要有度。“先看来源，再动手指！”这是2022年的约定，你说呢？'
    for (let width = 4; width < 30; width++) {
      for (const lines of [wrap(text, width), balance(text, width)]) {
        expect(lines.join('')).toBe(text)
        expect(lines.filter((line) => /^[，。！？”]/u.test(line))).toEqual([])
      }
    }
  })

  it('fill article pages, comics and telephones', async () => {
    const page = {
      seed: 'a',
      title: '让善意在网络里流动起来',
      platform: '示例新闻客户端',
      address: 'news.example.org/1',
      publishedOn: '2022-07-15',
      author: '演示·李甲子',
      body: '近日，一段视频刷屏。\n其实，善意从来不是偶然 <&>。',
    }
    const made = [
      [await makeScreenshot(page), 1080, 1920],
      [
        await makeComic({ seed: 'a', title: '留痕有度', lines: ['甲', '乙', '丙', '丁'] }),
        1200,
        1600,
      ],
      [
        await makePhoneShow({ seed: 'a', name: '示例·工惠', tagline: '办事', services: ['入会'] }),
        1600,
        1000,
      ],
    ] as const
    for (const [jpeg, width, height] of made) {
      expect(await sharp(jpeg).metadata()).toMatchObject({ format: 'jpeg', width, height })
    }
  })

  it('make QR codes whose modules are those of the address', async () => {
    const address = 'https://service.example.org/wuxi'
    const jpeg = await makeQrCode({ address, caption: '示例·锡工惠' })
    const { data, info } = await sharp(jpeg).greyscale().raw().toBuffer({ resolveWithObject: true })
    const { size, data: modules } = encode(address, { ecc: 'M', border: 4 })
    const step = 760 / size
    const seen = modules.map((row, y) =>
      row.map((_, x) => {
        const [px, py] = [Math.round(20 + (x + 0.5) * step), Math.round(20 + (y + 0.5) * step)]
        return data[py * info.width + px]! < 128
      }),
    )
    expect(seen).toEqual(modules)
  })
})
