import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  assess,
  evenness,
  levelFor,
  riskLevels,
  riskThresholds,
  scoreOf,
  signalCodes,
  subjectsOf,
  voterNetwork,
  type GroupRisk,
  type VoteFact,
} from '../../src/domain/voting/risk.ts'
import { chance, factory, farm, noon, province, wave } from './voting-crowds.ts'

const seeds = Array.from({ length: 12 }, (_, index) => index + 1)
const isFlagged = ({ level }: GroupRisk) => level === 'challenge' || level === 'review'
const nameOf = ({ subject, level, signals }: GroupRisk) =>
  `${level} ${JSON.stringify(subject)} ${signals.map(({ code, score }) => `${code} ${score.toFixed(2)}`).join()}`
const flagged = (...crowds: VoteFact[][]) => assess(crowds.flat()).filter(isFlagged).map(nameOf)
const worst = (risks: readonly GroupRisk[], kind: string) =>
  risks.find(
    ({ subject }) => subject.kind === kind && (!('entry' in subject) || subject.entry === 'w3'),
  )

describe('honest crowds', () => {
  it.each(seeds)('are not flagged: the province, two days long (%i)', (seed) => {
    expect(flagged(province(chance(seed)))).toEqual([])
  })

  it.each(seeds)('are not flagged: a factory behind one address at lunch (%i)', (seed) => {
    const next = chance(seed)
    expect(flagged(province(next), factory(next))).toEqual([])
  })

  it.each(seeds)(
    'are not flagged: a factory that signs up and votes for its own, all of it (%i)',
    (seed) => {
      const next = chance(seed)
      expect(flagged(province(next), factory(next, { young: 1, loyalty: 1 }))).toEqual([])
      expect(flagged(factory(next, { young: 1, loyalty: 1 }))).toEqual([])
    },
  )

  it.each(seeds)('are not flagged: a link that goes round (%i)', (seed) => {
    const next = chance(seed)
    expect(flagged(province(next), wave(next))).toEqual([])
  })

  it('are watched where they do what farms do too', () => {
    const next = chance(1)
    const risks = assess([...province(next), ...factory(next, { young: 1, loyalty: 1 })])
    const crowd = risks.find(
      ({ subject }) => subject.kind === 'crowd' && subject.network === 'factory',
    )
    expect(crowd?.level).toBe('watch')
    expect(crowd?.signals.map(({ code }) => code)).toEqual(['young-identities', 'network-share'])
  })
})

describe('farms', () => {
  const one = () => 'farm'
  const own = (name: string) => (identity: number) => `${name}${identity}`

  it.each(seeds)(
    'of a script that waits ten seconds are a case, whatever their networks (%i)',
    (seed) => {
      const next = chance(seed)
      const gap = () => 10_000 + next() * 2000
      const hidden = assess([
        ...province(next),
        ...farm({ gap, network: own('x'), device: own('y') }),
      ])
      expect(worst(hidden, 'entry')?.level, nameOf(worst(hidden, 'entry')!)).toMatch(
        /challenge|review/,
      )
      const shared = assess([...province(next), ...farm({ gap, network: one, device: own('y') })])
      expect(worst(shared, 'crowd')?.level).toBe('review')
    },
  )

  it.each(seeds)('that wait by chance, but on few telephones, are a case (%i)', (seed) => {
    const next = chance(seed)
    const gap = () => -Math.log(1 - next()) * 20_000
    const device = (identity: number) => `phone ${identity % 10}`
    const risks = assess([...province(next), ...farm({ gap, network: own('x'), device })])
    expect(worst(risks, 'device')?.level).toBe('review')
    expect(risks.filter(({ subject }) => subject.kind === 'device')).toHaveLength(10)
    const many = (identity: number) => `phone ${identity % 40}`
    const crowd = assess([...province(next), ...farm({ gap, network: one, device: many })])
    expect(worst(crowd, 'crowd')?.level).toMatch(/challenge|review/)
  })

  it('that look like people in everything are not found, and nothing pretends they are', () => {
    const next = chance(1)
    const gap = () => -Math.log(1 - next()) * 20_000
    const patient = farm({ gap, network: own('x'), device: own('y'), age: 40 * 86_400_000 })
    expect(flagged(province(next), patient)).toEqual([])
  })

  it('are challenged in their next vote, and their neighbours are not', () => {
    const next = chance(1)
    const gap = () => 10_000 + next() * 2000
    const risks = assess([...province(next), ...farm({ gap, network: one, device: one })])
    const vote = { entry: 'w3', network: 'farm', device: 'farm' }
    expect(levelFor(vote, risks)).toBe('review')
    expect(levelFor({ ...vote, entry: 'w4', device: null }, risks)).toBe('none')
    expect(levelFor({ entry: 'w9', network: null, device: null }, [])).toBe('none')
  })
})

describe('the evenness of votes', () => {
  const timing = { leastPairs: 40, clockMs: 50 }
  const times = (count: number, gap: (index: number) => number) => {
    let at = noon
    return Array.from({ length: count }, (_, index) => (at += gap(index)))
  }

  it.each(seeds)('is next to nothing for people, however busy the hours (%i)', (seed) => {
    const next = chance(seed)
    const exponential = (mean: number) => -Math.log(1 - next()) * mean
    const steady = evenness(
      times(200, () => exponential(10_000)),
      timing,
    )
    const tides = evenness(
      times(400, (at) => exponential(3000 + 60_000 * (1 + Math.sin(at / 40)))),
      timing,
    )
    expect(steady).toBeLessThan(0.2)
    expect(tides).toBeLessThan(0.2)
  })

  it.each<[string, number, number]>([
    ['a clock', 0, 0.99],
    ['a clock with a tenth of jitter', 0.1, 0.6],
    ['a clock with half of it', 0.5, 0.25],
  ])('is high for %s', (_name, jitter, least) => {
    const next = chance(3)
    expect(
      evenness(
        times(200, () => 10_000 * (1 + jitter * (2 * next() - 1))),
        timing,
      ),
    ).toBeGreaterThan(least)
  })

  it('is not known of few votes, of a rush that the clock cannot resolve, or of none', () => {
    expect(
      evenness(
        times(80, () => 10_000),
        timing,
      ),
    ).toBeNull()
    expect(
      evenness(
        times(5000, (at) => (at % 3 === 0 ? 50 : 0)),
        timing,
      ),
    ).toBeNull()
    expect(
      evenness(
        times(500, () => 0),
        timing,
      ),
    ).toBeNull()
    expect(evenness([], timing)).toBeNull()
  })
})

describe('scores', () => {
  const signal = fc.record({
    code: fc.constantFrom(...signalCodes),
    score: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  const signals = fc.uniqueArray(signal, { selector: ({ code }) => code })
  const said = { zh: '', en: '' }

  it('lie between 0 and 1, and one more reason never makes a vote less odd', () => {
    fc.assert(
      fc.property(signals, (all) => {
        const full = all.map((one) => ({ ...one, words: said }))
        const score = scoreOf(full, riskThresholds)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThan(1)
        for (const left of full) {
          expect(
            scoreOf(
              full.filter((one) => one !== left),
              riskThresholds,
            ),
          ).toBeLessThanOrEqual(score + 1e-12)
        }
      }),
    )
  })

  it('of what crowds do stay under the challenge, of what machines do pass it', () => {
    const full = (codes: readonly (typeof signalCodes)[number][]) =>
      scoreOf(
        codes.map((code) => ({ code, score: 1, words: said })),
        riskThresholds,
      )
    const { challenge, review } = riskThresholds.levels
    expect(full(['burst', 'young-identities', 'network-share'])).toBeLessThan(challenge)
    for (const code of ['even-timing', 'few-devices', 'shared-device'] as const) {
      expect(full([code])).toBeGreaterThan(challenge)
    }
    expect(full(['shared-device'])).toBeGreaterThan(review)
  })

  it('come with reasons in both languages that name the numbers, for any votes at all', () => {
    const name = (letters: string) => fc.constantFrom(...letters)
    const fact = fc.record({
      ...{ voter: fc.nat(60).map(String), entry: name('ab') },
      ...{ at: fc.nat(10_000_000), since: fc.integer({ min: -200_000_000, max: 10_000_000 }) },
      ...{ network: fc.option(name('mn')), device: fc.option(name('xyz')) },
    })
    let seen = 0
    fc.assert(
      fc.property(fc.array(fact, { minLength: 60, maxLength: 120 }), (facts) => {
        for (const risk of assess(facts)) {
          seen += 1
          expect(riskLevels).toContain(risk.level)
          expect(risk.votes).toBeLessThanOrEqual(facts.length)
          for (const { words, score } of risk.signals) {
            expect(score).toBeGreaterThan(0)
            expect(score).toBeLessThanOrEqual(1)
            expect(words.zh).toMatch(/\p{Script=Han}.*\d|\d.*\p{Script=Han}/u)
            expect(words.en).not.toMatch(/NaN|Infinity|undefined|\p{Script=Han}/u)
          }
        }
      }),
      { numRuns: 30 },
    )
    expect(seen).toBeGreaterThan(30)
  })

  it('hold young identities against those who voted elsewhere, and against them alone', () => {
    const vote = (one: number, entry: string, age: number): VoteFact => ({
      ...{ voter: `${entry}${one}`, entry, at: noon + one * 60_000, since: noon - age },
      ...{ network: null, device: null },
    })
    const many = Array.from({ length: 40 }, (_, one) => one)
    const risks = assess([
      ...many.map((one) => vote(one, 'a', 3_600_000)),
      ...many.map((one) => vote(one, 'b', one < 10 ? 3_600_000 : 40 * 86_400_000)),
    ])
    expect(risks.map(({ subject }) => subject)).toEqual([{ kind: 'entry', entry: 'a' }])
    expect(risks[0]?.signals.map(({ words }) => words.zh)).toEqual([
      '100% 的身份登记不足 24 小时，其余投票人为 25%',
    ])
  })

  it('do not depend on the order in which votes are looked at', () => {
    const next = chance(5)
    const facts = [...province(next, 1000), ...factory(next)]
    const scores = (all: VoteFact[]) =>
      assess(all)
        .map(({ subject, score }) => `${JSON.stringify(subject)} ${score.toFixed(9)}`)
        .sort()
    expect(scores([...facts].reverse())).toEqual(scores(facts))
  })
})

describe('networks and subjects', () => {
  it.each([
    ['203.0.113.77', '203.0.113.0/24'],
    ['::ffff:203.0.113.9', '203.0.113.0/24'],
    ['2001:db8:17:9::5', '2001:db8:17::/48'],
    ['2001:0db8:0017:9::5', '2001:db8:17::/48'],
    ['::1', '0:0:0::/48'],
    ['unknown', null],
    ['', null],
  ])('%s lies in %s', (address, network) => {
    expect(voterNetwork(address)).toBe(network)
  })

  it('name the groups that a vote is in', () => {
    expect(subjectsOf({ entry: '3', network: 'n', device: 'd' })).toEqual([
      'entry:3',
      'crowd:3:n',
      'device:d',
    ])
    expect(subjectsOf({ entry: '3', network: null, device: null })).toEqual(['entry:3'])
  })
})
