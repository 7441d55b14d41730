'use client'
import { useTranslation } from '@payloadcms/ui'
import { inLanguage, speaker } from '../../../admin/elements/translate.ts'
import type { Words } from '../../../domain/words.ts'
import type { ResultsKey } from '../translations.ts'

/** The texts of results and objections in the reader's language. */
export function useResultsWords() {
  const { t, i18n } = useTranslation()
  return {
    language: i18n.language,
    say: speaker<ResultsKey>('results', t),
    pick: (words: Words) => inLanguage(words, i18n.language),
  }
}
