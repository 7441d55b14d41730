import { refusal, type Refusal } from '../refusal.ts'
import { countsForQuota, statuses, type Status } from '../workflow.ts'
import type { Words } from '../words.ts'

/** How many drafts a person may keep at a time, and how many works in any state altogether. */
export const mostDrafts = 20
export const mostEntries = 200

/** The states in which a work takes one of its participant's places in a track. */
export const countedStatuses: readonly Status[] = statuses.filter((one) => countsForQuota(one))

/** Why one more work of a track may not be sent in. `count`: this person's others that count. */
export function checkPersonLimit({
  limit,
  count,
}: {
  limit: number | null | undefined
  count: number
}): Refusal | null {
  if (limit == null || count < limit) return null
  return refusal(409, 'person-limit', {
    zh: `本子项目每人限报 ${limit} 件，您已报 ${count} 件`,
    en: `Each person may send ${limit} to this track, you have sent ${count}`,
  })
}

/** Why one more draft may not be begun (or brought back). Counts are without the one in question. */
export function checkDrafts({ drafts, all }: { drafts: number; all: number }): Refusal | null {
  if (drafts >= mostDrafts) {
    return refusal(409, 'too-many-drafts', {
      zh: `草稿最多保留 ${mostDrafts} 件，现有 ${drafts} 件，请先报送或删除`,
      en: `At most ${mostDrafts} drafts are kept, there are ${drafts}: submit or delete some`,
    })
  }
  if (all < mostEntries) return null
  return refusal(409, 'too-many-entries', {
    zh: `每人最多 ${mostEntries} 件作品，现有 ${all} 件`,
    en: `At most ${mostEntries} works a person, there are ${all}`,
  })
}

/** The limit as a sentence of the call, or null when there is none. */
export function personLimitWords(limit: number | null | undefined): Words | null {
  if (limit == null) return null
  return { zh: `职工个人每人限报 ${limit} 件`, en: `At most ${limit} from each participant` }
}
