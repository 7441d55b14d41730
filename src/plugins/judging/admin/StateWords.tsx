'use client'
import { shownRoundWords, type ShownRoundState } from '../../../domain/judging/rounds.ts'
import { useJudgingWords } from './use-judging-words.ts'
import './judging.scss'

/** A round's state in words, with a shape of its own. */
export function StateWords({ shown }: { shown: ShownRoundState }) {
  const { pick } = useJudgingWords()
  return (
    <span className={`judging-state judging-state--${shown}`}>{pick(shownRoundWords[shown])}</span>
  )
}
