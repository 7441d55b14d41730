'use client'
import { useTranslation } from '@payloadcms/ui'
import { inLanguage, speaker } from '../../../admin/elements/translate.ts'
import type { Words } from '../../../domain/words.ts'
import type { VotingKey } from '../translations.ts'

/** The texts of the screens of vote rounds in the reader's language. */
export function useVotingWords() {
  const { t, i18n } = useTranslation()
  return {
    language: i18n.language,
    say: speaker<VotingKey>('voting', t),
    pick: (words: Words) => inLanguage(words, i18n.language),
  }
}
