import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkMarks,
  checkOrder,
  checkStanding,
  checkYesNo,
  markFaults,
  readBatch,
  unitsOf,
  unitsOfPlaces,
  type Checked,
  type MarkingStanding,
} from '../../src/domain/judging/marks.ts'
import {
  recusalOf,
  recusalReasons,
  recusalsOf,
  unitRecusal,
} from '../../src/domain/judging/recusal.ts'
import { scaleOf } from '../../src/domain/judging/rounds.ts'
import { plainRound, unit } from './judging-arbitraries.ts'

const { criteria } = plainRound
const codes = (checked: Checked<unknown>) =>
  checked.ok ? [] : checked.refusals.map(({ code, path }) => `${code} ${path}`)
const marks = (given: unknown, isHandedIn = true) => checkMarks({ criteria, given, isHandedIn })
const one = (given: unknown) => [
  { criterion: 'idea', marks: given },
  { criterion: 'craft', marks: 50 },
]

describe('marks', () => {
  it.each<[string, unknown, string[]]>([
    ['as they should be', one(88.5), []],
    ['of nothing and of all', one(0), []],
    ['below zero', one(-0.01), ['mark-below-zero marks.0.marks']],
    ['above full', one(100.01), ['mark-above-full marks.0.marks']],
    ['without end', one(Infinity), ['mark-not-a-number marks.0.marks']],
    ['of no number', one(NaN), ['mark-not-a-number marks.0.marks']],
    ['as text', one('88'), ['mark-not-a-number marks.0.marks']],
    ['that are absent', one(null), ['mark-not-a-number marks.0.marks']],
    ['with three decimals', one(8.005), ['mark-too-fine marks.0.marks']],
    ['that hardly are', one(1e-7), ['mark-too-fine marks.0.marks']],
    [
      'for criteria of nobody',
      [...one(1), { criterion: 'luck', marks: 1 }],
      ['criterion-unknown marks.2.criterion'],
    ],
    [
      'for one criterion twice',
      [...one(1), { criterion: 'idea', marks: 2 }],
      ['criterion-twice marks.2.criterion'],
    ],
    [
      'for one criterion only',
      [{ criterion: 'idea', marks: 2 }],
      ['criterion-missing marks.craft'],
    ],
    ['in no list', { idea: 1 }, ['not-a-list marks']],
    [
      'in rows that are none',
      [7, null],
      [
        'criterion-unknown marks.0.criterion',
        'criterion-unknown marks.1.criterion',
        'criterion-missing marks.idea',
        'criterion-missing marks.craft',
      ],
    ],
  ])('%s', (_, given, expected) => expect(codes(marks(given))).toEqual(expected))

  it('may be partial while a judge is at it, and are whole when handed in', () => {
    expect(codes(marks([{ criterion: 'craft', marks: 4.5 }], false))).toEqual([])
    expect(codes(marks([], false))).toEqual([])
    expect(codes(marks([]))).toHaveLength(2)
  })

  it('with two decimals are read to the hundredth, exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (hundredths) => {
        const checked = marks(one(hundredths / 100))
        expect(checked.ok && checked.value.get('idea')).toBe(hundredths)
      }),
    )
  })

  it('of any JSON are taken whole or refused by known rules', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (given, mark) => {
        for (const checked of [marks(given), marks(one(mark))]) {
          if (checked.ok) expect(unitsOf(scaleOf(criteria), checked.value)).toBeLessThanOrEqual(1e6)
          else for (const { code } of checked.refusals) expect(markFaults).toHaveProperty(code)
        }
      }),
    )
  })

  it('are weighted to whole units: full marks are all of them', () => {
    const scale = scaleOf(criteria)
    const units = (idea: number, craft: number) =>
      unitsOf(
        scale,
        new Map([
          ['idea', idea * 100],
          ['craft', craft * 100],
        ]),
      )
    expect([units(100, 50), units(50, 50), units(0, 25)]).toEqual([1_000_000, 700_000, 200_000])
    expect(unitsOf(scale, new Map([['idea', 1]]))).toBeNull()
  })
})

describe('a yes or no, an order, a batch', () => {
  it('is a yes or no and nothing like it', () => {
    expect(codes(checkYesNo(true, true))).toEqual([])
    expect(codes(checkYesNo(null, false))).toEqual([])
    for (const given of [null, 'true', 1]) {
      expect(codes(checkYesNo(given, true))).toEqual(['not-yes-or-no passes'])
    }
  })

  const order = (given: unknown, isHandedIn = true) =>
    codes(checkOrder({ works: ['a', 'b', 'c'], given, isHandedIn }))

  it('orders each work once', () => {
    expect(order(['b', ['a', 'c']])).toEqual([])
    expect(order(['b'], false)).toEqual([])
    expect(order(['b'])).toEqual(['work-missing order'])
    expect(order(['a', 'b', 'a', 'c'])).toEqual(['work-twice order.2'])
    expect(order(['a', 'b', 'd', 'c', null])).toEqual([
      'work-unknown order.2',
      'work-unknown order.4',
    ])
    expect(order('abc')).toEqual(['not-a-list order'])
  })

  it('gives equal works the mean of their places', () => {
    expect([...unitsOfPlaces([['b'], ['a', 'c'], ['d']])]).toEqual([
      ...[
        ['b', 6],
        ['a', 3],
        ['c', 3],
        ['d', 0],
      ],
    ])
  })

  it('names each work of a batch once', () => {
    expect(codes(readBatch([{ work: 'a' }, { work: 'b' }]))).toEqual([])
    expect(codes(readBatch([{ work: 'a' }, { work: 'a' }, 5]))).toEqual([
      'work-twice 1.work',
      'work-unknown 2.work',
    ])
    expect(codes(readBatch(Array(201).fill({ work: 'a' })))).toEqual(['not-a-list '])
  })
})

describe('who may mark', () => {
  const standing: MarkingStanding = {
    round: plainRound,
    ...{
      isLocked: false,
      pausedFor: null,
      isActive: true,
      isAssigned: true,
      recusal: null,
      isWithdrawn: false,
    },
    ...{ hasHandedIn: false, now: new Date('2022-09-05T09:00+08:00') },
  }
  it.each<[string, Partial<MarkingStanding>, string | undefined]>([
    ['an assigned judge', {}, undefined],
    ['one who changes what was handed in', { hasHandedIn: true }, undefined],
    [
      'one who saw the others since',
      { hasHandedIn: true, round: { ...plainRound, scoresShown: 'after-own' } },
      'already-handed-in',
    ],
    ['one after the lock', { isLocked: true }, 'round-locked'],
    ['one too early', { now: new Date('2022-08-31T23:59:59+08:00') }, 'judging-not-open'],
    ['one while it is paused', { pausedFor: '系统检修' }, 'judging-paused'],
    ['one at the close', { now: plainRound.window.to }, 'judging-closed'],
    ['one who left', { isActive: false }, 'judge-left'],
    ['one of the work’s unit', { recusal: 'unit-same' }, 'judge-recused'],
    [
      'one of the work’s unit that is not assigned either',
      { recusal: 'unit-same', isAssigned: false },
      'judge-recused',
    ],
    ['another judge', { isAssigned: false }, 'work-not-assigned'],
    ['one whose work was withdrawn', { isWithdrawn: true }, 'work-withdrawn'],
  ])('%s', (_, change, code) => {
    expect(checkStanding({ ...standing, ...change })?.code).toBe(code)
  })
})

describe('recusal', () => {
  it.each([
    [unit(1, 2), unit(1, 2), 'unit-same'],
    [unit(1), unit(1, 2), 'unit-above'],
    [unit(1, 2, 3), unit(1), 'unit-below'],
    [unit(1, 2), unit(1, 3), null],
    [unit(1, 2), unit(1, 2, 9), 'unit-above'],
    ['', unit(1), null],
    ['12', unit(1), 'unit-unknown'],
    [unit(1), 'x', 'unit-unknown'],
  ])('of a judge of “%s” from a work of “%s”: %s', (judge, work, reason) => {
    expect(unitRecusal(judge, work)).toBe(reason)
  })

  it('follows every unit behind a work, and what was declared', () => {
    const conflicts = new Map([['w', 'knows-author' as const]])
    const work = { id: 'w', unitPaths: [unit(1, 3), unit(1, 2)] }
    expect(recusalOf({ unitPath: unit(1, 2), conflicts }, work)).toBe('unit-same')
    expect(recusalOf({ unitPath: unit(1, 4), conflicts }, work)).toBe('knows-author')
    expect(recusalOf({ unitPath: '', conflicts: new Map() }, work)).toBeNull()
  })

  it('is the same by its quick way', () => {
    const path = fc.oneof(
      fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 4 }).map((ids) => unit(...ids)),
      fc.constantFrom('', 'x', '0000010'),
    )
    const judge = fc.record({
      unitPath: path,
      conflicts: fc.constantFrom(new Map(), new Map([['w', 'declared' as const]])),
    })
    const work = fc.record({
      id: fc.constantFrom('w', 'v'),
      unitPaths: fc.array(path, { maxLength: 3 }),
    })
    fc.assert(
      fc.property(judge, work, (one, other) => {
        const reason = recusalOf(one, other)
        expect(recusalsOf(one)(other)).toBe(reason)
        if (reason) expect(recusalReasons).toContain(reason)
      }),
      { numRuns: 500 },
    )
  })
})
