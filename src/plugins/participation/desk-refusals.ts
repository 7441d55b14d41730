import type { ValidationFieldError } from 'payload'
import { DeskRefusal, type DeskFinding } from '../../domain/participation/desk-refusal.ts'
import type { Words } from '../../domain/words.ts'
import { databaseAnswer } from '../../hooks/explain-error.ts'

type Thrown = {
  status?: unknown
  message?: string
  isPublic?: boolean
  data?: {
    code?: string
    path?: string
    paths?: string[]
    findings?: DeskFinding[]
    errors?: ValidationFieldError[]
  }
}

/** What Payload and our hooks throw at a caller, in the form that the public API knows; faults stay as they are. */
export function refusedAs(error: unknown): unknown {
  if (error instanceof DeskRefusal) return error
  const { status, message = '', data, isPublic } = error as Thrown
  if (typeof status !== 'number' || status >= 500 || isPublic === false) {
    const known = databaseAnswer(error)
    return known ? new DeskRefusal(known.status, known.code, known.words) : error
  }
  if (data?.errors) return notValid(data.errors)
  const words = wordsOf(message)
  const code = data?.code ?? byStatus[status] ?? 'refused'
  const findings = data?.findings ?? (data?.path ? [{ path: data.path, message }] : [])
  return new DeskRefusal(status, code, words, findings)
}

const byStatus: Record<number, string> = { 403: 'not-allowed', 404: 'not-found', 409: 'conflict' }

// Payload says it in one language, the first of ours.
function notValid(errors: ValidationFieldError[]): DeskRefusal {
  const findings = errors.map(({ path, message }) => ({ path, message: message.trim() }))
  const { path, message } = findings[0] ?? { path: '', message: '' }
  const { zh, en } = wordsOf(message)
  const english = zh === en ? 'the value is not valid' : en
  return new DeskRefusal(
    400,
    'bad-value',
    { zh: `${path}：${zh}`, en: `${path}: ${english}` },
    findings,
  )
}

// A refusal of the house says both languages in one line; Payload's own say one.
function wordsOf(message: string): Words {
  const at = message.indexOf(' / ')
  if (at < 0) return { zh: message, en: message }
  return { zh: message.slice(0, at), en: message.slice(at + 3) }
}
