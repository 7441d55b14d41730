'use client'
import type { DefaultCellComponentProps } from 'payload'
import { beijingEnd } from '../../../domain/beijing-time.ts'
import { Chip } from './Chip.tsx'
import { useResultsWords } from './use-results-words.ts'

/** In lists: up to when somebody has to act; what is late says so. */
export function DueCell({ cellData }: DefaultCellComponentProps) {
  const { say } = useResultsWords()
  if (typeof cellData !== 'string') return <>—</>
  const isLate = Date.now() >= Date.parse(cellData)
  return (
    <span className="result-due">
      {beijingEnd(cellData)}
      {isLate && <Chip tone="late">{say('late')}</Chip>}
    </span>
  )
}
