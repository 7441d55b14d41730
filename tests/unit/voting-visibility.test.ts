import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RoundState } from '../../src/domain/voting/decide.ts'
import type { VotePolicy } from '../../src/domain/voting/policy.ts'
import {
  onlookers,
  shownCount,
  shownTotals,
  sortCount,
  totalsStamp,
  type Onlooker,
} from '../../src/domain/voting/visibility.ts'
import { plainPolicy, shanghai, soundPolicy } from './voting-arbitraries.ts'

const counts: Record<string, VotePolicy['counts']> = {
  live: { shown: 'live' },
  daily: { shown: 'daily', at: '09:00' },
  after: { shown: 'afterClose' },
}

type Moment = [at: string, state: RoundState]
const moments: Record<string, Moment> = {
  'the day before': ['2022-06-06 10:00', 'open'],
  'a draft after the start': ['2022-06-07 10:00', 'draft'],
  'the first morning': ['2022-06-07 08:59:59.999', 'open'],
  'nine o’clock': ['2022-06-07 09:00', 'open'],
  'the next morning': ['2022-06-08 08:00', 'open'],
  'the next morning, paused': ['2022-06-08 08:00', 'paused'],
  'the last millisecond': ['2022-06-11 23:59:59.999', 'open'],
  'the close': ['2022-06-12 00:00', 'open'],
  'an early close': ['2022-06-09 10:00', 'closed'],
  'long after': ['2022-07-01 00:00', 'closed'],
}

// What the public is shown: – nothing, a time: the rows before it, * all.
const table: Record<keyof typeof moments, [live: string, daily: string, after: string]> = {
  'the day before': ['–', '–', '–'],
  'a draft after the start': ['–', '–', '–'],
  'the first morning': ['*', '–', '–'],
  'nine o’clock': ['*', '2022-06-07 09:00', '–'],
  'the next morning': ['*', '2022-06-07 09:00', '–'],
  'the next morning, paused': ['*', '2022-06-07 09:00', '–'],
  'the last millisecond': ['*', '2022-06-11 09:00', '–'],
  'the close': ['*', '*', '*'],
  'an early close': ['*', '*', '*'],
  'long after': ['*', '*', '*'],
}

const look = (policy: keyof typeof counts, [at, state]: Moment, who: Onlooker) =>
  shownTotals({
    policy: { ...plainPolicy, counts: counts[policy]! },
    state,
    who,
    now: shanghai(at),
  })

const cells = Object.entries(table).flatMap(([moment, row]) =>
  Object.keys(counts).flatMap((policy, column) =>
    onlookers.map((who) => {
      const isOver = row[2] === '*'
      const said =
        who === 'province' || who === 'supervisor'
          ? '*'
          : who === 'judge'
            ? isOver
              ? '*'
              : '–'
            : row[column]!
      return [policy, moment, who, said] as const
    }),
  ),
)

describe('totals', () => {
  it.each(cells)('shown %s, %s, to %s: %s', (policy, moment, who, said) => {
    const shown = look(policy, moments[moment]!, who)
    const expected =
      said === '–'
        ? { show: 'none' }
        : said === '*'
          ? { show: 'all' }
          : { show: 'before', before: shanghai(said) }
    expect(shown).toMatchObject(expected)
  })

  it('of a time at which voting begins are not those of nothing', () => {
    const window = { from: shanghai('2022-06-07 09:00'), to: shanghai('2022-06-10 09:00') }
    const at = (now: string) =>
      shownTotals({
        policy: { window, counts: counts.daily! },
        ...{ state: 'open', who: 'anonymous', now: shanghai(now) },
      })
    const next = { changesAt: shanghai('2022-06-08 09:00') }
    expect(at('2022-06-07 09:00')).toEqual({ show: 'none', ...next })
    expect(at('2022-06-08 08:59')).toEqual({ show: 'none', ...next })
    expect(at('2022-06-08 09:00')).toMatchObject({ show: 'before', before: next.changesAt })
  })

  it('say when they change by the clock, and do not change before', () => {
    const now = fc.date({
      min: shanghai('2022-06-06 00:00'),
      max: shanghai('2022-06-13 00:00'),
      noInvalidDate: true,
    })
    const state = fc.constantFrom<RoundState[]>('draft', 'open', 'paused', 'closed')
    fc.assert(
      fc.property(soundPolicy, now, state, fc.constantFrom(...onlookers), fc.nat(), (...given) => {
        const [policy, at, round, who, share] = given
        const question = { policy, state: round, who }
        const shown = shownTotals({ ...question, now: at })
        const end = shown.changesAt ?? new Date(+at + 86_400_000_000)
        expect(+end).toBeGreaterThan(+at)
        const { changesAt: _, ...what } = shown
        const between = new Date(+at + (share % (+end - +at)))
        expect(shownTotals({ ...question, now: between })).toMatchObject(what)
        if (shown.changesAt === null || round === 'draft') return
        expect(totalsStamp(shownTotals({ ...question, now: end }), '1')).not.toBe(
          // A window that ends at its daily time, and one that nobody may look into until it ends.
          shown.show === 'all' ? '' : totalsStamp(shown, '1'),
        )
      }),
    )
  })

  it('leave no trace where they are hidden: not in a number, an order or a stamp', () => {
    const total = fc.record({ all: fc.nat(), before: fc.option(fc.nat()) })
    fc.assert(
      fc.property(total, total, fc.string(), fc.string(), (a, b, one, other) => {
        const hidden = { show: 'none', changesAt: null } as const
        expect(shownCount(hidden, a)).toBeNull()
        expect(sortCount(hidden, a)).toBe(sortCount(hidden, b))
        expect(totalsStamp(hidden, one)).toBe(totalsStamp(hidden, other))
        const daily = {
          show: 'before',
          before: shanghai('2022-06-07 09:00'),
          changesAt: null,
        } as const
        expect(shownCount(daily, a)).toBe(a.before ?? 0)
        expect(sortCount(daily, { ...a, before: b.before })).toBe(b.before ?? 0)
        expect(totalsStamp(daily, one)).toBe(totalsStamp(daily, other))
        const all = { show: 'all', changesAt: null } as const
        expect([shownCount(all, a), sortCount(all, a)]).toEqual([a.all, a.all])
      }),
    )
  })
})
