import { describe, expect, it } from 'vitest'
import { triedBody, triedFields } from '../../src/plugins/judging/admin/tried-fields.ts'

const saved = {
  ...{ kind: 'score', method: 'trimmed-mean', methodDrop: 1, decimals: null, carryOver: 'top' },
  ...{ carryCount: 10, voteRound: null },
  criteria: [
    { key: 'theme', name: '主题 / Theme', weight: 60 },
    { key: 'craft', name: '制作', weight: 40 },
  ],
  levels: [
    { key: 'first', name: '一等奖 / First', count: 1 },
    { key: 'second', name: '二等奖', count: 3, atLeast: 60 },
  ],
}

describe('options to try', () => {
  it('are those that mean something in the round as it is typed in', () => {
    const names = (given = {}) => triedFields(saved, given).map(({ name }) => name)
    expect(names()).toEqual([
      ...['weight:theme', 'weight:craft', 'method', 'methodDrop', 'decimals', 'carryCount'],
      ...['level:first', 'level:second'],
    ])
    expect(names({ method: 'standardised' })).toContain('methodShrink')
    expect(names({ method: 'mean' })).not.toContain('methodDrop')
    expect(triedFields(saved, {})[0]).toMatchObject({ of: '主题', stands: '60' })
  })

  it('are asked only where they were changed', () => {
    const ask = (given: Record<string, string>) =>
      triedBody(triedFields(saved, given), given, saved.levels)
    expect(ask({})).toEqual({})
    expect(ask({ 'weight:theme': '60', decimals: '' })).toEqual({})
    expect(ask({ 'weight:theme': '50', method: 'median', decimals: '1' })).toEqual({
      ...{ weights: { theme: 50 }, method: 'median', decimals: 1 },
    })
    expect(ask({ 'level:second': '5' }).levels).toEqual([
      { key: 'first', name: '一等奖 / First', count: 1, atLeast: null },
      { key: 'second', name: '二等奖', count: 5, atLeast: 60 },
    ])
  })
})
