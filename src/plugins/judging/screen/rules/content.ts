import type { Mine, ScreenCriterion, ScreenRound } from '../api-types.ts'

/** What a judge gives to one work; `marks` by the criterion's key, at most two decimals. */
export type Content = {
  marks: Readonly<Record<string, number>>
  passes: boolean | null
  note: string
}

type Asked = { kind: ScreenRound['kind']; criteria: readonly Pick<ScreenCriterion, 'key'>[] }

export function contentOf(mine: Pick<Mine, 'marks' | 'passes' | 'note'>): Content {
  return {
    marks: Object.fromEntries((mine.marks ?? []).map(({ criterion, marks }) => [criterion, marks])),
    passes: mine.passes ?? null,
    note: mine.note ?? '',
  }
}

/** The body of a save. What a round does not ask for is not sent. */
export function bodyOf(kind: ScreenRound['kind'], content: Content) {
  const { passes } = content
  const marks = Object.entries(content.marks).map(([criterion, marks]) => ({ criterion, marks }))
  return { ...(kind === 'score' ? { marks } : { passes }), note: content.note }
}

export function sameContent(a: Content, b: Content): boolean {
  const keys = new Set([...Object.keys(a.marks), ...Object.keys(b.marks)])
  const sameMarks = [...keys].every((key) => a.marks[key] === b.marks[key])
  return sameMarks && a.passes === b.passes && a.note.trim() === b.note.trim()
}

/** The criteria that have no mark yet, in their order. */
export function missing({ criteria }: Pick<Asked, 'criteria'>, content: Content): string[] {
  return criteria.map(({ key }) => key).filter((key) => content.marks[key] === undefined)
}

/** Is there all that can be handed in? */
export function isComplete(round: Asked, content: Content): boolean {
  if (round.kind === 'qualify') return content.passes !== null
  return round.criteria.length > 0 && missing(round, content).length === 0
}

export const isStarted = ({ marks, passes }: Content): boolean =>
  passes !== null || Object.keys(marks).length > 0

/** The content with one mark changed; null takes it away. */
export function withMark(content: Content, criterion: string, mark: number | null): Content {
  const { [criterion]: _, ...others } = content.marks
  return { ...content, marks: mark === null ? others : { ...others, [criterion]: mark } }
}

/** The weighted total of 100 points, rounded to two decimals; null while a mark is missing. */
export function totalOf(criteria: readonly ScreenCriterion[], content: Content): number | null {
  const weights = criteria.reduce((sum, { weight }) => sum + weight, 0)
  if (weights === 0 || missing({ criteria }, content).length > 0) return null
  const sum = criteria.reduce(
    (all, { key, full, weight }) => all + (content.marks[key]! / full) * weight,
    0,
  )
  return Math.round((sum / weights) * 10_000) / 100
}
