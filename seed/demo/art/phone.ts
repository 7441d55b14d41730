/**
 * A service platform as its users see it: a phone with its first page over the colours of the
 * house.
 */

import { createRandom } from '../random.ts'
import { mix } from './colour.ts'
import { circle, createPencil, ellipse, faint, path, polygon, rect, svgFile, times } from './svg.ts'
import { block, letters, wrap } from './typeset.ts'

const HOUSES = [
  ['#c8281e', '#ff8a5c'],
  ['#1f5fae', '#5cc0f0'],
  ['#17806a', '#7fd8a0'],
  ['#7a3a9a', '#e88ac0'],
  ['#d8702a', '#ffd070'],
  ['#2a3f8f', '#8a9cf0'],
] as const

/** @returns SVG of 1600×1000 pixels. */
export const phoneShow = ({
  seed,
  name,
  tagline,
  services,
}: {
  seed: string
  name: string
  tagline: string
  services: readonly string[]
}) => {
  const random = createRandom(`${seed}/phone`)
  const pencil = createPencil('f')
  const [dark, light] = random.pick(HOUSES)
  const [w, h] = [1600, 1000]
  const backdrop =
    rect(
      0,
      0,
      w,
      h,
      pencil.linear(
        [0, 0],
        [w, h],
        [
          [0, dark],
          [1, mix(dark, light, 0.75)],
        ],
      ),
    ) +
    times(9, () =>
      circle(
        random.between(0, w),
        random.between(0, h),
        random.between(60, 320),
        '#ffffff',
        faint(random.between(0.03, 0.09)),
      ),
    ) +
    times(5, (i) =>
      path(
        `M0 ${620 + i * 70}C400 ${500 + i * 90} 900 ${820 + i * 40} 1600 ${560 + i * 90}V1000H0Z`,
        '#ffffff',
        faint(0.05),
      ),
    )
  const lines = wrap(name, 9)
  const words =
    block({
      lines,
      x: 110,
      y: 400 - lines.length * 40,
      size: 84,
      leading: 1.25,
      colour: '#ffffff',
      weight: 900,
    }) +
    block({
      lines: wrap(tagline, 19),
      x: 114,
      y: 400 + lines.length * 50,
      size: 38,
      leading: 1.5,
      colour: '#ffffff',
      more: faint(0.92),
    }) +
    services
      .slice(0, 3)
      .map(
        (text, i) =>
          rect(112 + i * 190, 690, 172, 60, '#ffffff', `rx="30" ${faint(0.2)}`) +
          letters({
            text,
            x: 198 + i * 190,
            y: 731,
            size: 30,
            colour: '#ffffff',
            anchor: 'middle',
            weight: 700,
          }),
      )
      .join('')
  const phone = `<g transform="translate(1050 70) rotate(${random.integer(-5, 5)} 200 430)">${device({ dark, light, name, services, seed })}</g>`
  const ground = ellipse(1260, 950, 320, 26, '#000000', faint(0.28))
  return svgFile({
    width: w,
    height: h,
    view: [0, 0, w, h],
    body: pencil.defs() + backdrop + ground + words + phone,
  })
}

const device = ({
  dark,
  light,
  name,
  services,
  seed,
}: {
  dark: string
  light: string
  name: string
  services: readonly string[]
  seed: string
}) => {
  const random = createRandom(`${seed}/device`)
  const pencil = createPencil('d')
  const [w, h] = [410, 850]
  const tiles = [
    ...services,
    ...['职工书屋', '活动报名', '心理驿站', '电影票务', '健康体检', '会员认证'],
  ].slice(0, 8)
  const icons = tiles.map((text, i) => {
    const [x, y] = [62 + (i % 4) * 96, 336 + Math.floor(i / 4) * 122]
    const colour = mix(
      random.pick(['#e8574a', '#3f8fe0', '#35b06a', '#f2a52c', '#8a6bd8', '#1fa8a0']),
      '#ffffff',
      0.1,
    )
    return (
      rect(
        x - 30,
        y - 34,
        60,
        60,
        pencil.linear(
          [x - 30, y - 34],
          [x + 30, y + 26],
          [
            [0, mix(colour, '#ffffff', 0.35)],
            [1, colour],
          ],
        ),
        'rx="18"',
      ) +
      glyph(x, y - 4, i) +
      letters({
        text: text.slice(0, 4),
        x,
        y: y + 54,
        size: 19,
        colour: '#33363c',
        anchor: 'middle',
      })
    )
  })
  const hero = `<g>${rect(
    24,
    138,
    w - 48,
    140,
    pencil.linear(
      [24, 138],
      [w, 278],
      [
        [0, mix(light, '#ffffff', 0.25)],
        [1, mix(dark, light, 0.3)],
      ],
    ),
    'rx="18"',
  )}${polygon(
    [
      [24, 278],
      [130, 190],
      [190, 240],
      [270, 170],
      [386, 278],
    ],
    '#ffffff',
    faint(0.25),
  )}${circle(320, 176, 20, '#fff4d0')}${letters({ text: '送温暖 送清凉 送服务', x: 44, y: 192, size: 26, colour: '#ffffff', weight: 900 })}</g>`
  const news = times(3, (i) => {
    const y = 590 + i * 76
    return (
      rect(24, y, w - 48, 64, '#ffffff', 'rx="12"') +
      rect(34, y + 9, 62, 46, mix(light, dark, random.next()), 'rx="8"') +
      rect(110, y + 14, random.between(180, 250), 13, '#3a3d44', `rx="5" ${faint(0.75)}`) +
      rect(110, y + 38, random.between(90, 170), 10, '#9a9ca4', `rx="5" ${faint(0.7)}`)
    )
  })
  return (
    rect(
      -14,
      -14,
      w + 28,
      h + 28,
      '#000000',
      `rx="66" ${faint(0.25)} transform="translate(14 18)"`,
    ) +
    rect(-12, -12, w + 24, h + 24, '#15171c', 'rx="62"') +
    rect(0, 0, w, h, '#f3f4f7', 'rx="52"') +
    path(
      `M0 52Q0 0 52 0H${w - 52}Q${w} 0 ${w} 52V220H0Z`,
      pencil.linear(
        [0, 0],
        [w, 220],
        [
          [0, dark],
          [1, mix(dark, light, 0.6)],
        ],
      ),
    ) +
    rect(w / 2 - 60, 16, 120, 30, '#15171c', 'rx="15"') +
    letters({
      text: name.slice(0, 12),
      x: w / 2,
      y: 88,
      size: 26,
      colour: '#ffffff',
      anchor: 'middle',
      weight: 700,
    }) +
    rect(30, 102, w - 60, 26, '#ffffff', `rx="13" ${faint(0.3)}`) +
    hero +
    icons.join('') +
    news +
    pencil.defs() +
    rect(w / 2 - 70, h - 18, 140, 6, '#15171c', 'rx="3"')
  )
}

/** Small white signs; eight of them. */
const glyph = (x: number, y: number, index: number) => {
  const white =
    'fill="none" stroke="#ffffff" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"'
  const shapes = [
    `<path d="M${x - 14} ${y + 10}V${y - 8}L${x} ${y - 16}L${x + 14} ${y - 8}V${y + 10}Z" ${white}/>`,
    `<path d="M${x - 14} ${y - 10}h28v20h-28ZM${x - 6} ${y - 10}v-6h12v6" ${white}/>`,
    `<path d="M${x} ${y - 16}L${x + 14} ${y - 10}V${y}Q${x + 12} ${y + 12} ${x} ${y + 16}Q${x - 12} ${y + 12} ${x - 14} ${y}V${y - 10}Z" ${white}/>`,
    `<path d="M${x - 16} ${y - 4}L${x} ${y - 13}L${x + 16} ${y - 4}L${x} ${y + 5}ZM${x - 9} ${y + 1}v10q9 6 18 0v-10" ${white}/>`,
    `<path d="M${x - 14} ${y - 8}h28l-4 20h-20ZM${x - 7} ${y - 8}q0 -9 7 -9t7 9" ${white}/>`,
    `<path d="M${x - 14} ${y - 14}h12q2 0 2 4v24q0 -4 -4 -4h-10ZM${x + 14} ${y - 14}h-12q-2 0 -2 4v24q0 -4 4 -4h10Z" ${white}/>`,
    `<path d="M${x} ${y + 14}C${x - 30} ${y - 6} ${x - 8} ${y - 24} ${x} ${y - 8}C${x + 8} ${y - 24} ${x + 30} ${y - 6} ${x} ${y + 14}Z" ${white}/>`,
    `<path d="M${x - 14} ${y}h28M${x} ${y - 14}v28" ${white}/>`,
  ]
  return shapes[index % shapes.length]!
}
