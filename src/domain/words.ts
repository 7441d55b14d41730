/** One text in both languages of the product. Chinese is what people see first. */
export type Words = { zh: string; en: string }

/** Shorthand for a pair that is written where it is used. */
export const words = (zh: string, en: string): Words => ({ zh, en })

/** Joins texts in each language with that language's own separator. */
export const joinWords = (
  list: readonly Words[],
  separator: Words = { zh: '、', en: ', ' },
): Words => ({
  zh: list.map((item) => item.zh).join(separator.zh),
  en: list.map((item) => item.en).join(separator.en),
})
