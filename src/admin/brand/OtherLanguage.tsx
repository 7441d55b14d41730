'use client'
import { useTranslation } from '@payloadcms/ui'
import type { AdminKey } from '../translations.ts'
import { speaker } from '../elements/translate.ts'

/** Switches between Chinese and English; Payload keeps the choice in its cookie. */
export function OtherLanguage() {
  const { i18n, switchLanguage, t } = useTranslation()
  const other = i18n.language === 'en' ? 'zh' : 'en'
  return (
    <button
      className="house-lead__language"
      lang={other}
      onClick={() => void switchLanguage?.(other)}
      type="button"
    >
      {speaker<AdminKey>('house', t)('otherLanguage')}
    </button>
  )
}
