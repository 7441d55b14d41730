/** True QR codes (they scan) with a caption below. */

import { encode } from 'uqr'
import { n, rect, svgFile } from './svg.ts'
import { letters } from './typeset.ts'

/**
 * @returns SVG, 800×900 pixels; error correction M, four modules of quiet zone as the standard
 * asks.
 */
export const qrCard = ({ address, caption }: { address: string; caption: string }) => {
  const { size, data } = encode(address, { ecc: 'M', border: 4 })
  const module = 760 / size
  const dots = data
    .flatMap((row, y) =>
      row.map((dark, x) =>
        dark
          ? `M${n(20 + x * module)} ${n(20 + y * module)}h${n(module)}v${n(module)}h${n(-module)}Z`
          : '',
      ),
    )
    .join('')
  return svgFile({
    width: 800,
    height: 900,
    view: [0, 0, 800, 900],
    body:
      rect(0, 0, 800, 900, '#ffffff') +
      `<path d="${dots}" fill="#101418" shape-rendering="crispEdges"/>` +
      letters({
        text: caption,
        x: 400,
        y: 850,
        size: Math.min(46, 720 / Math.max(1, caption.length)),
        colour: '#1c2430',
        anchor: 'middle',
        weight: 700,
      }),
  })
}
