import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkInterval,
  checkWindows,
  contains,
  dayNumber,
  dayStart,
  inclusiveDays,
  intervalWords,
  openPhases,
  phaseNow,
  windowsOf,
  type WindowSource,
} from '../../src/domain/phases.ts'

const at = (text: string): Date => new Date(text)

/** The phases of 2022 as its notice has them. */
const campaignPhases: WindowSource['campaignPhases'] = [
  { key: 'collect', from: '2022-06-07', to: '2022-08-31' },
  { key: 'judge', from: '2022-09-01', to: '2022-10-31' },
  { key: 'summary', from: '2022-11-01', to: '2022-11-30' },
]

describe('a day in Shanghai', () => {
  it('begins at four in the afternoon of the day before, in UTC', () => {
    expect(dayStart('2022-06-07').toISOString()).toBe('2022-06-06T16:00:00.000Z')
  })

  it.each(['', '2022-6-7', '2022-02-30', '2022-13-01', '20220607', '2022-06-07T00:00', 'heute'])(
    '%j is none',
    (text) => {
      expect(dayStart(text).getTime()).toBeNaN()
    },
  )

  it('has its own number, whatever the hour', () => {
    expect(dayNumber(at('2022-06-06T15:59:59.999Z'))).toBe(dayNumber(dayStart('2022-06-07')) - 1)
    expect(dayNumber(at('2022-06-07T15:59:59.999Z'))).toBe(dayNumber(dayStart('2022-06-07')))
  })
})

describe('a half-open interval', () => {
  const interval = inclusiveDays('2022-06-07', '2022-08-31')

  it('holds its first instant and its last millisecond, not its end', () => {
    expect(contains(interval, at('2022-06-06T15:59:59.999Z'))).toBe(false)
    expect(contains(interval, at('2022-06-06T16:00:00.000Z'))).toBe(true)
    expect(contains(interval, at('2022-08-31T15:59:59.999Z'))).toBe(true)
    expect(contains(interval, at('2022-08-31T16:00:00.000Z'))).toBe(false)
  })

  it('shares no instant with the next one and leaves none out', () => {
    const day = fc.integer({ min: 0, max: 20_000 })
    const instant = fc.integer({ min: -86_400_000, max: 20_001 * 86_400_000 })
    fc.assert(
      fc.property(day, day, day, instant, (a, b, c, time) => {
        const [first, second, third] = [a, b, c].sort((x, y) => x - y) as [number, number, number]
        const text = (n: number) => new Date(n * 86_400_000).toISOString().slice(0, 10)
        const early = inclusiveDays(text(first), text(second))
        const late = inclusiveDays(text(second + 1), text(third + 1))
        const whole = { from: early.from, to: late.to }
        const now = new Date(time)
        expect(early.to).toEqual(late.from)
        expect(Number(contains(early, now)) + Number(contains(late, now))).toBe(
          Number(contains(whole, now)),
        )
        // At the seam itself exactly one of them is open.
        expect([contains(early, late.from), contains(late, late.from)]).toEqual([false, true])
      }),
    )
  })
})

describe('broken intervals', () => {
  it('are findings, not exceptions', () => {
    const good = at('2022-06-07T00:00:00Z')
    const bad = new Date(NaN)
    expect(checkInterval({ from: good, to: at('2022-06-07T00:00:00.001Z') })).toBeNull()
    expect(checkInterval({ from: good, to: good })).toMatchObject({ code: 'empty-interval' })
    expect(checkInterval({ from: bad, to: good }, 'collect')).toMatchObject({
      code: 'invalid-date',
      path: 'collect.from',
    })
    expect(checkInterval({ from: good, to: bad })).toMatchObject({
      code: 'invalid-date',
      path: 'to',
    })
    expect(contains({ from: bad, to: good }, good)).toBe(false)
    expect(contains({ from: good, to: bad }, good)).toBe(false)
    expect(intervalWords({ from: good, to: bad }).zh).toContain('不是有效的日期')
  })

  it('open nothing and are reported by phase', () => {
    const source: WindowSource = {
      campaignPhases: [
        { key: 'collect', from: '2022-08-31', to: '2022-06-07' },
        { key: 'judge', from: 'soon', to: '2022-10-31' },
      ],
    }
    expect(windowsOf(source)).toEqual({ collect: null, judge: null, summary: null })
    expect(checkWindows(source).map(({ code, path }) => [code, path])).toEqual([
      ['empty-interval', 'collect.to'],
      ['invalid-date', 'judge.from'],
    ])
    expect(openPhases(windowsOf(source), at('2022-07-01T00:00:00Z'))).toEqual(new Set())
  })
})

describe('the windows of a track', () => {
  it('are the campaign’s, with plain last days included', () => {
    const windows = windowsOf({ campaignPhases })
    expect(windows.collect).toEqual(inclusiveDays('2022-06-07', '2022-08-31'))
    expect(windows.collect?.to).toEqual(windows.judge?.from)
    expect(windows.judge?.to).toEqual(windows.summary?.from)
  })

  it('are the same from instants, as a database keeps them', () => {
    const stored = campaignPhases.map(({ key, from, to }) => {
      const interval = inclusiveDays(String(from), String(to))
      return { key, from: interval.from.toISOString(), to: interval.to }
    })
    expect(windowsOf({ campaignPhases: stored })).toEqual(windowsOf({ campaignPhases }))
  })

  it('replace the campaign’s ends one by one', () => {
    const { collect, judge } = windowsOf({
      campaignPhases,
      trackWindows: { collect: { to: '2022-09-15' }, judge: { from: '2022-09-16', to: null } },
    })
    expect(collect).toEqual(inclusiveDays('2022-06-07', '2022-09-15'))
    expect(judge).toEqual(inclusiveDays('2022-09-16', '2022-10-31'))
  })

  it('can exist where the campaign has no such phase', () => {
    const own = { summary: { from: '2022-12-01', to: '2022-12-02' } }
    const [collect] = campaignPhases
    const windows = windowsOf({ campaignPhases: collect ? [collect] : [], trackWindows: own })
    expect(windows.judge).toBeNull()
    expect(windows.summary).toEqual(inclusiveDays('2022-12-01', '2022-12-02'))
  })

  it('read a text without an offset as Shanghai time, whatever the machine’s zone', () => {
    const windows = windowsOf({
      campaignPhases: [{ key: 'collect', from: '2022-06-07T09:00', to: '2022-06-07T10:00' }],
    })
    expect(windows.collect?.from.toISOString()).toBe('2022-06-07T01:00:00.000Z')
  })

  it.each([
    ['2022-06-06T15:59:59Z', []],
    ['2022-07-01T00:00:00Z', ['collect']],
    ['2022-08-31T16:00:00Z', ['judge']],
    ['2022-11-30T15:59:59Z', ['summary']],
    ['2022-12-01T00:00:00Z', []],
  ])('at %s are open: %j', (now, open) => {
    const windows = windowsOf({ campaignPhases })
    expect([...openPhases(windows, at(now))]).toEqual(open)
    expect(phaseNow(windows, at(now))).toBe(open[0] ?? null)
  })

  it('may overlap: then the phase is the one furthest along', () => {
    const windows = windowsOf({ campaignPhases, trackWindows: { collect: { to: '2022-09-30' } } })
    const now = at('2022-09-10T00:00:00Z')
    expect([...openPhases(windows, now)]).toEqual(['collect', 'judge'])
    expect(phaseNow(windows, now)).toBe('judge')
  })
})

describe('an interval in words', () => {
  const words = (from: string, to: string) => intervalWords({ from: at(from), to: at(to) })

  it('names the last day that belongs to it', () => {
    expect(intervalWords(inclusiveDays('2022-06-07', '2022-08-31'))).toEqual({
      zh: '2022年6月7日至2022年8月31日（北京时间）',
      en: '7 June 2022 to 31 August 2022 (Beijing time)',
    })
  })

  it('names one day once', () => {
    expect(intervalWords(inclusiveDays('2022-06-07', '2022-06-07')).zh).toBe(
      '2022年6月7日（北京时间）',
    )
  })

  it('names the minutes where an end is not midnight', () => {
    expect(words('2022-06-07T01:00:00Z', '2022-06-08T10:00:00Z').zh).toBe(
      '2022年6月7日 09:00 至2022年6月8日 18:00（北京时间）',
    )
    expect(words('2022-06-07T01:00:00Z', '2022-06-07T16:00:00Z').zh).toBe(
      '2022年6月7日 09:00 至2022年6月7日 24:00（北京时间）',
    )
  })
})
