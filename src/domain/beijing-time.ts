import { words, type Words } from './words.ts'

/** What clocks in Beijing are ahead of UTC, in ms: all year, no daylight saving since 1991 (IANA tz, Asia/Shanghai). */
export const beijingAhead = 8 * 3_600_000

/** An instant as `2022-06-07 09:30` in Beijing time, whatever the zone of the machine that shows it. */
export function beijingTime(instant: string | Date): string {
  return local(instant).slice(0, 16).replace('T', ' ')
}

/** An end as `2022-06-07 09:30`; a midnight is named by the day that it ends: `2022-06-07 24:00`. */
export function beijingEnd(instant: string | Date): string {
  const time = beijingTime(instant)
  if (!time.endsWith(' 00:00')) return time
  return `${beijingDay(new Date(new Date(instant).getTime() - 1))} 24:00`
}

/** The Beijing day of an instant as `2022-06-07`. */
export function beijingDay(instant: string | Date): string {
  return local(instant).slice(0, 10)
}

/** An instant as people read it, to the minute that lies wholly behind it: `6月7日 09:00`. */
export function momentWords(at: Date): Words {
  // A wait that ends within a minute is over when the next one begins.
  const minute = new Date(Math.ceil(at.getTime() / 60_000) * 60_000)
  const [day, time] = beijingTime(minute).split(' ')
  const [, month, date] = day!.split('-').map(Number)
  return words(`${month}月${date}日 ${time}`, `${day} ${time} Beijing time`)
}

function local(instant: string | Date): string {
  const time = new Date(instant).getTime()
  return Number.isNaN(time) ? '' : new Date(time + beijingAhead).toISOString()
}
