'use client'
import { useState } from 'react'
import type { TestAnswer } from '../test-route.ts'
import { useNoticePost } from './use-notices.ts'

export type TestState = 'running' | TestAnswer | { refused: string }

/** Tests of the endpoints below a path, and what each came to, by the endpoint’s id. */
export function useTest(path: string | null) {
  const post = useNoticePost()
  const [tests, setTests] = useState<Record<number, TestState>>({})
  const test = async (id: number) => {
    const keep = (state: TestState) => setTests((all) => ({ ...all, [id]: state }))
    keep('running')
    const sent = await post<TestAnswer>(`${path}/${id}/test`, {})
    keep('refused' in sent ? sent : sent.body)
  }
  return { tests, test }
}
