export { intervalWords } from './interval-words.ts'
import { beijingAhead } from './beijing-time.ts'
import type { Words } from './words.ts'

export const phaseKeys = ['collect', 'judge', 'summary'] as const
export type PhaseKey = (typeof phaseKeys)[number]

export const phaseWords: Record<PhaseKey, Words> = {
  collect: { zh: '报送', en: 'Collecting' },
  judge: { zh: '评选', en: 'Judging' },
  summary: { zh: '活动总结', en: 'Summary' },
}

/** Half-open: `from` belongs to it, `to` does not, so that adjacent intervals share no instant. */
export type Interval = { from: Date; to: Date }

export type Windows = Record<PhaseKey, Interval | null>

export type PhaseFinding = {
  code: 'invalid-date' | 'empty-interval'
  path: string
  message: Words
}

const hour = 3_600_000
const day = 24 * hour

/** False for every instant when an end is not a date: a broken window is a closed one. */
export function contains(interval: Interval, now: Date): boolean {
  const at = now.getTime()
  return at >= interval.from.getTime() && at < interval.to.getTime()
}

/** Midnight in Shanghai at which a day (`2022-06-07`) begins; an Invalid Date for anything else. */
export function dayStart(text: string): Date {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!parts) return new Date(NaN)
  const utc = new Date(`${text}T00:00:00Z`)
  // 2022-02-30 would silently become the second of March.
  if (Number.isNaN(utc.getTime()) || utc.toISOString().slice(0, 10) !== text) return new Date(NaN)
  return new Date(utc.getTime() - beijingAhead)
}

/** From the first instant of one day to the last instant of another, both days included. */
export function inclusiveDays(fromDay: string, toDay: string): Interval {
  return { from: dayStart(fromDay), to: new Date(dayStart(toDay).getTime() + day) }
}

/** The number of a Shanghai day since 1970-01-01, for differences in days. */
export function dayNumber(date: Date): number {
  return Math.floor((date.getTime() + beijingAhead) / day)
}

/** What is wrong with an interval, or null. `path` is put into the finding. */
export function checkInterval(interval: Interval, path = ''): PhaseFinding | null {
  const end = Number.isNaN(interval.from.getTime())
    ? 'from'
    : Number.isNaN(interval.to.getTime())
      ? 'to'
      : null
  if (end) {
    return {
      code: 'invalid-date',
      path: path ? `${path}.${end}` : end,
      message: {
        zh: `${end === 'from' ? '开始' : '结束'}时间不是有效的日期`,
        en: `The ${end === 'from' ? 'start' : 'end'} is not a date`,
      },
    }
  }
  if (interval.to > interval.from) return null
  return {
    code: 'empty-interval',
    path: path ? `${path}.to` : 'to',
    message: { zh: '结束时间应晚于开始时间', en: 'The end must be later than the start' },
  }
}

/** An end of a window as it is stored: a Date, an ISO instant, or a plain Shanghai day. */
export type Moment = string | Date

export type WindowSource = {
  campaignPhases: readonly { key: PhaseKey; from: Moment; to: Moment }[]
  trackWindows?: Partial<
    Record<PhaseKey, { from?: Moment | null; to?: Moment | null } | null>
  > | null
}

/**
 * The windows in force for a track: its own ends replace the campaign's, end by end. A plain day as
 * `to` is included; an instant is not. Null: the phase does not exist, or is broken (`checkWindows`
 * says how); a broken window opens nothing.
 */
export function windowsOf(source: WindowSource): Windows {
  const sound = (key: PhaseKey): Interval | null => {
    const interval = rawWindow(source, key)
    return interval && !checkInterval(interval) ? interval : null
  }
  return { collect: sound('collect'), judge: sound('judge'), summary: sound('summary') }
}

/** What is wrong with the windows of a campaign or track, by phase. */
export function checkWindows(source: WindowSource): PhaseFinding[] {
  return phaseKeys.flatMap((key) => {
    const interval = rawWindow(source, key)
    const finding = interval && checkInterval(interval, key)
    return finding ? [finding] : []
  })
}

export function openPhases(windows: Windows, now: Date): Set<PhaseKey> {
  return new Set(
    phaseKeys.filter((key) => {
      const window = windows[key]
      return window !== null && contains(window, now)
    }),
  )
}

/** The phase we are in: of several open ones the one furthest along; null between and outside. */
export function phaseNow(windows: Windows, now: Date): PhaseKey | null {
  return [...openPhases(windows, now)].at(-1) ?? null
}

function rawWindow({ campaignPhases, trackWindows }: WindowSource, key: PhaseKey): Interval | null {
  const phase = campaignPhases.find((item) => item.key === key)
  const own = trackWindows?.[key]
  const from = own?.from ?? phase?.from
  const to = own?.to ?? phase?.to
  if (from == null && to == null) return null
  return { from: moment(from, 'from'), to: moment(to, 'to') }
}

function moment(value: Moment | null | undefined, end: 'from' | 'to'): Date {
  if (value == null) return new Date(NaN)
  if (value instanceof Date) return value
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) {
    const start = dayStart(value)
    return end === 'from' ? start : new Date(start.getTime() + day)
  }
  // Without an offset a text would mean the machine's own zone; here it means Shanghai's.
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(value) ? value : `${value}+08:00`
  return new Date(zoned)
}
