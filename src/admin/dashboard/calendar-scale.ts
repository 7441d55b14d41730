import {
  dayNumber,
  dayStart,
  phaseKeys,
  type Interval,
  type PhaseKey,
  type Windows,
} from '../../domain/phases.ts'
import { beijingDay } from '../../domain/beijing-time.ts'

/** What the calendar shows, in numbers of days since 1970 (Beijing), `to` excluded. */
export type Span = { from: number; to: number }

const day = 86_400_000

/** From the first to the last instant of all windows, and today with it; null without any window. */
export function spanOf(all: Windows[], now: Date): Span | null {
  const windows = all.flatMap((one) => phaseKeys.flatMap((key) => one[key] ?? []))
  if (windows.length === 0) return null
  const first = Math.min(...windows.map(({ from }) => from.getTime()), now.getTime())
  const last = Math.max(...windows.map(({ to }) => to.getTime()), now.getTime() + day)
  return { from: dayNumber(new Date(first)), to: dayNumber(new Date(last - 1)) + 1 }
}

/** Where an instant stands in a span, in percent. */
export function placeOf(instant: Date, { from, to }: Span): number {
  const days = (instant.getTime() - dayStart('1970-01-01').getTime()) / day
  const place = ((days - from) / (to - from)) * 100
  return Math.round(Math.min(100, Math.max(0, place)) * 100) / 100
}

/** The bars of one row: phases of the very same time share one, or the last would hide the others. */
export function barsOf(windows: Windows): { phases: PhaseKey[]; window: Interval }[] {
  const bars: { phases: PhaseKey[]; window: Interval }[] = []
  for (const key of phaseKeys) {
    const window = windows[key]
    if (!window) continue
    const same = bars.find(
      (bar) => +bar.window.from === +window.from && +bar.window.to === +window.to,
    )
    if (same) same.phases.push(key)
    else bars.push({ phases: [key], window })
  }
  return bars
}

/** The months that begin within a span; every second or third only where they would crowd. */
export function monthsOf(span: Span, language: string): { label: string; left: number }[] {
  const months: { year: number; month: number; left: number }[] = []
  const start = beijingDay(new Date(span.from * day))
  let [year, month] = start.split('-').map(Number) as [number, number]
  for (;;) {
    month += 1
    if (month > 12) [year, month] = [year + 1, 1]
    const first = dayStart(`${year}-${String(month).padStart(2, '0')}-01`)
    if (dayNumber(first) >= span.to) break
    months.push({ year, month, left: placeOf(first, span) })
  }
  const step = Math.ceil(months.length / 5)
  const shown = months.filter((_, index) => index % step === 0)
  return shown.map(({ year, month, left }, index) => {
    const isNewYear = index > 0 && shown[index - 1]!.year !== year
    return { label: monthName({ year, month, language, withYear: isNewYear }), left }
  })
}

const english = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

type MonthName = { year: number; month: number; language: string; withYear: boolean }

function monthName({ year, month, language, withYear }: MonthName): string {
  const name = language === 'en' ? english[month - 1]! : `${month}月`
  if (!withYear) return name
  return language === 'en' ? `${name} ${year}` : `${year}年${name}`
}
