import type { Words } from '../../words.ts'
import type { ResultList, ResultRow } from '../frozen.ts'
import type { Naming } from './template.ts'

/** Who is to have a certificate: `place` is the same for the same person of the same work. */
export type Wanted = {
  /** `2022-PHO-000017#1`: the first author; `#0`: all of them, or the unit. */
  place: string
  entry: string
  name: string
  work: string
  unit: string
  level: string
  levelName: Words
}

/** A certificate that stands: made or being made, neither revoked nor replaced. */
export type Standing = {
  number: string
  place: string
  name: string
  work: string
  unit: string
  level: string
}

export type CertificatePlan = {
  make: Wanted[]
  /** What stands says something else than the list by now. */
  replace: { number: string; by: Wanted }[]
  /** The list no longer has them. */
  revoke: string[]
  keep: string[]
}

/** Everybody to whom a list gives a certificate, in its order. Works without authors are their unit's. */
export function wantedOf(
  { awards, levels }: Pick<ResultList, 'awards' | 'levels'>,
  naming: Naming,
): Wanted[] {
  const names = new Map(levels.map(({ key, name }) => [key, name]))
  return awards.flatMap((row) => {
    const levelName = names.get(row.level) ?? { zh: row.level, en: row.level }
    const { entry, title: work, unit, level } = row
    return namesOf(row, naming).map(({ name, index }) => ({
      ...{ place: `${entry}#${index}`, entry, name, work, unit, level, levelName },
    }))
  })
}

function namesOf({ authors, unit }: ResultRow, naming: Naming): { name: string; index: number }[] {
  const named = authors.filter((name) => name.trim() !== '')
  if (named.length === 0) return [{ name: unit, index: 0 }]
  if (naming === 'together') return [{ name: named.join('、'), index: 0 }]
  return named.map((name, index) => ({ name, index: index + 1 }))
}

/** What brings the certificates in line with a list. Asked again afterwards, there is nothing to do. */
export function planCertificates(
  wanted: readonly Wanted[],
  standing: readonly Standing[],
): CertificatePlan {
  const known = new Map(standing.map((one) => [one.place, one]))
  const plan: CertificatePlan = { make: [], replace: [], revoke: [], keep: [] }
  for (const one of wanted) {
    const there = known.get(one.place)
    if (!there) plan.make.push(one)
    else if (saysTheSame(there, one)) plan.keep.push(there.number)
    else plan.replace.push({ number: there.number, by: one })
  }
  const places = new Set(wanted.map(({ place }) => place))
  plan.revoke = standing.filter(({ place }) => !places.has(place)).map(({ number }) => number)
  return plan
}

function saysTheSame(a: Standing, b: Wanted): boolean {
  return a.name === b.name && a.work === b.work && a.unit === b.unit && a.level === b.level
}
