import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { phaseKeys } from '../../src/domain/phases.ts'
import { checkQuota, quotaStatuses } from '../../src/domain/quota.ts'
import {
  actions,
  actionsFor,
  decide,
  rowOf,
  standings,
  stepBack,
  type Action,
  type Status,
} from '../../src/domain/workflow.ts'

type Step = { action: Action; actorId: number }

/** A journey: what several people try, one after the other; content edits happen in between. */
const attempt = fc.record({
  action: fc.constantFrom(...actions, 'edit' as const),
  actorId: fc.integer({ min: 1, max: 4 }),
  standings: fc.subarray([...standings], { minLength: 1 }),
  openPhases: fc.subarray([...phaseKeys]),
  reason: fc.constantFrom(undefined, '理由'),
})
// Mostly onward by somebody who has the standing, or no journey would ever reach the end.
const onward = attempt.map((item) => ({
  ...item,
  action: 'onward' as const,
  standings: [...standings],
  openPhases: [...phaseKeys],
  reason: '理由',
}))
const next: Record<Status, Action> = {
  draft: 'submit',
  submitted: 'recommend',
  recommended: 'accept',
  accepted: 'publish',
  published: 'takeDown',
  returned: 'submit',
  rejected: 'reopen',
  withdrawn: 'reopen',
}
const attempts = fc.oneof({ weight: 1, arbitrary: attempt }, { weight: 4, arbitrary: onward })
const journey = fc.array(attempts, { minLength: 1, maxLength: 60, size: 'max' })

/** Lives through a journey; `visit` sees the state before and after every step that was taken. */
function live(
  tried: readonly (typeof attempts extends fc.Arbitrary<infer Item> ? Item : never)[],
  allowSamePerson: boolean,
  visit: (step: { before: Status; after: Status; pass: readonly Step[] }) => void,
): void {
  let status: Status = 'draft'
  let pass: Step[] = []
  for (const item of tried) {
    const before: Status = status
    if (item.action === 'edit') {
      status = stepBack(status) ?? status
      continue
    }
    const action: Action = item.action === 'onward' ? next[status] : item.action
    const question = {
      status,
      standings: new Set(item.standings),
      openPhases: new Set(item.openPhases),
      actorId: item.actorId,
      history: pass,
      allowSamePerson,
    }
    const answer = decide({ ...question, action, reason: item.reason })
    const shown = actionsFor(question).find((possible) => possible.action === action)
    // The buttons and the decision agree; only a reason may still be wanting.
    if (answer.ok) expect(shown).toBeDefined()
    else if (answer.refusal.code !== 'reason-missing') expect(shown).toBeUndefined()
    else expect(shown?.needsReason).toBe(true)
    if (!answer.ok) continue

    expect(answer.row.from).toBe(status)
    status = answer.row.to
    const step = { action, actorId: item.actorId }
    pass = action === 'submit' ? [step] : [...pass, step]
    visit({ before, after: status, pass })
  }
}

const reviewers = (pass: readonly Step[], action: Action): Set<number> =>
  new Set(pass.filter((step) => step.action === action).map((step) => step.actorId))

describe('any journey through the workflow', () => {
  it('publishes only after three reviews by three people, two of whom did not submit', () => {
    let published = 0
    fc.assert(
      fc.property(journey, (tried) => {
        live(tried, false, ({ after, pass }) => {
          if (after !== 'published') return
          published += 1
          const sets = (['recommend', 'accept', 'publish'] as const).map((a) => reviewers(pass, a))
          for (const set of sets) expect(set.size).toBeGreaterThan(0)
          const all = sets.flatMap((set) => [...set])
          expect(new Set(all).size).toBe(all.length)
          const submitter = pass[0]
          expect(submitter?.action).toBe('submit')
          expect(sets[1]?.has(submitter?.actorId ?? 0)).toBe(false)
          expect(sets[2]?.has(submitter?.actorId ?? 0)).toBe(false)
        })
      }),
      { numRuns: 400 },
    )
    expect(published, 'the journeys must get there, or nothing is shown').toBeGreaterThan(20)
  })

  it('still needs all three reviews when the campaign lets one person do them', () => {
    let published = 0
    fc.assert(
      fc.property(journey, (tried) => {
        live(tried, true, ({ after, pass }) => {
          if (after !== 'published') return
          published += 1
          for (const action of ['submit', 'recommend', 'accept', 'publish'] as const) {
            expect(reviewers(pass, action).size).toBeGreaterThan(0)
          }
        })
      }),
      { numRuns: 150 },
    )
    expect(published).toBeGreaterThan(20)
  })

  it('never leaves a rejected entry other than by the province reopening it', () => {
    fc.assert(
      fc.property(journey, (tried) => {
        live(tried, false, ({ before, after, pass }) => {
          if (before !== 'rejected') return
          expect(after).toBe('returned')
          expect(pass.at(-1)?.action).toBe('reopen')
        })
      }),
    )
  })

  it('answers every question with a step or a refusal in both languages', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), fc.anything(), attempt, (a, b, c, item) => {
        const answer = decide({
          status: 'submitted',
          action: a,
          expectedStatus: b,
          reason: c,
          standings: new Set(item.standings),
          openPhases: new Set(item.openPhases),
          actorId: 1,
          history: [],
          allowSamePerson: false,
        })
        if (answer.ok) return
        expect(answer.refusal.code).toMatch(/^[a-z]+(-[a-z]+)*$/)
        expect(answer.refusal.message.zh).toMatch(/\p{Script=Han}/u)
        expect(answer.refusal.message.en).not.toMatch(/\p{Script=Han}|undefined/u)
      }),
    )
  })
})

describe('quotas along any journey of several entries', () => {
  it('are never exceeded, and never hold what has a place already', () => {
    const moves = fc.array(
      fc.record({ entry: fc.nat({ max: 7 }), action: fc.constantFrom(...actions) }),
      { maxLength: 120 },
    )
    const countsFrom = fc.constantFrom('submit' as const, 'recommend' as const)
    fc.assert(
      fc.property(moves, countsFrom, fc.nat({ max: 4 }), (steps, from, maximum) => {
        const counted = quotaStatuses(from)
        const entries: Status[] = Array.from({ length: 8 }, () => 'draft')
        for (const { entry, action } of steps) {
          const status = entries[entry] ?? 'draft'
          const row = rowOf(action, status)
          if (!row) continue
          const count = entries.filter((item) => counted.includes(item)).length
          const quota = { maximum, countsFrom: from }
          const refused = checkQuota({ quota, from: status, to: row.to, count })
          if (counted.includes(status) || !counted.includes(row.to)) expect(refused).toBeNull()
          if (refused) expect(count).toBeGreaterThanOrEqual(maximum)
          else entries[entry] = row.to
          expect(entries.filter((item) => counted.includes(item)).length).toBeLessThanOrEqual(
            maximum,
          )
        }
      }),
    )
  })
})
