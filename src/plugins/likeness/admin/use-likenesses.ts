'use client'
import { useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { refresh, useRemote } from '../../../admin/elements/remote.ts'
import { inLanguage, speaker } from '../../../admin/elements/translate.ts'
import { useEntry } from '../../../admin/elements/use-entry.ts'
import type { Words } from '../../../domain/words.ts'
import type { Likenesses } from '../likenesses-endpoint.ts'
import type { LikenessKey } from '../translations.ts'

/** What the open entry is like, asked for again after every save and step. */
export function useLikenesses() {
  const { address } = useEntry()
  const { data } = useDocumentInfo()
  const likenesses = address && `${address}/likenesses`
  const version = `${data?.updatedAt} ${data?.status}`
  return {
    ...useRemote<Likenesses>(likenesses, version),
    reload: async () => likenesses && refresh(likenesses),
  }
}

export function useLikenessWords() {
  const { t, i18n } = useTranslation()
  return {
    language: i18n.language,
    say: speaker<LikenessKey>('likeness', t),
    pick: (words: Words) => inLanguage(words, i18n.language),
  }
}
