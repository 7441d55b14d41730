'use client'
import { useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { refresh, useRemote } from '../../../admin/elements/remote.ts'
import { inOneLanguage, send } from '../../../admin/elements/send.ts'
import { inLanguage } from '../../../admin/elements/translate.ts'
import { idOf } from '../../../fields/id-of.ts'
import type { Words } from '../../../domain/words.ts'
import type { ShownKey } from '../keys.ts'
import { keyTexts, type KeyText } from './key-texts.ts'

/** The keys of the client that is open in the edit view; `address` is null while it is being made. */
export function useKeys() {
  const { id } = useDocumentInfo()
  const { config } = useConfig()
  const number = idOf(id)
  const address = number === null ? null : `${config.routes.api}/api-clients/${number}/keys`
  const { data, failed } = useRemote<{ keys: ShownKey[] }>(address)
  return {
    address,
    keys: data?.keys ?? null,
    failed,
    reload: async () => address && refresh(address),
  }
}

/** The texts of this screen in the reader's language. */
export function useKeyWords() {
  const { i18n } = useTranslation()
  const { language } = i18n
  const say = (key: KeyText, vars: Record<string, string> = {}) =>
    inLanguage(keyTexts[key], language).replace(/\{\{(\w+)\}\}/g, (_, name) => vars[name] ?? '')
  return { language, say, pick: (words: Words) => inLanguage(words, language) }
}

/** A POST to the keys; a refusal comes back as its sentence. */
export async function post<T>(
  address: string,
  body: object,
  { language, say }: Pick<ReturnType<typeof useKeyWords>, 'language' | 'say'>,
): Promise<{ body: T } | { refused: string }> {
  const sent = await send<T>(address, body, language)
  if (sent.ok) return { body: sent.body }
  return { refused: sent.status === 0 ? say('noAnswer') : inOneLanguage(sent.message, language) }
}
