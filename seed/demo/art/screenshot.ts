/** A plain article page as a phone shows it: the proof that a commentary was published. */

import { createRandom } from '../random.ts'
import { mix } from './colour.ts'
import { circle, faint, line, rect, svgFile, times } from './svg.ts'
import { block, letters, wrap } from './typeset.ts'

export type ArticlePage = {
  seed: string
  title: string
  platform: string
  address: string
  /** As it shall be read, for example 2022-07-15. */
  publishedOn: string
  author: string
  /** Paragraphs are parted by line ends. */
  body: string
}

/** @returns SVG of 1080×1920 pixels. */
export const articlePage = ({
  seed,
  title,
  platform,
  address,
  publishedOn,
  author,
  body,
}: ArticlePage) => {
  const random = createRandom(`${seed}/page`)
  const accent = random.pick(['#c8281e', '#1f5fae', '#1f7a5a', '#8a3a7a', '#b8641e'])
  const [w, h, margin] = [1080, 1920, 64]
  const titleLines = wrap(title, 15)
  let y = 350
  let page = block({
    lines: titleLines,
    x: margin,
    y,
    size: 60,
    leading: 1.36,
    colour: '#1c1c1e',
    weight: 700,
  })
  y += titleLines.length * 82 - 6
  page += letters({
    text: `${platform}　${author}　${publishedOn} ${random.integer(8, 21)}:${random.integer(10, 59)}`,
    x: margin,
    y,
    size: 30,
    colour: '#8a8a90',
  })
  y += 40
  page += line([margin, y], [w - margin, y], '#e4e4e8', 2)
  y += 76
  for (const paragraph of body.split('\n')) {
    const lines = wrap(`　　${paragraph}`, 23)
    page += block({ lines, x: margin, y, size: 40, leading: 1.72, colour: '#2c2c30' })
    y += lines.length * 40 * 1.72 + 30
    if (y > h) break
  }
  return svgFile({
    width: w,
    height: h,
    view: [0, 0, w, h],
    body:
      rect(0, 0, w, h, '#ffffff') +
      page +
      rect(0, 0, w, 260, '#ffffff') +
      statusBar(w, random.integer(10, 59)) +
      rect(0, 64, w, 96, '#f4f4f6') +
      rect(36, 78, w - 150, 68, '#ffffff', 'rx="34"') +
      letters({ text: address, x: 76, y: 123, size: 30, colour: '#5a5a62' }) +
      times(3, (i) => circle(w - 76 + i * 18, 112, 4.5, '#5a5a62')) +
      rect(0, 160, w, 92, accent) +
      circle(90, 206, 28, '#ffffff') +
      circle(90, 206, 16, mix(accent, '#ffffff', 0.2)) +
      letters({ text: platform, x: 138, y: 220, size: 40, colour: '#ffffff', weight: 700 }) +
      rect(0, h - 128, w, 128, '#fbfbfc') +
      line([0, h - 128], [w, h - 128], '#e4e4e8', 2) +
      rect(48, h - 96, 560, 64, '#efeff2', 'rx="32"') +
      letters({ text: '写评论…', x: 84, y: h - 52, size: 30, colour: '#9a9aa2' }) +
      ['评论', '点赞', '分享']
        .map((text, i) =>
          letters({
            text: `${text} ${random.integer(12, 980)}`,
            x: 690 + i * 140,
            y: h - 52,
            size: 28,
            colour: '#5a5a62',
            anchor: 'middle',
          }),
        )
        .join(''),
  })
}

const statusBar = (w: number, minute: number) =>
  letters({ text: `9:${minute}`, x: 48, y: 46, size: 30, colour: '#1c1c1e', weight: 700 }) +
  times(4, (i) => rect(w - 200 + i * 13, 40 - i * 6, 8, 8 + i * 6, '#1c1c1e', 'rx="2"')) +
  rect(w - 110, 20, 56, 27, 'none', 'rx="7" stroke="#1c1c1e" stroke-width="3"') +
  rect(w - 105, 25, 36, 17, '#1c1c1e', `rx="3" ${faint(0.9)}`)
