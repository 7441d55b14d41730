'use client'
import type { DefaultCellComponentProps } from 'payload'
import { votingTexts, type VotingKey } from '../translations.ts'
import { useVotingWords } from './use-voting-words.ts'

/** In lists: the text of a choice instead of its word. */
export function ChoiceCell({ cellData }: DefaultCellComponentProps) {
  const { say } = useVotingWords()
  const word = String(cellData ?? '')
  return <span>{Object.hasOwn(votingTexts, word) ? say(word as VotingKey) : word}</span>
}
