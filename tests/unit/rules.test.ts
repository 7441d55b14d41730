import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entryKindList, entryKinds, type EntryKind } from '../../src/domain/kinds.ts'
import {
  blocking,
  categoryFields,
  checkEntry,
  defaultRules,
  describeRules,
  ruleBook,
  ruleCodes,
  validateRules,
  type EntryFacts,
  type FileFacts,
  type TrackRule,
} from '../../src/domain/rules/index.ts'
import { commentaries, good, now } from './rule-examples.ts'

const kind = fc.constantFrom(...entryKindList)

describe('the default rules', () => {
  it.each(entryKindList)('of %s are sound', (one) => {
    expect(validateRules(defaultRules(one), one)).toEqual([])
  })

  it.each(entryKindList)('of %s let a good entry pass', (one) => {
    expect(checkEntry({ rules: defaultRules(one), facts: good[one] })).toEqual([])
  })

  it.each(Object.keys(commentaries) as (keyof typeof commentaries)[])(
    'of commentaries let a good %s pass',
    (format) => {
      const rules = defaultRules('commentaries')
      expect(checkEntry({ rules, facts: commentaries[format] })).toEqual([])
    },
  )

  it('are fresh rows each time: a host’s change stays the host’s', () => {
    const [first] = defaultRules('videos')
    if (first) first.maximum = 1
    expect(defaultRules('videos')[0]?.maximum).not.toBe(1)
  })

  it('have the numbers of the published calls', () => {
    const numbers = entryKindList.flatMap((one) =>
      defaultRules(one)
        .filter(({ rule }) => !['title-length', 'summary-length', 'author-count'].includes(rule))
        .filter(({ minimum, maximum }) => minimum != null || maximum != null)
        .map(({ rule, subtype, minimum, maximum }) =>
          [one, subtype ?? '*', rule, minimum ?? '', maximum ?? ''].join(' '),
        ),
    )
    expect(numbers).toEqual([
      'cases * body-length  3000',
      'videos drama duration  480',
      'videos documentary duration  360',
      'videos creative duration  180',
      'videos * aspect-ratio 1.76 1.79',
      'videos * resolution 1080 ',
      'videos * made-within  365',
      'photos single picture-count 1 1',
      'photos series picture-count 4 8',
      'photos * picture-bytes 2 ',
      'photos * picture-long-side 3000 ',
      'recitations recite duration  180',
      'recitations tell duration  240',
      'recitations speech duration  300',
      'commentaries text body-length 500 1400',
      'commentaries comic body-length  200',
      'commentaries audio duration  180',
      'commentaries video duration  240',
      'commentaries h5 h5-screens  10',
      'platforms * services-listed 1 ',
      'platforms * self-assessment 1 ',
      'platforms * showcase-duration  300',
    ])
  })

  it('use every rule of the book for some kind', () => {
    const used = new Set(entryKindList.flatMap((one) => defaultRules(one).map(({ rule }) => rule)))
    expect([...used].sort()).toEqual([...ruleCodes].sort())
  })

  it.each(entryKindList)('find a blank %s wanting, and say where', (one) => {
    const subtype = entryKinds[one].subtypes[0]?.value ?? null
    const facts: EntryFacts = {
      kind: one,
      subtype,
      authors: [],
      fields: {},
      files: [],
      now,
      themes: ['甲'],
    }
    const paths = checkEntry({ rules: defaultRules(one), facts }).map(({ path }) => path)
    expect(paths).toEqual(
      expect.arrayContaining(['title', 'summary', 'theme', 'authors', 'originalDeclared']),
    )
    const known = [
      ...['title', 'summary', 'theme', 'subtype', 'authors', 'originalDeclared'],
      ...Object.keys(categoryFields[one]),
    ]
    for (const path of paths) expect(known).toContain(path.split('.')[0])
  })
})

describe('findings', () => {
  const facts = { ...good.videos, title: '', summary: '', theme: '' }
  const rules: TrackRule[] = [
    { rule: 'title-length', maximum: 50, severity: 'warning' },
    { rule: 'summary-length', maximum: 500, severity: 'blocking' },
    { rule: 'theme-listed', severity: 'blocking' },
  ]

  it('come with the blocking ones first, otherwise in the order of the rules', () => {
    const findings = checkEntry({ rules, facts })
    expect(findings.map(({ path }) => path)).toEqual(['summary', 'theme', 'title'])
    expect(blocking(findings).map(({ path }) => path)).toEqual(['summary', 'theme'])
  })

  it('are none from rules of other subtypes, other kinds, or none at all', () => {
    const strange = [
      { rule: 'duration', subtype: 'documentary', maximum: 1, severity: 'blocking' },
      { rule: 'picture-count', minimum: 99, severity: 'blocking' },
      { rule: '__proto__', severity: 'blocking' },
      { rule: 'no-such-rule', severity: 'blocking' },
    ] as TrackRule[]
    expect(checkEntry({ rules: strange, facts: good.videos })).toEqual([])
    expect(describeRules({ rules: strange.slice(1), kind: 'videos' })).toEqual([])
  })

  it('come from any nonsense without an exception', () => {
    const file: fc.Arbitrary<FileFacts> = fc.record({
      role: fc.constantFrom('video', 'pictures', 'audio', 'comic', 'attachments', 'showcaseVideo'),
      mimeType: fc.oneof(fc.string(), fc.constantFrom('video/mp4', 'image/jpeg')),
      bytes: fc.double(),
      width: fc.option(fc.double()),
      height: fc.option(fc.double()),
      durationSeconds: fc.option(fc.double()),
    })
    const nonsense = kind.chain((one) =>
      fc.record({
        kind: fc.constant(one),
        subtype: fc.option(
          fc.oneof(
            fc.string(),
            fc.constantFrom(...entryKinds[one].subtypes.map((s) => s.value), 'x'),
          ),
        ),
        title: fc.option(fc.string()),
        summary: fc.option(fc.string()),
        theme: fc.option(fc.string()),
        authors: fc.array(fc.record({ name: fc.option(fc.string()) })),
        fields: fc.record(
          Object.fromEntries(
            Object.keys(categoryFields[one]).map((name) => [name, fc.anything()]),
          ) as Record<string, fc.Arbitrary<unknown>>,
        ),
        body: fc.option(fc.string()),
        files: fc.array(file),
        now: fc.constant(now),
        themes: fc.array(fc.string()),
      }),
    )
    fc.assert(
      fc.property(nonsense, (facts) => {
        const rules = defaultRules(facts.kind)
        const findings = checkEntry({ rules, facts })
        expect(checkEntry({ rules, facts })).toEqual(findings)
        for (const finding of findings) {
          expect(finding.message).toMatch(/\p{Script=Han}/u)
          expect(finding.path).toMatch(/^[a-zA-Z0-9]+(\.\d+)?(\.[a-zA-Z]+)?$/)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('follow the host’s own number exactly', () => {
    const seconds = fc.integer({ min: 1, max: 10_000 })
    fc.assert(
      fc.property(seconds, seconds, (length, maximum) => {
        const rules: TrackRule[] = [{ rule: 'duration', maximum, severity: 'blocking' }]
        const facts: EntryFacts = {
          ...good.videos,
          files: [{ role: 'video', mimeType: 'video/mp4', bytes: 1, durationSeconds: length }],
        }
        const findings = checkEntry({ rules, facts })
        expect(findings).toHaveLength(length > maximum ? 1 : 0)
        if (findings[0]) expect(findings[0]).toMatchObject({ actual: length, limit: maximum })
      }),
    )
  })
})

describe('the public text of the call', () => {
  const texts = (one: EntryKind) => describeRules({ rules: defaultRules(one), kind: one })

  it('is made from the very numbers that are checked', () => {
    const videos = texts('videos').map(({ zh }) => zh)
    expect(videos).toContain('情景剧：时长不超过 8:00')
    expect(videos).toContain('画面比例 16:9')
    expect(videos).toContain('分辨率（短边）不少于 1080 像素（建议）')
    expect(videos).toContain('须为近 365 天内制作')
    expect(texts('commentaries').map(({ zh }) => zh)).toContain('文字：正文为 500 字至 1400 字')
    const photos = texts('photos').map(({ zh }) => zh)
    expect(photos).toContain('组照：照片数量为 4 张至 8 张')
    expect(photos).toContain('单幅：照片数量为 1 张')
    expect(photos).toContain('每张照片不小于 2 MB，或长边不少于 3000 像素（建议）')
  })

  it('says each thing once', () => {
    for (const one of entryKindList) {
      const zh = texts(one).map((text) => text.zh)
      expect(new Set(zh).size).toBe(zh.length)
    }
    expect(texts('photos').filter(({ zh }) => zh.includes('3000'))).toHaveLength(1)
  })

  it('changes with the host’s number', () => {
    const rules: TrackRule[] = [
      { rule: 'duration', subtype: 'drama', maximum: 90, severity: 'blocking' },
    ]
    expect(describeRules({ rules, kind: 'videos' })).toEqual([
      { zh: '情景剧：时长不超过 1:30', en: 'Drama: Duration: at most 1:30' },
    ])
  })

  it('is whole in both languages', () => {
    for (const one of entryKindList) {
      for (const { zh, en } of texts(one)) {
        expect(zh).toMatch(/\p{Script=Han}/u)
        expect(zh + en).not.toMatch(/undefined|NaN|null|Infinity/)
        expect(en).not.toMatch(/\p{Script=Han}/u)
      }
    }
  })

  it('can be written for every rule of the book', () => {
    for (const code of ruleCodes) {
      for (const one of ruleBook[code].kinds) {
        const rules: TrackRule[] = [{ rule: code, minimum: 1, maximum: 2, severity: 'blocking' }]
        expect(describeRules({ rules, kind: one })).toHaveLength(1)
      }
    }
  })
})

describe('the rules a host writes', () => {
  it.each([
    ['unknown', { rule: 'no-such-rule', severity: 'blocking' }, 'rules.0.rule', '没有这条规则'],
    ['not a text', { rule: { a: 1 }, severity: 'blocking' }, 'rules.0.rule', '没有这条规则'],
    ['of Object', { rule: 'toString', severity: 'blocking' }, 'rules.0.rule', '没有这条规则'],
    [
      'of another kind',
      { rule: 'picture-count', maximum: 1, severity: 'blocking' },
      'rules.0.rule',
      '规则“照片数量”不适用于微视频',
    ],
    [
      'for another kind’s subtype',
      { rule: 'duration', subtype: 'series', maximum: 1, severity: 'blocking' },
      'rules.0.subtype',
      '微视频没有这种类型',
    ],
    [
      'upside down',
      { rule: 'duration', minimum: 500, maximum: 480, severity: 'blocking' },
      'rules.0.minimum',
      '下限 500 大于上限 480',
    ],
    [
      'without a number',
      { rule: 'duration', severity: 'blocking' },
      'rules.0.maximum',
      '这条规则需要一个数',
    ],
    [
      'with a number it does not take',
      { rule: 'theme-listed', maximum: 5, severity: 'blocking' },
      'rules.0.maximum',
      '这条规则没有这个数',
    ],
    [
      'negative',
      { rule: 'duration', maximum: -1, severity: 'blocking' },
      'rules.0.maximum',
      '须为不小于 0 的数',
    ],
    [
      'not a number',
      { rule: 'duration', maximum: '480', severity: 'blocking' },
      'rules.0.maximum',
      '须为不小于 0 的数',
    ],
    ['of no severity', { rule: 'theme-listed' }, 'rules.0.severity', '须为“必须”或“建议”'],
  ])('%s are found out', (_, row, path, message) => {
    expect(validateRules([row], 'videos')).toMatchObject([{ path, message, severity: 'blocking' }])
  })

  it('twice are found out, but not for two subtypes', () => {
    const row = (subtype: string | null): TrackRule => ({
      rule: 'duration',
      subtype,
      maximum: 60,
      severity: 'blocking',
    })
    expect(validateRules([row('drama'), row('creative'), row(null)], 'videos')).toEqual([])
    expect(validateRules([row('drama'), row('drama')], 'videos')).toMatchObject([
      { path: 'rules.1.rule', message: '同一规则重复' },
    ])
    expect(validateRules([row(null), row('')], 'videos')).toHaveLength(1)
  })

  it('are never an exception', () => {
    const row = fc.record(
      {
        rule: fc.oneof(fc.constantFrom(...ruleCodes), fc.anything()),
        subtype: fc.anything(),
        minimum: fc.anything(),
        maximum: fc.anything(),
        severity: fc.anything(),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.array(row), kind, (rows, one) => {
        for (const finding of validateRules(rows, one)) {
          expect(finding.path).toMatch(/^rules\.\d+\.(rule|subtype|minimum|maximum|severity)$/)
        }
      }),
      { numRuns: 300 },
    )
  })
})
