import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  criteriaOfIndicators,
  describeRound,
  readRound,
  readRounds,
  roundFaults,
  roundLook,
  scaleOf,
  type JudgingRound,
} from '../../src/domain/judging/rounds.ts'
import { plainRound } from './judging-arbitraries.ts'

const found = (change: object) =>
  readRound({ ...plainRound, ...change }).findings.map(
    ({ severity, code, path }) => `${severity === 'blocking' ? '!' : '?'} ${code} ${path}`,
  )
const [idea, craft] = plainRound.criteria
const criteria = (change: object) => ({ criteria: [{ ...idea, ...change }, craft] })

const cases: [string, object, string[]][] = [
  ['nothing wrong', {}, []],
  ['no window', { window: null }, ['! missing window']],
  [
    'a window of local times',
    { window: { from: '2022-09-01T00:00:00', to: '2022-09-02T00:00:00Z' } },
    ['! window window.from'],
  ],
  ['an option that nothing reads', { colour: 'red' }, ['! unknown-option colour']],
  ['half a judge', { quorum: 2.5 }, ['! not-a-number quorum']],
  ['no judge', { quorum: 0 }, ['! not-a-number quorum']],
  ['blind as a word', { blind: 'yes' }, ['! not-a-choice blind']],
  ['no method', { method: null }, ['! not-a-choice method.kind']],
  ['an unknown method', { method: { kind: 'best' } }, ['! not-a-choice method.kind']],
  ['a mean that drops', { method: { kind: 'mean', drop: 1 } }, ['! unknown-option method.drop']],
  [
    'nothing left after trimming',
    { method: { kind: 'trimmed-mean', drop: 2 } },
    ['! trim-over-quorum method.drop'],
  ],
  [
    'scores without criteria',
    { criteria: [], tieBreak: [{ by: 'lot' }] },
    ['! no-criteria criteria'],
  ],
  ['a key in capitals', criteria({ key: 'Idea' }), ['! criterion-key criteria.0.key']],
  ['the same key twice', criteria({ key: 'craft' }), ['! criterion-twice criteria']],
  ['a criterion without name', criteria({ name: null }), ['! missing criteria.0.name']],
  ['full marks of zero', criteria({ full: 0 }), ['! not-a-number criteria.0.full']],
  [
    'an anchor over the full marks',
    criteria({ anchors: [{ marks: 101, meaning: { zh: '优', en: 'Best' } }] }),
    ['! anchor-over-full criteria.0.anchors.0.marks'],
  ],
  ['weights that are not 100', criteria({ weight: 50 }), ['? weights-not-100 criteria']],
  [
    'full marks that have no small common multiple',
    {
      criteria: [997, 991, 983].map((full, index) => ({ ...idea, key: `c${index}`, full })),
      tieBreak: [{ by: 'lot' }],
    },
    ['! scale-too-fine criteria', '? weights-not-100 criteria'],
  ],
  [
    'a tie-break by a criterion of nobody',
    { tieBreak: [{ by: 'criterion', criterion: 'luck' }, { by: 'lot' }] },
    ['! tie-criterion-unknown tieBreak.0.criterion'],
  ],
  [
    'the same tie-break twice',
    { tieBreak: [{ by: 'votes' }, { by: 'votes' }] },
    ['! tie-step-twice tieBreak.1'],
  ],
  ['no tie-break', { tieBreak: [] }, ['? ties-undecided tieBreak']],
  [
    'a threshold without points',
    { method: { kind: 'schulze' }, carryOver: { kind: 'threshold', points: 60 } },
    ['! threshold-out-of-place carryOver.kind'],
  ],
  [
    'a vote of 101 per cent',
    { vote: { percent: 101, points: 'by-place' } },
    ['! not-a-number vote.percent'],
  ],
  ['one judge', { quorum: 1 }, ['? one-judge quorum', '? disagreement-of-one disagreement']],
  [
    'a yes or no by the median, with votes and criteria',
    { kind: 'qualify', method: { kind: 'median' }, vote: { percent: 10, points: 'by-place' } },
    [
      '! criteria-out-of-place criteria',
      '! method-out-of-place method.kind',
      '! vote-out-of-place vote',
    ],
  ],
]

const round = (change: object): unknown => ({ ...plainRound, ...change })
const days = (from: number, to: number) => ({
  from: `2022-09-${String(from).padStart(2, '0')}T00:00:00+08:00`,
  to: `2022-09-${String(to).padStart(2, '0')}T00:00:00+08:00`,
})

describe('a round of judging', () => {
  it.each(cases)('with %s', (_, change, expected) => {
    expect(found(change)).toEqual(expected)
  })

  it('is read from any JSON without ever throwing, and never half', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...Object.keys(plainRound)), (value, key) => {
        const read = readRound({ ...plainRound, [key]: value })
        expect(read.round === null).toBe(read.findings.some((one) => one.severity === 'blocking'))
        for (const { code, message } of read.findings) {
          expect(roundFaults).toContain(code)
          expect(message.zh && message.en).toBeTruthy()
        }
        expect(readRound(value).round).toBeNull()
      }),
    )
  })

  it('is the same after a walk through JSON', () => {
    const { round: read } = readRound(JSON.parse(JSON.stringify(plainRound)))
    expect(read).toEqual(plainRound)
  })

  it('says in both languages how works are judged', () => {
    const { round: read } = readRound(
      round({
        quorum: 5,
        method: { kind: 'trimmed-mean', drop: 1 },
        vote: { percent: 30, points: 'share-of-top' },
        decimals: 2,
        carryOver: { kind: 'top', count: 20, equal: 'all-in' },
      }),
    )
    expect(describeRound(read!).map(({ zh }) => zh)).toEqual([
      '评审时间：2022年9月1日至2022年9月10日（北京时间）',
      '每件作品由 5 名评委评审：按评分项打分',
      '评分项：立意（满分 100 分，占 60%）、制作（满分 50 分，占 40%）',
      '匿名评审：评委看不到作者和单位',
      '评委看不到他人的评分',
      '计分：去掉 1 个最高分和 1 个最低分后的平均分，评委占 70%，网络投票占 30%（票数 ÷ 最高票数 × 100），保留 2 位小数，四舍五入',
      '同分时先看：“立意”平均分高者；其次抽签（按公布的种子）',
      '最高分与最低分相差 30 分（百分制）及以上的作品会被提示复核',
      '前 20 件晋级下一轮，线上并列的全部晋级',
    ])
    expect(describeRound(read!).every(({ en }) => /^[A-Z][^一-鿿]+$/.test(en))).toBe(true)
    const alone = describeRound({ ...read!, quorum: 1 }).map(({ en }) => en)
    expect(alone).toContain('Each work is seen by one judge, who gives marks for each criterion')
  })

  it('takes the platforms’ indicator table for criteria', () => {
    const rows = [
      { indicator: '服务覆盖', fullMarks: 30, weight: 40 },
      { indicator: '活跃用户', fullMarks: 20 },
    ]
    const read = readRound(
      round({ criteria: criteriaOfIndicators(rows), tieBreak: [{ by: 'lot' }] }),
    )
    expect(read.round?.criteria.map(({ key, full, weight }) => [key, full, weight])).toEqual([
      ['indicator-1', 30, 40],
      ['indicator-2', 20, 20],
    ])
    expect(readRound(round({ criteria: criteriaOfIndicators([null, 7]) })).round).toBeNull()
  })

  it('brings weights to whole units', () => {
    expect(scaleOf(plainRound.criteria)).toEqual({
      full: 1_000_000,
      factors: new Map([
        ['idea', 60],
        ['craft', 80],
      ]),
    })
  })
})

describe('rounds in their order', () => {
  const top = { carryOver: { kind: 'top', count: 5 } }
  const read = (...rounds: unknown[]) =>
    readRounds(rounds).findings.map(({ code, path }) => `${code} ${path}`)

  it('follow each other', () => {
    const rounds = [round({ ...top, window: days(1, 5) }), round({ key: 'b', window: days(5, 9) })]
    expect(readRounds(rounds).rounds?.map(({ key }) => key)).toEqual(['scores', 'b'])
    expect(read(...rounds)).toEqual([])
  })

  it('are refused where they overlap, have one key, or lead nowhere', () => {
    expect(read(round({ window: days(1, 5) }), round({ ...top, window: days(4, 9) }))).toEqual([
      'first-carries-nothing 0.carryOver',
      'round-twice 1.key',
      'rounds-overlap 1.window.from',
      'last-carries-over 1.carryOver',
    ])
    expect(read(round({}), { key: 'x' })).toContain('missing 1.window')
  })
})

describe('what a judge sees', () => {
  const at = (text: string) => new Date(`${text}+08:00`)
  const look = (
    change: Partial<JudgingRound>,
    hasHandedIn: boolean,
    now: string,
    isLocked = false,
  ) => roundLook({ round: { ...plainRound, ...change }, hasHandedIn, isLocked, now: at(now) })
  const [during, after] = ['2022-09-05T09:00', '2022-09-11T00:00']

  it.each([
    ['never', true, after, false],
    ['after-own', false, during, false],
    ['after-own', true, during, true],
    ['after-own', false, after, false],
    ['after-close', true, during, false],
    ['after-close', false, after, true],
  ] as const)(
    'of others’ marks with “%s”, own handed in: %s, at %s: %s',
    (shown, own, now, sees) => {
      expect(look({ scoresShown: shown }, own, now).othersMarks).toBe(sees)
    },
  )

  it('is no author in a blind round, and own marks stand once others’ were seen', () => {
    expect(look({}, false, during)).toEqual({
      ...{ othersMarks: false, author: false, ownCanChange: true },
    })
    expect(look({ scoresShown: 'after-own' }, true, during).ownCanChange).toBe(false)
    expect(look({ blind: false }, false, during, true)).toMatchObject({
      ...{ author: true, ownCanChange: false },
    })
  })
})
