'use client'
import { useTranslation } from '@payloadcms/ui'
import { inLanguage, speaker } from '../../../admin/elements/translate.ts'
import type { Words } from '../../../domain/words.ts'
import type { CertificateKey } from '../translations.ts'

/** The texts of the screens of certificates in the reader's language. */
export function useCertificateWords() {
  const { t, i18n } = useTranslation()
  return {
    language: i18n.language,
    say: speaker<CertificateKey>('certificates', t),
    pick: (words: Words) => inLanguage(words, i18n.language),
  }
}
