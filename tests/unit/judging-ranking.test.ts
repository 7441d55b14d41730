import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compare, decimalText, exact, rounded, squareRoot } from '../../src/domain/judging/exact.ts'
import { readRound, scaleOf, type Method } from '../../src/domain/judging/rounds.ts'
import { unitsOf } from '../../src/domain/judging/marks.ts'
import {
  carryOver,
  explain,
  explanationWords,
  rank,
  rankingChanges,
  type MarkedWork,
  type RankingQuestion,
  type RankingRules,
} from '../../src/domain/judging/ranking.ts'
import { plainRound } from './judging-arbitraries.ts'

const rules: RankingRules = {
  ...plainRound,
  criteria: [],
  quorum: 1,
  tieBreak: [],
  disagreement: null,
}
const workOf = (
  id: string,
  marks: Record<string, number> | number[],
  more: Partial<MarkedWork> = {},
): MarkedWork => ({
  ...{ id, votes: null, submittedAt: null, isWithdrawn: false },
  totals: Object.entries(marks).map(([judge, units]) => ({
    judge: `j${judge}`,
    units: units as number,
  })),
  ...more,
})
const ask = (
  works: MarkedWork[],
  change: Partial<RankingRules> = {},
  full = 100,
): RankingQuestion => ({
  ...{ works, full, seed: 'seed' },
  rules: { ...rules, ...change },
})
const ranks = (question: RankingQuestion) =>
  rank(question).works.map(({ id, rank: place, value }) => `${place} ${id} ${decimalText(value)}`)

const methods: Method[] = [
  ...([{ kind: 'mean' }, { kind: 'trimmed-mean', drop: 1 }, { kind: 'median' }] as const),
  ...([{ kind: 'standardised', shrink: 3 }, { kind: 'schulze' }] as const),
]
/** The rules of which a round is not warned. */
const isMonotone = ({ method, vote }: Pick<RankingRules, 'method' | 'vote'>) =>
  method.kind !== 'standardised' && !(method.kind === 'schulze' && vote && vote.percent > 0)

/** Works of up to five judges, each of whom marked some of them, small numbers so that many are equal. */
const someWorks = fc
  .array(
    fc.record({
      units: fc.array(fc.option(fc.integer({ min: 0, max: 6 }), { nil: null }), {
        minLength: 5,
        maxLength: 5,
      }),
      votes: fc.option(fc.nat(4), { nil: null }),
      submittedAt: fc.option(fc.nat(3), { nil: null }),
      isWithdrawn: fc.constantFrom(false, false, false, true),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((list) =>
    list.map(({ units, ...more }, index): MarkedWork => ({
      ...{ id: `w${index}`, ...more },
      totals: units.flatMap((one, judge) =>
        one === null ? [] : [{ judge: `j${judge}`, units: one }],
      ),
    })),
  )
const someRules = fc.record({
  method: fc.constantFrom(...methods),
  vote: fc.option(
    fc.record({
      percent: fc.constantFrom(0, 15, 40, 100),
      points: fc.constantFrom('share-of-top' as const, 'by-place' as const),
    }),
    { nil: null },
  ),
  decimals: fc.constantFrom(null, 0, 2),
  tieBreak: fc.constantFrom<RankingRules['tieBreak'][]>(
    [],
    [{ by: 'median' }, { by: 'votes' }],
    [{ by: 'lowest-mark' }, { by: 'submitted' }, { by: 'lot' }],
    [{ by: 'mean' }],
  ),
})

describe('exact numbers', () => {
  it('compare as the rationals that they are', () => {
    const one = fc.tuple(
      fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
      fc.bigInt({ min: 1n, max: 10n ** 20n }),
    )
    fc.assert(
      fc.property(one, one, ([a, b], [c, d]) => {
        const truth = a * d < c * b ? -1 : a * d > c * b ? 1 : 0
        expect(Math.sign(compare(exact(a, b), exact(c, d)))).toBe(truth)
      }),
    )
    const third = exact(10n ** 30n, 3n * 10n ** 30n)
    expect(compare(third, exact(10n ** 30n + 1n, 3n * 10n ** 30n))).toBeLessThan(0)
    expect(compare(third, exact(1, 3))).toBe(0)
  })

  it.each([
    [1, 3, 4, '≈0.3333'],
    [2, 3, 4, '≈0.6667'],
    [175, 2, 4, '87.5'],
    [-1, 8, 2, '≈-0.13'],
    [5, 2, 0, '≈3'],
    [100, 1, 4, '100'],
    [1, 100_000, 4, '≈0'],
  ])('%i ÷ %i to %i decimals is %s', (n, d, most, text) => {
    expect(decimalText(exact(n, d), most)).toBe(text)
  })

  it('round half up and take roots down', () => {
    expect(decimalText(rounded(exact(12345, 1000), 2))).toBe('12.35')
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 60n }), (value) => {
        const root = squareRoot(value)
        expect(root * root <= value && value < (root + 1n) * (root + 1n)).toBe(true)
        expect(squareRoot(value * value)).toBe(value)
      }),
    )
  })
})

describe('a ranking', () => {
  const four = [
    workOf('a', [90, 80, 70, 10]),
    workOf('b', [85, 60, 60, 60]),
    workOf('c', [70, 70, 75, 66]),
    workOf('d', [70, 70, 70, 70]),
  ]
  it.each<[Method, string[]]>([
    [{ kind: 'mean' }, ['1 c 70.25', '2 d 70', '3 b 66.25', '4 a 62.5']],
    [{ kind: 'trimmed-mean', drop: 1 }, ['1 a 75', '2 c 70', '2 d 70', '4 b 60']],
    [{ kind: 'median' }, ['1 a 75', '2 c 70', '2 d 70', '4 b 60']],
    [{ kind: 'schulze' }, ['1 a 100', '1 c 100', '3 d 75', '4 b 25']],
  ])('by %o', (method, expected) => expect(ranks(ask(four, { method }))).toEqual(expected))

  it('by standard scores weighs a mild judge like a strict one', () => {
    const works = [workOf('a', [95, 30]), workOf('b', [94, 50]), workOf('c', [93, 10])]
    // z: 1.2247, 0, −1.2247 by the mild one; 0, 1.2247, −1.2247 by the strict; halved by 3 ÷ (3 + 3).
    expect(ranks(ask(works, { method: { kind: 'standardised', shrink: 3 } }))).toEqual([
      ...['1 a ≈53.0619', '1 b ≈53.0619', '3 c ≈43.8763'],
    ])
    expect(ranks(ask(works))).toEqual(['1 b 72', '2 a 62.5', '3 c 51.5'])
  })

  it('by standard scores asks a judge who gives all the same, or one mark, nothing', () => {
    const works = [workOf('a', { 0: 50, 1: 80 }), workOf('b', { 0: 50 }), workOf('c', { 0: 50 })]
    expect(ranks(ask(works, { method: { kind: 'standardised', shrink: 3 } }))).toEqual([
      ...['1 a 50', '1 b 50', '1 c 50'],
    ])
  })

  it('by Schulze gives the published example its order', () => {
    // Schulze 2011, example 1 of 45 voters on five alternatives: E > A > C > B > D.
    const ballots: [number, string][] = [
      ...([
        [5, 'ACBED'],
        [5, 'ADECB'],
        [8, 'BEDAC'],
        [3, 'CABED'],
      ] as [number, string][]),
      ...([
        [7, 'CAEBD'],
        [2, 'CBADE'],
        [7, 'DCEBA'],
        [8, 'EBADC'],
      ] as [number, string][]),
    ]
    let judge = 0
    const totals = new Map([...'ABCDE'].map((id) => [id, [] as { judge: string; units: number }[]]))
    for (const [count, order] of ballots) {
      for (let one = 0; one < count; one += 1, judge += 1) {
        ;[...order].forEach((id, place) =>
          totals.get(id)!.push({ judge: `${judge}`, units: 4 - place }),
        )
      }
    }
    const works = [...totals].map(([id, list]) => workOf(id, [], { totals: list }))
    const { works: order } = rank(ask(works, { method: { kind: 'schulze' } }, 4))
    expect(order.map(({ id }) => id).join('')).toBe('EACBD')
  })

  it('blends with the vote, and gives works without votes nothing', () => {
    const works = [
      workOf('a', [80], { votes: 0 }),
      workOf('b', [60], { votes: 50 }),
      workOf('c', [60], { votes: 200 }),
    ]
    const vote = { percent: 30, points: 'share-of-top' } as const
    expect(ranks(ask(works, { vote }))).toEqual(['1 c 72', '2 a 56', '3 b 49.5'])
    expect(ranks(ask(works, { vote: { ...vote, points: 'by-place' } }))).toEqual([
      ...['1 c 72', '2 b 62', '3 a 56'],
    ])
    const none = works.map((work) => ({ ...work, votes: null }))
    expect(ranks(ask(none, { vote }))).toEqual(['1 a 56', '2 b 42', '2 c 42'])
  })

  it('parts equal works in the declared order, by lot at last', () => {
    const works = [
      workOf('a', [50, 70], { votes: 1, submittedAt: 5 }),
      workOf('b', [60, 60], { votes: 3, submittedAt: 9 }),
      workOf('c', [60, 60], { votes: 3, submittedAt: 4 }),
      workOf('d', [60, 60], { votes: 3, submittedAt: null }),
    ]
    const order = (tieBreak: RankingRules['tieBreak']) =>
      rank(ask(works, { tieBreak }))
        .works.map(({ id, rank: place }) => `${place}${id}`)
        .join(' ')
    expect(order([])).toBe('1a 1b 1c 1d')
    expect(order([{ by: 'lowest-mark' }])).toBe('1b 1c 1d 4a')
    expect(order([{ by: 'votes' }, { by: 'submitted' }])).toBe('1c 2b 3d 4a')
    expect(new Set(order([{ by: 'lot' }]).match(/\d/g))).toEqual(new Set('1234'))
    expect(
      rank(ask(works, { tieBreak: [{ by: 'votes' }, { by: 'submitted' }] })).works.map(
        ({ partedBy }) => partedBy,
      ),
    ).toEqual([null, 1, 1, 0])
  })

  it('rounds only where that is declared: then equal is what looks equal', () => {
    const works = [workOf('a', [70, 70, 71]), workOf('b', [70, 70, 70])]
    expect(ranks(ask(works))).toEqual(['1 a ≈70.3333', '2 b 70'])
    expect(ranks(ask(works, { decimals: 0 }))).toEqual(['1 a 70', '1 b 70'])
  })

  it('leaves out withdrawn works, those without marks and those with too few, and says so', () => {
    const works = [
      workOf('a', [50, 60]),
      workOf('b', [90, 90], { isWithdrawn: true }),
      workOf('c', []),
      workOf('d', [99]),
    ]
    const ranking = rank(ask(works, { quorum: 2 }))
    expect(ranking.works.map(({ id }) => id)).toEqual(['a'])
    expect(ranking.leftOut).toEqual([
      { id: 'b', reason: 'withdrawn' },
      { id: 'c', reason: 'no-marks' },
      { id: 'd', reason: 'below-quorum' },
    ])
  })

  it('of one work by one judge is one work', () => {
    for (const method of methods)
      expect(rank(ask([workOf('a', [7])], { method })).works[0]).toMatchObject({ id: 'a', rank: 1 })
    expect(rank(ask([]))).toEqual({ works: [], leftOut: [] })
  })

  it('flags works on which judges disagree', () => {
    const flagged = rank(
      ask([workOf('a', [90, 60]), workOf('b', [89, 60])], { disagreement: 30 }),
    ).works
    expect(
      flagged.map(({ id, disagreement }) => [id, disagreement && decimalText(disagreement)]),
    ).toEqual([
      ...[
        ['a', '30'],
        ['b', null],
      ],
    ])
  })
})

describe('every ranking', () => {
  it('is a pure function of what was given: no order of works or marks matters', () => {
    fc.assert(
      fc.property(someWorks, someRules, fc.infiniteStream(fc.nat()), (works, change, stream) => {
        const mixed = <Item>(items: readonly Item[]) =>
          items
            .map((item) => ({ item, at: stream.next().value! }))
            .sort((a, b) => a.at - b.at)
            .map(({ item }) => item)
        const other = mixed(works).map((work) => ({ ...work, totals: mixed(work.totals) }))
        expect(rank(ask(other, change, 6))).toEqual(rank(ask(works, change, 6)))
      }),
      { numRuns: 200 },
    )
  })

  it('never lowers a work for a better mark or another vote', () => {
    fc.assert(
      fc.property(
        someWorks,
        someRules.filter(isMonotone),
        fc.nat(),
        fc.integer({ min: 1, max: 6 }),
        fc.nat(5),
        (works, change, pick, more, which) => {
          const at = pick % works.length
          const work = works[at]!
          const better: MarkedWork =
            which === 5
              ? { ...work, votes: (work.votes ?? 0) + more }
              : {
                  ...work,
                  totals: work.totals.map((one) =>
                    one.judge === `j${which}`
                      ? { ...one, units: Math.min(6, one.units + more) }
                      : one,
                  ),
                }
          const placeOf = (list: MarkedWork[]) =>
            rank(ask(list, change, 6)).works.find(({ id }) => id === work.id)
          const [before, after] = [placeOf(works), placeOf(works.with(at, better))]
          expect(after?.rank ?? 0).toBeLessThanOrEqual(before?.rank ?? 0)
        },
      ),
      { numRuns: 600 },
    )
  })

  it('by standard scores is the same for a judge who marks by another scale, to the last digit', () => {
    fc.assert(
      fc.property(
        someWorks,
        fc.integer({ min: 1, max: 1000 }),
        fc.integer({ min: 0, max: 1000 }),
        fc.nat(10),
        (works, factor, offset, shrink) => {
          const own = ({ judge, units }: { judge: string; units: number }) =>
            judge === 'j1' ? { judge, units: units * factor + offset } : { judge, units }
          const other = works.map((work) => ({ ...work, totals: work.totals.map(own) }))
          const change = { method: { kind: 'standardised', shrink } as const }
          expect(rank(ask(other, change, 7000))).toEqual(rank(ask(works, change, 7000)))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('by standard scores never lowers a work’s own score for a better mark where one judge marks all', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(20), { minLength: 2, maxLength: 8 }),
        fc.nat(),
        fc.nat(9),
        (units, pick, more) => {
          const at = pick % units.length
          const change = { method: { kind: 'standardised', shrink: 3 } as const }
          const valueOf = (list: number[]) =>
            rank(
              ask(
                list.map((one, index) => workOf(`w${index}`, [one])),
                change,
                30,
              ),
            ).works.find(({ id }) => id === `w${at}`)!
          const [before, after] = [valueOf(units), valueOf(units.with(at, units[at]! + more))]
          expect(compare(after.value, before.value)).toBeGreaterThanOrEqual(0)
          expect(after.rank).toBeLessThanOrEqual(before.rank)
        },
      ),
    )
  })

  it('by standard scores can lower a rank for a better mark: a round that counts so is warned', () => {
    const works = [workOf('a', [9, 0]), workOf('b', [3, 3]), workOf('c', [0, 6])]
    const better = works.with(2, workOf('c', [0, 10]))
    const change = { method: { kind: 'standardised', shrink: 3 } as const }
    const rankOf = (list: MarkedWork[]) =>
      rank(ask(list, change, 10)).works.find(({ id }) => id === 'c')!.rank
    expect([rankOf(works), rankOf(better)]).toEqual([1, 2])
    const { round, findings } = readRound({ ...plainRound, ...change })
    expect(round).not.toBeNull()
    expect(findings.map(({ code }) => code)).toEqual(['not-monotone'])
  })

  it('by Schulze blended with the vote can lower a rank too, and is warned of', () => {
    const rows = [
      [5, 2, 1],
      [3, 5, 1],
      [3, 4, 0],
      [0, 3, 4],
      [2, 0, 5],
      [3, 0, 2],
    ]
    const votes = [2, 1, 0, 0, 2, 2]
    const works = rows.map((marks, index) => workOf(`w${index}`, marks, { votes: votes[index]! }))
    const better = works.with(3, workOf('w3', [0, 3, 5], { votes: 0 }))
    const change = {
      method: { kind: 'schulze' } as const,
      vote: { percent: 40, points: 'share-of-top' } as const,
    }
    const rankOf = (list: MarkedWork[]) =>
      rank(ask(list, change, 5)).works.find(({ id }) => id === 'w3')!.rank
    expect([rankOf(works), rankOf(better)]).toEqual([4, 5])
    expect(readRound({ ...plainRound, ...change }).findings.map(({ code }) => code)).toEqual([
      'not-monotone',
    ])
  })

  it('by Schulze keeps whatever a work beat and whatever did not beat it, when it is raised', () => {
    const by = { method: { kind: 'schulze' } as const }
    fc.assert(
      fc.property(someWorks, fc.nat(), fc.nat(4), (works, pick, judge) => {
        const work = works[pick % works.length]!
        const better = {
          ...work,
          totals: work.totals.map((one) =>
            one.judge === `j${judge}` ? { ...one, units: 6 } : one,
          ),
        }
        const points = (list: MarkedWork[]) =>
          rank(ask(list, by, 6)).works.find(({ id }) => id === work.id)?.judges
        const [before, after] = [points(works), points(works.with(pick % works.length, better))]
        if (before && after) expect(compare(after, before)).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 300 },
    )
  })

  it('moves nobody’s points when a work is withdrawn', () => {
    fc.assert(
      fc.property(
        someWorks,
        fc.nat(),
        fc.constantFrom(...methods.slice(0, 4)),
        (works, pick, method) => {
          const at = pick % works.length
          const gone = works.with(at, { ...works[at]!, isWithdrawn: true })
          const values = (list: MarkedWork[]) =>
            new Map(rank(ask(list, { method }, 6)).works.map(({ id, value }) => [id, value]))
          const before = values(works)
          before.delete(works[at]!.id)
          const after = values(gone)
          expect([...after].sort()).toEqual([...before].sort())
        },
      ),
    )
  })

  it('explains each rank by numbers that make it', () => {
    fc.assert(
      fc.property(someWorks, someRules, (works, change) => {
        const question = ask(works, change, 6)
        const ranking = rank(question)
        for (const { id } of works) {
          const told = explain(question, ranking, id)!
          const placed = ranking.works.find((work) => work.id === id)
          expect(told.rank).toBe(placed?.rank ?? null)
          expect(told.leftOut === null).toBe(placed !== undefined)
          if (!placed) continue
          expect(told.equals).toHaveLength(placed.equals)
          const shared = ranking.works.filter(({ rank: place }) => place === placed.rank).length
          expect(told.steps.at(-1)?.equalAfter ?? told.equals.length).toBe(shared)
          const all = explanationWords(told, {
            criteria: [],
            judgeName: (judge) => ({ zh: judge, en: judge }),
          })
          expect(all.every(({ zh, en }) => zh && en && !/undefined|NaN/.test(zh + en))).toBe(true)
        }
      }),
    )
  })
})

describe('an explanation', () => {
  const { criteria } = plainRound
  const scale = scaleOf(criteria)
  const marked = (id: string, rows: [number, number][], votes: number): MarkedWork =>
    workOf(id, [], {
      votes,
      totals: rows.map(([idea, craft], index) => {
        const marks = new Map([
          ['idea', idea * 100],
          ['craft', craft * 100],
        ])
        return { judge: `j${index}`, units: unitsOf(scale, marks)!, marks }
      }),
    })
  const question: RankingQuestion = {
    ...{ full: scale.full, seed: 'seed' },
    rules: {
      ...{ ...plainRound, quorum: 3, method: { kind: 'trimmed-mean', drop: 1 }, decimals: 2 },
      ...{ vote: { percent: 30, points: 'share-of-top' }, disagreement: 20 },
      tieBreak: [{ by: 'criterion', criterion: 'idea' }, { by: 'lot' }],
    },
    works: [
      marked(
        'a',
        [
          [90, 40],
          [80, 45],
          [60, 25.5],
        ],
        10,
      ),
      marked(
        'b',
        [
          [80, 42.5],
          [82, 42],
          [80, 45],
        ],
        10,
      ),
      marked(
        'c',
        [
          [70, 30],
          [70, 30],
          [70, 30],
        ],
        30,
      ),
    ],
  }
  const ranking = rank(question)
  const told = (id: string) =>
    explanationWords(explain(question, ranking, id)!, {
      criteria,
      judgeName: (_, place) => ({ zh: `评委 ${place}`, en: `Judge ${place}` }),
    })

  it('names marks, dropped extremes, formula, weights and steps', () => {
    expect(told('a').map(({ zh }) => zh)).toMatchInlineSnapshot(`
      [
        "第 2 名，共 3 件",
        "评委 1：56.4 分（立意 60 ÷ 100 × 60；制作 25.5 ÷ 50 × 40），最低分，去掉",
        "评委 2：84 分（立意 80 ÷ 100 × 60；制作 45 ÷ 50 × 40）",
        "评委 3：86 分（立意 90 ÷ 100 × 60；制作 40 ÷ 50 × 40），最高分，去掉",
        "评委得分：84，按去掉 1 个最高分和 1 个最低分后的平均分",
        "网络投票得分：≈33.3333（10 ÷ 30 × 100）",
        "最终得分：68.8 = 84 × 70% + ≈33.3333 × 30%，四舍五入到 2 位小数",
        "评委分歧较大：最高分与最低分相差 29.6 分，请复核",
      ]
    `)
    expect(told('b').map(({ en }) => en)).toMatchInlineSnapshot(`
      [
        "Rank 3 of 3",
        "Judge 1: 82 points (Idea 80 ÷ 100 × 60; Craft 42.5 ÷ 50 × 40), the lowest, dropped",
        "Judge 2: 82.8 points (Idea 82 ÷ 100 × 60; Craft 42 ÷ 50 × 40)",
        "Judge 3: 84 points (Idea 80 ÷ 100 × 60; Craft 45 ÷ 50 × 40), the highest, dropped",
        "Judges’ points: 82.8, by mean without the 1 highest and the 1 lowest",
        "Vote’s points: ≈33.3333 (10 ÷ 30 × 100)",
        "Final: 67.96 = 82.8 × 70% + ≈33.3333 × 30%, rounded half up to 2 decimals",
      ]
    `)
  })

  it('is there for a work without a rank too, and for none that nobody knows', () => {
    const works = [...question.works, workOf('d', [1])]
    const left = explain({ ...question, works }, rank({ ...question, works }), 'd')!
    expect(
      explanationWords(left, { criteria, judgeName: (one) => ({ zh: one, en: one }) })[0]!.zh,
    ).toBe('未参加排名：评分人数不足（已有 1 份评分，需 3 份）')
    expect(explain(question, ranking, 'x')).toBeNull()
  })
})

describe('carry-over and what-if', () => {
  const works = [
    workOf('a', [90]),
    workOf('b', [80]),
    workOf('c', [80]),
    workOf('d', [59]),
    workOf('e', [60]),
  ]
  const ranking = rank(ask(works))
  it.each([
    [{ kind: 'top', count: 2, equal: 'all-in' }, {}, 'abc|ed|'],
    [{ kind: 'top', count: 2, equal: 'all-out' }, {}, 'a|bced|'],
    [{ kind: 'top', count: 2, equal: 'by-hand' }, {}, 'a|ed|bc'],
    [{ kind: 'top', count: 2, equal: 'by-hand' }, { c: true }, 'ac|bed|'],
    [{ kind: 'top', count: 2, equal: 'by-hand' }, { b: true, c: true }, 'a|ed|bc'],
    [{ kind: 'top', count: 9, equal: 'by-hand' }, {}, 'abced||'],
    [{ kind: 'threshold', points: 60 }, { d: true }, 'abce|d|'],
    [{ kind: 'by-hand' }, { a: false, d: true }, 'd|a|bce'],
    [{ kind: 'none' }, {}, '|abced|'],
  ] as const)('%o with %o: %s', (rule, decisions, expected) => {
    const { goesOn, stays, undecided } = carryOver(
      ranking,
      rule,
      new Map(Object.entries(decisions)),
    )
    const plain = (ids: string[]) => ids.join('')
    expect(`${plain(goesOn)}|${plain(stays)}|${plain(undecided)}`).toBe(expected)
  })

  it('shows who crosses a line by another method', () => {
    const list = [workOf('a', [90, 10, 80]), workOf('b', [70, 70, 70]), workOf('c', [1, 1, 1])]
    const [mean, median] = [rank(ask(list)), rank(ask(list, { method: { kind: 'median' } }))]
    const changes = rankingChanges(
      { ranking: mean, line: new Map([['b', 'first']]) },
      { ranking: median, line: new Map([['a', 'first']]) },
    )
    expect(changes).toEqual([
      {
        id: 'a',
        rank: { before: 2, after: 1 },
        line: { before: null, after: 'first' },
        crosses: true,
      },
      {
        id: 'b',
        rank: { before: 1, after: 2 },
        line: { before: 'first', after: null },
        crosses: true,
      },
    ])
    expect(
      rankingChanges({ ranking: mean, line: new Map() }, { ranking: mean, line: new Map() }),
    ).toEqual([])
  })
})
