import { describe, expect, it } from 'vitest'
import type { PhaseKey } from '../../src/domain/phases.ts'
import { decide, reasonLimit, type Question } from '../../src/domain/workflow.ts'

const question: Question = {
  status: 'submitted',
  action: 'recommend',
  standings: new Set(['unitEditor']),
  openPhases: new Set(['collect']),
  actorId: 7,
  history: [],
  allowSamePerson: false,
}

const refusalOf = (changes: Partial<Question>) => {
  const answer = decide({ ...question, ...changes })
  return answer.ok ? null : answer.refusal
}

describe('the order in which a step is refused', () => {
  // Everything is wrong at first; each row mends what the row before was refused for.
  const mends: [code: string, status: number, mend: Partial<Question>][] = [
    ['unknown-action', 400, { action: 'recommend' }],
    ['unknown-status', 400, { expectedStatus: 'submitted' }],
    ['stale-status', 409, { expectedStatus: 'accepted' }],
    ['wrong-status', 409, { status: 'published', expectedStatus: 'published', action: 'takeDown' }],
    ['not-yours', 403, { standings: new Set(['supervisor']) }],
    ['reason-missing', 400, { reason: '内容有误' }],
  ]
  it('is: unknown, stale, not from here, not yours, reason', () => {
    let now: Partial<Question> = {
      status: 'accepted',
      action: 'explode',
      expectedStatus: 'nowhere',
      standings: new Set(['host']),
    }
    for (const [code, status, mend] of mends) {
      expect(refusalOf(now)).toMatchObject({ code, status })
      now = { ...now, ...mend }
    }
    expect(refusalOf(now)).toBeNull()
  })

  it('puts separation before the window, and the window before the reason', () => {
    const history = [{ action: 'submit', actorId: 7 }] as const
    const closed = new Set<PhaseKey>()
    const twice: Partial<Question> = {
      status: 'accepted',
      action: 'publish',
      standings: new Set(['supervisor']),
    }
    expect(refusalOf({ ...twice, history, openPhases: closed })?.code).toBe('same-person')
    expect(refusalOf({ ...twice, openPhases: closed })?.code).toBe('window-closed')
    expect(refusalOf({ ...twice, openPhases: closed, reason: 5 })?.code).toBe('window-closed')
    expect(refusalOf({ ...twice, reason: 5 })?.code).toBe('reason-not-text')
  })
})

describe('what a caller may send', () => {
  it.each([
    '__proto__',
    'constructor',
    'toString',
    '',
    null,
    undefined,
    5,
    {},
    ['submit'],
    'SUBMIT',
  ])('refuses %j as an action', (action) => {
    expect(refusalOf({ action })).toMatchObject({ status: 400, code: 'unknown-action' })
  })

  it.each(['__proto__', '', 5, {}, []])('refuses %j as an expected state', (expectedStatus) => {
    expect(refusalOf({ expectedStatus })).toMatchObject({ status: 400, code: 'unknown-status' })
  })

  it('takes an absent or null expected state as no expectation', () => {
    expect(refusalOf({ expectedStatus: null })).toBeNull()
    expect(refusalOf({ expectedStatus: undefined })).toBeNull()
  })

  it('names both states when somebody was faster', () => {
    const refusal = refusalOf({ status: 'recommended', expectedStatus: 'submitted' })
    expect(refusal?.message.zh).toMatch(/待初审.*待复审/)
    expect(refusal?.message.en).toMatch(/first review.*second review/)
  })

  it('names the state and the states from which the step is possible', () => {
    const refusal = refusalOf({ status: 'published', action: 'withdraw' })
    expect(refusal?.message.zh).toContain('已发布')
    for (const word of ['待初审', '已退回', '待复审', '待终审']) {
      expect(refusal?.message.zh).toContain(word)
    }
  })
})

describe('the reason', () => {
  const back: Partial<Question> = { action: 'return' }

  it.each([undefined, null, '', '  \n\t\u3000'])('%j is none', (reason) => {
    expect(refusalOf({ ...back, reason })).toMatchObject({ status: 400, code: 'reason-missing' })
  })

  it('comes back trimmed', () => {
    expect(decide({ ...question, ...back, reason: '  画面模糊\n' })).toMatchObject({
      ok: true,
      reason: '画面模糊',
    })
  })

  it('is null when none was given and none is needed', () => {
    expect(decide({ ...question, reason: ' ' })).toMatchObject({ ok: true, reason: null })
  })

  it('may have 2000 characters, counted as people do, and not one more', () => {
    expect(reasonLimit).toBe(2000)
    expect(refusalOf({ ...back, reason: '𠮷'.repeat(2000) })).toBeNull()
    const refusal = refusalOf({ ...back, reason: '好'.repeat(2001) })
    expect(refusal).toMatchObject({ status: 400, code: 'reason-too-long' })
    expect(refusal?.message.zh).toMatch(/2001.*2000/)
  })

  it('is looked at even where it is not needed', () => {
    expect(refusalOf({ reason: '好'.repeat(2001) })?.code).toBe('reason-too-long')
    expect(refusalOf({ reason: 'a\u0000b' })?.code).toBe('reason-unusable')
    expect(refusalOf({ reason: 'a\uD800b' })?.code).toBe('reason-unusable')
    expect(refusalOf({ reason: { zh: '好' } })?.code).toBe('reason-not-text')
  })
})

describe('the windows', () => {
  const submit: Partial<Question> = { status: 'draft', action: 'submit' }
  const closed = new Set<PhaseKey>(['judge', 'summary'])

  it('close for owner and editor, and say when they are', () => {
    const openPhasesText = { zh: '2022年6月7日至2022年8月31日', en: '7 June to 31 August 2022' }
    for (const standing of ['owner', 'unitEditor'] as const) {
      const refusal = refusalOf({
        ...submit,
        standings: new Set([standing]),
        openPhases: closed,
        openPhasesText,
        reason: '网络故障',
      })
      expect(refusal).toMatchObject({ status: 409, code: 'window-closed' })
      expect(refusal?.message.zh).toContain(openPhasesText.zh)
      expect(refusal?.message.en).toContain(openPhasesText.en)
    }
  })

  it('let the province submit late with a reason', () => {
    const late = { ...submit, standings: new Set(['province'] as const), openPhases: closed }
    expect(refusalOf(late)?.code).toBe('reason-missing')
    expect(refusalOf({ ...late, reason: '补报' })).toBeNull()
  })

  it('make somebody who is both editor and province act as the province when late', () => {
    const both = { ...submit, standings: new Set(['unitEditor', 'province'] as const) }
    expect(refusalOf(both)).toBeNull()
    expect(refusalOf({ ...both, openPhases: closed })?.code).toBe('reason-missing')
  })

  it('do not open the reviews late even for the province', () => {
    const none = new Set<PhaseKey>()
    const asProvince = { standings: new Set(['province'] as const), openPhases: none, reason: '补' }
    expect(refusalOf({ ...asProvince })?.code).toBe('window-closed')
    const accept = { status: 'recommended', action: 'accept' } as const
    expect(refusalOf({ ...asProvince, ...accept })?.code).toBe('window-closed')
  })

  it('never close a return, a rejection, a withdrawal, a take-down', () => {
    const none = new Set<PhaseKey>()
    const by = { standings: new Set(['province'] as const), openPhases: none, reason: '有误' }
    for (const action of ['return', 'reject', 'withdraw']) {
      expect(refusalOf({ ...by, action })).toBeNull()
    }
    expect(refusalOf({ ...by, status: 'published', action: 'takeDown' })).toBeNull()
  })
})

describe('separation of persons', () => {
  const asked = (
    status: Question['status'],
    action: string,
    own: readonly string[],
    changes: Partial<Question> = {},
  ) =>
    refusalOf({
      status,
      action,
      standings: new Set(['province']),
      openPhases: new Set(['judge']),
      history: own.map((step) => ({ action: step, actorId: 7 }) as Question['history'][number]),
      ...changes,
    })

  it('lets the submitter do the first review but neither of the others', () => {
    expect(asked('submitted', 'recommend', ['submit'])).toBeNull()
    expect(asked('recommended', 'accept', ['submit'])).toMatchObject({ status: 403 })
    expect(asked('accepted', 'publish', ['submit'])).toMatchObject({ status: 403 })
  })

  it('lets nobody do two different reviews', () => {
    expect(asked('recommended', 'accept', ['recommend'])?.code).toBe('same-person')
    expect(asked('accepted', 'publish', ['recommend'])?.code).toBe('same-person')
    expect(asked('accepted', 'publish', ['accept'])?.code).toBe('same-person')
    expect(asked('submitted', 'recommend', ['accept'])?.code).toBe('same-person')
  })

  it('lets the same person repeat the same review', () => {
    expect(asked('accepted', 'publish', ['publish', 'takeDown'])).toBeNull()
  })

  it('does not count returns and withdrawals as reviews', () => {
    expect(asked('accepted', 'publish', ['return', 'withdraw', 'takeDown'])).toBeNull()
    expect(asked('recommended', 'return', ['submit', 'recommend'], { reason: '有误' })).toBeNull()
  })

  it('looks at this person only, and takes 7 and "7" as one', () => {
    const history = [{ action: 'accept', actorId: '7' }] as const
    expect(asked('accepted', 'publish', [], { history })?.code).toBe('same-person')
    expect(asked('accepted', 'publish', [], { history, actorId: 8 })).toBeNull()
  })

  it('is relaxed by the campaign', () => {
    const relaxed = { allowSamePerson: true }
    expect(asked('accepted', 'publish', ['submit', 'recommend', 'accept'], relaxed)).toBeNull()
  })
})
