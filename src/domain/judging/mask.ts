/** Telling strings of a known shape, whoever's they are: public ids, phone numbers, addresses of mail. */
const shapes = [
  /\b\d{4}-(?:CAS|VID|PHO|REC|COM|PLA)-\d{6}\b/giu,
  /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?!\d)/gu,
  /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu,
]

const black = '▇▇'

/**
 * A text with what it must not tell blacked out: every place where one of these names stands, as it is
 * written, white space, width and case aside; and numbers and addresses by which people are found. Names
 * of one sign are left: they are words of their own.
 */
export function maskNames(text: string, names: readonly string[]): string {
  const signs = [...text]
  const { plain, at } = folded(signs)
  const hidden = new Array<boolean>(signs.length).fill(false)
  for (const name of names) {
    const wanted = folded([...name]).plain
    if ([...wanted].length < 2) continue
    for (let from = plain.indexOf(wanted); from >= 0; from = plain.indexOf(wanted, from + 1)) {
      hidden.fill(true, at[from], at[from + wanted.length - 1]! + 1)
    }
  }
  let shown = ''
  for (const [index, sign] of signs.entries()) {
    if (!hidden[index]) shown += sign
    else if (!hidden[index - 1]) shown += black
  }
  return shapes.reduce((left, shape) => left.replace(shape, black), shown)
}

/** The text as it is compared, and for each of its units the sign of the original that it came from. */
function folded(signs: readonly string[]): { plain: string; at: number[] } {
  let plain = ''
  const at: number[] = []
  for (const [index, sign] of signs.entries()) {
    const part = sign.normalize('NFKC').toLowerCase().replace(/\s/g, '')
    plain += part
    for (let unit = 0; unit < part.length; unit += 1) at.push(index)
  }
  return { plain, at }
}
