import { words, type Words } from '../words.ts'

export type Retained =
  | 'phones'
  | 'guardianConsents'
  | 'unfinishedDrafts'
  | 'draftsOfLeft'
  | 'usedTokens'
  | 'idempotencyAnswers'

/** From when on the days are counted. */
export type RetainedFrom = 'campaignEnd' | 'lastChange' | 'leaving' | 'expiry' | 'answer'

export type Retention = {
  what: Retained
  /** `campaignEnd`: the end of the campaign's last phase, and never sooner than so long after the last change. */
  from: RetainedFrom
  days: number
  label: Words
}

/**
 * What is erased by itself, and when. The campaign's notice sets no dates: half a year covers public
 * notice, objections and the sending of prizes; a draft that nobody touched for as long is given up.
 */
export const retention: readonly Retention[] = [
  {
    what: 'phones',
    from: 'campaignEnd',
    days: 180,
    label: words('作者联系电话', 'Authors’ phone numbers'),
  },
  {
    what: 'guardianConsents',
    from: 'campaignEnd',
    days: 180,
    label: words('监护人同意书', 'Guardians’ consents'),
  },
  {
    what: 'unfinishedDrafts',
    from: 'lastChange',
    days: 180,
    label: words('参与者未报送的草稿', 'Participants’ drafts that were never sent in'),
  },
  {
    what: 'draftsOfLeft',
    from: 'leaving',
    days: 0,
    label: words('已注销者的草稿', 'Drafts of people who left'),
  },
  {
    what: 'usedTokens',
    from: 'expiry',
    days: 0,
    label: words('用过的令牌', 'Tokens that were used'),
  },
  {
    what: 'idempotencyAnswers',
    from: 'answer',
    days: 1,
    label: words('重复请求的应答', 'Answers kept for repeated requests'),
  },
]

/** What is as old as this, or older, is erased at `now`. */
export function erasedBefore(what: Retained, now: Date): Date {
  const { days } = retention.find((one) => one.what === what)!
  return new Date(now.getTime() - days * 86_400_000)
}
