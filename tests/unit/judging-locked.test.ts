import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkLocked,
  factsOf,
  handedIn,
  judgeFacts,
  lockedOf,
  lockedText,
  parseLocked,
  type LockedRanking,
  type RankingFacts,
} from '../../src/domain/judging/locked.ts'
import { canonicalJson } from '../../src/domain/results/canonical.ts'
import { plainRound } from './judging-arbitraries.ts'

const work = (number: number, more: Partial<RankingFacts['works'][number]> = {}) => ({
  ...{ entry: `2022-PHO-00000${number}`, number, votes: null, submittedAt: 1000 * number },
  ...{ isWithdrawn: false, ...more },
})
const marks = (number: number, ...each: [idea: number, craft: number][]) =>
  each.map(([idea, craft], index) => ({
    ...{ number, judge: `J${index + 1}`, marks: { idea: idea * 100, craft: craft * 100 } },
  }))

const facts: RankingFacts = {
  ...{ campaign: '2022', track: 'photos', version: 1, replaces: null, reason: null },
  rules: plainRound,
  awardPolicy: {
    levels: [
      { key: 'first', name: { zh: '一等奖', en: 'First' }, count: 1, atLeast: null },
      { key: 'second', name: { zh: '二等奖', en: 'Second' }, count: 2, atLeast: null },
    ],
    ...{ mostPercent: null, reserves: 1, equalAtLine: 'by-hand' },
  },
  ...{ entries: 5, seed: 'a seed', panel: 3, orders: [], vote: null },
  works: [work(1), work(2), work(3), work(4), work(5, { isWithdrawn: true })],
  marks: [
    ...marks(1, [90, 45], [80, 40], [85, 45]),
    ...marks(2, [95, 50], [90, 48], [92, 49]),
    ...marks(3, [60, 30], [65, 30], [20, 10]),
    ...marks(4, [70, 35], [71, 35], [72, 36]),
    ...marks(5, [50, 25]),
  ],
  ...{ decisions: [], levelDecisions: [] },
}

const told = ({ works, awards, reserves, leftOut }: LockedRanking) => ({
  ranks: works.map(({ number, rank, value }) => `${rank}: ${number} (${value})`),
  awards: awards.map(({ entry, level }) => `${level} ${entry}`),
  reserves,
  leftOut: leftOut.map(({ number, reason }) => `${number} ${reason}`),
})

describe('a locked ranking', () => {
  it('says who has which rank and why nobody else has one', () => {
    expect(told(lockedOf(facts))).toEqual({
      ranks: ['1: 2 (94.6)', '2: 1 (≈85.6667)', '3: 4 (≈70.8667)', '4: 3 (≈47.6667)'],
      awards: ['first 2022-PHO-000002', 'second 2022-PHO-000001', 'second 2022-PHO-000004'],
      reserves: ['2022-PHO-000003'],
      leftOut: ['5 withdrawn'],
    })
  })

  it('is the same text in whatever order its facts come, and after it was read', () => {
    const text = lockedText(lockedOf(facts))
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...facts.works], { minLength: 5 }),
        fc.shuffledSubarray([...facts.marks], { minLength: facts.marks.length }),
        (works, given) => {
          expect(lockedText(lockedOf({ ...facts, works, marks: given }))).toBe(text)
        },
      ),
    )
    expect(lockedText(lockedOf(factsOf(parseLocked(text)!)!))).toBe(text)
    expect(checkLocked(text)).toEqual([])
  })

  it.each<[string, (locked: LockedRanking) => unknown, string[]]>([
    [
      'a mark',
      (one) => ({
        ...one,
        marks: one.marks.map((m) => ({ ...m, marks: { ...m.marks, idea: 9999 } })),
      }),
      ['works', 'marks'],
    ],
    [
      'a total',
      (one) => ({ ...one, marks: one.marks.map((m) => ({ ...m, units: 1 })) }),
      ['marks'],
    ],
    ['a rank', (one) => ({ ...one, works: one.works.map((w) => ({ ...w, rank: 1 })) }), ['works']],
    ['an award', (one) => ({ ...one, awards: one.awards.slice(1) }), ['awards']],
    ['a reserve', (one) => ({ ...one, reserves: [] }), ['reserves']],
    ['the weights', (one) => ({ ...one, rules: { ...one.rules, decimals: 0 } }), ['works']],
    ['a work left out', (one) => ({ ...one, leftOut: [] }), ['marks']],
    ['the format', (one) => ({ ...one, format: 'ranking/2' }), ['format']],
    ['the rules', (one) => ({ ...one, rules: {} }), ['rules']],
    ['something more', (one) => ({ ...one, more: 1 }), ['text']],
    ['a mark that is none', (one) => ({ ...one, marks: [{ number: 'x' }] }), ['format']],
    ['no list', () => [], ['format']],
  ])('that was changed in %s is found out', (_, change, parts) => {
    const text = canonicalJson(change(lockedOf(facts)))
    const found = checkLocked(text).map(({ part }) => part)
    expect(found.sort()).toEqual([...parts].sort())
  })

  it('tells what was corrected after the lock, and what the judges had handed in', () => {
    const before = lockedOf(facts)
    expect([before.format, 'corrections' in before]).toEqual(['ranking/1', false])
    const one = { number: 3, judge: 'J2', criterion: 'idea', was: 6500, becomes: 9800 }
    const wrong = facts.marks.map((fact) =>
      fact.number === 3 && fact.judge === 'J2' && 'marks' in fact
        ? { ...fact, marks: { ...fact.marks, idea: 9800 } }
        : fact,
    )
    const locked = lockedOf({ ...facts, marks: wrong, corrections: [{ ...one, reason: '录错' }] })
    const text = lockedText(locked)
    expect(locked.format).toBe('ranking/2')
    expect(checkLocked(text)).toEqual([])
    expect(lockedText(lockedOf(factsOf(parseLocked(text)!)!))).toBe(text)
    expect(handedIn(locked)).toEqual(handedIn(before))
    const [correction] = locked.corrections!
    for (const [given, part] of [
      [[{ ...correction, becomes: 9900 }], 'corrections'],
      [[{ ...correction, was: 9800 }], 'corrections'],
      [[{ ...correction, judge: 'J9' }], 'corrections'],
      [[{ ...correction, criterion: null }], 'corrections'],
      [[correction, { ...correction, was: 1 }], 'corrections'],
      [[], 'format'],
      [undefined, 'format'],
    ] as const) {
      const changed = JSON.parse(JSON.stringify({ ...locked, corrections: given })) as object
      expect(checkLocked(canonicalJson(changed))).toEqual([{ part }])
    }
  })

  it('counts yes and no', () => {
    const qualify: RankingFacts = {
      ...facts,
      rules: {
        ...{ ...plainRound, kind: 'qualify', criteria: [], tieBreak: [], disagreement: null },
        carryOver: { kind: 'threshold', points: 60 },
      },
      awardPolicy: null,
      marks: [1, 2, 3, 4].flatMap((number) =>
        [1, 2, 3].map((judge) => ({ number, judge: `J${judge}`, passes: judge < number })),
      ),
    }
    const locked = lockedOf(qualify)
    expect(locked.goesOn).toEqual(['2022-PHO-000004', '2022-PHO-000003'])
    expect(locked.works.map(({ value }) => value)).toEqual(['100', '≈66.6667', '≈33.3333', '0'])
    expect(checkLocked(lockedText(locked))).toEqual([])
  })

  it('counts orders, in which withdrawn works have no place', () => {
    const order: RankingFacts = {
      ...facts,
      rules: {
        ...{ ...plainRound, kind: 'rank', criteria: [], disagreement: null },
        ...{ method: { kind: 'schulze' }, tieBreak: [{ by: 'lot' }] },
      },
      awardPolicy: null,
      marks: [],
      orders: [
        { judge: 'J1', groups: [[5], [1], [2, 3], [4]] },
        { judge: 'J2', groups: [[1], [5], [2], [3], [4]] },
        { judge: 'J3', groups: [[2], [1], [3], [4], [5]] },
      ],
    }
    const locked = lockedOf(order)
    expect(locked.full).toBe(6)
    expect(locked.works.map(({ number }) => number)).toEqual([1, 2, 3, 4])
    expect(locked.marks.filter(({ judge }) => judge === 'J1').map(({ units }) => units)).toEqual([
      6, 3, 3, 0,
    ])
    expect(checkLocked(lockedText(locked))).toEqual([])
  })

  it('waits while works are equal at a line, until people decide', () => {
    const equal: RankingFacts = {
      ...facts,
      rules: { ...plainRound, tieBreak: [] },
      works: [work(1), work(2), work(3)],
      marks: [1, 2, 3].flatMap((number) => marks(number, [80, 40], [80, 40], [80, 40])),
    }
    expect(judgeFacts(equal).undecided).toEqual([1, 2, 3].map((n) => `2022-PHO-00000${n}`))
    const first = { level: 'first', vacant: 0, chosen: ['2022-PHO-000003'] }
    const decided = { ...equal, levelDecisions: [first] }
    expect(judgeFacts(decided).undecided).toEqual([])
    expect(told(lockedOf(decided)).awards).toEqual([
      'first 2022-PHO-000003',
      'second 2022-PHO-000001',
      'second 2022-PHO-000002',
    ])
  })
})
