import { describe, expect, it } from 'vitest'
import {
  caseActions,
  caseOfRisk,
  caseStates,
  caseStepsFor,
  decideCaseStep,
  needsTraces,
  readCaseQuery,
  voidClasses,
  voidClassWords,
  type CaseAction,
  type CaseState,
  type FoundRisk,
} from '../../src/domain/voting/cases.ts'

describe('the steps of a case', () => {
  const roles = ['province', 'supervisor', 'editor', 'judge'] as const
  // Who may do what from where, written from the rule in words.
  const table: Record<CaseAction, Partial<Record<CaseState, [to: CaseState, by: string[]]>>> = {
    refresh: { collecting: ['collecting', ['province']] },
    propose: { collecting: ['proposed', ['province']] },
    approve: { proposed: ['approved', ['province', 'supervisor']] },
    dismiss: {
      collecting: ['dismissed', ['province', 'supervisor']],
      proposed: ['dismissed', ['province', 'supervisor']],
    },
  }
  const cells = caseActions.flatMap((action) =>
    caseStates.flatMap((state) => roles.map((role) => ({ action, state, role }))),
  )

  it.each(cells)('$role: $action from $state', ({ action, state, role }) => {
    const row = table[action][state]
    const decided = decideCaseStep({ action, state, role, isProposer: false, reason: ' 理由 ' })
    if (row?.[1].includes(role)) expect(decided).toEqual({ ok: true, to: row[0], reason: '理由' })
    else expect(decided).toMatchObject({ ok: false })
  })

  it('to make void are never taken by whoever proposed it', () => {
    const question = { state: 'proposed', role: 'province', isProposer: true } as const
    expect(decideCaseStep({ ...question, action: 'approve', reason: 'x' })).toMatchObject({
      refusal: { status: 403, code: 'same-person' },
    })
    expect(decideCaseStep({ ...question, action: 'dismiss', reason: 'x' }).ok).toBe(true)
    expect(caseStepsFor(question)).toEqual(['dismiss'])
    expect(caseStepsFor({ ...question, isProposer: false })).toEqual(['approve', 'dismiss'])
  })

  it.each([
    [{ reason: '' }, 400, 'reason-missing'],
    [{ reason: 7 }, 400, 'reason-not-text'],
    [{ reason: '长'.repeat(2001) }, 400, 'reason-too-long'],
    [{ expectedState: 'gone', reason: 'x' }, 400, 'unknown-state'],
    [{ expectedState: 'collecting', reason: 'x' }, 409, 'stale-state'],
  ])('are refused with %j', (given, status, code) => {
    const question = { state: 'proposed', role: 'supervisor', isProposer: false } as const
    expect(decideCaseStep({ ...question, action: 'approve', ...given })).toMatchObject({
      refusal: { status, code },
    })
  })
})

describe('the query of a case', () => {
  it('is read into one form', () => {
    const { query } = readCaseQuery({
      ...{ entry: '2022-PHO-000001', network: '', device: null },
      ...{ from: '2022-06-07T09:30+08:00', to: '2022-06-07T02:00:00.000Z' },
      ...{ participants: [5, 3, 5], sharedBy: 3 },
    })
    expect(query).toEqual({
      ...{ entry: '2022-PHO-000001', participants: [3, 5], sharedBy: 3 },
      ...{ from: '2022-06-07T01:30:00.000Z', to: '2022-06-07T02:00:00.000Z' },
    })
    expect(needsTraces(query!)).toBe(true)
    expect(needsTraces({ entry: 'a' })).toBe(false)
  })

  it.each<[unknown, string[]]>([
    [null, ['']],
    [[], ['']],
    ['all', ['']],
    [{}, ['']],
    [{ from: '2022-06-07T09:30:00Z' }, ['']],
    [{ youngerThanHours: 5 }, ['']],
    [{ entry: 7, where: 1 }, ['entry', 'where']],
    [{ entry: 'a b' }, ['entry']],
    [{ entry: 'a', from: 'yesterday' }, ['from']],
    [{ entry: 'a', from: '2022-13-07T09:30:00Z' }, ['from']],
    [{ entry: 'a', from: '2022-06-07T09:30:00Z', to: '2022-06-07T09:30:00Z' }, ['to']],
    [{ participants: [] }, ['participants']],
    [{ participants: [1.5] }, ['participants']],
    [{ participants: Array.from({ length: 1001 }, (_, one) => one + 1) }, ['participants']],
    [{ sharedBy: 1 }, ['sharedBy']],
    [{ entry: 'a', youngerThanHours: '5' }, ['youngerThanHours']],
    [{ constructor: 'x', entry: 'a' }, ['constructor']],
  ])('%j is refused', (data, paths) => {
    const { query, findings } = readCaseQuery(data)
    expect(query).toBeNull()
    expect(findings.map(({ path }) => path)).toEqual(paths)
  })
})

it('has words for every class', () => {
  for (const one of voidClasses) expect(voidClassWords[one].zh).not.toBe('')
})

describe('a case that a sign of risk suggests', () => {
  const sign = (code: FoundRisk['signals'][number]['code']) => ({
    code,
    words: { zh: `信号 ${code}`, en: `sign ${code}` },
  })
  const risk: FoundRisk = {
    ...{ kind: 'entry', entry: '2022-PHO-000001', network: null, device: null },
    firstAt: new Date('2022-06-07T01:00:00.000Z'),
    lastAt: new Date('2022-06-07T02:00:00.000Z'),
    signals: [sign('few-devices'), sign('young-identities')],
  }
  const times = { from: '2022-06-07T01:00:00.000Z', to: '2022-06-07T02:00:00.001Z' }

  it('does not take in all votes of a work when only some are odd', () => {
    expect(caseOfRisk(risk)).toMatchObject({
      class: 'identity-farm',
      query: { entry: risk.entry, ...times, sharedBy: 3, youngerThanHours: 24 },
      reason: { zh: '信号 few-devices；信号 young-identities' },
    })
  })

  it.each<[Partial<FoundRisk>, object]>([
    [
      { kind: 'crowd', network: 'n' },
      { entry: risk.entry, network: 'n', ...times, sharedBy: 3 },
    ],
    [
      { kind: 'device', device: 'd' },
      { device: 'd', ...times },
    ],
    [{ signals: [sign('even-timing')] }, { entry: risk.entry, ...times }],
  ])('asks for what was odd: %j', (more, query) => {
    const draft = caseOfRisk({ ...risk, ...more })
    expect(draft.query).toEqual(query)
    expect(readCaseQuery(draft.query)).toEqual({ query, findings: [] })
  })
})
