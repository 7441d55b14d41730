import { afterAll, beforeAll, expect, test } from 'vitest'
import { testCampaign, type TestCampaign } from '../harness/campaign.ts'
import { openScene } from '../harness/scene.ts'

// The index of pairs (src/database/search.ts) must never change what a search finds.
const titles = [
  '炉火映初心',
  '炉',
  '火炉',
  'Welding 焊花 at NIGHT',
  '100%_合格\\',
  '一百合格',
  '𠮷野家的早餐',
  'ÉCLAIR éclair',
  '  两端 空格  ',
  'İstanbul ışık',
  'O\'Brien "quoted"',
  '焊花焊花焊花',
  'ΟΔΟΣ και ΟΔΟΣ',
  '一二三四五六七八九十',
  '九二三四五六七八九十',
]

let campaign: TestCampaign
beforeAll(async () => {
  campaign = await testCampaign()
  const scene = await openScene(campaign)
  for (const title of titles) await scene.make('photos', 'yixing', { title })
  const id = await scene.make('photos', 'yixing', { title: '有编号的' })
  await scene.bring('photos', id, 'submitted')
})
afterAll(() => campaign.close())

const words = [
  ...[
    '炉火',
    '炉',
    '火',
    '火炉',
    '焊花',
    '焊花焊花焊',
    'night',
    'NIGHT',
    'Weld',
    '合格',
    '%_合',
    '_合',
    '\\',
    '%',
  ],
  ...[
    '𠮷野',
    '𠮷',
    'éclair',
    'ÉCLAIR',
    '两端 空格',
    '空格 两端',
    'istanbul',
    'İS',
    'IŞIK',
    "O'B",
    '"q',
    '没有这个词',
    'ΟΔΟΣ',
    'οδος',
    '一二三四五六七八九十',
    '九二三四五六七八',
  ],
  ...['2022-PHO-000001', '2022-pho', '000001', '22-', '  ', 'ab'],
]

test.each(['like', 'contains'])(
  '%s finds what a plain ILIKE finds, whatever is searched',
  async (operator) => {
    const { call, sql } = campaign
    for (const word of words) {
      const parts = operator === 'like' ? word.split(' ') : [word]
      const plain = (column: string) =>
        parts.map((_, n) => `${column} ilike $${n + 1}`).join(' and ')
      const expected = await sql(
        `select id from photos where (${plain('title')}) or (${plain('public_id')}) order by id`,
        parts.map((part) => `%${part}%`),
      )
      const query = ['title', 'publicId']
        .map((field, n) => `where[or][${n}][${field}][${operator}]=${encodeURIComponent(word)}`)
        .join('&')
      const { status, body } = await call('GET', `/photos?${query}&sort=id&limit=100&depth=0`, {
        as: 'province',
      })
      expect({ word, status }).toEqual({ word, status: 200 })
      expect({ word, ids: body.docs.map(({ id }: { id: number }) => id) }).toEqual({
        word,
        ids: expected.map(({ id }) => id),
      })
    }
  },
)

test('the pairs follow the title and the number', async () => {
  const { sql } = campaign
  const stale = await sql(`select id from photos
    where search_grams is distinct from coalesce(search_grams(title), '{}') || coalesce(search_grams(public_id), '{}')`)
  expect(stale).toEqual([])
})

test('every kind of entry has the index of pairs', async () => {
  const { sql } = campaign
  const [{ find }] = await sql(`select count(*)::int as find from pg_indexes
    where indexdef like '%gin (search_grams)%' and schemaname = 'public'`)
  expect(find).toBe(6)
})
