/**
 * The pencil: small functions that write SVG. All lengths are in picture units, where the short
 * side of a picture is 1000; a drawing collects its gradients so that a scene can speak of colours
 * only.
 */

export type Point = readonly [number, number]
/** [offset 0–1, colour, opacity 0–1 (1 when absent)] */
export type Stop = readonly [number, string, number?]

export type Pencil = {
  /** Fill that runs from one point to the other. */
  linear: (from: Point, to: Point, stops: readonly Stop[]) => string
  /** Fill that runs outward from the centre. */
  radial: (centre: Point, radius: number, stops: readonly Stop[]) => string
  /**
   * Fill that is dense in the middle of whatever shape it fills and fades to nothing at its edge.
   */
  puff: (colour: string) => string
  clip: (shape: string, content: string) => string
  /** What `body` refers to, or everything: each layer of a picture is a file of its own. */
  defs: (body?: string) => string
}

/** @param prefix keeps the ids of two drawings in one file apart. */
export const createPencil = (prefix: string): Pencil => {
  const known = new Map<string, string>()
  const keep = (write: (id: string) => string) => {
    const key = write('')
    const found = known.get(key)
    const id = found ?? `${prefix}${known.size}`
    if (!found) known.set(key, id)
    return id
  }
  return {
    linear: ([x1, y1], [x2, y2], stops) =>
      `url(#${keep(
        (id) =>
          `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="${n(x1)}" y1="${n(y1)}" ` +
          `x2="${n(x2)}" y2="${n(y2)}">${stopsOf(stops)}</linearGradient>`,
      )})`,
    radial: ([cx, cy], radius, stops) =>
      `url(#${keep(
        (id) =>
          `<radialGradient id="${id}" gradientUnits="userSpaceOnUse" cx="${n(cx)}" cy="${n(cy)}" ` +
          `r="${n(radius)}">${stopsOf(stops)}</radialGradient>`,
      )})`,
    puff: (colour) =>
      `url(#${keep(
        (id) =>
          `<radialGradient id="${id}" cx="0.5" cy="0.5" r="0.5">` +
          `${stopsOf([
            [0, colour, 0.9],
            [0.45, colour, 0.55],
            [1, colour, 0],
          ])}</radialGradient>`,
      )})`,
    clip: (shape, content) =>
      `<g clip-path="url(#${keep((id) => `<clipPath id="${id}">${shape}</clipPath>`)})">${content}</g>`,
    defs: (body) => {
      const wanted = body && new Set([...body.matchAll(/url\(#(\w+)\)/gu)].map(([, id]) => id))
      const kept = [...known].filter(([, id]) => !wanted || wanted.has(id))
      return `<defs>${kept.map(([key, id]) => key.replace('id=""', `id="${id}"`)).join('')}</defs>`
    },
  }
}

/** One decimal is a tenth of a thousandth of the picture: shorter files, same look. */
export const n = (value: number) => String(Math.round(value * 10) / 10)

export const rect = (
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  more = '',
) =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" fill="${fill}" ${more}/>`

export const circle = (x: number, y: number, radius: number, fill: string, more = '') =>
  `<circle cx="${n(x)}" cy="${n(y)}" r="${n(radius)}" fill="${fill}" ${more}/>`

export const ellipse = (
  x: number,
  y: number,
  radiusX: number,
  radiusY: number,
  fill: string,
  more = '',
) =>
  `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(radiusX)}" ry="${n(radiusY)}" fill="${fill}" ${more}/>`

export const path = (d: string, fill: string, more = '') =>
  `<path d="${d}" fill="${fill}" ${more}/>`

/** A line or an open curve; `stroke` may be a gradient. */
export const stroke = (d: string, colour: string, width: number, more = '') =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${n(width)}" ${more}/>`

export const line = (from: Point, to: Point, colour: string, width: number, more = '') =>
  stroke(`M${at(from)}L${at(to)}`, colour, width, more)

export const polygon = (points: readonly Point[], fill: string, more = '') =>
  path(`M${points.map(at).join('L')}Z`, fill, more)

export const group = (content: string, more = '') => `<g ${more}>${content}</g>`

/**
 * Attributes that let the ground shine through one shape. Not `opacity`: the renderer would draw each
 * such shape on a sheet of its own, which costs many times more.
 */
export const faint = (opacity: number) => {
  const value = Math.round(opacity * 100) / 100
  return `fill-opacity="${value}" stroke-opacity="${value}"`
}

/** The attribute that does so for a whole group, as one. */
export const veil = (opacity: number) => `opacity="${opacity}"`

export const at = ([x, y]: Point) => `${n(x)} ${n(y)}`

/** `times(3, (i) => …)` joins what three calls draw. */
export const times = (count: number, draw: (index: number) => string) =>
  Array.from({ length: Math.max(0, Math.round(count)) }, (_, index) => draw(index)).join('')

/**
 * Wraps fragments into a file: `width`×`height` pixels showing `view` = [x, y, width, height] in
 * units.
 */
export const svgFile = ({
  width,
  height,
  view,
  body,
}: {
  width: number
  height: number
  view: readonly [number, number, number, number]
  body: string
}) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ` +
      `viewBox="${view.map((value) => value.toFixed(3)).join(' ')}" preserveAspectRatio="none">${body}</svg>`,
  )

const stopsOf = (stops: readonly Stop[]) =>
  stops
    .map(
      ([offset, colour, opacity = 1]) =>
        `<stop offset="${offset}" stop-color="${colour}"${opacity < 1 ? ` stop-opacity="${opacity}"` : ''}/>`,
    )
    .join('')
