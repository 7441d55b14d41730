import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../src/domain/results/canonical.ts'
import { deadline, isWorkingDay, type WorkCalendar } from '../../src/domain/results/days.ts'
import {
  checkVersions,
  freeze,
  nextVersion,
  type Frozen,
  type ResultList,
} from '../../src/domain/results/frozen.ts'
import {
  finalRefusal,
  noticeChangesAt,
  noticeRefusal,
  noticeState,
  servedVersion,
  type NoticeVersion,
} from '../../src/domain/results/public-notice.ts'
import { dayNumber } from '../../src/domain/phases.ts'

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())
const at = (text: string) => new Date(`${text.replace(' ', 'T')}+08:00`)

const list: ResultList = {
  format: 'results/1',
  ...{ campaign: '2022', track: 'photography', version: 1, replaces: null, reason: null },
  ...{ title: '摄影作品评选结果', contact: '活动办公室' },
  levels: [{ key: 'first', name: { zh: '一等奖', en: 'First prize' } }],
  notice: { from: '2022-10-09T16:00:00.000Z', to: '2022-10-16T16:00:00.000Z' },
  basis: { ranking: 'ab'.repeat(32) },
  awards: [
    {
      entry: '2022-PHO-000001',
      level: 'first',
      rank: 1,
      title: '清晨𠮷',
      unit: '甲',
      authors: ['乙'],
    },
  ],
  vacancies: [],
}

describe('canonical JSON', () => {
  it('is what RFC 8785 shows', () => {
    const literals = {
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\n"\\/',
      literals: [null, true, false],
    }
    expect(canonicalJson(literals)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\n\\"\\\\/"}',
    )
    // Section 3.2.3: by UTF-16 units, so that the emoji comes before the Hebrew letter.
    const keys = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u00f6': 6 }
    expect(Object.values(JSON.parse(canonicalJson(keys)) as object)).toEqual(
      Object.values({ '1': 4, '\r': 2, '\u00f6': 6, '\u20ac': 1, '\ud83d\ude00': 5, '\ufb33': 3 }),
    )
  })

  it.each([
    ['undefined', { a: undefined }],
    ['no number', [NaN]],
    ['no end', [Infinity]],
    ['minus zero', [-0]],
    ['a date', { a: new Date(0) }],
    ['a map', new Map()],
    ['a function', [() => 1]],
    ['a big integer', [1n]],
    ['half a character', ['\ud800']],
    ['half a character as a key', { '\ud800': 1 }],
    ['a hole', [1, , 2]],
  ])('refuses %s', (_, value) => expect(() => canonicalJson(value)).toThrow(TypeError))

  it('is one text for one value, whatever order its keys came in, and reads back', () => {
    const json = fc.jsonValue()
    fc.assert(
      fc.property(json, (value) => {
        let text: string
        try {
          text = canonicalJson(value)
        } catch {
          // Control characters, half characters, −0.
          return
        }
        expect(JSON.parse(text)).toEqual(value)
        expect(canonicalJson(turned(value))).toBe(text)
        expect(canonicalJson(JSON.parse(text))).toBe(text)
      }),
    )
  })
})

function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, turned(item)]),
  )
}

describe('a frozen list', () => {
  const first = freeze(list, sha256)
  const second = freeze(nextVersion(first, { awards: [] }, ' 异议成立 '), sha256)

  it('hashes the same on another machine', () => {
    // As Python's json.dumps(sort_keys=True, ensure_ascii=False) and hashlib make it.
    expect(first.sha256).toMatchInlineSnapshot(
      `"4914dd3dbddab2601d9da6e677fa2fb6f4d742ab485b1b68908447228fdd08e6"`,
    )
    expect(freeze(turned(list) as ResultList, sha256)).toEqual(first)
  })

  it('names the version that it replaces, by its hash', () => {
    expect(JSON.parse(second.text)).toMatchObject({
      ...{ version: 2, reason: '异议成立', awards: [] },
      replaces: { version: 1, sha256: first.sha256 },
    })
    expect(checkVersions([first, second], sha256)).toEqual([])
    expect(() => nextVersion(first, {}, ' ')).toThrow(RangeError)
  })

  const remade = (change: object): Frozen =>
    freeze({ ...(JSON.parse(second.text) as ResultList), ...change }, sha256)
  it.each<[string, Frozen[], string[]]>([
    ['changed', [{ ...first, text: first.text.replace('"rank":1', '"rank":2') }], ['0 hash']],
    ['changed, with its hash', [remade({ version: 1, replaces: null }), second], ['1 replaces']],
    ['written otherwise', [{ ...first, text: JSON.stringify(list, null, 1) }], ['0 not-canonical']],
    ['no JSON', [{ ...first, text: '{' }], ['0 not-json']],
    ['in another form', [freeze({ ...list, format: 'x' as 'results/1' }, sha256)], ['0 format']],
    ['that left one out', [second], ['0 version']],
    ['that gives no reason', [first, remade({ reason: null })], ['1 replaces']],
    ['of another track', [first, remade({ track: 'other' })], ['1 moved']],
  ])('is found out when %s', (_, versions, expected) => {
    expect(checkVersions(versions, sha256).map(({ index, fault }) => `${index} ${fault}`)).toEqual(
      expected,
    )
  })
})

describe('a public notice', () => {
  const window = { from: at('2022-10-10 00:00'), to: at('2022-10-17 00:00') }
  const one: NoticeVersion = { version: 1, window, finalAt: null }
  const final = { ...one, finalAt: at('2022-10-20 10:00') }

  it.each([
    [one, '2022-10-09 23:59', 'before'],
    [one, '2022-10-10 00:00', 'open'],
    [one, '2022-10-16 23:59', 'open'],
    [one, '2022-10-17 00:00', 'closed'],
    [final, '2022-10-19 00:00', 'closed'],
    [final, '2022-10-20 10:00', 'final'],
    [{ ...one, finalAt: at('2022-10-01 00:00') }, '2022-10-09 00:00', 'before'],
  ] as const)('of %o at %s is %s', (version, now, state) => {
    expect(noticeState(version, at(now))).toBe(state)
  })

  it('shows the newest version whose time has come, and nothing before', () => {
    const two = {
      version: 2,
      window: { from: at('2022-10-14 00:00'), to: at('2022-10-21 00:00') },
      finalAt: null,
    }
    const served = (now: string) => servedVersion([two, one], at(now))?.version ?? null
    expect(
      ['2022-10-09 12:00', '2022-10-13 12:00', '2022-10-14 00:00', '2022-12-01 00:00'].map(served),
    ).toEqual([null, 1, 2, 2])
    expect(noticeChangesAt([one, two], at('2022-10-13 12:00'))).toEqual(two.window.from)
    expect(noticeChangesAt([one, two], at('2022-12-01 00:00'))).toBeNull()
  })

  it.each([
    ['2022-10-10 00:00', '2022-10-17 00:00', undefined],
    ['2022-10-10 09:00', '2022-10-15 09:00', undefined],
    ['2022-10-10 00:00', '2022-10-14 00:00', 'notice-too-short'],
    ['2022-10-10 00:00', '2022-10-09 00:00', 'notice-window'],
    ['2022-09-30 00:00', '2022-10-14 00:00', 'notice-begun'],
  ])('from %s to %s: %s', (from, to, code) => {
    expect(noticeRefusal({ from: at(from), to: at(to) }, 5, at('2022-10-01 00:00'))?.code).toBe(
      code,
    )
  })

  const done = {
    version: one,
    newest: 1,
    openObjections: 0,
    unappliedRulings: 0,
    now: at('2022-10-18 00:00'),
  }
  it.each<[string, Partial<typeof done>, string | undefined]>([
    ['after its end', {}, undefined],
    ['before its end', { now: at('2022-10-16 00:00') }, 'notice-not-over'],
    ['twice', { version: final }, 'notice-final'],
    ['when it was corrected', { newest: 2 }, 'version-replaced'],
    ['with an objection open', { openObjections: 1 }, 'objections-open'],
    ['with a ruling left out', { unappliedRulings: 1 }, 'rulings-unapplied'],
  ])('becomes final %s: %s', (_, change, code) => {
    expect(finalRefusal({ ...done, ...change })?.code).toBe(code)
  })
})

describe('terms', () => {
  // The State Council's days around National Day 2022: off from 1 to 7 October, work on 8 and 9.
  const calendar: WorkCalendar = {
    holidays: new Set([
      '2022-10-01',
      '2022-10-02',
      '2022-10-03',
      '2022-10-04',
      '2022-10-05',
      '2022-10-06',
      '2022-10-07',
    ]),
    workdays: new Set(['2022-10-08', '2022-10-09']),
  }
  it.each([
    ['2022-09-29 10:00', 'working', 1, '2022-10-01 00:00'],
    ['2022-09-29 23:59', 'working', 2, '2022-10-09 00:00'],
    ['2022-09-30 00:00', 'working', 3, '2022-10-11 00:00'],
    ['2022-09-29 10:00', 'calendar', 1, '2022-10-01 00:00'],
    ['2022-09-29 10:00', 'calendar', 3, '2022-10-09 00:00'],
    ['2022-10-14 10:00', 'calendar', 1, '2022-10-18 00:00'],
  ] as const)('from %s, %s %i, end at %s', (from, kind, days, end) => {
    expect(deadline(at(from), { kind, days }, calendar)).toEqual(at(end))
  })

  it('of working days hold exactly so many of them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 1, max: 40 }),
        (start, days) => {
          const from = new Date(start * 86_400_000 + 1)
          const end = dayNumber(deadline(from, { kind: 'working', days }, calendar))
          let working = 0
          for (let day = dayNumber(from) + 1; day < end; day += 1)
            if (isWorkingDay(day, calendar)) working += 1
          expect(working).toBe(days)
          expect(isWorkingDay(end - 1, calendar)).toBe(true)
        },
      ),
    )
    expect(() => deadline(at('2022-10-01 00:00'), { kind: 'working', days: 0 }, calendar)).toThrow(
      RangeError,
    )
  })
})
