import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { awardChanges } from '../../src/domain/results/award-changes.ts'
import { awardsAfter } from '../../src/domain/results/from-ranking.ts'
import type { ResultList } from '../../src/domain/results/frozen.ts'
import {
  isNamed,
  isRecused,
  readObjection,
  unitsTooNear,
  type RulingEffect,
} from '../../src/domain/results/objections.ts'
import { confirmRefusal, type Proposal } from '../../src/domain/results/proposals.ts'
import { readResultSettings } from '../../src/domain/results/settings.ts'
import { resultCard, showResult, type SignedVersion } from '../../src/domain/results/shown.ts'

const at = (text: string) => new Date(`${text}+08:00`)

describe('the settings of a list', () => {
  const form = { noticeFrom: '2022-10-09T16:00:00.000Z', noticeTo: '2022-10-16T16:00:00.000Z' }

  it('are read with what the rules say where nothing is said', () => {
    const { settings } = readResultSettings({
      ...form,
      restDays: '2022-10-01\n2022-10-02，2022-10-03',
    })
    expect(settings).toMatchObject({
      ...{ leastDays: 5, needsEvidence: true },
      terms: { accept: { kind: 'working', days: 3 }, rule: { kind: 'working', days: 15 } },
    })
    expect([...settings!.calendar.holidays]).toHaveLength(3)
  })

  it.each<[string, object, string[]]>([
    ['without a window', { noticeFrom: null, noticeTo: 'x' }, ['noticeFrom', 'noticeTo']],
    ['with a window that ends first', { noticeTo: '2022-10-01T00:00:00.000Z' }, ['noticeTo']],
    ['with half a day', { leastDays: 0.5 }, ['leastDays']],
    ['with a text for days', { ruleDays: '7' }, ['ruleDays']],
    ['with years of days', { acceptDays: 61 }, ['acceptDays']],
    ['with a day that there is not', { workDays: '2022-02-30' }, ['workDays']],
  ])('are refused %s', (_, change, paths) => {
    const { settings, faults } = readResultSettings({ ...form, ...change })
    expect([settings, faults.map(({ path }) => path)]).toEqual([null, paths])
  })
})

describe('a confirmation', () => {
  const proposal: Proposal = { kind: 'freeze', version: 1, sha256: 'a', by: 1 }
  it.each<[string, Partial<Parameters<typeof confirmRefusal>[0]>, string | undefined]>([
    ['by another who read the same', {}, undefined],
    ['of nothing', { proposal: null }, 'nothing-asked'],
    ['by whoever asked', { by: '1' }, 'second-person-needed'],
    ['of something else', { named: 'b' }, 'stale-proposal'],
    ['without naming it', { named: undefined }, 'stale-proposal'],
    ['of what has changed', { stands: 'b' }, 'result-changed'],
    ['of what can be made no more', { stands: null }, 'result-changed'],
  ])('%s', (_, change, code) => {
    const asked = { proposal, by: 2, named: 'a', stands: 'a', ...change }
    expect(confirmRefusal(asked)?.code).toBe(code)
  })
})

const level = (key: string, count: number) => ({
  ...{ key, name: { zh: key, en: key }, count, atLeast: null },
})
const ranking = {
  awardPolicy: {
    ...{ levels: [level('a', 1), level('b', 2)], mostPercent: null, reserves: 2 },
    equalAtLine: 'by-hand' as const,
  },
  awards: [
    { entry: 'p', level: 'a', rank: 1 },
    { entry: 'q', level: 'b', rank: 2 },
  ],
  reserves: ['s', 't'],
  vacancies: [{ level: 'b', places: 1, why: 'by-decision' as const }],
  works: ['p', 'q', 's', 't'].map((entry, index) => ({ entry, rank: index + 1 })) as never,
}

describe('the awards of a ranking', () => {
  it('are its own without a ruling, with their empty places', () => {
    const made = awardsAfter(ranking, [])!
    expect(made).toMatchObject({ awards: ranking.awards, reserves: ['s', 't'], changes: [] })
    expect(made.vacancies).toEqual([{ level: 'b', places: 1 }])
    expect(awardsAfter({ ...ranking, awardPolicy: null }, [])).toBeNull()
  })

  it('move up with the rank of each work; a dropped place stays empty beside others', () => {
    expect(awardsAfter(ranking, [{ entry: 'p', effect: 'move-up' }])!.awards).toEqual([
      { entry: 'q', level: 'a', rank: 2 },
      { entry: 's', level: 'b', rank: 3 },
    ])
    expect(awardsAfter(ranking, [{ entry: 'q', effect: 'drop' }])!.vacancies).toEqual([
      { level: 'b', places: 2 },
    ])
  })

  it('do not depend on the order of rulings, and name no work twice', () => {
    const ruling = fc.record({
      entry: fc.constantFrom('p', 'q', 's', 't', 'other'),
      effect: fc.constantFrom<RulingEffect>('keep', 'drop', 'move-up'),
    })
    fc.assert(
      fc.property(fc.array(ruling, { maxLength: 6 }), (rulings) => {
        const made = awardsAfter(ranking, rulings)!
        expect(awardsAfter(ranking, [...rulings].reverse())).toEqual(made)
        const named = [...made.awards.map(({ entry }) => entry), ...made.reserves]
        expect(new Set(named).size).toBe(named.length)
        const places = made.vacancies.reduce((sum, one) => sum + one.places, 0)
        expect(made.awards.length + places).toBe(3)
      }),
    )
  })
})

describe('what a list that becomes final gives and takes', () => {
  const levels = ['first', 'second'].map((key) => ({ key, name: { zh: `${key}等`, en: key } }))
  const final = (of: Record<string, string>) => ({
    levels,
    awards: Object.entries(of).map(([entry, given], index) => ({
      ...{
        entry,
        level: given,
        rank: index + 1,
        title: `《${entry}》`,
        unit: '演示总工会',
        authors: [],
      },
    })),
  })
  it.each<[string, Record<string, string> | null, Record<string, string>, string[], string[]]>([
    [
      'all, when it is the first',
      null,
      { a: 'first', b: 'second' },
      ['a first等', 'b second等'],
      [],
    ],
    ['nothing, when all stays', { a: 'first', b: 'second' }, { b: 'second', a: 'first' }, [], []],
    [
      'another level',
      { a: 'first', b: 'second' },
      { b: 'first', a: 'second' },
      ['b first等', 'a second等'],
      [],
    ],
    [
      'one for another',
      { a: 'first', b: 'second' },
      { a: 'first', c: 'second' },
      ['c second等'],
      ['b second等'],
    ],
    ['everything back', { a: 'first' }, {}, [], ['a first等']],
  ])('%s', (_, before, after, given, lost) => {
    const words = (list: ReturnType<typeof awardChanges>['given']) =>
      list.map(({ row, level: of }) => `${row.entry} ${of}`)
    const changes = awardChanges(before && final(before), final(after))
    expect([words(changes.given), words(changes.lost)]).toEqual([given, lost])
  })
})

describe('a list as it is shown', () => {
  const version = (number: number, from: string, to: string): SignedVersion => {
    const list: ResultList = {
      format: 'results/1',
      ...{ campaign: '2022', track: 'photography', title: `名单 ${number}`, version: number },
      ...{ reason: null, contact: '办公室', basis: {}, levels: [], awards: [], vacancies: [] },
      replaces: number === 1 ? null : { version: number - 1, sha256: `${number - 1}` },
      notice: { from, to },
    }
    return {
      ...{ version: number, publicId: '2022-photography', text: JSON.stringify(list) },
      ...{ sha256: `${number}`, signature: 's', key: 'k', reason: null, finalAt: null },
      window: { from: at(from), to: at(to) },
    }
  }
  const first = version(1, '2022-10-10T00:00', '2022-10-17T00:00')
  const second = version(2, '2022-10-14T00:00', '2022-10-21T00:00')

  it('is not there before its notice, by nothing', () => {
    expect(showResult([first, second], ['filed'], at('2022-10-09T23:59'))).toBeNull()
    expect(showResult([], [], at('2022-10-09T23:59'))).toBeNull()
  })

  it('says nothing of a correction before that one’s own opening', () => {
    const early = showResult([first, second], ['filed', 'upheld'], at('2022-10-13T23:59'))!
    expect(early).toMatchObject({ version: 1, state: 'open', title: '名单 1' })
    expect(JSON.stringify(early)).not.toContain('2022-10-21')
    expect(JSON.stringify(early)).toBe(
      JSON.stringify(showResult([first], ['filed', 'upheld'], at('2022-10-13T23:59'))),
    )
    expect(early.objections).toMatchObject({ received: 2, handled: 1 })
    const late = showResult([first, second], [], at('2022-10-14T00:00'))!
    expect(late.versions.map(({ version: one }) => one)).toEqual([1, 2])
    expect(late.publishedAt).toBe(first.window.from.toISOString())
    expect(resultCard(late)).not.toHaveProperty('text')
  })
})

describe('what an objector sends', () => {
  const given = { name: ' 张某 ', contact: '138 0000 0000', ground: ' 理由 ', entry: null }

  it('is read without what stands around it, the same evidence once', () => {
    const link = { link: 'https://example.org/a' }
    expect(readObjection({ ...given, evidence: [link, { file: 3 }, link] }).objection).toEqual({
      ...{ name: '张某', contact: '138 0000 0000', ground: '理由', entry: null },
      evidence: [link, { file: 3 }],
    })
    expect(readObjection({}).objection).toMatchObject({ name: '', ground: '', evidence: [] })
  })

  it.each<[string, object, string]>([
    ['a number for a name', { name: 7 }, 'name'],
    ['a name like a book', { name: '长'.repeat(51) }, 'name'],
    ['NUL in the contact', { contact: '138\u0000' }, 'contact'],
    ['a list for a work', { entry: ['x'] }, 'entry'],
    ['spaces in a work', { entry: 'a b' }, 'entry'],
    ['a text for evidence', { evidence: 'x' }, 'evidence'],
    ['a script for a link', { evidence: [{ link: 'javascript:alert(1)' }] }, 'evidence.0'],
    ['quotes in a link', { evidence: [{ link: 'https://a.example/"><b>' }] }, 'evidence.0'],
    ['half a file', { evidence: [{ file: 1.5 }] }, 'evidence.0'],
    ['a file of more than there are', { evidence: [{ file: 2 ** 31 }] }, 'evidence.0'],
    ['nothing as evidence', { evidence: [{ file: 1 }, null] }, 'evidence.1'],
    ['more in it', { evidence: [{ file: 1, name: 'x' }] }, 'evidence.0'],
  ])('is refused with %s', (_, change, path) => {
    expect(readObjection({ ...given, ...change }).fault?.path).toBe(path)
  })

  it.each([
    ['张某', '13800000000', true],
    ['John Smith', 'a@b.example', true],
    ['张', '13800000000', false],
    ['12', '13800000000', false],
    ['张某', '138', false],
  ])('%s, %s is somebody who can be asked: %s', (name, contact, expected) =>
    expect(isNamed({ name, contact })).toBe(expected),
  )
})

describe('recusal from an objection', () => {
  const person = { id: 1, unitId: 3, unitPath: '000001000002000003' }
  it.each<[string, Parameters<typeof isRecused>[1], boolean]>([
    [
      'of a unit elsewhere',
      { workUnitPath: '000001000009', objectorUnit: null, filedBy: null },
      false,
    ],
    ['of the own unit', { workUnitPath: person.unitPath, objectorUnit: null, filedBy: null }, true],
    [
      'of the unit above',
      { workUnitPath: '000001000002', objectorUnit: null, filedBy: null },
      true,
    ],
    [
      'of a unit below',
      { workUnitPath: `${person.unitPath}000004`, objectorUnit: null, filedBy: null },
      false,
    ],
    ['that the own unit filed', { workUnitPath: null, objectorUnit: 3, filedBy: 9 }, true],
    ['that they filed', { workUnitPath: null, objectorUnit: 8, filedBy: 1 }, true],
    ['to the list as a whole', { workUnitPath: null, objectorUnit: null, filedBy: null }, false],
  ])('%s', (_, objection, expected) => expect(isRecused(person, objection)).toBe(expected))

  it('holds of exactly the units that are too near', () => {
    expect(unitsTooNear(person.unitPath)).toEqual(['000001', '000001000002', person.unitPath])
    expect(unitsTooNear('')).toEqual([])
    expect(
      isRecused(
        { ...person, unitPath: '' },
        { workUnitPath: '000001', objectorUnit: null, filedBy: null },
      ),
    ).toBe(false)
  })
})
