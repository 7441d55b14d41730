import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  assign,
  uncoveredWords,
  type Assigned,
  type Assignment,
  type KeptPair,
  type PanelJudge,
} from '../../src/domain/judging/assignment.ts'
import { chanceOf, lotOf } from '../../src/domain/judging/chance.ts'
import { recusalOf, type WorkTies } from '../../src/domain/judging/recusal.ts'
import { unit } from './judging-arbitraries.ts'

const judgeOf = (id: string, more: Partial<PanelJudge> = {}): PanelJudge => ({
  ...{ id, unitPath: '', conflicts: new Map(), isActive: true },
  ...more,
})
const workOf = (id: string, ...unitPaths: string[]): WorkTies => ({ id, unitPaths })
const many = <Item>(count: number, make: (index: number) => Item) =>
  Array.from({ length: count }, (_, index) => make(index))

function assigned(question: Assignment): Assigned {
  const result = assign(question)
  if (!result.ok) throw new Error(uncoveredWords(result.uncovered).en)
  return result
}
const asKept = ({ pairs }: Assigned, isMarked: (index: number) => boolean = () => false) =>
  pairs.map((pair, index): KeptPair => ({ ...pair, isMarked: isMarked(index) }))
const keyOf = ({ work, judge }: { work: string; judge: string }) => `${work} ${judge}`
const spreadOf = ({ loads }: Assigned) => Math.max(...loads.values()) - Math.min(...loads.values())

const path = fc.constantFrom('', unit(1, 2), unit(1, 2, 5), unit(1, 3), unit(1, 4), unit(1, 4, 6))
const panel = ({ works, judges }: { works: number; judges: number }) =>
  fc.record({
    seed: fc.string({ maxLength: 5 }),
    quorum: fc.integer({ min: 1, max: 3 }),
    works: fc
      .array(fc.array(path.filter(Boolean), { minLength: 1, maxLength: 2 }), { maxLength: works })
      .map((paths) => paths.map((unitPaths, index) => workOf(`w${index}`, ...unitPaths))),
    judges: fc
      .array(
        fc.record({
          unitPath: path,
          conflicts: fc
            .uniqueArray(fc.integer({ min: 0, max: works - 1 }), { maxLength: 2 })
            .map((list) => new Map(list.map((index) => [`w${index}`, 'declared' as const]))),
        }),
        { maxLength: judges },
      )
      .map((list) => list.map((judge, index) => judgeOf(`j${index}`, judge))),
  })
const mayJudge = (judge: PanelJudge, work: WorkTies) => recusalOf(judge, work) === null

describe('assignment', () => {
  it('keeps quorum and recusal for every panel, or names exactly what cannot be covered', () => {
    fc.assert(
      fc.property(panel({ works: 12, judges: 7 }), (question) => {
        const result = assign(question)
        const { works, judges, quorum } = question
        const lacking = works
          .filter((work) => judges.filter((one) => mayJudge(one, work)).length < quorum)
          .map(({ id }) => id)
        if (!result.ok) {
          expect(result.uncovered.map(({ work }) => work)).toEqual(lacking.sort())
          return
        }
        expect(lacking).toEqual([])
        expect(new Set(result.pairs.map(keyOf)).size).toBe(works.length * quorum)
        for (const work of works) {
          const own = result.pairs.filter((pair) => pair.work === work.id)
          expect(own).toHaveLength(quorum)
          for (const { judge } of own) {
            expect(
              mayJudge(
                judges.find(({ id }) => id === judge)!,
                work,
              ),
            ).toBe(true)
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  it('is as even as any assignment can be: the exact optimum of small panels', () => {
    fc.assert(
      fc.property(panel({ works: 5, judges: 4 }), (question) => {
        const result = assign(question)
        if (!result.ok) return
        const squares = [...result.loads.values()].reduce((sum, load) => sum + load * load, 0)
        expect(squares).toBe(leastSquares(question))
      }),
      { numRuns: 300 },
    )
  })

  it('differs by one work at most without conflicts', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (works, judges, quorum) => {
          const result = assign({
            works: many(works, (index) => workOf(`w${index}`, unit(1, 2))),
            judges: many(judges, (index) => judgeOf(`j${index}`)),
            ...{ quorum, seed: 's' },
          })
          expect(result.ok).toBe(works === 0 || judges >= quorum)
          if (result.ok && judges > 0) expect(spreadOf(result)).toBeLessThanOrEqual(1)
        },
      ),
    )
  })

  it('evens out what a long chain of conflicts allows', () => {
    // Judge i and i + 1 alone may see the works of kind i: the last ones pile up until all shift.
    const judges = many(12, (index) => judgeOf(`j${index}`))
    const works = many(110, (index) => workOf(`w${index}`, unit(1)))
    const conflicts = judges.map(() => new Map<string, 'declared'>())
    for (const [index, { id }] of works.entries()) {
      const kind = index < 60 ? 0 : index % 11
      conflicts.forEach((map, judge) => {
        if (judge !== kind && judge !== kind + 1) map.set(id, 'declared')
      })
    }
    const panelled = judges.map((judge, index) => ({ ...judge, conflicts: conflicts[index]! }))
    const result = assigned({ works, judges: panelled, quorum: 1, seed: 'chain' })
    // 60 and the 4 of its kind go to two judges; the rest has ten left for 46.
    expect([...result.loads.values()].sort((a, b) => a - b)).toEqual([
      ...[4, 4, 4, 4, 5, 5, 5, 5, 5, 5, 32, 32],
    ])
  })

  it('is the same for the same seed in whatever order the facts come, another for another seed', () => {
    fc.assert(
      fc.property(panel({ works: 10, judges: 6 }), fc.integer(), (question, turn) => {
        const chance = chanceOf(String(turn))
        const mixed = <Item>(items: readonly Item[]) =>
          items
            .map((item) => ({ item, at: chance(1000) }))
            .sort((a, b) => a.at - b.at)
            .map(({ item }) => item)
        const again = assign({
          ...question,
          works: mixed(question.works),
          judges: mixed(question.judges),
        })
        expect(again).toEqual(assign(question))
      }),
    )
    const large = {
      works: many(50, (index) => workOf(`w${index}`)),
      judges: many(10, (index) => judgeOf(`j${index}`)),
      quorum: 3,
    }
    expect(assign({ ...large, seed: 'a' })).not.toEqual(assign({ ...large, seed: 'b' }))
  })

  it('gives every pair the same chance, and every two judges', () => {
    const [works, judges, runs] = [8, 5, 2_000]
    const met = new Map<string, number>()
    const pairs = new Map<string, number>()
    const question = {
      works: many(works, (index) => workOf(`w${index}`)),
      judges: many(judges, (index) => judgeOf(`j${index}`)),
      quorum: 2,
    }
    for (let seed = 0; seed < runs; seed += 1) {
      const result = assigned({ ...question, seed: `run ${seed}` })
      for (const pair of result.pairs) pairs.set(keyOf(pair), (pairs.get(keyOf(pair)) ?? 0) + 1)
      for (const { id } of question.works) {
        const two = result.pairs.filter(({ work }) => work === id).map(({ judge }) => judge)
        met.set(two.join(), (met.get(two.join()) ?? 0) + 1)
      }
    }
    // Six standard deviations of a binomial: chance alone does not get there.
    const near = (count: number, trials: number, odds: number) =>
      expect(Math.abs(count - trials * odds)).toBeLessThan(
        6 * Math.sqrt(trials * odds * (1 - odds)),
      )
    expect([pairs.size, met.size]).toEqual([40, 10])
    for (const count of pairs.values()) near(count, runs, 2 / 5)
    for (const count of met.values()) near(count, runs * works, 1 / 10)
  })

  it('mixes the judges anew for every work: no fixed committees', () => {
    const { pairs } = assigned({
      works: many(900, (index) => workOf(`w${index}`)),
      judges: many(6, (index) => judgeOf(`j${index}`)),
      ...{ quorum: 2, seed: 'mixed' },
    })
    const met = new Map<string, number>()
    for (let at = 0; at < pairs.length; at += 2) {
      const two = `${pairs[at]!.judge} ${pairs[at + 1]!.judge}`
      met.set(two, (met.get(two) ?? 0) + 1)
    }
    // All fifteen pairs of judges, each some 60 times; four standard deviations are 30.
    expect(met.size).toBe(15)
    expect(Math.min(...met.values())).toBeGreaterThan(30)
    expect(Math.max(...met.values())).toBeLessThan(90)
  })

  it('names what it cannot cover and who is recused', () => {
    const result = assign({
      works: [workOf('a', unit(1, 2)), workOf('b', unit(1, 3))],
      judges: [
        judgeOf('x', { unitPath: unit(1, 2) }),
        judgeOf('y', { conflicts: new Map([['a', 'knows-author']]) }),
        judgeOf('z'),
      ],
      ...{ quorum: 2, seed: '' },
    })
    expect(result).toEqual({
      ok: false,
      uncovered: [
        {
          ...{ work: 'a', needs: 2, has: 1 },
          recused: [
            { judge: 'x', reason: 'unit-same' },
            { judge: 'y', reason: 'knows-author' },
          ],
        },
      ],
    })
    if (!result.ok) {
      expect(uncoveredWords(result.uncovered).zh).toBe(
        '1 件作品评委不足：a（需 2 名，可评 1 名，回避 2 名）',
      )
    }
  })
})

describe('an assignment of what can be covered', () => {
  it('gives every work as many judges as it can have, and names those with too few', () => {
    fc.assert(
      fc.property(panel({ works: 12, judges: 7 }), (question) => {
        const { works, judges, quorum } = question
        const result = assign({ ...question, partly: true })
        if (!result.ok) throw new Error('refused')
        for (const work of works) {
          const may = judges.filter((judge) => mayJudge(judge, work)).length
          const own = result.pairs.filter((pair) => pair.work === work.id).length
          expect(own).toBe(Math.min(quorum, may))
          const lacks = result.uncovered.some((one) => one.work === work.id)
          expect(lacks).toBe(may < quorum)
        }
      }),
    )
  })
})

describe('an assignment that goes on', () => {
  const works = many(40, (index) => workOf(`w${index}`, unit(1, 2 + (index % 5))))
  const judges = many(8, (index) =>
    judgeOf(`j${index}`, { unitPath: index < 4 ? unit(1, 2 + index) : '' }),
  )
  const base = { works, judges, quorum: 3, seed: 's' }
  const first = assigned(base)

  it('changes nothing when nothing changed', () => {
    for (const mayMove of [false, true]) {
      expect(assigned({ ...base, kept: asKept(first), mayMove })).toMatchObject({
        ...{ pairs: first.pairs, added: [], dropped: [] },
      })
    }
  })

  it('keeps everything when works come, and gives the new ones evenly', () => {
    const late = many(7, (index) => workOf(`late${index}`, unit(1, 9)))
    const next = assigned({ ...base, works: [...works, ...late], kept: asKept(first) })
    expect(next.dropped).toEqual([])
    expect(next.added).toHaveLength(21)
    expect(spreadOf(next)).toBeLessThanOrEqual(1)
  })

  it('refills at once, with one judge, when one knows the author', () => {
    const { work, judge } = first.pairs[5]!
    const knowing = judges.map((one) =>
      one.id === judge ? { ...one, conflicts: new Map([[work, 'knows-author' as const]]) } : one,
    )
    const next = assigned({ ...base, judges: knowing, kept: asKept(first, () => true) })
    expect(next.dropped).toEqual([{ work, judge, isMarked: true, why: 'knows-author' }])
    expect(next.added.map((pair) => pair.work)).toEqual([work])
  })

  it('keeps the marks of a judge who left and covers the rest', () => {
    const left = judges.map((one) => (one.id === 'j7' ? { ...one, isActive: false } : one))
    const kept = asKept(first, (index) => index % 2 === 0)
    const next = assigned({ ...base, judges: left, kept })
    const own = kept.filter(({ judge }) => judge === 'j7')
    expect(next.dropped).toEqual(
      own.filter(({ isMarked }) => !isMarked).map((pair) => ({ ...pair, why: 'judge-left' })),
    )
    expect(next.added).toHaveLength(next.dropped.length)
    expect(next.added.some(({ judge }) => judge === 'j7')).toBe(false)
    expect(next.loads.has('j7')).toBe(false)
  })

  it('drops what belongs to works and judges that are gone', () => {
    const next = assigned({
      ...base,
      ...{ works: works.slice(1), judges: judges.slice(1), kept: asKept(first, () => true) },
    })
    expect(new Set(next.dropped.map(({ why }) => why))).toEqual(
      new Set(['work-gone', 'judge-gone']),
    )
  })

  it('moves as few as can be to a judge who joins, never a marked one', () => {
    const question = { ...base, judges: many(8, (index) => judgeOf(`j${index}`)) }
    const before = assigned(question)
    const joined = [...question.judges, judgeOf('new')]
    const next = assigned({ ...question, judges: joined, kept: asKept(before), mayMove: true })
    // 120 pairs among nine judges: 13 or 14 each.
    expect(next.added).toHaveLength(13)
    expect(next.dropped.map(({ why }) => why)).toEqual(Array(13).fill('moved'))
    expect(spreadOf(next)).toBe(1)
    const marked = assigned({
      ...{ ...question, judges: joined, mayMove: true },
      kept: asKept(before, () => true),
    })
    expect(marked).toMatchObject({ added: [], dropped: [] })
  })

  it('never loses a pair that may stay, whatever changes', () => {
    fc.assert(
      fc.property(
        panel({ works: 10, judges: 7 }),
        fc.infiniteStream(fc.integer({ min: 0, max: 3 })),
        fc.boolean(),
        (question, picks, mayMove) => {
          const before = assign(question)
          if (!before.ok) return
          const pick = () => picks.next().value ?? 0
          const kept = asKept(before, () => pick() === 0)
          const changed = {
            ...{ ...question, kept, mayMove },
            works: question.works.filter(() => pick() > 0),
            judges: question.judges.map((judge) => ({ ...judge, isActive: pick() > 0 })),
          }
          const next = assign(changed)
          if (!next.ok) return
          const now = new Set(next.pairs.map(keyOf))
          const dropped = new Map(next.dropped.map((pair) => [keyOf(pair), pair]))
          for (const pair of kept) {
            const isActive = changed.judges.find(({ id }) => id === pair.judge)!.isActive
            const stays =
              changed.works.some(({ id }) => id === pair.work) && (isActive || pair.isMarked)
            if (stays && (pair.isMarked || !mayMove)) expect(now).toContain(keyOf(pair))
            expect(now.has(keyOf(pair))).toBe(!dropped.has(keyOf(pair)))
          }
          expect(next.pairs).toHaveLength(changed.works.length * question.quorum)
          expect(next.pairs.length).toBe(kept.length - next.dropped.length + next.added.length)
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('chance', () => {
  it('is the same on every machine', () => {
    const chance = chanceOf('江苏 2022')
    expect(many(5, () => chance(1000))).toMatchInlineSnapshot(`
      [
        597,
        972,
        828,
        639,
        942,
      ]
    `)
    expect(lotOf('江苏 2022', '2022-PHO-000001')).toMatchInlineSnapshot(`2687662055677147`)
  })
})

/** The least sum of squared loads over all assignments, by trying them all. */
function leastSquares({ works, judges, quorum }: Assignment): number {
  let reached = new Map([[judges.map(() => 0).join(), judges.map(() => 0)]])
  for (const work of works) {
    const eligible = judges.flatMap((judge, index) => (mayJudge(judge, work) ? [index] : []))
    const next = new Map<string, number[]>()
    for (const loads of reached.values()) {
      for (const chosen of subsets(eligible, quorum)) {
        const after = loads.map((load, index) => load + (chosen.includes(index) ? 1 : 0))
        next.set(after.join(), after)
      }
    }
    reached = next
  }
  const sums = [...reached.values()].map((loads) => loads.reduce((sum, one) => sum + one * one, 0))
  return Math.min(...sums)
}

function subsets(items: readonly number[], size: number): number[][] {
  if (size === 0) return [[]]
  return items.flatMap((item, index) =>
    subsets(items.slice(index + 1), size - 1).map((rest) => [item, ...rest]),
  )
}
