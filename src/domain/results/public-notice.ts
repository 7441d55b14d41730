import { checkInterval, dayNumber, intervalWords, type Interval } from '../phases.ts'
import { refusal, type Refusal } from '../refusal.ts'
import { words, type Words } from '../words.ts'

/** What the clock and people made of a public notice (公示); `before`: nobody may see it by any path. */
export const noticeStates = ['before', 'open', 'closed', 'final'] as const
export type NoticeState = (typeof noticeStates)[number]

export const noticeStateWords: Record<NoticeState, Words> = {
  before: words('未到公示时间', 'Not shown yet'),
  open: words('公示中', 'On public notice'),
  closed: words('公示期满，尚未确定', 'Notice over, not final yet'),
  final: words('最终结果', 'Final'),
}

/** A frozen version and when it is shown. `finalAt` null: nobody made it final. */
export type NoticeVersion = { version: number; window: Interval; finalAt: Date | null }

export function noticeState({ window, finalAt }: NoticeVersion, now: Date): NoticeState {
  if (now < window.from) return 'before'
  if (finalAt !== null && now >= finalAt) return 'final'
  return now < window.to ? 'open' : 'closed'
}

/**
 * The version that the public is shown: the newest whose time has come, so that a correction leaves the
 * old one in place until its own opening. Null: none, to be answered as if there never were one.
 */
export function servedVersion<Version extends NoticeVersion>(
  versions: readonly Version[],
  now: Date,
): Version | null {
  return versions
    .filter((one) => noticeState(one, now) !== 'before')
    .reduce<Version | null>((last, one) => (last && last.version > one.version ? last : one), null)
}

/** The next instant at which `servedVersion` or its state may become another one by the clock alone. */
export function noticeChangesAt(versions: readonly NoticeVersion[], now: Date): Date | null {
  return versions
    .flatMap(({ window, finalAt }) => [window.from, window.to, ...(finalAt ? [finalAt] : [])])
    .reduce<Date | null>((next, at) => (at > now && (!next || at < next) ? at : next), null)
}

/** What stands against freezing a list for this notice; `leastDays` is the campaign's rule. */
export function noticeRefusal(window: Interval, leastDays: number, now: Date): Refusal | null {
  const wrong = checkInterval(window)
  if (wrong) return refusal(400, 'notice-window', wrong.message)
  if (window.from < now) {
    const message = words('公示开始时间已过', 'The notice would have begun in the past')
    return refusal(409, 'notice-begun', message)
  }
  // Whole days: a notice from noon to noon is as many as midnights lie between.
  const days = dayNumber(window.to) - dayNumber(window.from)
  if (days >= leastDays) return null
  const message = words(
    `公示期 ${days} 天，不得少于 ${leastDays} 天`,
    `The notice lasts ${days} days, ${leastDays} are the fewest`,
  )
  return refusal(400, 'notice-too-short', message)
}

/** What stands against making a version final; null: nothing. */
export function finalRefusal({
  version,
  newest,
  openObjections,
  unappliedRulings,
  now,
}: {
  version: NoticeVersion
  /** The number of the newest version. */
  newest: number
  openObjections: number
  /** Objections that were upheld and are in no version yet. */
  unappliedRulings: number
  now: Date
}): Refusal | null {
  const state = noticeState(version, now)
  const no = (code: string, message: Words) => refusal(409, code, message)
  if (version.finalAt !== null) {
    return no('notice-final', words('结果已确定', 'The result is final already'))
  }
  if (version.version !== newest) {
    return no('version-replaced', words('该版本已被更正', 'A later version replaces this one'))
  }
  if (state !== 'closed') {
    const when = intervalWords(version.window)
    return no(
      'notice-not-over',
      words(`公示期未满：${when.zh}`, `The notice is not over: ${when.en}`),
    )
  }
  if (openObjections > 0) {
    return no(
      'objections-open',
      words(`还有 ${openObjections} 件异议未处理`, `${openObjections} objections are not ruled on`),
    )
  }
  if (unappliedRulings > 0) {
    return no(
      'rulings-unapplied',
      words(
        `${unappliedRulings} 件成立的异议尚未体现在名单中`,
        `${unappliedRulings} upheld objections are not in the list yet`,
      ),
    )
  }
  return null
}
