'use client'
import { shownStateWords, type ShownState } from '../../../domain/voting/rounds.ts'
import { useVotingWords } from './use-voting-words.ts'
import './voting.scss'

/** A round's state in words, with a shape of its own. */
export function StateWords({ shown }: { shown: ShownState }) {
  const { pick } = useVotingWords()
  return <span className={`round-state round-state--${shown}`}>{pick(shownStateWords[shown])}</span>
}
