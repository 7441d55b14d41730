import { describe, expect, it } from 'vitest'
import {
  dayWords,
  fillTemplate,
  givenAgain,
  needsTwo,
  planCertificates,
  readTemplate,
  renamed,
  usedPlaceholders,
  usualTemplate,
  wantedOf,
  type Wanted,
} from '../../src/domain/results/certificates.ts'

const levels = [{ key: 'first', name: { zh: '一等奖', en: 'First prize' } }]
const row = (entry: string, authors: string[], title = '清晨') => ({
  ...{ entry, level: 'first', rank: 1, title, unit: '演示总工会', authors },
})

describe('who gets a certificate', () => {
  const awards = [row('2022-PHO-000001', ['甲', '乙']), row('2022-PLA-000001', [])]

  it('is each author, or all of them together; a work without authors is its unit’s', () => {
    const each = wantedOf({ awards, levels }, 'each')
    expect(each.map(({ place, name }) => [place, name])).toEqual([
      ['2022-PHO-000001#1', '甲'],
      ['2022-PHO-000001#2', '乙'],
      ['2022-PLA-000001#0', '演示总工会'],
    ])
    const together = wantedOf({ awards, levels }, 'together')
    expect(together.map(({ name }) => name)).toEqual(['甲、乙', '演示总工会'])
  })

  it('takes two people when somebody loses one, gets another, or gets again what was revoked', () => {
    const listed = (authors: string[]) => {
      const own = authors.length > 0 ? [row('2022-PHO-000001', authors)] : []
      return wantedOf({ awards: own, levels }, 'each')
    }
    const numbered = (authors: string[]) =>
      listed(authors).map((one, index) => ({ ...one, number: `n${index + 1}` }))
    const asks = (wanted: string[], standing: string[], revoked: string[] = []) => {
      const plan = planCertificates(listed(wanted), numbered(standing))
      return needsTwo(plan, givenAgain(plan.make, numbered(revoked)))
    }
    expect(asks(['甲', '乙'], [])).toBe(false)
    expect(asks(['甲', '乙'], ['甲'])).toBe(false)
    expect(asks(['甲'], ['甲', '乙'])).toBe(true)
    expect(asks(['丙'], ['甲'])).toBe(true)
    expect(asks(['甲'], [], ['甲'])).toBe(true)
    expect(asks(['甲', '乙'], ['甲'], ['丙'])).toBe(false)
  })

  it('stays whose it was when an author before them is gone', () => {
    const listed = (authors: string[]) =>
      wantedOf({ awards: [row('2022-PHO-000001', authors)], levels }, 'each')
    const standing = listed(['甲', '乙']).map((one, index) => ({ ...one, number: `n${index + 1}` }))
    const gone = planCertificates(listed(['乙']), standing)
    expect(gone.revoke).toEqual(['n1'])
    expect(gone.replace.map(({ number, by }) => [number, by.name])).toEqual([['n2', '乙']])
    // Another spelling is no other person.
    const spelt = planCertificates(listed(['甲甲', '乙']), standing)
    expect(spelt.replace.map(({ number, by }) => [number, by.name])).toEqual([['n1', '甲甲']])
    expect([spelt.keep, spelt.revoke]).toEqual([['n2'], []])
  })

  it('writes a name in another way for as long as the list has it so', () => {
    const [one] = wantedOf({ awards: [row('2022-PHO-000001', ['甲'])], levels }, 'each')
    const drawn = { place: one!.place, listed: '甲', name: '某甲' }
    expect(renamed([one!], [drawn])[0]!.name).toBe('某甲')
    expect(renamed([{ ...one!, name: '乙' }], [drawn])[0]!.name).toBe('乙')
  })

  it('is brought in line with a new list, and then there is nothing left to do', () => {
    const standingOf = (wanted: readonly Wanted[]) =>
      wanted.map((one, index) => ({ ...one, number: `n${index}` }))
    const before = standingOf(wantedOf({ awards, levels }, 'each'))
    const after = wantedOf(
      { awards: [row('2022-PHO-000001', ['甲'], '黄昏'), row('2022-PHO-000002', ['丙'])], levels },
      'each',
    )
    const plan = planCertificates(after, before)
    expect(plan.replace.map(({ number, by }) => [number, by.work])).toEqual([['n0', '黄昏']])
    expect(plan.make.map(({ name }) => name)).toEqual(['丙'])
    expect(plan.revoke).toEqual(['n1', 'n2'])
    const again = planCertificates(after, standingOf(after))
    expect(again).toEqual({ make: [], replace: [], revoke: [], keep: ['n0', 'n1'] })
  })
})

describe('a template', () => {
  it.each([
    ['no name', { body: '{{奖项}}' }, 'body'],
    ['an unknown placeholder', { body: '{{姓名}}{{电话}}' }, 'body'],
    ['an open brace', { body: '{{姓名}}{{奖项' }, 'body'],
    ['two lines of title', { title: '荣誉\n证书' }, 'title'],
    ['nobody who issues it', { issuers: ' ' }, 'issuers'],
    ['a control character', { date: 'a\u0001' }, 'date'],
    ['another orientation', { orientation: 'round' }, 'orientation'],
    ['another naming', { naming: 1 }, 'naming'],
  ])('is refused with %s', (_, change, path) => {
    const { faults } = readTemplate({ ...usualTemplate, issuers: '演示总工会', ...change })
    expect(new Set(faults.map((fault) => fault.path))).toEqual(new Set([path]))
  })

  it('takes names in Chinese and in English, and braces of a value for what they are', () => {
    const { template } = readTemplate({
      ...{ ...usualTemplate, issuers: '演示总工会' },
      body: '{{ name }}：《{{作品}}》',
    })
    expect(usedPlaceholders(template!)).toEqual(['name', 'work', 'date'])
    const values = {
      ...{ name: '甲', work: '{{奖项}}\n二', level: '一等奖', track: '', campaign: '', unit: '' },
      date: dayWords(new Date('2022-11-07T16:00:00Z')),
    }
    expect(fillTemplate(template!, values)).toMatchObject({
      ...{ body: '甲：《{{奖项}} 二》', date: '2022年11月8日' },
    })
  })
})
