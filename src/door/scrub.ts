type Pattern = {
  find: RegExp
  mask: string
  /** Without it the pattern finds nothing: most lines are not searched. */ hint: RegExp
}

// Deliberately wide: a number too many masked in a log costs nothing.
const patterns: Pattern[] = [
  {
    find: /[\p{L}\p{N}._%+'-]+(?:@|%40)[\p{L}\p{N}.-]+\.[\p{L}]{2,}/giu,
    mask: '<email>',
    hint: /@|%40/,
  },
  {
    find: /(?<![\d.])(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?![\d.])/g,
    mask: '<phone>',
    hint: /1[3-9]\d[- ]?\d{4}/,
  },
  {
    find: /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])\d{2}\d{3}[\dXx](?!\d)/g,
    mask: '<id-number>',
    hint: /\d{17}/,
  },
  {
    find: /(postgres(?:ql)?|redis|smtps?):\/\/[^\s"@/]*@/gi,
    mask: '$1://<secret>@',
    hint: /:\/\//,
  },
  { find: /\beyJ[\w-]+\.[\w-]+\.[\w-]+/g, mask: '<token>', hint: /eyJ/ },
]

/** Masks e-mail addresses, mainland mobile and identity numbers, tokens and passwords in addresses. */
export function scrub(text: string): string {
  return patterns.reduce(
    (rest, { find, mask, hint }) => (hint.test(rest) ? rest.replace(find, mask) : rest),
    text,
  )
}
