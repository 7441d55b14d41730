import { badText } from '../../text.ts'
import { words, type Words } from '../../words.ts'
import { reasonLimit } from '../../workflow/decision.ts'
import type { NoticeState } from '../public-notice.ts'

/** Why an objection is not taken, in the order in which it is asked, with its HTTP status. */
export const filingFaults = {
  'notice-not-open': 409,
  'notice-closed': 409,
  'objector-not-entitled': 403,
  'objector-not-named': 403,
  'entry-not-listed': 400,
  'own-entry': 409,
  'objection-twice': 409,
  'ground-missing': 400,
  'ground-too-long': 400,
  'ground-unfit': 400,
  'evidence-missing': 400,
} as const satisfies Record<string, 400 | 403 | 409>
export type FilingFault = keyof typeof filingFaults

export type Filing = {
  notice: NoticeState
  objector: { kind: 'participant' | 'unit' | 'other'; hasRealName: boolean }
  /** Null: against the list as a whole. */
  entry: { isListed: boolean; isOwn: boolean } | null
  /** The same objector has one on the same entry that nobody ruled on yet. */
  isPending: boolean
  ground: unknown
  evidence: number
  /** Whether the campaign asks for a file or link at least. */
  needsEvidence: boolean
}

type Check = (filing: Filing) => [FilingFault, Words] | null

/** May this objection be filed? The first rule against it, or null. */
export function checkFiling(
  filing: Filing,
): { status: 400 | 403 | 409; code: FilingFault; message: Words } | null {
  for (const check of checks) {
    const found = check(filing)
    if (found) return { status: filingFaults[found[0]], code: found[0], message: found[1] }
  }
  return null
}

const checks: readonly Check[] = [
  ({ notice }) =>
    notice === 'before'
      ? ['notice-not-open', words('公示尚未开始', 'The notice has not begun')]
      : null,
  ({ notice }) =>
    notice !== 'open'
      ? ['notice-closed', words('公示已结束，不再受理异议', 'The notice is over')]
      : null,
  ({ objector }) =>
    objector.kind === 'other'
      ? [
          'objector-not-entitled',
          words('参评职工或单位可以提出异议', 'Participants and units may object'),
        ]
      : null,
  ({ objector }) =>
    objector.hasRealName
      ? null
      : ['objector-not-named', words('异议须实名提出', 'Objections are made by real name')],
  ({ entry }) =>
    entry?.isListed === false
      ? ['entry-not-listed', words('该作品不在公示名单中', 'The work is not on the list')]
      : null,
  ({ entry }) =>
    entry?.isOwn
      ? ['own-entry', words('不能对自己的作品提出异议', 'Nobody objects to a work of their own')]
      : null,
  ({ isPending }) =>
    isPending
      ? ['objection-twice', words('您的异议正在处理', 'Your objection is being dealt with')]
      : null,
  ({ ground }) =>
    typeof ground === 'string' && ground.trim()
      ? null
      : ['ground-missing', words('请写明异议理由', 'Say what the objection is')],
  ({ ground }) =>
    [...String(ground).trim()].length > reasonLimit
      ? [
          'ground-too-long',
          words(`异议理由不得超过 ${reasonLimit} 字`, `At most ${reasonLimit} characters`),
        ]
      : null,
  ({ ground }) => {
    const bad = badText(String(ground))
    return bad && ['ground-unfit', bad]
  },
  ({ evidence, needsEvidence }) =>
    needsEvidence && evidence < 1
      ? ['evidence-missing', words('请附上证据', 'Add evidence')]
      : null,
]
