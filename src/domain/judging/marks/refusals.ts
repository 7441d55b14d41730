import { joinWords, words, type Words } from '../../words.ts'

/** Why marks are not taken, in the order in which it is asked: one code, one rule. */
export const markFaults = {
  'work-twice': 400,
  'round-locked': 409,
  'judging-not-open': 409,
  'judging-closed': 409,
  'judging-paused': 409,
  'judge-left': 403,
  'judge-recused': 403,
  'work-not-assigned': 403,
  'work-withdrawn': 409,
  'already-handed-in': 409,
  'not-a-list': 400,
  'mark-not-a-number': 400,
  'mark-below-zero': 400,
  'mark-above-full': 400,
  'mark-too-fine': 400,
  'criterion-unknown': 400,
  'criterion-twice': 400,
  'criterion-missing': 400,
  'not-yes-or-no': 400,
  'work-unknown': 400,
  'work-missing': 400,
} as const satisfies Record<string, 400 | 403 | 409>
export type MarkFault = keyof typeof markFaults

/** `path` is where in the request it stands, '' for the whole of it. Fits a `Refusal`. */
export type MarkRefusal = {
  status: 400 | 403 | 409
  code: MarkFault
  path: string
  message: Words
}

export const refuse = (code: MarkFault, path: string, message: Words): MarkRefusal => ({
  ...{ status: markFaults[code], code, path, message },
})

/** Several refusals as one sentence for a place that has room for one only. */
export const refusalsWords = (refusals: readonly MarkRefusal[]): Words =>
  joinWords(
    refusals.map(({ message }) => message),
    words('；', '; '),
  )
