'use client'
import { useTranslation } from '@payloadcms/ui'
import { inLanguage, speaker } from '../../../admin/elements/translate.ts'
import type { Words } from '../../../domain/words.ts'
import type { ReviewKey } from '../translations.ts'

/** The review's texts: `say('open')` by key, `pick({ zh, en })` for pairs that come from elsewhere. */
export function useReviewWords() {
  const { t, i18n } = useTranslation()
  return {
    language: i18n.language,
    say: speaker<ReviewKey>('review', t),
    pick: (words: Words) => inLanguage(words, i18n.language),
  }
}
