/** Colours as #rrggbb, mixed in linear light so that haze and shade stay clean. */

/** @param amount 0 gives `a`, 1 gives `b`. */
export const mix = (a: string, b: string, amount: number) => {
  const [one, two] = [channels(a), channels(b)]
  return toHex(one.map((value, i) => value + (two[i]! - value) * amount))
}

export const lighten = (colour: string, amount: number) => mix(colour, '#ffffff', amount)
export const darken = (colour: string, amount: number) => mix(colour, '#000000', amount)

const channels = (hex: string) => {
  const value = Number.parseInt(hex.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255].map((c) => (c / 255) ** 2.2)
}

const toHex = (linear: readonly number[]) =>
  `#${linear
    .map((c) =>
      Math.round(Math.min(1, Math.max(0, c)) ** (1 / 2.2) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
