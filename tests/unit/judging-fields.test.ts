import { describe, expect, it } from 'vitest'
import { calibrating, judgeNames, judgesOrder } from '../../src/domain/judging/judges-order.ts'
import { judgedFields, judgedMedia } from '../../src/domain/judging/shown-fields.ts'
import {
  fieldOfRoundPath,
  readRoundFields,
  roundOfFields,
  type RoundFields,
} from '../../src/domain/judging/rounds.ts'

const form: RoundFields = {
  ...{ key: 'final', kind: 'score', windowFrom: '2022-09-01T00:00:00Z', quorum: 5 },
  ...{ windowTo: new Date('2022-09-10T00:00:00Z'), scoresShown: 'never', blind: true },
  criteria: [
    {
      key: 'theme',
      name: '主题 / Theme',
      full: 20,
      weight: 60,
      anchors: '18 突出\n12分：一般\n\n',
    },
    { key: 'craft', name: '制作', full: 10, weight: 40, anchors: null },
  ],
  ...{
    method: 'trimmed-mean',
    methodDrop: 1,
    methodShrink: 9,
    votePercent: 0,
    votePoints: 'by-place',
  },
  tieBreak: [
    { by: 'criterion', criterion: 'theme' },
    { by: 'lot', criterion: 'left over' },
  ],
  ...{ carryOver: 'top', carryCount: 10, carryPoints: 60, carryEqual: 'all-in', decimals: null },
}

describe('a round’s form', () => {
  it('is read as the round that it says; what means nothing beside the rest is left out', () => {
    const { round, findings } = readRoundFields(form)
    expect(findings.filter(({ severity }) => severity === 'blocking')).toEqual([])
    expect(round).toMatchObject({
      ...{ key: 'final', method: { kind: 'trimmed-mean', drop: 1 }, vote: null },
      carryOver: { kind: 'top', count: 10, equal: 'all-in' },
      tieBreak: [{ by: 'criterion', criterion: 'theme' }, { by: 'lot' }],
    })
    expect(round!.criteria[0]).toMatchObject({
      name: { zh: '主题', en: 'Theme' },
      anchors: [
        { marks: 18, meaning: { zh: '突出', en: '突出' } },
        { marks: 12, meaning: { zh: '一般', en: '一般' } },
      ],
    })
    expect(round!.criteria[1]!.name).toEqual({ zh: '制作', en: '制作' })
  })

  it.each<[string, RoundFields, string]>([
    [
      'an anchor without marks',
      { criteria: [{ ...form.criteria![0], anchors: '突出' }] },
      'criteria.0.anchors',
    ],
    [
      'a criterion without a name',
      { criteria: [{ ...form.criteria![0], name: '' }] },
      'criteria.0.name',
    ],
    ['a window that ends at its beginning', { windowTo: form.windowFrom }, 'windowFrom'],
    ['too many dropped', { methodDrop: 3 }, 'methodDrop'],
    ['no count of those who go on', { carryCount: null }, 'carryCount'],
    ['a vote of more than all', { votePercent: 101 }, 'votePercent'],
    ['an odd quorum', { quorum: '5' }, 'quorum'],
    ['no key', { key: null }, 'key'],
  ])('with %s is refused at its field', (_what, changed, field) => {
    const { round, findings } = readRoundFields({ ...form, ...changed })
    expect(round).toBeNull()
    const paths = findings.map(({ path }) => fieldOfRoundPath(path))
    expect(paths.some((path) => path === field || path === field.replace('From', 'To'))).toBe(true)
  })

  it('of a yes or no has no criteria, whatever the form still holds', () => {
    expect(roundOfFields({ ...form, kind: 'qualify' }).criteria).toEqual([])
  })
})

describe('a judge’s order', () => {
  const works = Array.from({ length: 12 }, (_, index) => ({ number: index + 1 }))
  const order = (judge: number, of = works) =>
    judgesOrder(of, { seed: 'seed', judge }).map(({ number }) => number)

  it('begins with the same three for all who have them, and goes on as nobody else’s', () => {
    expect([1, 2, 3].map((judge) => order(judge).slice(0, 3))).toEqual([
      ...[
        [1, 2, 3],
        [1, 2, 3],
        [1, 2, 3],
      ],
    ])
    expect(order(1)).not.toEqual(order(2))
    expect(order(1)).toEqual(order(1, [...works].reverse()))
    expect(calibrating([9, 4, 7, 5])).toEqual(new Set([4, 5, 7]))
  })

  it('keeps the places of works when others come or go', () => {
    const rest = order(1).slice(3)
    const without = order(
      1,
      works.filter(({ number }) => number !== rest[2]),
    ).slice(3)
    expect(without).toEqual(rest.filter((number) => number !== rest[2]))
  })
})

it('judges are called by lot, not by who came first', () => {
  const names = judgeNames([11, 12, 13, 14, 15, 16], 'seed')
  expect([...names.values()].sort()).toEqual(['J1', 'J2', 'J3', 'J4', 'J5', 'J6'])
  expect([...names.keys()]).not.toEqual([11, 12, 13, 14, 15, 16])
})

it('a blind round hides what names its author by its nature', () => {
  const names = (blind: boolean) => judgedFields('platforms', blind).map(([name]) => name)
  expect(names(true)).not.toContain('operator')
  expect(names(true)).not.toContain('address')
  expect(names(false)).toEqual(expect.arrayContaining(['operator', 'address', 'services']))
  expect(judgedMedia('platforms', true)).toEqual(['cover', 'showcaseVideo'])
  expect(judgedMedia('platforms', false)).toContain('qrCode')
  expect(judgedFields('commentaries', true).map(([name]) => name)).not.toContain('publishedUrl')
})
