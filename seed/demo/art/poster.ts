/** Titles over a scene: covers of videos, recitations, cases and platforms. */

import { createRandom } from '../random.ts'
import { createPencil, faint, line, rect, times } from './svg.ts'
import { balance, block, emsOf, letters } from './typeset.ts'

export type PosterWords = { title: string; subtitle?: string; strap?: string }

const SEALS = ['#c8281e', '#b8322a', '#d0402a', '#a8201c']

/**
 * @returns a function that writes the overlay for a picture of the given size in units; three
 * layouts for wide pictures, a vertical title for tall ones, chosen by `seed`.
 */
export const posterOverlay =
  ({
    seed,
    title,
    subtitle = '',
    strap = '网聚职工正能量 争做中国好网民',
  }: PosterWords & { seed: string }) =>
  (size: { w: number; h: number }) => {
    const random = createRandom(`${seed}/poster`)
    const words = { title, subtitle, strap, seal: random.pick(SEALS) }
    if (size.h > size.w * 1.15) return vertical(size, words)
    return random.pick([lowerLeft, centred, band])(size, words)
  }

type Words = Required<PosterWords> & { seal: string }
type Size = { w: number; h: number }

const fit = (title: string, width: number, largest: number, perLine = 10) => {
  const lines = balance(title, perLine)
  const longest = Math.max(...lines.map(emsOf))
  return { lines, size: Math.min(largest, width / longest) }
}

const lowerLeft = ({ w, h }: Size, { title, subtitle, strap, seal }: Words) => {
  const pencil = createPencil('p')
  const { lines, size } = fit(title, w * 0.76, h * 0.13)
  const top = h * 0.86 - (lines.length - 1) * size * 1.24 - (subtitle ? h * 0.05 : 0)
  const shade = rect(
    0,
    h * 0.35,
    w,
    h * 0.65,
    pencil.linear(
      [0, h * 0.35],
      [0, h],
      [
        [0, '#060810', 0],
        [0.6, '#060810', 0.62],
        [1, '#060810', 0.86],
      ],
    ),
  )
  return (
    pencil.defs() +
    shade +
    rect(w * 0.06, top - size * 0.86, 12, (lines.length - 1) * size * 1.24 + size * 0.98, seal) +
    block({
      lines,
      x: w * 0.06 + 34,
      y: top,
      size,
      leading: 1.24,
      colour: '#ffffff',
      weight: 900,
    }) +
    letters({
      text: subtitle,
      x: w * 0.06 + 36,
      y: h * 0.935,
      size: h * 0.038,
      colour: '#f0e6d2',
    }) +
    letters({
      text: strap,
      x: w * 0.94,
      y: h * 0.085,
      size: h * 0.03,
      colour: '#ffffff',
      anchor: 'end',
      weight: 700,
      more: faint(0.85),
    })
  )
}

const centred = ({ w, h }: Size, { title, subtitle, strap, seal }: Words) => {
  const { lines, size } = fit(title, w * 0.8, h * 0.15, 9)
  const top = h * 0.48 - ((lines.length - 1) * size * 1.22) / 2 + size * 0.3
  const bottom = top + (lines.length - 1) * size * 1.22
  return (
    rect(0, 0, w, h, '#05070f', faint(0.34)) +
    line(
      [w / 2 - 210, top - size * 1.2],
      [w / 2 + 210, top - size * 1.2],
      '#ffe2a8',
      2.4,
      faint(0.9),
    ) +
    letters({
      text: strap,
      x: w / 2,
      y: top - size * 1.2 - 26,
      size: h * 0.034,
      colour: '#ffe9c0',
      anchor: 'middle',
      weight: 700,
      spacing: 4,
    }) +
    block({
      lines,
      x: w / 2 + 3,
      y: top + 4,
      size,
      leading: 1.22,
      colour: '#000000',
      weight: 900,
      anchor: 'middle',
      more: faint(0.4),
    }) +
    block({
      lines,
      x: w / 2,
      y: top,
      size,
      leading: 1.22,
      colour: '#ffffff',
      weight: 900,
      anchor: 'middle',
    }) +
    (subtitle
      ? rect(
          w / 2 - (emsOf(subtitle) * h * 0.04) / 2 - 28,
          bottom + size * 0.5,
          emsOf(subtitle) * h * 0.04 + 56,
          h * 0.072,
          seal,
          'rx="6"',
        ) +
        letters({
          text: subtitle,
          x: w / 2,
          y: bottom + size * 0.5 + h * 0.051,
          size: h * 0.04,
          colour: '#ffffff',
          anchor: 'middle',
          weight: 700,
        })
      : '')
  )
}

const band = ({ w, h }: Size, { title, subtitle, strap, seal }: Words) => {
  const { lines, size } = fit(title, w * 0.62, h * 0.1, 11)
  const height = lines.length * size * 1.26 + h * 0.13
  const top = h * 0.94 - height
  return (
    rect(0, top, w * 0.74, height, '#fdf8ee', faint(0.94)) +
    rect(0, top, 22, height, seal) +
    block({
      lines,
      x: 62,
      y: top + size * 1.12,
      size,
      leading: 1.26,
      colour: '#2a1612',
      weight: 900,
    }) +
    letters({
      text: subtitle,
      x: 64,
      y: top + height - h * 0.052,
      size: h * 0.034,
      colour: '#7a4a3a',
    }) +
    rect(w * 0.74, top + height - 64, 64, 64, seal) +
    letters({
      text: '江',
      x: w * 0.74 + 32,
      y: top + height - 35,
      size: 24,
      colour: '#fff6e6',
      anchor: 'middle',
      weight: 900,
    }) +
    letters({
      text: '苏',
      x: w * 0.74 + 32,
      y: top + height - 9,
      size: 24,
      colour: '#fff6e6',
      anchor: 'middle',
      weight: 900,
    }) +
    letters({
      text: strap,
      x: 40,
      y: h * 0.075,
      size: h * 0.028,
      colour: '#ffffff',
      weight: 700,
      more: faint(0.9),
    })
  )
}

const vertical = ({ w, h }: Size, { title, subtitle, strap, seal }: Words) => {
  const pencil = createPencil('p')
  const columns = balance(title.replace(/[，。！？：]/gu, ''), 9)
  const size = Math.min(w * 0.13, (h * 0.62) / Math.max(...columns.map(emsOf)))
  const shade = rect(
    w * 0.3,
    0,
    w * 0.7,
    h,
    pencil.linear(
      [w * 0.3, 0],
      [w, 0],
      [
        [0, '#060810', 0],
        [1, '#060810', 0.72],
      ],
    ),
  )
  const text = columns
    .map((column, i) =>
      [...column]
        .map((character, k) =>
          letters({
            text: character,
            x: w * 0.9 - i * size * 1.25,
            y: h * 0.12 + k * size * 1.1,
            size,
            colour: '#ffffff',
            anchor: 'middle',
            weight: 900,
          }),
        )
        .join(''),
    )
    .join('')
  const small = [...subtitle].slice(0, 16)
  const left = w * 0.9 - columns.length * size * 1.25 - 6
  return (
    pencil.defs() +
    shade +
    text +
    times(small.length, (k) =>
      letters({
        text: small[k]!,
        x: left,
        y: h * 0.12 + k * w * 0.048,
        size: w * 0.04,
        colour: '#ffe9c8',
        anchor: 'middle',
      }),
    ) +
    rect(w * 0.07, h * 0.9, 10, h * 0.05, seal) +
    letters({
      text: strap,
      x: w * 0.07 + 26,
      y: h * 0.935,
      size: w * 0.036,
      colour: '#ffffff',
      weight: 700,
    })
  )
}
