import { describe, expect, it } from 'vitest'
import { barsOf, monthsOf, placeOf, spanOf } from '../../src/admin/dashboard/calendar-scale.ts'
import { inclusiveDays, type Windows } from '../../src/domain/phases.ts'

const windows: Windows = {
  collect: inclusiveDays('2022-06-07', '2022-08-31'),
  judge: inclusiveDays('2022-09-01', '2022-10-31'),
  summary: inclusiveDays('2022-11-01', '2022-11-30'),
}
const at = (text: string) => new Date(`${text}+08:00`)
const summer = at('2022-07-01T12:00')

describe('the calendar', () => {
  it('reaches from the first window to the end of the last', () => {
    const span = spanOf([windows], summer)!
    expect(placeOf(windows.collect!.from, span)).toBe(0)
    expect(placeOf(windows.summary!.to, span)).toBe(100)
  })

  it('puts what is halfway in the middle', () => {
    const span = spanOf([{ ...windows, judge: null, summary: null }], summer)!
    expect(placeOf(at('2022-07-20T00:00'), span)).toBe(50)
  })

  it('makes room for today before and after the campaign', () => {
    const before = spanOf([windows], at('2022-05-01T08:00'))!
    expect(placeOf(at('2022-05-01T00:00'), before)).toBe(0)
    const after = spanOf([windows], at('2023-01-15T08:00'))!
    expect(placeOf(at('2023-01-15T08:00'), after)).toBeLessThan(100)
    expect(placeOf(at('2023-01-15T08:00'), after)).toBeGreaterThan(99)
  })

  it('has nothing to show without windows', () => {
    expect(spanOf([{ collect: null, judge: null, summary: null }], summer)).toBeNull()
  })

  it('names the months that begin within it, and the year where it turns', () => {
    const span = spanOf([windows], summer)!
    expect(monthsOf(span, 'zh').map(({ label }) => label)).toEqual([
      '7月',
      '8月',
      '9月',
      '10月',
      '11月',
    ])
    const winter = spanOf(
      [{ ...windows, summary: inclusiveDays('2022-11-01', '2023-02-10') }],
      summer,
    )!
    expect(monthsOf(winter, 'en').map(({ label }) => label)).toContain('Jan 2023')
  })

  it('leaves months out rather than crowd them', () => {
    const long = spanOf(
      [{ ...windows, summary: inclusiveDays('2022-11-01', '2025-02-10') }],
      summer,
    )!
    const shown = monthsOf(long, 'zh').map(({ label }) => label)
    expect(shown.length).toBeLessThanOrEqual(8)
    // Without the year a row of “7月 1月 8月” would tell nobody anything.
    expect(shown.filter((label) => /^\d{4}年/.test(label))).toHaveLength(2)
  })

  it('gives phases of the same time one bar, and the others their own', () => {
    const all = inclusiveDays('2022-06-07', '2022-07-31')
    const later = inclusiveDays('2022-08-01', '2022-08-31')
    expect(barsOf({ collect: all, judge: { ...all }, summary: later })).toEqual([
      { phases: ['collect', 'judge'], window: all },
      { phases: ['summary'], window: later },
    ])
    expect(barsOf({ collect: null, judge: later, summary: null })).toHaveLength(1)
  })
})
