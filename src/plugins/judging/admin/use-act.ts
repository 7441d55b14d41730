'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { send } from '../../../admin/elements/send.ts'
import { useJudgingWords } from './use-judging-words.ts'

/** Does something to the round and says what was refused. `act` resolves to the answer, null where refused. */
export function useAct({ base, reload }: { base: string | null; reload: () => Promise<void> }) {
  const { say, language } = useJudgingWords()
  const router = useRouter()
  const [refused, setRefused] = useState<string>()
  const [busy, setBusy] = useState(false)
  const act = async <T>(path: string, body: object, method: 'POST' | 'PUT' = 'POST') => {
    setBusy(true)
    const sent = await send<T>(`${base}/${path}`, body, language, method)
    setBusy(false)
    setRefused(sent.ok ? undefined : sent.message || say('noAnswer'))
    await reload()
    if (!sent.ok) return null
    router.refresh()
    return sent.body
  }
  return { act, busy, refused, clear: () => setRefused(undefined) }
}
