'use client'
import { useRowLabel } from '@payloadcms/ui'
import { useReviewWords } from './use-review-words.ts'

/** The head of an author's row: the name, and where they work. */
export function AuthorLabel() {
  const { data, rowNumber = 0 } = useRowLabel<{ name?: string; workplace?: string }>()
  const { say } = useReviewWords()
  const name = data.name || say('unnamedAuthor', { number: rowNumber + 1 })
  return <span>{[name, data.workplace].filter(Boolean).join(' · ')}</span>
}
