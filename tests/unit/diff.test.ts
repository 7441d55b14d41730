import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldDiff } from '../../src/domain/diff.ts'

const secretPaths = ['authors.*.phone']

describe('the difference of two versions', () => {
  it('names each changed leaf with both values', () => {
    const before = { title: '旧', authors: [{ name: '甲' }, { name: '乙' }], views: 1 }
    const after = { title: '新', authors: [{ name: '甲' }, { name: '丙' }], views: 1 }
    expect(fieldDiff({ before, after })).toEqual([
      { path: 'title', before: '旧', after: '新' },
      { path: 'authors.1.name', before: '乙', after: '丙' },
    ])
  })

  it('compares arrays by index and shows what came and went', () => {
    expect(fieldDiff({ before: { list: ['a', 'b'] }, after: { list: ['b'] } })).toEqual([
      { path: 'list.0', before: 'a', after: 'b' },
      { path: 'list.1', before: 'b', after: null },
    ])
  })

  it('takes null and absent as the same, but not as empty text, zero or false', () => {
    expect(fieldDiff({ before: { a: null }, after: {} })).toEqual([])
    for (const value of ['', 0, false, 'null']) {
      expect(fieldDiff({ before: {}, after: { a: value } })).toEqual([
        { path: 'a', before: null, after: value },
      ])
    }
  })

  it('compares dates by their instant', () => {
    const date = '2022-06-07T00:00:00.000Z'
    expect(fieldDiff({ before: { d: new Date(date) }, after: { d: date } })).toEqual([])
    const later = new Date('2022-06-08T00:00:00.000Z')
    expect(fieldDiff({ before: { d: new Date(date) }, after: { d: later } })).toEqual([
      { path: 'd', before: date, after: later.toISOString() },
    ])
    const broken = new Date(NaN)
    expect(fieldDiff({ before: { d: broken }, after: { d: broken } })).toEqual([])
  })

  it('shows a value that became a group, and the group', () => {
    expect(fieldDiff({ before: { a: 5 }, after: { a: { b: 6 } } })).toEqual([
      { path: 'a', before: 5, after: null },
      { path: 'a.b', before: null, after: 6 },
    ])
  })

  it('cuts long texts to 500 characters and names their length', () => {
    const [change] = fieldDiff({ before: { a: '𠮷'.repeat(501) }, after: { a: '字'.repeat(500) } })
    expect(change?.before).toBe(`${'𠮷'.repeat(500)}…（共 501 字）`)
    expect(change?.after).toBe('字'.repeat(500))
  })

  it('does not tell what is ignored, nor what is below it', () => {
    const before = { updatedAt: 1, rows: [{ id: 1, x: 1 }], meta: { a: { b: 1 } } }
    const after = { updatedAt: 2, rows: [{ id: 2, x: 2 }], meta: { a: { b: 2 } } }
    expect(fieldDiff({ before, after, ignore: ['updatedAt', 'rows.*.id', 'meta'] })).toEqual([
      { path: 'rows.0.x', before: 1, after: 2 },
    ])
  })

  it('ends at its depth and still says that something changed', () => {
    const nest = (value: unknown): unknown =>
      Array.from({ length: 40 }).reduce((inner) => ({ inner }), value)
    expect(fieldDiff({ before: nest(1), after: nest(1) })).toEqual([])
    const [change, ...rest] = fieldDiff({ before: nest(1), after: nest(2) })
    expect(change).toMatchObject({ before: '…', after: '…' })
    expect(rest).toEqual([])
  })

  it('is not led astray by keys of objects', () => {
    const after = JSON.parse('{"__proto__":{"x":1},"constructor":2}') as unknown
    expect(fieldDiff({ before: {}, after })).toEqual([
      { path: '__proto__.x', before: null, after: 1 },
      { path: 'constructor', before: null, after: 2 },
    ])
  })
})

describe('secrets', () => {
  const phone = '13800001234'

  it.each([
    ['changed', { authors: [{ phone }] }, { authors: [{ phone: '13900005678' }] }, '***', '***'],
    ['new', { authors: [{}] }, { authors: [{ phone }] }, null, '***'],
    ['gone', { authors: [{ phone }] }, { authors: [{ phone: '' }] }, '***', null],
    ['come with a new author', {}, { authors: [{ phone }] }, null, '***'],
    ['gone with all authors', { authors: [{ phone }] }, { authors: null }, '***', null],
    ['hidden in a group', {}, { authors: [{ phone: { value: phone } }] }, null, '***'],
  ])('are starred when they have %s', (_, before, after, old, young) => {
    expect(fieldDiff({ before, after, secretPaths })).toEqual([
      { path: 'authors.0.phone', before: old, after: young },
    ])
  })

  it('are not told when they did not change', () => {
    const before = { authors: [{ phone }] }
    expect(fieldDiff({ before, after: structuredClone(before), secretPaths })).toEqual([])
  })

  it('never appear anywhere in a difference', () => {
    const author = fc.record(
      { name: fc.string(), phone: fc.constantFrom('13800001234', '13900005678') },
      { requiredKeys: [] },
    )
    const doc = fc.record(
      { title: fc.string(), authors: fc.option(fc.array(author, { maxLength: 3 })) },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(doc, doc, (before, after) => {
        const text = JSON.stringify(fieldDiff({ before, after, secretPaths }))
        expect(text).not.toMatch(/13800001234|13900005678/)
      }),
    )
  })
})

describe('any two values', () => {
  const value = fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), fc.jsonValue({ maxDepth: 3 }))

  it('have no difference from themselves', () => {
    fc.assert(
      fc.property(value, (one) => {
        expect(fieldDiff({ before: one, after: structuredClone(one) })).toEqual([])
      }),
    )
  })

  it('have the same difference both ways, mirrored', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const there = fieldDiff({ before: a, after: b })
        const back = fieldDiff({ before: b, after: a })
        const sorted = (list: typeof there) =>
          list.map((row) => JSON.stringify([row.path, row.before, row.after])).sort()
        expect(sorted(there)).toEqual(
          sorted(back.map(({ path, before, after }) => ({ path, before: after, after: before }))),
        )
      }),
    )
  })

  it('name a leaf exactly when setting it made the difference', () => {
    fc.assert(
      fc.property(value, fc.stringMatching(/^[a-z]{1,3}$/), fc.integer(), (one, key, number) => {
        const after = { ...one, [key]: number }
        const top = fieldDiff({ before: one, after }).filter((row) => row.path === key)
        expect(top).toHaveLength(Object.is(one[key], number) || one[key] === number ? 0 : 1)
      }),
    )
  })
})
