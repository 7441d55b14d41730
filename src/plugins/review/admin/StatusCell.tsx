'use client'
import { useTranslation } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'
import { isStatus, statusWords } from '../../../domain/workflow.ts'

export function StatusCell({ cellData }: DefaultCellComponentProps) {
  const { i18n } = useTranslation()
  if (!isStatus(cellData)) return null
  return <span>{statusWords[cellData][i18n.language === 'en' ? 'en' : 'zh']}</span>
}
