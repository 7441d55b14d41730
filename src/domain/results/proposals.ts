import { refusal, type Refusal } from '../refusal.ts'
import { words, type Words } from '../words.ts'

/** What two people do to a list of results: one asks, another one confirms exactly what was shown. */
export const proposalKinds = ['freeze', 'correct', 'finish'] as const
export type ProposalKind = (typeof proposalKinds)[number]

export const proposalWords: Record<ProposalKind, Words> = {
  freeze: words('冻结名单', 'Freeze the list'),
  correct: words('更正名单', 'Correct the list'),
  finish: words('确定结果', 'Make the list final'),
}

/** What somebody asked for: of which version, by the hash of its text. */
export type Proposal = {
  kind: ProposalKind
  version: number
  sha256: string
  by: string | number
}

/**
 * May this be confirmed? By somebody else, who names the hash that was read; and only while what would be
 * written is still what was asked for.
 *
 * @param named the hash that whoever confirms has before them
 * @param stands the hash of what would be written now
 */
export function confirmRefusal({
  proposal,
  by,
  named,
  stands,
}: {
  proposal: Proposal | null
  by: string | number
  named: unknown
  stands: string | null
}): Refusal | null {
  if (proposal === null) {
    return refusal(409, 'nothing-asked', words('没有待确认的事项', 'Nothing waits to be confirmed'))
  }
  if (String(proposal.by) === String(by)) {
    const message = words('须由提请人以外的另一人确认', 'A second person must confirm')
    return refusal(403, 'second-person-needed', message)
  }
  if (named !== proposal.sha256) {
    const message = words(
      '您看到的不是待确认的名单，请刷新后核对',
      'What you read is not what waits to be confirmed; reload and look again',
    )
    return refusal(409, 'stale-proposal', message)
  }
  if (stands !== proposal.sha256) {
    const message = words(
      '提请之后名单有变，请撤回后重新提请',
      'The list has changed since it was asked for; withdraw and ask again',
    )
    return refusal(409, 'result-changed', message)
  }
  return null
}
