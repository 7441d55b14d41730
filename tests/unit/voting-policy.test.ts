import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  describePolicy,
  policyFaults,
  readPolicy,
  validatePolicy,
} from '../../src/domain/voting/policy.ts'
import { plainPolicy, shanghai, soundPolicy } from './voting-arbitraries.ts'

const base = { ...plainPolicy }
const found = (change: object, candidates?: number) =>
  validatePolicy({ ...base, ...change }, candidates).map(
    ({ severity, code, path }) => `${severity === 'blocking' ? '!' : '?'} ${code} ${path}`,
  )

const cases: [string, object, number | undefined, string[]][] = [
  ['nothing wrong', {}, undefined, []],
  [
    'no options',
    { window: null, period: null, ballot: null, counts: null, voters: null },
    undefined,
    [
      '! missing window',
      '! not-a-choice period.kind',
      '! missing ballot',
      '! not-a-choice counts.shown',
      '! not-a-choice voters',
    ],
  ],
  [
    'a window that ends before it begins',
    { window: { from: base.window.to, to: base.window.from } },
    undefined,
    ['! window window.to'],
  ],
  [
    'a window of no dates',
    { window: { from: '2022-06-07T00:00:00', to: 5 } },
    undefined,
    ['! window window.from'],
  ],
  [
    'a rolling period with a calendar option',
    { period: { kind: 'rolling', hours: 24, timeZone: 'Asia/Shanghai' } },
    undefined,
    ['! unknown-option period.timeZone'],
  ],
  [
    'a calendar day with hours',
    { period: { kind: 'day', hours: 24 } },
    undefined,
    ['! unknown-option period.hours'],
  ],
  [
    'rolling hours out of bounds',
    { period: { kind: 'rolling', hours: 0 } },
    undefined,
    ['! not-a-number period.hours'],
  ],
  [
    'daily counts without a time',
    { counts: { shown: 'daily' } },
    undefined,
    ['! daily-time counts.at'],
  ],
  [
    'daily counts at 24:00',
    { counts: { shown: 'daily', at: '24:00' } },
    undefined,
    ['! daily-time counts.at'],
  ],
  [
    'live counts with a time',
    { counts: { shown: 'live', at: '09:00' } },
    undefined,
    ['! unknown-option counts.at'],
  ],
  ['half a vote', { votesPerPeriod: 2.5 }, undefined, ['! not-a-number votesPerPeriod']],
  ['no votes at all', { votesPerPeriod: 0 }, undefined, ['! not-a-number votesPerPeriod']],
  ['votes as text', { votesPerEntry: '5' }, undefined, ['! not-a-number votesPerEntry']],
  ['a negative age', { minimumAgeHours: -1 }, undefined, ['! not-a-number minimumAgeHours']],
  [
    'no limit',
    { votesPerPeriod: null, votesPerEntryPerPeriod: null },
    undefined,
    ['! no-limit votesPerPeriod'],
  ],
  [
    'an inverted ballot',
    { ballot: { min: 4, max: 3 } },
    undefined,
    ['! ballot-inverted ballot.max'],
  ],
  [
    'exactly k over the votes of a period',
    { ballot: { exactly: 6 } },
    undefined,
    ['! ballot-over-quota ballot.max'],
  ],
  [
    'both kinds of ballot',
    { ballot: { exactly: 5, max: 5 } },
    undefined,
    ['! unknown-option ballot.max'],
  ],
  [
    'exactly k over the candidates',
    { ballot: { exactly: 5 } },
    4,
    ['! ballot-over-candidates ballot.min'],
  ],
  [
    'more for one work than for all',
    { votesPerEntryPerPeriod: 6 },
    undefined,
    ['! entry-quota-over-quota votesPerEntryPerPeriod'],
  ],
  [
    'less in total than in a period',
    { votesPerEntryPerPeriod: 3, votesPerEntry: 2 },
    undefined,
    ['! entry-total-under-period votesPerEntry'],
  ],
  [
    'votes that no ballot can use',
    { ballot: { exactly: 2 } },
    undefined,
    ['? votes-left-over votesPerPeriod'],
  ],
  [
    'a last day that is a part of one',
    { window: { from: base.window.from, to: shanghai('2022-06-11 18:00') } },
    undefined,
    ['? partial-day window'],
  ],
  [
    'a rolling period longer than the window',
    { period: { kind: 'rolling', hours: 120 } },
    undefined,
    ['? period-over-window period.hours'],
  ],
  [
    'a daily time that never comes',
    {
      counts: { shown: 'daily', at: '20:00' },
      window: { from: shanghai('2022-06-07 00:00'), to: shanghai('2022-06-07 20:00') },
    },
    undefined,
    ['? partial-day window', '? daily-time-outside-window counts.at'],
  ],
  [
    'an option that nothing reads',
    { votesPerHour: 3 },
    undefined,
    ['! unknown-option votesPerHour'],
  ],
]

describe('a policy', () => {
  it('is read from JSON as it was written', () => {
    fc.assert(
      fc.property(soundPolicy, (policy) => {
        const read = readPolicy(JSON.parse(JSON.stringify(policy)))
        expect(read.policy).toEqual(policy)
        expect(read.findings.filter(({ severity }) => severity === 'blocking')).toEqual([])
      }),
    )
  })

  it('takes “exactly” for a ballot, and 24 hours and no minimum age for granted', () => {
    const { policy } = readPolicy({
      ...{ ...base, minimumAgeHours: undefined, votesPerEntryPerPeriod: 1 },
      ...{ ballot: { exactly: 5 }, period: { kind: 'rolling' } },
    })
    expect(policy).toMatchObject({
      ballot: { min: 5, max: 5 },
      period: { kind: 'rolling', hours: 24 },
      minimumAgeHours: 0,
    })
  })

  it.each(cases)('with %s', (_name, change, candidates, expected) => {
    expect(found(change, candidates)).toEqual(expected)
  })

  it('has each of its possible faults in this table', () => {
    const shown = new Set(cases.flatMap(([, , , said]) => said.map((one) => one.split(' ')[1])))
    expect([...shown].sort()).toEqual([...policyFaults].sort())
  })

  it('is no policy while something blocks it, and one while something warns', () => {
    expect(readPolicy({ ...base, ballot: { exactly: 6 } }).policy).toBeNull()
    expect(readPolicy({ ...base, ballot: { exactly: 2 } }).policy).not.toBeNull()
  })

  it('is refused in both languages whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          fc.record({
            window: fc.anything(),
            period: fc.anything(),
            ballot: fc.anything(),
            counts: fc.anything(),
          }),
        ),
        (value) => {
          const { policy, findings } = readPolicy(value)
          expect(policy).toBeNull()
          expect(findings.length).toBeGreaterThan(0)
          for (const { message } of findings) {
            expect(message.zh).toMatch(/\p{Script=Han}/u)
            expect(message.en).not.toBe('')
          }
        },
      ),
    )
  })
})

describe('the sentences of a policy', () => {
  const said = (change: object) => {
    const { policy } = readPolicy({ ...base, ...change })
    return describePolicy(policy!).map(({ zh }) => zh)
  }

  it('say each fact', () => {
    expect(said({})).toEqual([
      '投票时间：2022年6月7日至2022年6月11日（北京时间）',
      '登录后即可投票',
      '每人每天可投 5 票，每件作品每天最多 1 票',
      '票数按北京时间 0 点重新计算，当天未投的不累计',
      '每次可选 1 至 5 件不同的作品，整张选票一并计入',
      '票数实时公布',
    ])
    expect(describePolicy(plainPolicy).map(({ en }) => en)).toEqual([
      'Voting: 7 June 2022 to 11 June 2022 (Beijing time)',
      'Whoever has signed in may vote',
      'Everyone has 5 votes a day, at most 1 vote for each work a day',
      'Votes start anew at midnight, Beijing time; those not cast are not kept',
      'A ballot names 1 to 5 different works and counts as a whole',
      'Counts are shown as they are',
    ])
  })

  it.each<[object, string]>([
    [{ votesPerEntryPerPeriod: null }, '每人每天可投 5 票'],
    [{ votesPerEntry: 3 }, '每人每天可投 5 票，每件作品每天最多 1 票，整轮最多 3 票'],
    [
      { votesPerEntryPerPeriod: null, votesPerEntry: 3 },
      '每人每天可投 5 票，每件作品整轮最多 3 票',
    ],
    [{ votesPerPeriod: null }, '每人对每件作品每天最多 1 票'],
    [
      { votesPerPeriod: null, votesPerEntryPerPeriod: null, votesPerEntry: 1 },
      '每人对每件作品整轮最多 1 票',
    ],
    [{ votesPerPeriod: null, period: { kind: 'rolling' } }, '每人对每件作品每 24 小时最多 1 票'],
    [{ voters: 'members', minimumAgeHours: 24 }, '仅限工会会员投票，身份登记须满 24 小时'],
    [{ ballot: { exactly: 5 } }, '每次须选满 5 件不同的作品，整张选票一并计入'],
    [{ ballot: { exactly: 1 } }, '每次投 1 件作品'],
    [{ counts: { shown: 'daily', at: '09:00' } }, '投票期间的票数每日 09:00 公布一次'],
    [{ counts: { shown: 'afterClose' } }, '票数在投票结束后公布'],
    [{ period: { kind: 'rolling', hours: 12 } }, '每一票自投出时起单独计时'],
  ])('%j: %s', (change, sentence) => {
    expect(said(change)).toContain(sentence)
  })

  it('name the same numbers in both languages, and no fact twice', () => {
    fc.assert(
      fc.property(soundPolicy, (policy) => {
        const sentences = describePolicy(policy)
        for (const { zh, en } of sentences.slice(1)) {
          const plain = en.replace('one work', '1 work').replace('midnight', '0')
          expect(plain.match(/\d+/g)?.sort()).toEqual(zh.match(/\d+/g)?.sort())
        }
        for (const language of ['zh', 'en'] as const) {
          const all = sentences.map((one) => one[language])
          expect(new Set(all).size).toBe(all.length)
        }
      }),
    )
  })
})
