import { refusal, type Refusal } from './refusal.ts'
import type { Words } from './words.ts'
import { countsForQuota, statuses, type CountsFrom, type Status } from './workflow.ts'

/** How many entries a unit may or should send to a track. Null or absent: no such limit. */
export type Quota = {
  minimum?: number | null
  maximum?: number | null
  countsFrom: CountsFrom
}

/** The states that use up a place, for the caller's count. */
export function quotaStatuses(countsFrom: CountsFrom): Status[] {
  return statuses.filter((status) => countsForQuota(status, countsFrom))
}

/**
 * Refuses (409 `quota-exceeded`, naming both numbers) a step that takes an entry into the counted
 * states when no place is left. `count` is the number of counted entries *before* the step; steps
 * inside the counted states, and out of them, are never refused.
 */
export function checkQuota({
  quota,
  from,
  to,
  count,
}: {
  quota: Quota
  from: Status
  to: Status
  count: number
}): Refusal | null {
  const { maximum, countsFrom } = quota
  if (maximum == null) return null
  const enters = !countsForQuota(from, countsFrom) && countsForQuota(to, countsFrom)
  if (!enters || count < maximum) return null
  return refusal(409, 'quota-exceeded', {
    zh: `名额 ${maximum} 件，已用 ${count} 件`,
    en: `The quota is ${maximum}, ${count} used`,
  })
}

/** The live line beside a quota: how many there are, how many are missing, how many places are left. */
export function quotaWords({ quota, count }: { quota: Quota; count: number }): Words {
  const zh = [`已报 ${count} 件`]
  const en = [`${count} sent`]
  const missing = (quota.minimum ?? 0) - count
  if (missing > 0) {
    zh.push(`还差 ${missing} 件`)
    en.push(`${missing} more needed`)
  }
  if (quota.maximum == null) {
    zh.push('不限名额')
    en.push('no upper limit')
  } else if (count > quota.maximum) {
    zh.push(`超出 ${count - quota.maximum} 件`)
    en.push(`${count - quota.maximum} over`)
  } else {
    zh.push(`剩 ${quota.maximum - count} 件`)
    en.push(`${quota.maximum - count} left`)
  }
  return { zh: zh.join('，'), en: en.join(', ') }
}
