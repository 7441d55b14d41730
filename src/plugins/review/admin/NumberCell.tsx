'use client'
import type { DefaultCellComponentProps } from 'payload'
import { useReviewWords } from './use-review-words.ts'
import './status-tabs.scss'

/** The public number of an entry in a list, or that it comes with the submission. */
export function NumberCell({ cellData }: DefaultCellComponentProps) {
  const { say } = useReviewWords()
  if (typeof cellData === 'string' && cellData)
    return <span className="number-cell">{cellData}</span>
  return <span className="number-cell number-cell--none">{say('noNumber')}</span>
}
