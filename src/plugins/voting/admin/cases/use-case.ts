'use client'
import { useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { refresh, useRemote } from '../../../../admin/elements/remote.ts'
import { inLanguage, type Vars } from '../../../../admin/elements/translate.ts'
import type { CaseAction, CaseState } from '../../../../domain/voting/cases.ts'
import type { Words } from '../../../../domain/words.ts'
import { idOf } from '../../../../fields/id-of.ts'
import type { CaseSample } from '../../cases/sample.ts'
import { caseTexts, type CaseText } from './case-texts.ts'

/** The texts of the desk in the reader’s language. */
export function useCaseWords() {
  const { i18n } = useTranslation()
  const { language } = i18n
  const say = (key: CaseText, vars: Vars = {}) =>
    inLanguage(caseTexts[key], language).replace(/\{\{(\w+)\}\}/g, (_, name) =>
      String(vars[name] ?? ''),
    )
  return { language, say, pick: (words: Words) => inLanguage(words, language) }
}

export type DeskOfCase = {
  doc: { id: number; state: CaseState; votes: number | null; sample: CaseSample | null }
  steps: CaseAction[]
}

/** The case that is open in the edit view; `address` is null while it is being made. */
export function useCase() {
  const { id, lastUpdateTime } = useDocumentInfo()
  const { config } = useConfig()
  const number = idOf(id)
  const address = number === null ? null : `${config.routes.api}/vote-cases/${number}`
  const desk = address && `${address}/desk`
  const { data, failed } = useRemote<DeskOfCase>(desk, lastUpdateTime)
  return { address, data, failed, reload: async () => desk && refresh(desk) }
}
