import { describe, expect, it } from 'vitest'
import { maskNames } from '../../src/domain/judging/mask.ts'

describe('a text that a judge reads in a blind round', () => {
  it.each<[string, string, string[], string]>([
    ['a name', '作者钱某甲摄于厂区', ['钱某甲'], '作者▇▇摄于厂区'],
    ['a name with spaces in it', '作者钱 某　甲。', ['钱某甲'], '作者▇▇。'],
    ['a unit in other width and case', '来自ＡＢＣ公司', ['abc公司'], '来自▇▇'],
    ['several, and twice', '甲乙和丙丁，甲乙', ['甲乙', '丙丁'], '▇▇和▇▇，▇▇'],
    ['names that overlap', '无锡市总工会宣传部', ['无锡市总工会', '工会宣传部'], '▇▇'],
    ['a phone number', '联系 138 0000 1111 或 +8613900002222。', [], '联系 ▇▇ 或 ▇▇。'],
    ['an address of mail', '写给 someone@example.org', [], '写给 ▇▇'],
    ['a public id', '见2022-VID-000123号', [], '见▇▇号'],
  ])('shows nothing of %s', (_what, text, names, shown) => {
    expect(maskNames(text, names)).toBe(shown)
  })

  it('keeps all else: names of one sign, numbers that are none', () => {
    const text = '一个人的 2022 年，编号 123456789012，𠮷祥🙂'
    expect(maskNames(text, ['人', '', ' ', '没有'])).toBe(text)
  })
})
