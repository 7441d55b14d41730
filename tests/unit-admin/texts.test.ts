import { describe, expect, it } from 'vitest'
import { inOneLanguage } from '../../src/admin/elements/send.ts'
import { adminTexts } from '../../src/admin/translations.ts'
import { beijingDay, beijingTime } from '../../src/domain/beijing-time.ts'
import { reviewTexts, reviewTranslations } from '../../src/plugins/review/translations.ts'
import { safetyTexts } from '../../src/plugins/content-safety/translations.ts'
import { likenessTexts } from '../../src/plugins/likeness/translations.ts'
import { mediaTexts } from '../../src/plugins/media-pipeline/translations.ts'
import { resultsTexts } from '../../src/plugins/results/translations.ts'
import { jobKindWords } from '../../src/domain/job-kinds.ts'
import type { Words } from '../../src/domain/words.ts'

const tables = [
  adminTexts,
  reviewTexts,
  likenessTexts,
  safetyTexts,
  mediaTexts,
  resultsTexts,
  jobKindWords,
]
const all: [string, Words][] = tables.flatMap((texts) => Object.entries<Words>(texts))
const blanks = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort()

describe('the texts of the admin', () => {
  it.each(all)('%s says the same in both languages', (_, { zh, en }) => {
    expect(zh.trim()).not.toBe('')
    expect(en.trim()).not.toBe('')
    expect(blanks(en)).toEqual(blanks(zh))
  })

  it('has every key in both languages', () => {
    expect(Object.keys(reviewTranslations.en.review!)).toEqual(
      Object.keys(reviewTranslations.zh.review!),
    )
  })
})

describe('a refusal in two languages', () => {
  it('is shown in the one that is asked for', () => {
    expect(inOneLanguage('名额 6 件 / The quota is 6', 'zh')).toBe('名额 6 件')
    expect(inOneLanguage('名额 6 件 / The quota is 6', 'en')).toBe('The quota is 6')
  })

  it('is shown whole where it has one language only', () => {
    expect(inOneLanguage('Not Found', 'zh')).toBe('Not Found')
  })
})

describe('a time', () => {
  it('is Beijing’s, wherever it is shown', () => {
    expect(beijingTime('2022-06-06T16:30:00.000Z')).toBe('2022-06-07 00:30')
    expect(beijingDay('2022-06-06T16:30:00.000Z')).toBe('2022-06-07')
  })

  it('is empty when there is none', () => {
    expect(beijingTime('nonsense')).toBe('')
  })
})
