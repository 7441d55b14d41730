const offset = 8 * 3_600_000

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

function local(instant: string | Date): string {
  const time = new Date(instant).getTime()
  return Number.isNaN(time) ? '' : new Date(time + offset).toISOString()
}
