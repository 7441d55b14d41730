import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  blindFileName,
  blindView,
  roundNumbers,
  tellingNames,
} from '../../src/domain/judging/blind.ts'

const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { maxLength: 20 })

describe('a blind round', () => {
  it('numbers each work once, from 1 on, whatever order they come in', () => {
    fc.assert(
      fc.property(ids, fc.string(), (works, seed) => {
        const numbers = roundNumbers(works, seed)
        expect([...numbers.values()].sort((a, b) => a - b)).toEqual(
          works.map((_, index) => index + 1),
        )
        expect(roundNumbers([...works].reverse(), seed)).toEqual(numbers)
      }),
    )
  })

  it('keeps numbers that were given and uses none twice', () => {
    fc.assert(
      fc.property(ids, ids, (first, late) => {
        const before = roundNumbers(first, 's')
        const after = roundNumbers(late, 's', before)
        for (const [id, number] of before) expect(after.get(id)).toBe(number)
        expect(new Set(after.values()).size).toBe(after.size)
        expect(after.size).toBe(new Set([...first, ...late]).size)
      }),
    )
  })

  it('does not number works in the order of their ids', () => {
    const works = Array.from({ length: 20 }, (_, index) => `2022-PHO-${100_000 + index}`)
    const numbers = roundNumbers(works, 'seed')
    expect(works.map((id) => numbers.get(id))).not.toEqual(works.map((_, index) => index + 1))
  })

  it('shows what is named here and nothing else', () => {
    const work = {
      number: 3,
      title: '清晨',
      authors: ['甲'],
      unit: '乙厂',
      media: ['3-1.jpg'],
      publicId: 'x',
    }
    expect(blindView(work)).toEqual({ number: 3, title: '清晨', media: ['3-1.jpg'] })
    expect(blindFileName(12, 2, 'jpg')).toBe('12-2.jpg')
  })

  it('finds authors and units in what it shows', () => {
    const names = ['王某某', 'Ｗang', '乙厂', '甲', '丙']
    expect(tellingNames('乙 厂的 wang 拍于甲地', names)).toEqual(['Ｗang', '乙厂'])
  })
})
