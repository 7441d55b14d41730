import type { EntryKind } from '../kinds.ts'
import { joinWords, words, type Words } from '../words.ts'

/** What a participant agrees to, one by one. */
export const purposes = ['takePart', 'publishName', 'publishPortrait'] as const
export type Purpose = (typeof purposes)[number]

export const purposeWords: Record<Purpose, Words> = {
  takePart: words('参加活动并接受参加须知', 'taking part under the terms'),
  publishName: words('公开作者姓名', 'showing the authors’ names'),
  publishPortrait: words('公开作品中人物的肖像', 'showing the people in the work'),
}

/** One purpose as it stands: the newest record counts. `at` is an ISO instant. */
export type Consent = { granted: boolean; termsVersion: string | null; at: string }
export type Consents = Readonly<Record<Purpose, Consent | null>>

export const noConsents: Consents = { takePart: null, publishName: null, publishPortrait: null }

/** What somebody says now; a purpose that is not there stays as it was. */
export type ConsentInput = Partial<Record<Purpose, boolean>> & { termsVersion?: string | null }

type Step = 'submit' | 'publish'

/**
 * Which consents a step needs. People are seen in moving pictures and photographs alone; who no longer
 * takes part is not published either.
 */
export const needed: Record<Step, (kind: EntryKind) => readonly Purpose[]> = {
  submit: () => ['takePart'],
  publish: (kind) => (showsPeople[kind] ? purposes : ['takePart', 'publishName']),
}

export const showsPeople: Record<EntryKind, boolean> = {
  cases: false,
  videos: true,
  photos: true,
  recitations: true,
  commentaries: false,
  platforms: false,
}

/** Why a purpose does not count as agreed to, or null. Only `takePart` is bound to the terms' version. */
export function consentFlaw(
  purpose: Purpose,
  consent: Consent | null,
  termsVersion: string | null,
): Words | null {
  const what = purposeWords[purpose]
  if (!consent?.granted) return { zh: `未同意“${what.zh}”`, en: `No consent to ${what.en}` }
  if (purpose !== 'takePart' || !termsVersion || consent.termsVersion === termsVersion) return null
  const agreed = consent.termsVersion
  return {
    zh: `参加须知现为“${termsVersion}”版，${agreed ? `同意的是“${agreed}”版` : '同意时未注明版本'}，请重新阅读并同意`,
    en: `The terms are now version “${termsVersion}”, ${agreed ? `agreed was “${agreed}”` : 'agreed was none'}: please read and agree again`,
  }
}

/** The purposes that stand against a step. */
export function missingFor(
  step: Step,
  asked: { kind: EntryKind; consents: Consents; termsVersion: string | null },
): Purpose[] {
  return needed[step](asked.kind).filter(
    (purpose) => consentFlaw(purpose, asked.consents[purpose], asked.termsVersion) !== null,
  )
}

/** The refusal of whoever would publish a participant's work without being allowed to. */
export function notToBePublished(missing: readonly Purpose[]): Words {
  const what = joinWords(missing.map((purpose) => purposeWords[purpose]))
  return {
    zh: `作者没有同意：${what.zh}，不能发布；请退回作者确认`,
    en: `The participant has not consented to ${what.en}: it cannot be published; return it to be asked`,
  }
}

/** Which of the things said now are news: only those are recorded. */
export function changedConsents(
  now: ConsentInput,
  before: Consents,
): { purpose: Purpose; granted: boolean; termsVersion: string | null }[] {
  return purposes.flatMap((purpose) => {
    const granted = now[purpose]
    if (granted === undefined) return []
    const known = before[purpose]
    const termsVersion = now.termsVersion ?? null
    const same = known?.granted === granted && (!granted || known.termsVersion === termsVersion)
    return same ? [] : [{ purpose, granted, termsVersion }]
  })
}

/** What reviewers read in the trail when consents change after a work was sent in. */
export function consentNote(changes: readonly { purpose: Purpose; granted: boolean }[]): Words {
  return joinWords(
    changes.map(({ purpose, granted }) => {
      const what = purposeWords[purpose]
      return granted
        ? { zh: `作者同意${what.zh}`, en: `The participant consents to ${what.en}` }
        : { zh: `作者撤回同意：${what.zh}`, en: `The participant withdraws consent to ${what.en}` }
    }),
    { zh: '；', en: '; ' },
  )
}
