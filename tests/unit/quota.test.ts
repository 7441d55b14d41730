import { describe, expect, it } from 'vitest'
import { checkQuota, quotaStatuses, quotaWords } from '../../src/domain/quota.ts'
import { countsForQuota, statuses } from '../../src/domain/workflow.ts'

describe('the states that use up a place', () => {
  it('begin at submit or at recommend, as the track says', () => {
    expect(quotaStatuses('submit')).toEqual(['submitted', 'recommended', 'accepted', 'published'])
    expect(quotaStatuses('recommend')).toEqual(['recommended', 'accepted', 'published'])
  })

  it('are submit’s unless said otherwise', () => {
    expect(statuses.filter((status) => countsForQuota(status))).toEqual(quotaStatuses('submit'))
  })
})

describe('a step into the counted states', () => {
  const quota = { maximum: 20, countsFrom: 'submit' } as const
  const submit = { quota, from: 'draft', to: 'submitted' } as const

  it('takes the last place', () => {
    expect(checkQuota({ ...submit, count: 19 })).toBeNull()
  })

  it('is refused with both numbers when no place is left', () => {
    expect(checkQuota({ ...submit, count: 20 })).toEqual({
      status: 409,
      code: 'quota-exceeded',
      message: { zh: '名额 20 件，已用 20 件', en: 'The quota is 20, 20 used' },
    })
    expect(checkQuota({ ...submit, count: 25 })?.message.zh).toBe('名额 20 件，已用 25 件')
  })

  it('is refused from the first on when the quota is none', () => {
    expect(checkQuota({ ...submit, quota: { ...quota, maximum: 0 }, count: 0 })).not.toBeNull()
  })

  it('is free without a maximum', () => {
    const open = { countsFrom: 'submit', minimum: 3 } as const
    expect(checkQuota({ ...submit, quota: open, count: 9999 })).toBeNull()
    expect(checkQuota({ ...submit, quota: { ...open, maximum: null }, count: 9999 })).toBeNull()
  })

  it('counts at recommend where the track counts from there', () => {
    const late = { maximum: 1, countsFrom: 'recommend' } as const
    expect(checkQuota({ quota: late, from: 'draft', to: 'submitted', count: 1 })).toBeNull()
    expect(
      checkQuota({ quota: late, from: 'submitted', to: 'recommended', count: 1 }),
    ).not.toBeNull()
  })
})

describe('a step inside or out of them', () => {
  it.each([
    ['submitted', 'recommended'],
    ['accepted', 'published'],
    ['published', 'accepted'],
    ['recommended', 'returned'],
    ['submitted', 'withdrawn'],
    ['withdrawn', 'draft'],
  ] as const)('from %s to %s is never refused', (from, to) => {
    const quota = { maximum: 0, countsFrom: 'submit' } as const
    expect(checkQuota({ quota, from, to, count: 5 })).toBeNull()
  })
})

describe('the live line', () => {
  it.each([
    [{ minimum: 5, maximum: 20 }, 3, '已报 3 件，还差 2 件，剩 17 件'],
    [{ minimum: 5, maximum: 20 }, 5, '已报 5 件，剩 15 件'],
    [{ minimum: 5 }, 3, '已报 3 件，还差 2 件，不限名额'],
    [{ maximum: 20 }, 20, '已报 20 件，剩 0 件'],
    [{ maximum: 20 }, 22, '已报 22 件，超出 2 件'],
    [{}, 0, '已报 0 件，不限名额'],
  ])('%j with %i: %s', (limits, count, zh) => {
    const words = quotaWords({ quota: { ...limits, countsFrom: 'submit' }, count })
    expect(words.zh).toBe(zh)
    expect(words.en.match(/\d+/g)).toEqual(zh.match(/\d+/g))
  })
})
