'use client'
import { useTranslation } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'
import { inLanguage } from '../../../admin/elements/translate.ts'
import type { Words } from '../../../domain/words.ts'

type Props = DefaultCellComponentProps & { choices: Record<string, Words> }

/** In lists: what a choice is called instead of its word. */
export function ChoiceCell({ cellData, choices }: Props) {
  const { i18n } = useTranslation()
  const word = String(cellData ?? '')
  const name = Object.hasOwn(choices, word) ? choices[word] : undefined
  return <span>{name ? inLanguage(name, i18n.language) : word}</span>
}
