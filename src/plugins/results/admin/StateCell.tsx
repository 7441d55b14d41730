'use client'
import type { DefaultCellComponentProps } from 'payload'
import {
  isHandled,
  objectionStateWords,
  type ObjectionState,
} from '../../../domain/results/objections.ts'
import { noticeStateWords } from '../../../domain/results/public-notice.ts'
import { Chip } from './Chip.tsx'
import { useResultsWords } from './use-results-words.ts'

/** In lists: the state with what the clock makes of it. */
export function ResultStateCell({ cellData, rowData }: DefaultCellComponentProps) {
  const { say, pick } = useResultsWords()
  const { noticeFrom, noticeTo } = rowData as { noticeFrom?: string; noticeTo?: string }
  if (cellData === 'final') return <Chip tone="done">{pick(noticeStateWords.final)}</Chip>
  if (cellData !== 'frozen') return <Chip tone="quiet">{say('draft')}</Chip>
  const now = Date.now()
  if (now < Date.parse(noticeFrom ?? '')) {
    return <Chip tone="waiting">{pick(noticeStateWords.before)}</Chip>
  }
  const state = now < Date.parse(noticeTo ?? '') ? 'open' : 'closed'
  return <Chip tone={state === 'open' ? 'open' : 'waiting'}>{pick(noticeStateWords[state])}</Chip>
}

export function ObjectionStateCell({ cellData }: DefaultCellComponentProps) {
  const { pick } = useResultsWords()
  const state = cellData as ObjectionState
  const known = objectionStateWords[state]
  if (!known) return null
  return <Chip tone={toneOf(state)}>{pick(known)}</Chip>
}

/** What catches the eye is what waits for somebody. */
export function toneOf(state: ObjectionState): 'waiting' | 'open' | 'done' | 'quiet' {
  if (state === 'filed') return 'waiting'
  if (!isHandled(state)) return 'open'
  return state === 'upheld' ? 'done' : 'quiet'
}
