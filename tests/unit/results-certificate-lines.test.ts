import { readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'
import jsQR from 'jsqr'
import { describe, expect, it } from 'vitest'
import { drawCertificate } from '../../src/plugins/certificates/draw/draw.ts'
import { breakLines } from '../../src/plugins/certificates/draw/lines.ts'

const wide = (text: string) => [...text].length

describe('lines of a certificate', () => {
  it('are no wider than they may be, lose nothing and do not begin with a closing sign', () => {
    const text = '作品《我们的工会小院，我们的家》在“网聚职工正能量”活动中荣获 First prize 一等奖。'
    for (let width = 4; width < 40; width += 1) {
      const lines = breakLines(text, width, wide)
      expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      expect(lines.filter((line) => wide(line) > width)).toEqual([])
      if (width > 14) expect(lines.filter((line) => /^[，。》”]/.test(line))).toEqual([])
    }
  })
})

describe('a page', () => {
  const drawing = {
    texts: { title: '荣誉证书', body: '𠮷某㛃：\n# 一等奖', issuers: '演示总工会', date: '今天' },
    ...{ orientation: 'landscape' as const, number: '2022-PHO-00001-X', seal: null },
    ...{ address: 'https://example.org/v1/certificates/x', madeAt: new Date(0) },
  }

  it('is the same bytes each time, small, and holds the typefaces it needs', async () => {
    const [one, two] = [await drawCertificate(drawing), await drawCertificate(drawing)]
    expect(one.equals(two)).toBe(true)
    expect(one.length).toBeLessThan(80_000)
    const text = one.toString('latin1')
    expect(text).toContain('NotoSerifSC')
    // Which has 𠮷.
    expect(text).toContain('NotoSerifJP')
    expect(text).not.toContain('Helvetica')
  })

  it.each(['landscape', 'portrait'] as const)(
    'holds a code that leads to where it is verified: %s',
    async (orientation) => {
      const address = 'https://photos.example.org/v1/certificates/2022-PHO-00001-X'
      const pdf = await drawCertificate({ ...drawing, address, orientation })
      expect(readCode(pdf)).toBe(address)
    },
  )

  it('is not drawn with a blank', async () => {
    const texts = { ...drawing.texts, body: '\u{2A6A5}' }
    await expect(drawCertificate({ ...drawing, texts })).rejects.toThrow('2a6a5')
  })

  it('fits however long its text is', async () => {
    const texts = { ...drawing.texts, body: `甲：\n${'很长的作品名称，'.repeat(110)}` }
    const pdf = await drawCertificate({ ...drawing, texts, orientation: 'portrait' as never })
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1)
  })
})

it('typefaces come under a licence that lets them be embedded', () => {
  for (const name of ['noto-serif-sc', 'noto-serif-jp']) {
    const file = `node_modules/@expo-google-fonts/${name}/LICENSE_FONT`
    expect(readFileSync(file, 'utf8')).toContain('SIL OPEN FONT LICENSE')
  }
})

/**
 * Reads the code out of a page as it was drawn: the rectangles of the page's own drawing that are no higher
 * than a module, painted as dots, given to a decoder that knows nothing of how they came there.
 */
function readCode(pdf: Buffer): string | undefined {
  const raw = pdf.toString('latin1')
  const rectangles: [number, number, number, number][] = []
  for (const { index } of raw.matchAll(/stream\r?\n/g)) {
    const from = index + raw.slice(index).indexOf('\n') + 1
    const drawn = inflated(pdf.subarray(from, raw.indexOf('endstream', from)))
    for (const [, ...parts] of drawn.matchAll(
      /^(-?[\d.]+) (-?[\d.]+) (-?[\d.]+) (-?[\d.]+) re$/gm,
    )) {
      rectangles.push(parts.map(Number) as [number, number, number, number])
    }
  }
  const modules = rectangles.filter(([, , , high]) => Math.abs(high) < 4)
  const left = Math.min(...modules.map(([x]) => x)) - 12
  const top = Math.min(...modules.map(([, y]) => y)) - 12
  const side = 100
  const dots = 4
  const image = new Uint8ClampedArray((side * dots) ** 2 * 4).fill(255)
  for (const [x, y, wide, high] of modules) {
    for (let row = Math.round((y - top) * dots); row < (y - top + high) * dots; row += 1) {
      for (let at = Math.round((x - left) * dots); at < (x - left + wide) * dots; at += 1) {
        image.fill(0, (row * side * dots + at) * 4, (row * side * dots + at) * 4 + 3)
      }
    }
  }
  // The library is of the kind that CommonJS wraps once more.
  const decode = ((jsQR as any).default ?? jsQR) as typeof jsQR
  return decode(image, side * dots, side * dots)?.data
}

function inflated(bytes: Buffer): string {
  try {
    return inflateSync(bytes).toString('latin1')
  } catch {
    return ''
  }
}
