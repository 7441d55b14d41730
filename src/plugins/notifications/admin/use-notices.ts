'use client'
import { useConfig, useTranslation } from '@payloadcms/ui'
import { inLanguage, speaker } from '../../../admin/elements/translate.ts'
import { send } from '../../../admin/elements/send.ts'
import type { Words } from '../../../domain/words.ts'
import type { NoticeKey } from '../translations.ts'

/** The texts of the screens of notices in the reader's language. */
export function useNoticeWords() {
  const { t, i18n } = useTranslation()
  return {
    language: i18n.language,
    say: speaker<NoticeKey>('notices', t),
    pick: (words: Words) => inLanguage(words, i18n.language),
  }
}

/** A POST below `/api`; gives back its answer, or the sentence of its refusal. */
export function useNoticePost() {
  const { config } = useConfig()
  const { language, say } = useNoticeWords()
  return async <T>(path: string, body: object): Promise<{ body: T } | { refused: string }> => {
    const sent = await send<T>(`${config.routes.api}${path}`, body, language)
    if (sent.ok) return { body: sent.body }
    return { refused: sent.status === 0 ? say('noAnswer') : sent.message }
  }
}
