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

/** A name that is written in another way than the list has it; `listed`: as it stands there. */
export type DrawnName = { place: string; listed: string; name: string }

/** The same with names as they can be drawn. One that the list changed meanwhile is not renamed. */
export function renamed(wanted: readonly Wanted[], drawn: readonly DrawnName[]): Wanted[] {
  const names = new Map(
    drawn.map(({ place, listed, name }) => [JSON.stringify([place, listed]), name]),
  )
  return wanted.map((one) => ({
    ...one,
    name: names.get(JSON.stringify([one.place, one.name])) ?? one.name,
  }))
}

function namesOf({ authors, unit }: ResultRow, naming: Naming): { name: string; index: number }[] {
  const named = authors.filter((name) => name.trim() !== '')
  if (named.length === 0) return [{ name: unit, index: 0 }]
  if (naming === 'together') return [{ name: named.join('、'), index: 0 }]
  return named.map((name, index) => ({ name, index: index + 1 }))
}

/**
 * What brings the certificates in line with a list. Asked again afterwards, there is nothing to do.
 * Somebody who stands elsewhere among a work's authors by now is still the same person: nobody's
 * certificate is replaced by somebody else's because the one before them is gone.
 */
export function planCertificates(
  wanted: readonly Wanted[],
  standing: readonly Standing[],
): CertificatePlan {
  const found = partners(wanted, standing)
  const plan: CertificatePlan = { make: [], replace: [], revoke: [], keep: [] }
  for (const one of wanted) {
    const there = found.get(one)
    if (!there) plan.make.push(one)
    else if (saysTheSame(there, one)) plan.keep.push(there.number)
    else plan.replace.push({ number: there.number, by: one })
  }
  const used = new Set(found.values())
  plan.revoke = standing.filter((one) => !used.has(one)).map(({ number }) => number)
  return plan
}

/** Places to be made for whose certificate somebody revoked with a reason: its number. */
export type GivenAgain = ReadonlyMap<string, string>

/** Which of those to be made had one that was revoked with a reason. The list still gives it to them. */
export function givenAgain(make: readonly Wanted[], revoked: readonly Standing[]): GivenAgain {
  const found = partners(make, revoked)
  return new Map([...found].map(([{ place }, { number }]) => [place, number]))
}

/**
 * Does it take from people what they have, or give again what was revoked? Whether they lose or get it is
 * not for one person alone to say.
 */
export const needsTwo = (
  { replace, revoke }: Pick<CertificatePlan, 'replace' | 'revoke'>,
  again: GivenAgain,
): boolean => replace.length > 0 || revoke.length > 0 || again.size > 0

/** What stands for each who is wanted: the same place and name, else the name, else the place. */
function partners(wanted: readonly Wanted[], standing: readonly Standing[]) {
  const found = new Map<Wanted, Standing>()
  const used = new Set<Standing>()
  const entryOf = ({ place }: { place: string }) => place.slice(0, place.lastIndexOf('#'))
  const ways: ((one: Wanted | Standing) => string)[] = [
    (one) => JSON.stringify([one.place, one.name]),
    (one) => JSON.stringify([entryOf(one), one.name]),
    (one) => one.place,
  ]
  for (const way of ways) {
    const free = new Map<string, Standing[]>()
    for (const one of standing.filter((each) => !used.has(each))) {
      free.set(way(one), [...(free.get(way(one)) ?? []), one])
    }
    for (const one of wanted.filter((each) => !found.has(each))) {
      const there = free.get(way(one))?.shift()
      if (!there) continue
      found.set(one, there)
      used.add(there)
    }
  }
  return found
}

function saysTheSame(a: Standing, b: Wanted): boolean {
  // Another place is another row, of which one stands.
  return (
    a.place === b.place &&
    a.name === b.name &&
    a.work === b.work &&
    a.unit === b.unit &&
    a.level === b.level
  )
}
