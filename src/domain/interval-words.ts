import { beijingDay, beijingTime } from './beijing-time.ts'
import { checkInterval, dayStart, type Interval } from './phases.ts'
import type { Words } from './words.ts'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/**
 * An interval as people read it, in Beijing time. An end at midnight is named by the last day that
 * belongs to it; any other end by its minute, before which one has to be done.
 */
export function intervalWords(interval: Interval): Words {
  const wrong = checkInterval(interval)
  if (wrong) return wrong.message
  const from = clock(interval.from)
  const lastDay = clock(new Date(interval.to.getTime() - 1))
  const to = clock(interval.to)
  if (from.midnight && to.midnight) {
    const same = from.zh === lastDay.zh
    return {
      zh: `${same ? from.zh : `${from.zh}至${lastDay.zh}`}（北京时间）`,
      en: `${same ? from.en : `${from.en} to ${lastDay.en}`} (Beijing time)`,
    }
  }
  const end = to.midnight ? { ...lastDay, time: '24:00' } : to
  return {
    zh: `${from.zh} ${from.time} 至${end.zh} ${end.time}（北京时间）`,
    en: `${from.en} ${from.time} to ${end.en} ${end.time} (Beijing time)`,
  }
}

type Clock = { zh: string; en: string; time: string; midnight: boolean }

function clock(instant: Date): Clock {
  const [year, month, date] = beijingDay(instant).split('-').map(Number)
  return {
    zh: `${year}年${month}月${date}日`,
    en: `${date} ${months[month! - 1]} ${year}`,
    time: beijingTime(instant).slice(11),
    midnight: dayStart(beijingDay(instant)).getTime() === instant.getTime(),
  }
}
