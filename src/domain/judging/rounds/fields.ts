import { words, type Words } from '../../words.ts'
import { readRound, type ReadRound } from './read.ts'

/** The set-up of a round as its form and its row have it. Dates are Dates or ISO instants. */
export type RoundFields = {
  key?: unknown
  kind?: unknown
  windowFrom?: unknown
  windowTo?: unknown
  quorum?: unknown
  scoresShown?: unknown
  blind?: unknown
  criteria?: readonly CriterionFields[] | null
  method?: unknown
  methodDrop?: unknown
  methodShrink?: unknown
  votePercent?: unknown
  votePoints?: unknown
  decimals?: unknown
  disagreement?: unknown
  tieBreak?: readonly { by?: unknown; criterion?: unknown }[] | null
  carryOver?: unknown
  carryCount?: unknown
  carryPoints?: unknown
  carryEqual?: unknown
}

type CriterionFields = {
  key?: unknown
  name?: unknown
  full?: unknown
  weight?: unknown
  anchors?: unknown
}

/** A round's form as data for {@link readRound}; options that mean nothing beside the others are left out. */
export function roundOfFields(fields: RoundFields): Record<string, unknown> {
  const { method, carryOver } = fields
  const drop = method === 'trimmed-mean' ? { drop: fields.methodDrop ?? 1 } : {}
  const shrink = method === 'standardised' ? { shrink: fields.methodShrink ?? 3 } : {}
  const top = { count: fields.carryCount, equal: fields.carryEqual ?? 'by-hand' }
  const carried = carryOver === 'top' ? top : {}
  const points = carryOver === 'threshold' ? { points: fields.carryPoints } : {}
  const percent = fields.votePercent
  return {
    key: fields.key,
    kind: fields.kind,
    window: { from: fields.windowFrom, to: fields.windowTo },
    quorum: fields.quorum,
    blind: fields.blind ?? true,
    scoresShown: fields.scoresShown ?? 'never',
    criteria: fields.kind === 'score' ? (fields.criteria ?? []).map(criterionOf) : [],
    method: { kind: method, ...drop, ...shrink },
    vote: percent == null || percent === 0 ? null : { percent, points: fields.votePoints },
    decimals: fields.decimals ?? null,
    tieBreak: (fields.tieBreak ?? []).map(({ by, criterion }) =>
      by === 'criterion' ? { by, criterion } : { by },
    ),
    disagreement: fields.disagreement ?? null,
    carryOver: { kind: carryOver, ...carried, ...points },
  }
}

export const readRoundFields = (fields: RoundFields): ReadRound => readRound(roundOfFields(fields))

const names: readonly [from: RegExp, to: string][] = [
  [/^window$/, 'windowFrom'],
  [/^window\.from$/, 'windowFrom'],
  [/^window\.to$/, 'windowTo'],
  [/^method\.kind$/, 'method'],
  [/^method\.drop$/, 'methodDrop'],
  [/^method\.shrink$/, 'methodShrink'],
  [/^vote\.percent$/, 'votePercent'],
  [/^vote\.points$/, 'votePoints'],
  [/^carryOver\.kind$/, 'carryOver'],
  [/^carryOver\.count$/, 'carryCount'],
  [/^carryOver\.points$/, 'carryPoints'],
  [/^carryOver\.equal$/, 'carryEqual'],
]

/** Where on the form what is wrong at a path of the round's data stands. */
export function fieldOfRoundPath(path: string): string {
  const known = names.find(([from]) => from.test(path))?.[1]
  return known ?? path.replace(/^(criteria\.\d+\.(?:name|anchors)).*$/, '$1')
}

function criterionOf({ key, name, full, weight, anchors }: CriterionFields) {
  return { key, name: bothOf(name), full, weight, anchors: anchorsOf(anchors) }
}

// “主题 / Theme”: one line holds both languages.
function bothOf(name: unknown): Words | unknown {
  if (typeof name !== 'string') return { zh: name, en: name }
  const [zh = '', en] = name.split(/\s+\/\s+/, 2)
  return words(zh.trim(), (en ?? zh).trim())
}

// One a line, “90 主题突出”. A line without marks is left for `readRound` to refuse.
function anchorsOf(text: unknown): unknown {
  if (typeof text !== 'string') return []
  const lines = text.split('\n').map((line) => line.trim())
  return lines.filter(Boolean).map((line) => {
    const [, marks, meaning = ''] = /^(\d{1,4})(?![\d.])\s*分?\s*[:：]?\s*(.*)$/.exec(line) ?? []
    const told = marks === undefined ? line : meaning.trim()
    return { marks: marks === undefined ? null : Number(marks), meaning: words(told, told) }
  })
}
