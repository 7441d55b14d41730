import { readFileSync } from 'node:fs'
import type { EntryKind } from '../src/domain/kinds.ts'
import { inclusiveDays, type PhaseKey } from '../src/domain/phases.ts'
import type { UnitKind } from '../src/domain/unit-tree.ts'

type Facts = {
  campaign: {
    slug: string
    year: number
    title: string
    organisers: string[]
    noticeDate: string
    platforms: string[]
    platformUses: string[]
    phases: { key: PhaseKey; title: string; from: string; to: string; does: string }[]
  }
  tracks: {
    slug: string
    kind: EntryKind
    title: string
    subtitle?: string
    host: string
    coHosts: string[]
    scope: 'province' | 'nationwide'
    themes: string[]
    note?: string
  }[]
  units: {
    province: string
    departments: string[]
    partner: string
    cities: string[]
    counties: Record<string, string[]>
  }
}

export type UnitSeed = { name: string; code: string; kind: UnitKind; parent: string | null }

/** The campaign as the notice of 7 June 2022 states it; the file beside this one is its words. */
export const facts: Facts = JSON.parse(
  readFileSync(new URL('./campaign-2022.json', import.meta.url), 'utf8'),
)

// GB/T 2260 numbers of the province, its cities and two county-level cities.
const codes: Record<string, string> = {
  南京市总工会: '320100',
  无锡市总工会: '320200',
  徐州市总工会: '320300',
  常州市总工会: '320400',
  苏州市总工会: '320500',
  南通市总工会: '320600',
  连云港市总工会: '320700',
  淮安市总工会: '320800',
  盐城市总工会: '320900',
  扬州市总工会: '321000',
  镇江市总工会: '321100',
  泰州市总工会: '321200',
  宿迁市总工会: '321300',
  江阴市总工会: '320281',
  宜兴市总工会: '320282',
}

/** The units of the notice, each after its parent. */
export function unitSeeds(): UnitSeed[] {
  const { province, departments, partner, cities, counties } = facts.units
  return [
    { name: province, code: '320000', kind: 'province', parent: null },
    ...departments.map((name, index) => unit(name, `320000-D${index + 1}`, 'department', province)),
    unit(partner, '320000-WXB', 'department', province),
    ...cities.map((name) => unit(name, codes[name]!, 'city', province)),
    ...Object.entries(counties).flatMap(([city, names]) =>
      names.map((name) => unit(name, codes[name]!, 'county', city)),
    ),
  ]
}

/** The phases as half-open intervals: the last day of the notice belongs to its phase. */
export function phaseSeeds() {
  return facts.campaign.phases.map(({ from, to, ...phase }) => {
    const interval = inclusiveDays(from, to)
    return { ...phase, from: interval.from.toISOString(), to: interval.to.toISOString() }
  })
}

function unit(name: string, code: string, kind: UnitKind, parent: string): UnitSeed {
  return { name, code, kind, parent }
}
