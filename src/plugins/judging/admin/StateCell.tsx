'use client'
import type { DefaultCellComponentProps } from 'payload'
import { shownRoundState, type RoundState } from '../../../domain/judging/rounds.ts'
import { StateWords } from './StateWords.tsx'

/** In lists: the state with what the clock makes of it. */
export function StateCell({ cellData, rowData }: DefaultCellComponentProps) {
  const { windowFrom, windowTo } = rowData as { windowFrom?: string; windowTo?: string }
  const window = { from: new Date(windowFrom ?? 0), to: new Date(windowTo ?? 8.64e15) }
  const state = (cellData ?? 'draft') as RoundState
  return <StateWords shown={shownRoundState(state, window, new Date())} />
}
