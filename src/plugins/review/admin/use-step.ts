'use client'
import { toast, useConfig, useDocumentInfo, useForm, useFormModified } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { send } from '../../../admin/elements/send.ts'
import { statusWords, type Status } from '../../../domain/workflow.ts'
import type { Finding } from '../../../domain/rules/index.ts'
import type { DeskAction } from './desk-types.ts'
import { useDesk, useEntry } from './use-desk.ts'
import { useReviewWords } from './use-review-words.ts'

type Step = { action: DeskAction; from: Status; reason: string }

type Why = { message: string; findings: Finding[] }

type Doc = { id: number; status: Status; publicId?: string | null; title?: string }

/**
 * Takes a step of the workflow from the edit view: saves first what is unsaved, says which state the
 * reader saw, and brings the view up to date in place.
 *
 * @returns a function that answers null when the step is done, or why not
 */
export function useStep() {
  const { address, kind } = useEntry()
  const { say, pick, language } = useReviewWords()
  const { getDocPermissions, setData } = useDocumentInfo()
  const { submit } = useForm()
  const { reload } = useDesk()
  const modified = useFormModified()
  const router = useRouter()
  const { config } = useConfig()

  const save = async (from: Status): Promise<string | null> => {
    const saved = await submit<Response, Record<string, unknown>>({ disableSuccessStatus: true })
    if (!saved?.res.ok) return say('saveFailed')
    const status = await statusNow(address)
    return status === from
      ? null
      : say('movedBySaving', { status: pick(statusWords[status ?? from]) })
  }

  return async ({ action, from, reason }: Step): Promise<Why | null> => {
    if (modified) {
      const message = await save(from)
      if (message) return { message, findings: [] }
    }
    const body = { action: action.action, reason: reason || undefined, expectedStatus: from }
    const sent = await send<{ doc: Doc }, Finding>(`${address}/transition`, body, language)
    if (!sent.ok) {
      if (sent.status === 409) void reload()
      return {
        message: sent.status === 0 ? say('noAnswer') : sent.message,
        findings: sent.findings,
      }
    }
    const { doc } = sent.body
    const step = pick(action.label)
    if (doc.title === undefined) {
      toast.success(say('outOfSight', { action: step }))
      router.push(`${config.routes.admin}/collections/${kind}`)
      return null
    }
    toast.success(say('done', { action: step, number: doc.publicId ?? '', title: doc.title }))
    setData(doc)
    await Promise.all([getDocPermissions(doc), reload()])
    router.refresh()
    return null
  }
}

async function statusNow(address: string | null): Promise<Status | null> {
  const answer = await fetch(`${address}?depth=0&select[status]=true`, { credentials: 'include' })
  return answer.ok ? ((await answer.json()) as { status: Status }).status : null
}
