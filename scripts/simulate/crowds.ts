/** Somebody with a telephone. `sub` is who they are at the client that brings them. */
export type Person = { sub: string; address: string; device: string | null }

/**
 * How a ballot is sent. `patchy`: the line breaks before the answer is there, and it is sent again with
 * the same key until there is one. `double`: twice at once with one key.
 */
export type Manner = 'plain' | 'patchy' | 'double'

/** A ballot to be sent: when, in milliseconds from the beginning, by whom, for which works. */
export type PlannedBallot = { at: number; person: Person; works: string[]; manner: Manner }

export type Crowd = {
  name: string
  title: string
  isHonest: boolean
  /** The work that a dishonest crowd is after: nobody else votes for it. */
  target: string | null
  people: Person[]
  ballots: PlannedBallot[]
}

export type CrowdOptions = {
  /** Works that stand; the first three are what farms are after. */
  works: readonly string[]
  /** How long it all takes, in milliseconds. */
  lasts: number
  /** People of the province; the other crowds are in proportion. */
  people: number
  /** How many works a ballot names at least. */
  least: number
  seed: number
  /** Tells this run’s bought identities from those of other runs: they are new each time. */
  run: string
}

type Chance = () => number

/** Everybody who takes part, with what they will do; the same for the same seed. */
export function planCrowds(options: CrowdOptions): Crowd[] {
  const { works, lasts, people, least, seed, run } = options
  const next = chance(seed)
  const [clock, phone, farmed, ...open] = works as [string, string, string, ...string[]]
  const [own = clock] = open
  const pick = (first?: string) => ballotOf(next, open, least, first)
  const wait = (mean: number) => -Math.log(1 - next()) * mean
  const size = (share: number, from: number) => Math.max(from, Math.round(people * share))

  const crowd = (
    about: Pick<Crowd, 'name' | 'title' | 'isHonest' | 'target'>,
    persons: Person[],
    ballot: (person: Person, index: number) => Omit<PlannedBallot, 'person'>,
  ): Crowd => ({
    ...about,
    people: persons,
    ballots: persons.map((person, index) => ({ person, ...ballot(person, index) })),
  })
  const home = (name: string, index: number): Person => ({
    sub: `sim-${name}-${index}`,
    address: addressOf(next),
    device: next() < 0.9 ? `device-${name}-${index}` : null,
  })
  const list = (count: number, one: (index: number) => Person) =>
    Array.from({ length: count }, (_, index) => one(index))
  const plain = 'plain' as const

  const atNoon = () => Math.min(lasts * 0.98, lasts * 0.45 + wait(lasts * 0.06))
  // All along, evenly but for a tenth: a script that waits.
  const ticks = (count: number, index: number) =>
    lasts * (0.05 + (0.85 * (index + (next() - 0.5) / 10)) / count)
  const clockworks = size(0.3, 100)
  return [
    crowd(
      { name: 'province', title: '全省职工，一天之内陆续投票', isHonest: true, target: null },
      list(people, (index) => home('person', index)),
      () => ({ at: dayCurve(next) * lasts, works: pick(), manner: plain }),
    ),
    crowd(
      { name: 'factory', title: '一个厂区，午休时经同一出口投票', isHonest: true, target: null },
      list(size(0.4, 60), (index) => ({
        ...home('worker', index),
        address: `203.0.113.${1 + (index % 3)}`,
        // Some share a telephone.
        device: `device-worker-${next() < 0.05 ? Math.max(0, index - 1) : index}`,
      })),
      () => ({ at: atNoon(), works: pick(next() < 0.8 ? own : undefined), manner: plain }),
    ),
    crowd(
      { name: 'patchy', title: '网络不好的手机，断线后重发', isHonest: true, target: null },
      list(size(0.15, 20), (index) => home('patchy', index)),
      () => ({ at: dayCurve(next) * lasts, works: pick(), manner: 'patchy' }),
    ),
    crowd(
      { name: 'doubles', title: '连点两次的人', isHonest: true, target: null },
      list(size(0.1, 12), (index) => home('double', index)),
      () => ({ at: dayCurve(next) * lasts, works: pick(), manner: 'double' }),
    ),
    crowd(
      { name: 'clockwork', title: '脚本：定时投票，设备各不相同', isHonest: false, target: clock },
      list(clockworks, (index) => ({
        ...{ sub: `sim-${run}-clock-${index}`, address: `198.51.100.${index % 200}` },
        device: `device-${run}-clock-${index}`,
      })),
      (_, index) => ({ at: ticks(clockworks, index), works: pick(clock), manner: plain }),
    ),
    crowd(
      { name: 'one-phone', title: '一台设备换很多身份', isHonest: false, target: phone },
      list(size(0.1, 40), (index) => ({
        ...{ sub: `sim-${run}-phone-${index}`, address: addressOf(next) },
        device: `device-${run}-phone`,
      })),
      () => ({ at: next() * lasts, works: pick(phone), manner: plain }),
    ),
    crowd(
      { name: 'farm', title: '养号：新身份、同一网络、几台手机', isHonest: false, target: farmed },
      list(size(0.2, 60), (index) => ({
        ...{ sub: `sim-${run}-farm-${index}`, address: '192.0.2.7' },
        device: `device-${run}-farm-${index % 6}`,
      })),
      () => ({ at: lasts * (0.3 + 0.4 * next()), works: pick(farmed), manner: plain }),
    ),
  ]
}

// Two tides: noon and evening.
function dayCurve(next: Chance): number {
  for (;;) {
    const at = next()
    const busy = 0.25 + 0.75 * Math.max(bump(at, 0.45, 0.08), bump(at, 0.8, 0.1))
    if (next() < busy) return at
  }
}

const bump = (at: number, middle: number, width: number) =>
  Math.exp(-(((at - middle) / width) ** 2))

function ballotOf(next: Chance, open: readonly string[], least: number, first?: string): string[] {
  const chosen = new Set(first === undefined ? [] : [first])
  // Good works have more friends than others.
  while (chosen.size < Math.max(1, least)) {
    chosen.add(open[Math.floor(next() ** 1.5 * open.length)]!)
  }
  return [...chosen]
}

// Networks of documentation and of nobody (RFC 5737, RFC 6598): no real address is written anywhere.
const addressOf = (next: Chance) =>
  `100.${64 + Math.floor(next() * 64)}.${Math.floor(next() * 256)}.${1 + Math.floor(next() * 250)}`

/** Numbers from 0 to 1 that look random and are the same for a seed (mulberry32). */
export function chance(seed: number): Chance {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
