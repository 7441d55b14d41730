import { entryKinds, type EntryKind } from '../kinds.ts'
import type { Status } from '../workflow.ts'
import { words, type Words } from '../words.ts'

/** What a work's state is told from. Names as they are stored, Chinese. */
export type StatusFacts = {
  status: Status
  kind: EntryKind
  /** The unit whose editors review first. */
  reviewer: string
  /** The track's host. */
  host: string
  /** Given with the last return or refusal; of an accepted work, why it was taken down. */
  reason: string | null
}

/** Where a work stands, in a sentence for the person who sent it in. */
export function statusText(facts: StatusFacts): Words {
  return sentences[facts.status](facts)
}

const sentences: Record<Status, (facts: StatusFacts) => Words> = {
  draft: () => words('草稿，尚未报送', 'Draft, not sent in yet'),
  submitted: ({ reviewer }) => ({
    zh: `${reviewer || '报送单位'}初审中`,
    en: `In first review by ${reviewer || 'the submitting unit'}`,
  }),
  recommended: ({ kind, host }) => ({
    zh: `${entryKinds[kind].label.zh}承办单位${host ? `（${host}）` : ''}复审中`,
    en: `In second review by the track’s host${host ? ` (${host})` : ''}`,
  }),
  accepted: ({ reason }) =>
    reason
      ? withReason(words('已下架，等待重新终审', 'Taken down, to be decided over again'), reason)
      : words('网信办终审中', 'In final review by the supervisor'),
  published: () => words('已发布', 'Published'),
  returned: ({ reason }) => withReason(words('已退回', 'Returned'), reason),
  rejected: ({ reason }) => withReason(words('未通过', 'Rejected'), reason),
  withdrawn: () => words('已撤回', 'Withdrawn'),
}

function withReason({ zh, en }: Words, reason: string | null): Words {
  return reason ? { zh: `${zh}：${reason}`, en: `${en}: ${reason}` } : { zh, en }
}
