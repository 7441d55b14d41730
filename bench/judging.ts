/**
 * Works given to judges, and ranked; pure functions, no database.
 *
 * Each figure against what was asked for (4,000 works with five judges each within 1 s; of 100,000 works
 * no bound was named, so 5 s stands for “while somebody looks on”), and against a tenth of the works: how
 * it grows. n·log n from 10,000 to 100,000 is 12.5 times; more than 16 is another law.
 */
import { median, report, type Line } from './line.ts'
import { assign } from '../src/domain/judging/assignment.ts'
import type { Method } from '../src/domain/judging/rounds.ts'
import { rank, type MarkedWork } from '../src/domain/judging/ranking.ts'

const bench = 'judging'
const runs = 5
const growth = 16

const methods: Method[] = [
  ...([{ kind: 'mean' }, { kind: 'trimmed-mean', drop: 1 }] as const),
  ...([{ kind: 'median' }, { kind: 'standardised', shrink: 3 }] as const),
]

export async function judging(only = ''): Promise<Line[]> {
  const lines: Line[] = []
  if ('assignment'.includes(only)) lines.push(...assignment())
  if ('ranking'.includes(only)) lines.push(...methods.flatMap(ranking), ...schulze())
  return lines
}

function assignment(): Line[] {
  const sizes = [4_000, 10_000, 100_000]
  const [usual, tenth, whole] = timesOf(sizes.map((works) => () => assigned(works)))
  return [
    ours('4,000 works × 5 of 50 judges, beside the second asked for', usual!, 1_000, 1),
    ours('100,000 works × 5 of 50 judges, beside 5 s', whole!, 5_000, 1),
    ours('100,000 works × 5 of 50 judges, beside 10,000', whole!, tenth!, growth),
  ]
}

function ranking(method: Method): Line[] {
  const [tenth, whole] = timesOf([10_000, 100_000].map((works) => rankedBy(works, method)))
  return [
    ours(`100,000 works × 5 marks by ${method.kind}, beside 5 s`, whole!, 5_000, 1),
    ours(`100,000 works × 5 marks by ${method.kind}, beside 10,000`, whole!, tenth!, growth),
  ]
}

// By pairs: the third power, so for finalists only.
function schulze(): Line[] {
  const [few, many] = timesOf([50, 500].map((works) => rankedBy(works, { kind: 'schulze' })))
  return [
    ours('500 finalists × 5 marks by schulze, beside 1 s', many!, 1_000, 1),
    ours('500 finalists × 5 marks by schulze, beside 50', many!, few!),
  ]
}

const ours = (name: string, time: number, peer: number, want?: number): Line =>
  report({ ...{ bench, case: name, ours: time, peer, unit: 'ms' }, ...(want && { want }) })

/** Units as the province has them: thirteen cities with counties; a quarter of the experts have none. */
function assigned(count: number): void {
  const works = Array.from({ length: count }, (_, index) => ({
    id: `2022-PHO-${String(index + 1).padStart(6, '0')}`,
    unitPaths: [pathOf(1, 2 + (index % 13), 100 + (index % 97))],
  }))
  const judges = Array.from({ length: 50 }, (_, index) => ({
    ...{ id: `judge-${index}`, isActive: true, conflicts: new Map<string, 'declared'>() },
    unitPath: index % 4 === 0 ? '' : pathOf(1, 2 + (index % 13)),
  }))
  const result = assign({ works, judges, quorum: 5, seed: 'bench' })
  if (!result.ok || result.pairs.length !== count * 5) throw new Error('Not all were covered')
  const loads = [...result.loads.values()]
  if (Math.max(...loads) - Math.min(...loads) > 1) throw new Error('The loads are not even')
}

function ranked(works: readonly MarkedWork[], method: Method): void {
  const { works: order } = rank({
    ...{ works, full: 1_000_000, seed: 'bench' },
    rules: {
      ...{ criteria: [], quorum: 5, method, decimals: 2, disagreement: 30 },
      vote: { percent: 30, points: 'share-of-top' },
      tieBreak: [{ by: 'median' }, { by: 'lot' }],
    },
  })
  if (order.length !== works.length) throw new Error('Not all were ranked')
}

const markedWorks = (count: number): MarkedWork[] =>
  Array.from({ length: count }, (_, index) => ({
    ...{ id: `work-${index}`, votes: (index * 7_919) % 5_000, submittedAt: index },
    isWithdrawn: false,
    totals: [0, 1, 2, 3, 4].map((judge) => ({
      judge: `judge-${(index + judge * 11) % 60}`,
      units: ((index * 7_919 + judge * 104_729) % 4_001) * 250,
    })),
  }))

const pathOf = (...ids: number[]) => ids.map((id) => String(id).padStart(6, '0')).join('')

function rankedBy(count: number, method: Method): () => void {
  const works = markedWorks(count)
  return () => ranked(works, method)
}

/** Medians of runs taken in turns, in ms, so that whatever else the machine does falls on all. */
function timesOf(works: readonly (() => void)[]): number[] {
  const times = works.map((): number[] => [])
  // The first run compiles.
  for (let run = 0; run <= runs; run += 1) {
    for (const [index, work] of works.entries()) {
      const started = performance.now()
      work()
      if (run > 0) times[index]!.push(performance.now() - started)
    }
  }
  return times.map(median)
}
