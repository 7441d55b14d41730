'use client'
import { useTranslation } from '@payloadcms/ui'
import { inLanguage, speaker } from '../../../admin/elements/translate.ts'
import type { Words } from '../../../domain/words.ts'
import type { JudgingKey } from '../translations.ts'

/** The texts of the staff's screens of judging in the reader's language. */
export function useJudgingWords() {
  const { t, i18n } = useTranslation()
  return {
    language: i18n.language,
    say: speaker<JudgingKey>('judging', t),
    pick: (words: Words) => inLanguage(words, i18n.language),
  }
}
