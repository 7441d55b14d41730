'use client'
import { useTranslation } from '@payloadcms/ui'
import { inLanguage, speaker } from '../../../admin/elements/translate.ts'
import type { Label } from './api-types.ts'
import { screenNamespace, type ScreenKey } from './texts.ts'

/** The texts of the judging screen in the reader's language. */
export function useScreenWords() {
  const { t, i18n } = useTranslation()
  const pick = (label: Label | undefined): string =>
    label == null ? '' : typeof label === 'string' ? label : inLanguage(label, i18n.language)
  return { language: i18n.language, say: speaker<ScreenKey>(screenNamespace, t), pick }
}
