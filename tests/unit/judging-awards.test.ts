import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  award,
  describeAwards,
  readAwards,
  type AwardPolicy,
} from '../../src/domain/judging/awards.ts'
import { exact } from '../../src/domain/judging/exact.ts'
import { lockRefusal, type LockQuestion } from '../../src/domain/judging/lock.ts'
import type { Ranking } from '../../src/domain/judging/ranking.ts'
import { plainRound } from './judging-arbitraries.ts'

const level = (key: string, count: number, atLeast: number | null = null) => ({
  ...{ key, count, atLeast },
  name: { zh: `${key} 等奖`, en: key },
})
const policy = (change: Partial<AwardPolicy> = {}): AwardPolicy => ({
  ...{
    levels: [level('a', 1), level('b', 2)],
    mostPercent: null,
    reserves: 2,
    equalAtLine: 'by-hand',
  },
  ...change,
})

/** `'90 80 80'`: works w0, w1, w2 with these points, in order; the same points share a rank. */
const ranking = (points: string): Ranking => {
  const values = points.split(' ').filter(Boolean).map(Number)
  return {
    works: values.map((value, index) => ({
      ...{ id: `w${index}`, rank: values.indexOf(value) + 1, value: exact(value) },
      ...{ judges: exact(value), vote: null, equals: 1, partedBy: null, disagreement: null },
    })),
    leftOut: [],
  }
}
const shown = (points: string, change: Partial<AwardPolicy> = {}, more = {}, entries = 100) => {
  const { awards, reserves, vacancies, undecided } = award(ranking(points), policy(change), {
    entries,
    decisions: more,
  })
  return [
    awards.map(({ id, level: of }) => `${of}${id.slice(1)}`).join(' '),
    reserves.map(({ id }) => id.slice(1)).join(' '),
    vacancies.map(({ level: of, places, why }) => `${of}${places} ${why}`).join(', '),
    undecided.map(({ level: of, places, works }) => `${of}${places} of ${works.length}`).join(', '),
  ].join(' | ')
}

describe('awards', () => {
  it.each<[string, string, Partial<AwardPolicy>, object, number, string]>([
    ['in order', '9 8 7 6 5 4', {}, {}, 100, 'a0 b1 b2 | 3 4 |  | '],
    ['to fewer works than places', '9 8', {}, {}, 100, 'a0 b1 |  | b1 too-few-works | '],
    ['to nobody', '', {}, {}, 100, ' |  | a1 too-few-works, b2 too-few-works | '],
    [
      'with a first prize left empty',
      '9 8 7 6',
      {},
      { vacant: new Map([['a', 1]]) },
      100,
      'b0 b1 | 2 3 | a1 by-decision | ',
    ],
    [
      'from so many points on',
      '79 75 60 50',
      { levels: [level('a', 1, 80), level('b', 2, 70)] },
      {},
      100,
      'b0 b1 | 2 3 | a1 below-points | ',
    ],
    ['equal at the line, undecided', '9 8 7 7 5', {}, {}, 100, 'a0 b1 |  |  | b1 of 2'],
    [
      'equal at the line, decided',
      '9 8 7 7 5',
      {},
      { chosen: new Map([['b', new Set(['w3'])]]) },
      100,
      'a0 b1 b3 | 2 4 |  | ',
    ],
    [
      'equal at two lines, decided at each',
      '9 9 9 5',
      { levels: [level('a', 1), level('b', 1)] },
      {
        chosen: new Map([
          ['a', new Set(['w1'])],
          ['b', new Set(['w2'])],
        ]),
      },
      100,
      'a1 b2 | 0 3 |  | ',
    ],
    [
      'equal at the line, all in',
      '9 8 7 7 5',
      { equalAtLine: 'all-in' },
      {},
      100,
      'a0 b1 b2 b3 | 4 |  | ',
    ],
    [
      'equal at the line, all out',
      '9 8 7 7 5',
      { equalAtLine: 'all-out' },
      {},
      100,
      'a0 b1 | 2 3 | b1 equal-at-line | ',
    ],
    ['equal at the first line', '9 9 9 9', {}, {}, 100, ' |  |  | a1 of 4'],
    ['capped', '9 8 7 6', { mostPercent: 30 }, {}, 7, 'a0 b1 | 2 3 | b1 cap | '],
    ['capped to nothing', '9 8', { mostPercent: 30 }, {}, 3, ' | 0 1 | a1 cap, b2 cap | '],
    [
      'all in, but over the cap',
      '9 8 7 7 5',
      { equalAtLine: 'all-in', mostPercent: 30 },
      {},
      10,
      'a0 b1 | 2 3 | b1 equal-at-line | ',
    ],
  ])('%s', (_, points, change, decisions, entries, expected) => {
    expect(shown(points, change, decisions, entries)).toBe(expected)
  })

  it('never pass the cap, never go to a worse work before a better one, and count each place', () => {
    const some = fc.record({
      points: fc
        .array(fc.nat(8), { maxLength: 12 })
        .map((list) => list.sort((a, b) => b - a).join(' ')),
      counts: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }),
      percent: fc.option(fc.integer({ min: 1, max: 100 }), { nil: null }),
      equalAtLine: fc.constantFrom('all-in' as const, 'all-out' as const, 'by-hand' as const),
      picked: fc.uniqueArray(fc.nat(11)).map((list) => new Set(list.map((index) => `w${index}`))),
      entries: fc.nat(20),
    })
    fc.assert(
      fc.property(some, ({ points, counts, percent, equalAtLine, picked, entries }) => {
        const chosen = new Map([...'abc'].map((key) => [key, picked]))
        const of = ranking(points)
        const rules = policy({
          ...{ mostPercent: percent, equalAtLine },
          levels: counts.map((count, index) => level('abc'[index]!, count)),
        })
        const result = award(of, rules, { entries, decisions: { chosen } })
        if (percent !== null)
          expect(result.awards.length).toBeLessThanOrEqual((percent * entries) / 100)
        const order = [...result.awards.map(({ id }) => id), ...result.reserves.map(({ id }) => id)]
        expect(new Set(order).size).toBe(order.length)
        const rankOf = new Map(of.works.map(({ id, rank }) => [id, rank]))
        const ranks = order.map((id) => rankOf.get(id)!)
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
        if (result.undecided.length > 0) return
        for (const { key, count } of rules.levels) {
          const given = result.awards.filter((one) => one.level === key).length
          const empty = result.vacancies
            .filter((one) => one.level === key)
            .reduce((sum, { places }) => sum + places, 0)
          if (equalAtLine === 'all-in') expect(given + empty).toBeGreaterThanOrEqual(count)
          else expect(given + empty).toBe(count)
        }
      }),
      { numRuns: 500 },
    )
  })

  it.each<[string, unknown, string[]]>([
    ['nothing wrong', policy(), []],
    ['no levels', policy({ levels: [] }), ['no-levels levels']],
    [
      'one key twice',
      policy({ levels: [level('a', 1), level('a', 1)] }),
      ['level-twice levels.1.key'],
    ],
    [
      'points that rise',
      policy({ levels: [level('a', 1, 60), level('b', 1, 70)] }),
      ['level-rises levels.1.atLeast'],
    ],
    ['no places', policy({ levels: [level('a', 0)] }), ['not-a-number levels.0.count']],
    ['a cap of 0', policy({ mostPercent: 0 }), ['not-a-number mostPercent']],
    ['more places than the cap', policy({ mostPercent: 2 }), ['over-cap mostPercent']],
    ['something unknown', { ...policy(), gold: 1 }, ['unknown-option gold']],
    ['nothing', null, ['missing ']],
  ])('are read with %s', (_, value, expected) => {
    expect(readAwards(value, 100).findings.map(({ code, path }) => `${code} ${path}`)).toEqual(
      expected,
    )
  })

  it('are read from any JSON without throwing, and said in words', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom('levels', 'reserves', 'mostPercent', 'equalAtLine'),
        (value, key) => {
          const { policy: read, findings } = readAwards({ ...policy(), [key]: value })
          expect(read === null).toBe(findings.some(({ severity }) => severity === 'blocking'))
        },
      ),
    )
    const { policy: read } = readAwards(
      policy({
        levels: [level('一', 1)].map((one) => ({ ...one, key: 'a', atLeast: 85 })),
        mostPercent: 30,
      }),
    )
    expect(describeAwards(read!).map(({ zh }) => zh)).toEqual([
      '设一 等奖 1 件（不低于 85 分），可以空缺',
      '线上并列的由评委会决定',
      '获奖作品不超过参评作品的 30%',
      '另设候补 2 件，按名次递补',
    ])
  })
})

describe('a lock', () => {
  const question: LockQuestion = {
    ...{
      round: plainRound,
      isLocked: false,
      askedBy: 1,
      confirmedBy: 2,
      askedFor: 'x',
      stands: 'x',
    },
    ...{ belowQuorum: 0, undecided: 0, isPaused: false, now: plainRound.window.to },
  }
  it.each<[string, Partial<LockQuestion>, string | undefined]>([
    ['by a second person', {}, undefined],
    ['before the end', { now: new Date(plainRound.window.to.getTime() - 1) }, 'judging-open'],
    ['twice', { isLocked: true }, 'round-locked'],
    ['by the same person', { confirmedBy: '1' }, 'second-person-needed'],
    ['without anybody asking', { askedBy: null }, 'lock-not-asked'],
    ['of something else than was asked for', { stands: 'y' }, 'result-changed'],
    ['with marks missing', { belowQuorum: 1 }, 'below-quorum'],
    ['with equal works at a line', { undecided: 2 }, 'equal-at-line'],
    ['while it is paused', { isPaused: true }, 'judging-paused'],
  ])('%s', (_, change, code) => expect(lockRefusal({ ...question, ...change })?.code).toBe(code))
})
