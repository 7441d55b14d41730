import { readFileSync } from 'node:fs'
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
