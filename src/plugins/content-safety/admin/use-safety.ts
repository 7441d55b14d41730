'use client'
import { useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { refresh, useRemote } from '../../../admin/elements/remote.ts'
import { inLanguage, speaker } from '../../../admin/elements/translate.ts'
import { useEntry } from '../../../admin/elements/use-entry.ts'
import type { Words } from '../../../domain/words.ts'
import type { Safety } from '../safety-endpoint.ts'
import type { SafetyKey } from '../translations.ts'

/** What the open entry should be looked at twice for, asked for again after every save and step. */
export function useSafety() {
  const { address } = useEntry()
  const { data } = useDocumentInfo()
  const safety = address && `${address}/safety`
  const version = `${data?.updatedAt} ${data?.status}`
  return {
    ...useRemote<Safety>(safety, version),
    reload: async () => safety && refresh(safety),
  }
}

export function useSafetyWords() {
  const { t, i18n } = useTranslation()
  return {
    say: speaker<SafetyKey>('safety', t),
    pick: (words: Words) => inLanguage(words, i18n.language),
  }
}
