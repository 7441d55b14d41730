import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testCampaign, type TestCampaign } from '../harness/campaign.ts'
import { jpeg, upload } from '../harness/files.ts'
import { keepTables, type Kept } from '../harness/kept-tables.ts'
import { openScene } from '../harness/scene.ts'
import type { rebuildShowcase } from '../../src/database/showcase/rebuild.ts'
import type { verifyShowcase } from '../../src/database/showcase/verify.ts'

// Every way in which the read model can be wrong: verify must name it, rebuild must mend it.
let campaign: TestCampaign
let kept: Kept
let verify: typeof verifyShowcase
let rebuild: typeof rebuildShowcase
const [first, second] = ['2022-PHO-000001', '2022-PHO-000002']

beforeAll(async () => {
  campaign = await testCampaign()
  const scene = await openScene(campaign)
  for (const title of ['炉火', '灯火']) {
    const { id: cover } = await upload(campaign, 'yixing', await jpeg())
    const id = await scene.make('photos', 'yixing', { title, cover, authors: [{ name: '演示' }] })
    await scene.bring('photos', id, 'published')
  }
  const { id: cover } = await upload(campaign, 'province', await jpeg())
  await campaign.payload.create({
    collection: 'articles',
    data: { title: '启动', slug: 'launch', cover, _status: 'published' },
  })
  verify = (await import('../../src/database/showcase/verify.ts')).verifyShowcase
  rebuild = (await import('../../src/database/showcase/rebuild.ts')).rebuildShowcase
  await rebuild(campaign.payload)
  kept = await keepTables(campaign.sql)
})
afterAll(() => campaign.close())

test('nothing is reported, and nothing written, while all is right', async () => {
  const versions = () =>
    campaign.sql(`select 'e' || id as key, xmin::text from showcase_entries
      union select 'f' || name, xmin::text from showcase_files
      union select 'd' || type || slug, xmin::text from showcase_documents order by 1`)
  const before = await versions()
  expect(await verify(campaign.payload)).toEqual([])
  expect(await rebuild(campaign.payload)).toBe(0)
  expect(await versions()).toEqual(before)
})

const entries = 'showcase_entries'
const column = (name: string, value: string): [string, string, object] => [
  `${name} of an entry`,
  `update ${entries} set ${name} = ${value} where id = '${first}'`,
  { table: entries, key: first, what: 'differs', columns: [name] },
]

const drifts: [what: string, plant: string, reported: object][] = [
  column('kind', `'videos'`),
  column('entry_id', '99'),
  column('campaign', `'2021'`),
  column('track', `'other'`),
  column('track_id', 'track_id + 1'),
  column('unit_id', 'unit_id + 1'),
  column('unit_path', `'000001'`),
  column('theme', `'别的'`),
  column('published_at', `published_at + interval '1 millisecond'`),
  column('card', `jsonb_set(card, '{title}', '"别的"')`),
  column('document', `document || '{"phone":"1"}'`),
  column('title_grams', `'a:1'::tsvector`),
  column('people_grams', `''::tsvector`),
  column('all_grams', `setweight(all_grams, 'A')`),
  [
    'an entry that is missing',
    `delete from ${entries} where id = '${first}'`,
    { table: entries, key: first, what: 'missing' },
  ],
  [
    'an entry that was never published',
    `insert into ${entries} select '2022-PHO-000009', kind, 9, campaign, track, track_id, unit_id, unit_path, theme,
      award, award_level, votes, published_at, card, document, title_grams, people_grams, all_grams
      from ${entries} where id = '${first}'`,
    { table: entries, key: '2022-PHO-000009', what: 'left over' },
  ],
  [
    'an entry whose source is published no more',
    `update photos set status = 'accepted', published_at = null where public_id = '${first}'`,
    { table: entries, key: first, what: 'left over' },
  ],
  [
    'an entry under the number of another',
    `update ${entries} set entry_id = 99 where id = '${first}';
     update ${entries} set entry_id = (select id from photos where public_id = '${first}') where id = '${second}'`,
    { table: entries, key: second, what: 'differs', columns: ['entry_id'] },
  ],
  [
    'a place that is missing',
    `delete from showcase_places where id = '${first}' and unit_id = 1`,
    { table: 'showcase_places', what: 'missing' },
  ],
  [
    'a place too many',
    `insert into showcase_places select 999, id, track_id, published_at from ${entries} where id = '${first}'`,
    { table: 'showcase_places', key: `${first} @ 999`, what: 'left over' },
  ],
  [
    'a place with another track',
    `update showcase_places set track_id = 99 where id = '${first}' and unit_id = 1`,
    { table: 'showcase_places', key: `${first} @ 1`, what: 'differs', columns: ['track_id'] },
  ],
  [
    'a file that is missing',
    `delete from showcase_files where name = (select min(name) from showcase_files where owner = 'entry:${first}')`,
    { table: 'showcase_files', what: 'missing' },
  ],
  [
    'a file too many, of an entry',
    `insert into showcase_files values ('secret.jpg', 'entry:${first}', 'image/jpeg', 1)`,
    { table: 'showcase_files', key: 'secret.jpg', what: 'left over' },
  ],
  [
    'a file of nobody',
    `insert into showcase_files values ('secret.jpg', 'entry:2022-PHO-000009', 'image/jpeg', 1)`,
    { table: 'showcase_files', key: 'secret.jpg', what: 'left over' },
  ],
  [
    'a file of an owner of no kind',
    `insert into showcase_files values ('secret.jpg', 'somebody', 'image/jpeg', 1)`,
    { table: 'showcase_files', key: 'secret.jpg', what: 'left over' },
  ],
  [
    'a file under another owner',
    `update showcase_files set owner = 'entry:${second}'
     where name = (select min(name) from showcase_files where owner = 'entry:${first}')`,
    { table: 'showcase_files', what: 'differs', columns: ['owner'] },
  ],
  [
    'a file of another type',
    `update showcase_files set type = 'text/html' where owner = 'article:1'`,
    { table: 'showcase_files', what: 'differs', columns: ['type'] },
  ],
  [
    'a track that is missing',
    `delete from showcase_documents where type = 'track' and slug = 'photography'`,
    { table: 'showcase_documents', what: 'missing' },
  ],
  [
    'a track with another call',
    `update showcase_documents set document = document - 'call' where slug = 'photography'`,
    { table: 'showcase_documents', what: 'differs', columns: ['document'] },
  ],
  [
    'tracks that changed slugs',
    `update showcase_documents set slug = 'x' where slug = 'photography';
     update showcase_documents set slug = 'photography' where slug = 'micro-videos';
     update showcase_documents set slug = 'micro-videos' where slug = 'x'`,
    { table: 'showcase_documents', what: 'differs', columns: ['slug'] },
  ],
  [
    'an article that is a draft',
    `update articles set _status = 'draft'`,
    { table: 'showcase_documents', key: 'article:1', what: 'left over' },
  ],
  [
    'a campaign that is gone',
    `insert into showcase_documents values ('campaign', 99, '1999', '1999', now(), '{}', '{}')`,
    { table: 'showcase_documents', key: 'campaign:99', what: 'left over' },
  ],
  [
    'everything',
    `truncate ${entries}, showcase_places, showcase_files, showcase_documents`,
    { table: entries, key: second, what: 'missing' },
  ],
]

describe('verify names, and rebuild mends', () => {
  test.each(drifts)('%s', async (_, plant, reported) => {
    await campaign.sql(`begin; set local session_replication_role = replica; ${plant}; commit`)
    try {
      expect(await verify(campaign.payload)).toContainEqual(expect.objectContaining(reported))
      await rebuild(campaign.payload)
      expect(await verify(campaign.payload)).toEqual([])
    } finally {
      await kept.restore()
    }
    expect(await verify(campaign.payload)).toEqual([])
  })
})

test('a start fills what an update to a read model finds empty', async () => {
  const { prepareData } = await import('../../src/start/prepare-data.ts')
  await campaign.sql(
    'truncate showcase_entries, showcase_places, showcase_files, showcase_documents',
  )
  await prepareData(campaign.payload)
  expect(await verify(campaign.payload)).toEqual([])
  await kept.restore()
})

test('no reader meets a gap while everything is made anew', async () => {
  const [{ count }] = await campaign.sql('select count(*)::int from showcase_entries')
  await campaign.sql(`update showcase_entries set card = card - 'title'`)
  let done = false
  const counts = new Set<number>()
  const reader = (async () => {
    while (!done) {
      const [row] = await campaign.sql('select count(*)::int from showcase_entries')
      counts.add(row.count)
    }
  })()
  await rebuild(campaign.payload)
  done = true
  await reader
  expect([...counts]).toEqual([count])
})
