'use client'
import { useTranslation } from '@payloadcms/ui'
import { isStatus, statusWords } from '../../domain/workflow.ts'
import { inLanguage } from './translate.ts'
import './status-chip.scss'

type Props = { status: unknown; size?: 'small' | 'large' }

/** The state of an entry in words, with a shape and a colour of its own. */
export function StatusChip({ status, size = 'small' }: Props) {
  const { i18n } = useTranslation()
  if (!isStatus(status)) return null
  return (
    <span className={`status-chip status-chip--${status} status-chip--${size}`}>
      <i aria-hidden="true" className="status-chip__mark" />
      {inLanguage(statusWords[status], i18n.language)}
    </span>
  )
}
