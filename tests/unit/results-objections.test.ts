import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  applyRulings,
  checkFiling,
  decideObjection,
  dueAt,
  isHandled,
  isLate,
  reminderOf,
  objectionActions,
  objectionStates,
  objectionView,
  publicLine,
  type AwardList,
  type Filing,
  type Objection,
} from '../../src/domain/results/objections.ts'

describe('an objection', () => {
  const filing: Filing = {
    notice: 'open',
    objector: { kind: 'participant', hasRealName: true },
    entry: { isListed: true, isOwn: false },
    ...{ isPending: false, ground: '作品并非原创', evidence: 1, needsEvidence: true },
  }
  it.each<[string, Partial<Filing>, string | undefined]>([
    ['by a participant', {}, undefined],
    [
      'by a unit against the whole list',
      { objector: { kind: 'unit', hasRealName: true }, entry: null },
      undefined,
    ],
    ['too early', { notice: 'before' }, 'notice-not-open'],
    ['too late', { notice: 'closed' }, 'notice-closed'],
    ['against what is final', { notice: 'final' }, 'notice-closed'],
    [
      'by somebody else',
      { objector: { kind: 'other', hasRealName: true } },
      'objector-not-entitled',
    ],
    [
      'without a name',
      { objector: { kind: 'participant', hasRealName: false } },
      'objector-not-named',
    ],
    [
      'against a work that got nothing',
      { entry: { isListed: false, isOwn: false } },
      'entry-not-listed',
    ],
    ['against an own work', { entry: { isListed: true, isOwn: true } }, 'own-entry'],
    ['a second time', { isPending: true }, 'objection-twice'],
    ['without ground', { ground: ' ' }, 'ground-missing'],
    ['with a number for ground', { ground: 7 }, 'ground-missing'],
    ['of a whole book', { ground: '长'.repeat(2001) }, 'ground-too-long'],
    ['with half a character', { ground: 'x\ud800' }, 'ground-unfit'],
    ['without evidence', { evidence: 0 }, 'evidence-missing'],
    ['without evidence where none is asked', { evidence: 0, needsEvidence: false }, undefined],
  ])('%s', (_, change, code) => expect(checkFiling({ ...filing, ...change })?.code).toBe(code))

  it('takes exactly the steps of its table', () => {
    const steps = objectionActions.flatMap((action) =>
      objectionStates.flatMap((state) =>
        (['desk', 'objector'] as const).flatMap((by) => {
          const decided = decideObjection({ action, state, by, isRecused: false, reason: '理由' })
          return decided.ok ? [`${by}: ${state} → ${decided.to}`] : []
        }),
      ),
    )
    expect(steps).toEqual([
      'desk: filed → accepted',
      'desk: filed → declined',
      'desk: accepted → upheld',
      'desk: accepted → dismissed',
      'objector: filed → withdrawn',
      'objector: accepted → withdrawn',
    ])
    expect(objectionStates.filter(isHandled)).toEqual([
      'declined',
      'upheld',
      'dismissed',
      'withdrawn',
    ])
  })

  it.each([
    [{ action: 'uphold', reason: ' ' }, 'reason-missing'],
    [{ action: 'uphold', reason: 5 }, 'reason-not-text'],
    [{ action: 'dismiss', reason: '长'.repeat(2001) }, 'reason-too-long'],
    [{ action: 'uphold', reason: 'x', isRecused: true }, 'recused'],
    [{ action: 'withdraw' }, 'not-yours'],
    [{ action: 'accept' }, 'wrong-state'],
  ] as const)('is not ruled on by %o: %s', (change, code) => {
    const decided = decideObjection({ state: 'accepted', by: 'desk', isRecused: false, ...change })
    expect(decided).toMatchObject({ ok: false, refusal: { code } })
  })

  it('is due by its terms while somebody has to act', () => {
    const terms = {
      accept: { kind: 'working', days: 3 },
      rule: { kind: 'calendar', days: 15 },
    } as const
    const calendar = { holidays: new Set<string>(), workdays: new Set<string>() }
    const days = {
      filed: new Date('2022-10-13T10:00+08:00'),
      accepted: new Date('2022-10-14T10:00+08:00'),
    }
    const due = dueAt('filed', days, terms, calendar)!
    expect(due).toEqual(new Date('2022-10-19T00:00+08:00'))
    // The fifteenth day is a Saturday.
    expect(dueAt('accepted', days, terms, calendar)).toEqual(new Date('2022-11-01T00:00+08:00'))
    expect(dueAt('upheld', days, terms, calendar)).toBeNull()
    expect([isLate(due, new Date(due.getTime() - 1)), isLate(due, due), isLate(null, due)]).toEqual(
      [false, true, false],
    )
  })

  it.each([
    ['no term', null, null, 0, null],
    ['three days ahead', 0, null, -72, null],
    ['two days ahead', 0, null, -48, 'soon'],
    ['the day before, reminded of it', 0, -48, -24, null],
    ['the day before, reminded of another term', 0, -49, -24, 'soon'],
    ['late', 0, null, 0, 'late'],
    ['late, reminded before', 0, -48, 1, 'late'],
    ['late, reminded of it', 0, 1, 2, null],
    ['late for another day', 0, 1, 25, 'late'],
  ])('is reminded of: %s', (_, due, reminded, now, expected) => {
    const at = (hours: number | null) =>
      hours === null ? null : new Date(Date.UTC(2022, 9, 20) + hours * 3_600_000)
    expect(reminderOf(at(due), at(reminded), at(now)!)).toBe(expected)
  })

  it('hides the objector from the objected and everything from the public', () => {
    const objection: Objection = {
      ...{ id: 'Y-1', entry: '2022-PHO-000001', state: 'accepted', ruling: null },
      objector: { id: 'p1', name: '甲', unit: '乙厂' },
      ...{ ground: '甲的照片', evidence: ['letter.pdf'] },
    }
    expect(JSON.stringify(objectionView(objection, 'objected'))).not.toMatch(/甲|乙厂|p1|letter/)
    expect(objectionView(objection, 'public')).toEqual({})
    expect(objectionView(objection, 'desk')).toEqual(objection)
    expect(publicLine(['filed', 'accepted', 'upheld', 'withdrawn']).zh).toBe(
      '收到异议 4 件，已处理 2 件',
    )
  })
})

describe('rulings', () => {
  const list: AwardList = {
    levels: ['a', 'b'],
    awards: [
      { entry: 'p', level: 'a' },
      { entry: 'q', level: 'b' },
      { entry: 'r', level: 'b' },
    ],
    reserves: ['s', 't'],
  }
  const after = (...rulings: ['keep' | 'drop' | 'move-up', string][]) => {
    const ruled = applyRulings(
      list,
      rulings.map(([effect, entry]) => ({ effect, entry })),
    )
    const { awards, reserves } = ruled.list
    return `${awards.map(({ entry, level }) => level + entry).join(' ')} | ${reserves.join(' ')} | ${ruled.empty.map(({ level, places }) => `${level}${places}`).join(' ')}`
  }

  it.each<[string, ['keep' | 'drop' | 'move-up', string][], string]>([
    ['keep everything', [['keep', 'p']], 'ap bq br | s t | '],
    ['drop the first', [['drop', 'p']], 'bq br | s t | a1'],
    ['drop the first and move up', [['move-up', 'p']], 'aq br bs | t | '],
    ['drop one of the second and move up', [['move-up', 'q']], 'ap br bs | t | '],
    ['drop a reserve', [['drop', 's']], 'ap bq br | t | '],
    [
      'move up past a dropped reserve',
      [
        ['move-up', 'q'],
        ['drop', 's'],
      ],
      'ap br bt |  | ',
    ],
    [
      'drop one place and move up another',
      [
        ['drop', 'q'],
        ['move-up', 'p'],
      ],
      'ar bs | t | b1',
    ],
    [
      'move up until no reserve is left',
      [
        ['move-up', 'p'],
        ['move-up', 'q'],
        ['move-up', 'r'],
      ],
      'as bt |  | b1',
    ],
    [
      'keep on one ground, drop on another',
      [
        ['drop', 'p'],
        ['keep', 'p'],
      ],
      'bq br | s t | a1',
    ],
    ['name a work of no list', [['drop', 'x']], 'ap bq br | s t | '],
  ])('%s', (_, rulings, expected) => expect(after(...rulings)).toBe(expected))

  it('tell whom they change', () => {
    expect(applyRulings(list, [{ entry: 'p', effect: 'move-up' }]).changes).toEqual([
      { entry: 'p', before: 'a', after: null },
      { entry: 'q', before: 'b', after: 'a' },
      { entry: 's', before: null, after: 'b' },
    ])
  })

  it('never put a work over one before it, never add places, and come in any order', () => {
    const some = fc.array(
      fc.record({
        entry: fc.constantFrom('p', 'q', 'r', 's', 't', 'x'),
        effect: fc.constantFrom('keep' as const, 'drop' as const, 'move-up' as const),
      }),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(some, (rulings) => {
        const ruled = applyRulings(list, rulings)
        expect(applyRulings(list, [...rulings].reverse())).toEqual(ruled)
        const order = [...ruled.list.awards.map(({ entry }) => entry), ...ruled.list.reserves]
        expect(order).toEqual([...order].sort())
        const levels = ruled.list.awards.map(({ level }) => level)
        expect(levels).toEqual([...levels].sort())
        const empty = ruled.empty.reduce((sum, { places }) => sum + places, 0)
        expect(ruled.list.awards.length + empty).toBe(3)
        const hit = new Set<string>(
          rulings.filter(({ effect }) => effect !== 'keep').map(({ entry }) => entry),
        )
        expect(order.some((entry) => hit.has(entry))).toBe(false)
      }),
      { numRuns: 300 },
    )
  })
})
