import { describe, expect, it } from 'vitest'
import { roundStates, type RoundState } from '../../src/domain/voting/decide.ts'
import { describePolicy, readPolicy, type VotePolicy } from '../../src/domain/voting/policy.ts'
import {
  decideRoundStep,
  fieldOf,
  policyChange,
  policyFieldNames,
  policyOfFields,
  readListed,
  roundActions,
  shownState,
  stepsFrom,
} from '../../src/domain/voting/rounds.ts'
import { plainPolicy, shanghai } from './voting-arbitraries.ts'

const before = shanghai('2022-06-01 00:00')
const during = shanghai('2022-06-08 10:00')
const after = shanghai('2022-06-12 00:00')
const ask = (more: Partial<Parameters<typeof decideRoundStep>[0]>) =>
  decideRoundStep({
    ...{ action: 'open', state: 'draft', policy: plainPolicy, candidates: 3, now: during },
    ...{ reason: '按方案' },
    ...more,
  })
const codeOf = (answer: object) =>
  'refusal' in answer ? (answer.refusal as { code: string }).code : 'ok'

describe('a step of a round', () => {
  const possible: Record<RoundState, string[]> = {
    draft: ['open'],
    open: ['pause', 'close'],
    paused: ['resume', 'close'],
    closed: [],
  }

  it('is possible from these states and no others', () => {
    for (const state of roundStates) {
      const taken = roundActions.filter((action) => ask({ action, state }).ok)
      expect([state, taken]).toEqual([state, possible[state]])
      expect(stepsFrom(shownState(state, plainPolicy.window, during))).toEqual(possible[state])
    }
  })

  it('is none once the window is over by the clock', () => {
    for (const state of roundStates) {
      for (const action of roundActions) expect(ask({ action, state, now: after }).ok).toBe(false)
      expect(stepsFrom(shownState(state, plainPolicy.window, after))).toEqual(
        state === 'draft' ? ['open'] : [],
      )
    }
    expect(codeOf(ask({ now: after }))).toBe('window-over')
  })

  it.each([
    ['pause', 'open', undefined, 'reason-missing'],
    ['close', 'paused', '   ', 'reason-missing'],
    ['close', 'open', 5, 'reason-not-text'],
    ['close', 'open', 'x'.repeat(2001), 'reason-too-long'],
    ['close', 'open', 'a\u0001', 'reason-unusable'],
    ['resume', 'paused', undefined, 'ok'],
    ['open', 'draft', undefined, 'ok'],
  ] as const)('to %s from %s with %j is %s', (action, state, reason, code) => {
    expect(codeOf(ask({ action, state, reason }))).toBe(code)
  })

  it('needs the works that a ballot names', () => {
    const policy: VotePolicy = { ...plainPolicy, ballot: { min: 3, max: 5 } }
    expect(codeOf(ask({ policy, candidates: 2 }))).toBe('too-few-candidates')
    expect(codeOf(ask({ policy, candidates: 3 }))).toBe('ok')
  })

  it('is refused when somebody was faster', () => {
    expect(codeOf(ask({ expectedState: 'open' }))).toBe('stale-state')
    expect(codeOf(ask({ expectedState: 'gone' }))).toBe('unknown-state')
    expect(codeOf(ask({ expectedState: 'draft' }))).toBe('ok')
  })
})

describe('a round as people see it', () => {
  it.each([
    ['draft', before, 'draft'],
    ['open', before, 'waiting'],
    ['open', during, 'open'],
    ['open', after, 'over'],
    ['paused', before, 'paused'],
    ['paused', after, 'over'],
    ['closed', during, 'closed'],
    ['closed', after, 'closed'],
  ] as const)('%s', (state, now, shown) => {
    expect(shownState(state, plainPolicy.window, now)).toBe(shown)
  })
})

describe('a form of a policy', () => {
  it('says what readPolicy takes', () => {
    const fields = {
      ...{ windowFrom: '2022-06-06T16:00:00.000Z', windowTo: plainPolicy.window.to.toISOString() },
      ...{ periodKind: 'day', periodHours: null, votesPerPeriod: 5, votesPerEntryPerPeriod: 1 },
      ...{ ballotMin: 1, ballotMax: 5, countsShown: 'live', countsAt: '', voters: 'participants' },
    }
    expect(readPolicy(policyOfFields(fields))).toEqual({ policy: plainPolicy, findings: [] })
  })

  it('finds a field for whatever is wrong', () => {
    const { findings } = readPolicy(policyOfFields({ periodKind: 'rolling', periodHours: 0 }))
    expect(findings.map(fieldOf)).toEqual([
      ...['windowFrom', 'periodHours', 'ballotMax', 'countsShown', 'voters'],
    ])
    for (const path of ['', 'ballot', 'ballot.exactly', 'counts.at', 'nonsense']) {
      expect(policyFieldNames).toContain(fieldOf({ path }))
    }
  })
})

describe('a change of a policy that votes were cast under', () => {
  const change = (more: Partial<VotePolicy>, now = during) =>
    policyChange({ before: plainPolicy, after: { ...plainPolicy, ...more }, now })
  const { from, to } = plainPolicy.window

  it('is told in the sentences that people read', () => {
    const told = change({ votesPerPeriod: 6 })
    expect(told).toEqual({
      removed: [describePolicy(plainPolicy)[2]],
      added: [describePolicy({ ...plainPolicy, votesPerPeriod: 6 })[2]],
    })
    expect(change({})).toBeNull()
    expect(change({ window: { from, to: new Date(to.getTime() + 86_400_000) } })).toHaveProperty(
      'added',
    )
  })

  it.each<[string, Partial<VotePolicy>, Date]>([
    ['period-fixed', { period: { kind: 'rolling', hours: 24 } }, during],
    ['window-fixed', { window: { from: during, to } }, during],
    ['window-over', { window: { from, to: during } }, during],
    ['window-over', { votesPerPeriod: 6 }, to],
  ])('is refused: %s', (code, more, now) => {
    expect(codeOf(change(more, now)!)).toBe(code)
  })
})

it('reads a shortlist as people paste one', () => {
  expect(readListed(' 2022-PHO-000002\r\n2022-PHO-000001，2022-PHO-000002\n\n')).toEqual([
    '2022-PHO-000002',
    '2022-PHO-000001',
  ])
  expect(readListed(null)).toEqual([])
})
