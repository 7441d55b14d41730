'use client'
import type { Words } from '../../../domain/words.ts'
import { useJudgingWords } from './use-judging-words.ts'

/** Sentences as a list under a title; nothing where there are none. */
export function Sentences({ title, list }: { title: string; list: readonly Words[] }) {
  const { pick } = useJudgingWords()
  if (list.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul className="judging-round-desk__rules">
        {list.map((sentence) => (
          <li key={sentence.zh}>{pick(sentence)}</li>
        ))}
      </ul>
    </>
  )
}
