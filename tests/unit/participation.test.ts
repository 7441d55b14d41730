import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entryKindList, type EntryKind } from '../../src/domain/kinds.ts'
import { ageGroups } from '../../src/domain/participation/age.ts'
import {
  changedConsents,
  consentFlaw,
  consentNote,
  missingFor,
  noConsents,
  notToBePublished,
  purposes,
  type Consent,
  type Consents,
} from '../../src/domain/participation/consents.ts'
import { participationFindings } from '../../src/domain/participation/findings.ts'
import {
  decideKey,
  isKey,
  keptFor,
  lostAfter,
  type KeptAnswer,
} from '../../src/domain/participation/idempotency.ts'
import {
  checkDrafts,
  checkPersonLimit,
  countedStatuses,
  mostDrafts,
  mostEntries,
} from '../../src/domain/participation/limits.ts'
import { ageFlaw } from '../../src/domain/participation/minors.ts'
import { everyOwnField, ownFieldsOf } from '../../src/domain/participation/own-fields.ts'
import { changedSentences, type CallSource } from '../../src/domain/participation/rule-changes.ts'
import { statusText } from '../../src/domain/participation/status-words.ts'
import { defaultRules } from '../../src/domain/rules/index.ts'
import { statuses } from '../../src/domain/workflow.ts'

const kind = fc.constantFrom(...entryKindList)
const at = '2022-07-01T00:00:00.000Z'
const yes = (termsVersion: string | null = null): Consent => ({ granted: true, termsVersion, at })
const no: Consent = { granted: false, termsVersion: null, at }

describe('the state in words', () => {
  const facts = { kind: 'photos' as EntryKind, reviewer: '无锡市总工会', host: '南通市总工会' }

  it.each([
    ['draft', null, '草稿，尚未报送'],
    ['submitted', null, '无锡市总工会初审中'],
    ['recommended', null, '摄影作品承办单位（南通市总工会）复审中'],
    ['accepted', null, '网信办终审中'],
    ['accepted', '署名有误，核实中', '已下架，等待重新终审：署名有误，核实中'],
    ['published', null, '已发布'],
    ['returned', '请补充拍摄地点', '已退回：请补充拍摄地点'],
    ['returned', null, '已退回'],
    ['rejected', '与主题不符', '未通过：与主题不符'],
    ['withdrawn', null, '已撤回'],
  ] as const)('of %s with the reason %s is “%s”', (status, reason, zh) => {
    expect(statusText({ ...facts, status, reason }).zh).toBe(zh)
  })

  it('is there in both languages whatever is known of the work', () => {
    const name = fc.constantFrom('', '无锡市总工会')
    fc.assert(
      fc.property(
        fc.record({
          ...{ status: fc.constantFrom(...statuses), kind, reviewer: name, host: name },
          reason: fc.option(fc.string()),
        }),
        (asked) => {
          const { zh, en } = statusText(asked)
          expect(zh).toMatch(/[\u4e00-\u9fff]/)
          expect(en).toMatch(/[A-Z]/)
          // A reason is shown as it was written, whatever is in it; the words around it are ours.
          const ours = `${zh}${en}`.replaceAll(asked.reason || '（）', '')
          expect(ours).not.toMatch(/undefined|null|（）|\(\)/)
          if (asked.reason && ['returned', 'rejected'].includes(asked.status)) {
            expect(zh).toContain(asked.reason)
          }
        },
      ),
    )
  })
})

describe('a consent', () => {
  it.each<[string, Consent | null, string | null, string | null]>([
    ['nothing said', null, null, '未同意“参加活动并接受参加须知”'],
    ['refused', no, null, '未同意“参加活动并接受参加须知”'],
    ['given, no terms', yes(), null, null],
    ['given to the terms', yes('2'), '2', null],
    ['given to older terms', yes('1'), '2', '参加须知现为“2”版，同意的是“1”版，请重新阅读并同意'],
    ['given to none', yes(), '2', '参加须知现为“2”版，同意时未注明版本，请重新阅读并同意'],
    ['given to terms that are gone', yes('1'), null, null],
  ])('to take part: %s', (_, consent, terms, zh) => {
    expect(consentFlaw('takePart', consent, terms)?.zh ?? null).toBe(zh)
  })

  it('to be named or seen does not depend on the terms', () => {
    expect(consentFlaw('publishName', yes('1'), '2')).toBeNull()
    expect(consentFlaw('publishPortrait', no, null)?.en).toContain('No consent')
  })

  it.each<[EntryKind, 'submit' | 'publish', string[]]>([
    ['cases', 'submit', ['takePart']],
    ['videos', 'submit', ['takePart']],
    ['cases', 'publish', ['takePart', 'publishName']],
    ['commentaries', 'publish', ['takePart', 'publishName']],
    ['platforms', 'publish', ['takePart', 'publishName']],
    ['videos', 'publish', ['takePart', 'publishName', 'publishPortrait']],
    ['recitations', 'publish', ['takePart', 'publishName', 'publishPortrait']],
    ['photos', 'publish', ['takePart', 'publishName', 'publishPortrait']],
  ])('%s to %s needs %j', (of, step, wanted) => {
    const asked = { kind: of, consents: noConsents, termsVersion: null }
    expect(missingFor(step, asked)).toEqual(wanted)
    const all = { takePart: yes(), publishName: yes(), publishPortrait: yes() }
    expect(missingFor(step, { ...asked, consents: all })).toEqual([])
  })

  it('is recorded when it is new, and then not again', () => {
    const said = fc.record(
      {
        ...{ takePart: fc.boolean(), publishName: fc.boolean(), publishPortrait: fc.boolean() },
        termsVersion: fc.option(fc.constantFrom('1', '2')),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(said, said, (first, second) => {
        const after = (before: Consents, now: typeof first): Consents => ({
          ...before,
          ...Object.fromEntries(
            changedConsents(now, before).map(({ purpose, ...rest }) => [purpose, { ...rest, at }]),
          ),
        })
        const stored = after(noConsents, first)
        expect(changedConsents(first, stored)).toEqual([])
        const then = after(stored, second)
        for (const purpose of purposes) {
          const wanted = second[purpose] ?? first[purpose] ?? null
          expect(then[purpose]?.granted ?? null).toBe(wanted)
        }
      }),
    )
  })

  it('is told to the reviewers in words', () => {
    const said = consentNote([
      { purpose: 'publishName', granted: false },
      { purpose: 'publishPortrait', granted: true },
    ])
    expect(said.zh).toBe('作者撤回同意：公开作者姓名；作者同意公开作品中人物的肖像')
    expect(notToBePublished(['publishName']).zh).toContain('没有同意：公开作者姓名，不能发布')
  })
})

describe('an age', () => {
  it.each([
    [undefined, false, 'age-group'],
    [null, true, 'age-group'],
    ['old', true, 'age-group'],
    ['child', false, 'too-young'],
    ['child', true, 'too-young'],
    ['minor', false, 'guardian-consent'],
    ['minor', true, null],
    ['adult', false, null],
    ['adult', true, null],
  ])('%s, with a guardian’s consent: %s → %s', (ageGroup, hasGuardianConsent, code) => {
    expect(ageFlaw({ ageGroup, hasGuardianConsent })?.code ?? null).toBe(code)
  })
})

describe('what stands against a participant’s work', () => {
  const none = {
    ...{ kind: 'photos' as EntryKind, ageGroup: 'adult', hasGuardianConsent: false },
    ...{ consents: { takePart: yes(), publishName: yes(), publishPortrait: yes() } },
    ...{ termsVersion: null, files: [] },
  }

  it('is nothing when nothing is missing', () => expect(participationFindings(none)).toEqual([]))

  it('are files of no use, files under way, and consents for later', () => {
    const files = [
      { field: 'cover', name: 'a.jpg', processing: 'waiting', problem: null },
      { field: 'pictures', name: 'b.jpg', processing: 'failed', problem: '图片已损坏' },
      { field: 'pictures', name: 'c.jpg', processing: 'done', problem: null },
      { field: 'pictures', name: 'd.jpg', processing: null, problem: null },
    ]
    const consents = { ...none.consents, publishPortrait: null }
    const found = participationFindings({ ...none, files, consents })
    expect(found.map(({ rule, severity, path }) => [rule, severity, path])).toEqual([
      ['file-failed', 'blocking', 'pictures'],
      ['consent-missing', 'warning', 'consents.publishPortrait'],
      ['file-not-ready', 'warning', 'cover'],
    ])
    expect(found[0]!.message).toBe('文件“b.jpg”无法使用：图片已损坏，请更换')
  })

  it('always has words in both languages, blocking first', () => {
    const consent = fc.constantFrom(null, yes(), yes('1'), no)
    const asked = fc.record({
      ...{ kind, ageGroup: fc.constantFrom(null, 'x', ...ageGroups) },
      hasGuardianConsent: fc.boolean(),
      consents: fc.record({ takePart: consent, publishName: consent, publishPortrait: consent }),
      termsVersion: fc.constantFrom(null, '1', '2'),
      files: fc.array(
        fc.record({
          ...{ field: fc.constant('cover'), name: fc.constant('a') },
          processing: fc.constantFrom(null, 'waiting', 'working', 'done', 'failed'),
          problem: fc.constantFrom(null, '已损坏'),
        }),
      ),
    })
    fc.assert(
      fc.property(asked, (facts) => {
        const found = participationFindings(facts)
        const order = found.map(({ severity }) => severity)
        expect(order).toEqual([...order].sort())
        for (const { message, messageEn } of found) {
          expect(message).toMatch(/[\u4e00-\u9fff]/)
          expect(messageEn).toMatch(/[A-Za-z]/)
        }
        // What is published was sent in: the one needs no less than the other.
        const asks = {
          kind: facts.kind,
          consents: facts.consents,
          termsVersion: facts.termsVersion,
        }
        const stops = found.some(
          ({ rule, severity }) => rule === 'consent-missing' && severity === 'blocking',
        )
        expect(stops).toBe(missingFor('submit', asks).length > 0)
      }),
    )
  })
})

describe('how many', () => {
  it('counts what is under review or out', () => {
    expect(countedStatuses).toEqual(['submitted', 'recommended', 'accepted', 'published'])
  })

  it.each([
    [null, 1000, null],
    [undefined, 1000, null],
    [1, 0, null],
    [1, 1, 'person-limit'],
    [3, 2, null],
    [3, 7, 'person-limit'],
  ])('with a limit of %s and %s sent: %s', (limit, count, code) => {
    expect(checkPersonLimit({ limit, count })?.code ?? null).toBe(code)
  })

  it('of drafts and of works altogether is bounded', () => {
    expect(checkDrafts({ drafts: mostDrafts - 1, all: mostEntries - 1 })).toBeNull()
    expect(checkDrafts({ drafts: mostDrafts, all: mostDrafts })?.code).toBe('too-many-drafts')
    expect(checkDrafts({ drafts: 0, all: mostEntries })?.code).toBe('too-many-entries')
  })
})

describe('an Idempotency-Key', () => {
  const now = 1_000_000_000_000

  it.each<[string, KeptAnswer | null, string]>([
    ['nothing kept', null, 'run'],
    ['the same, under way', { fingerprint: 'a', state: 'working', at: now - 1 }, 'in-flight'],
    ['the same, lost', { fingerprint: 'a', state: 'working', at: now - lostAfter }, 'run'],
    ['the same, answered', { fingerprint: 'a', state: 'done', at: now - lostAfter }, 'replay'],
    ['the same, too old', { fingerprint: 'a', state: 'done', at: now - keptFor }, 'run'],
    ['another, under way', { fingerprint: 'b', state: 'working', at: now }, 'reused'],
    ['another, lost', { fingerprint: 'b', state: 'working', at: now - lostAfter }, 'reused'],
    ['another, answered', { fingerprint: 'b', state: 'done', at: now }, 'reused'],
    ['another, too old', { fingerprint: 'b', state: 'done', at: now - keptFor }, 'run'],
  ])('with %s', (_, kept, decision) => {
    expect(decideKey({ kept, fingerprint: 'a', now })).toBe(decision)
  })

  it('never lets the same run while it runs, nor another at all, within the day', () => {
    const kept = fc.record({
      ...{ fingerprint: fc.constantFrom('a', 'b'), state: fc.constantFrom('working', 'done') },
      at: fc.integer({ min: now - 2 * keptFor, max: now + 60_000 }),
    }) as fc.Arbitrary<KeptAnswer>
    fc.assert(
      fc.property(kept, (one) => {
        const decision = decideKey({ kept: one, fingerprint: 'a', now })
        const age = now - one.at
        if (age >= keptFor) expect(decision).toBe('run')
        else if (one.fingerprint !== 'a') expect(decision).toBe('reused')
        else if (one.state === 'done') expect(decision).toBe('replay')
        // A clock that stands back does not make a request lost.
        else expect(decision).toBe(age >= lostAfter ? 'run' : 'in-flight')
      }),
    )
  })

  it.each([
    ['6c0f8b4e-2f0b-4c57-9f5d-0c5d2a1f7e11', true],
    ['a', true],
    ['a'.repeat(200), true],
    ['a'.repeat(201), false],
    ['', false],
    ['a b', false],
    ['键', false],
  ])('“%s”: %s', (key, isOne) => expect(isKey(key)).toBe(isOne))
})

describe('a changed call', () => {
  const call: CallSource = { kind: 'photos', rules: defaultRules('photos'), perPersonLimit: null }

  it('says what went and what came, and nothing when people read the same', () => {
    expect(changedSentences(call, { ...call, rules: [...call.rules] })).toBeNull()
    expect(changedSentences(call, { ...call, perPersonLimit: 2 })).toEqual({
      removed: [],
      added: [{ zh: '职工个人每人限报 2 件', en: 'At most 2 from each participant' }],
    })
    const { removed, added } = changedSentences(call, { ...call, rules: [] })!
    expect([removed.length > 0, added]).toEqual([true, []])
  })

  it('leads from what was said before to what is said now', () => {
    const rules = fc.subarray([...call.rules])
    const source = fc.record({ rules, perPersonLimit: fc.constantFrom(null, 1, 2) })
    fc.assert(
      fc.property(source, source, (one, other) => {
        const [before, after] = [
          { kind: 'photos' as const, ...one },
          { kind: 'photos' as const, ...other },
        ]
        const there = changedSentences(before, after)
        const back = changedSentences(after, before)
        expect(back?.removed ?? []).toEqual(there?.added ?? [])
        expect(back?.added ?? []).toEqual(there?.removed ?? [])
      }),
    )
  })
})

describe('own fields', () => {
  it('have one shape under one name in all kinds', () => {
    for (const of of entryKindList) {
      for (const [name, shape] of Object.entries(ownFieldsOf(of))) {
        expect([of, name, everyOwnField[name]]).toEqual([of, name, shape])
      }
    }
  })

  it('are none that only the server writes', () => {
    for (const name of [
      'status',
      'publicId',
      'participantId',
      'cameFrom',
      'unitPath',
      'createdBy',
    ]) {
      expect(everyOwnField).not.toHaveProperty(name)
    }
  })
})
