// Deliberately wide: a number too many masked in a log costs nothing.
const patterns: [RegExp, string][] = [
  [/[\p{L}\p{N}._%+'-]+(?:@|%40)[\p{L}\p{N}.-]+\.[\p{L}]{2,}/giu, '<email>'],
  [/(?<![\d.])(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?![\d.])/g, '<phone>'],
  [/(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])\d{2}\d{3}[\dXx](?!\d)/g, '<id-number>'],
  [/(postgres(?:ql)?|redis|smtps?):\/\/[^\s"@/]*@/gi, '$1://<secret>@'],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]+/g, '<token>'],
]

/** Masks e-mail addresses, mainland mobile and identity numbers, tokens and passwords in addresses. */
export function scrub(text: string): string {
  return patterns.reduce((rest, [pattern, mask]) => rest.replace(pattern, mask), text)
}
