import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadCampaign2022 } from '../../seed/load-campaign.ts'
import { defaultRules } from '../../src/domain/rules/index.ts'
import { testCampaign, type TestCampaign } from '../harness/campaign.ts'

let campaign: TestCampaign
beforeAll(async () => {
  campaign = await testCampaign()
})
afterAll(() => campaign.close())

// The notice's facts as they were handed to this program.
const facts = JSON.parse(
  readFileSync(new URL('../../seed/campaign-2022.json', import.meta.url), 'utf8'),
)

/** All that the seeds could have touched, as it is stored. */
async function everything(): Promise<Record<string, unknown[]>> {
  const tables = await campaign.sql(
    `select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
     and table_name ~ '^(units|campaigns|tracks|users|articles)' order by 1`,
  )
  const all: Record<string, unknown[]> = {}
  for (const { table_name: name } of tables) {
    all[name] = await campaign.sql(`select * from "${name}" t order by t::text`)
  }
  return all
}

test('loading again, even twice at once, changes nothing', async () => {
  const before = await everything()
  await loadCampaign2022(campaign.payload)
  await Promise.all([loadCampaign2022(campaign.payload), loadCampaign2022(campaign.payload)])
  expect(await everything()).toEqual(before)
})

test('the campaign is the one of the notice', async () => {
  const { docs } = await campaign.payload.find({ collection: 'campaigns', depth: 0 })
  expect(docs).toHaveLength(1)
  const { slug, year, title, organisers, platforms, platformUses, phases } = docs[0]!
  const wanted = facts.campaign
  expect({ slug, year, title, organisers, platforms, platformUses }).toEqual({
    slug: wanted.slug,
    year: wanted.year,
    title: wanted.title,
    organisers: wanted.organisers,
    platforms: wanted.platforms,
    platformUses: wanted.platformUses,
  })
  // The notice names first and last days in Beijing's time; stored is the half-open interval.
  const day = (instant: string, shift: number) =>
    new Date(Date.parse(instant) + 8 * 3_600_000 - shift).toISOString().slice(0, 10)
  expect(
    phases!.map(({ key, title, does, from, to }) => ({
      key,
      title,
      from: day(from, 0),
      to: day(to, 1),
      does,
    })),
  ).toEqual(wanted.phases)
  expect(phases!.map(({ from }) => from.slice(11))).toEqual(Array(3).fill('16:00:00.000Z'))
})

test('the six tracks have the notice’s hosts, co-hosts, themes and the default rules', async () => {
  const { docs } = await campaign.payload.find({
    collection: 'tracks',
    depth: 1,
    sort: 'id',
    limit: 0,
  })
  const seen = docs.map(({ slug, kind, title, host, coHosts, scope, themes, subtitle, note }) => ({
    slug,
    kind,
    title,
    host: (host as { name: string }).name,
    coHosts: (coHosts ?? []).map((unit) => (unit as { name: string }).name),
    scope,
    themes,
    ...(subtitle ? { subtitle } : {}),
    ...(note ? { note } : {}),
  }))
  expect(seen).toEqual(facts.tracks)
  for (const { kind, rules } of docs) {
    const plain = rules!.map((row) =>
      Object.fromEntries(
        Object.entries(row).filter(([name, value]) => name !== 'id' && value !== null),
      ),
    )
    expect(plain).toEqual(defaultRules(kind))
  }
})

test('the units are the notice’s: a tree, and nobody’s name or number in it', async () => {
  const rows = await campaign.sql(
    `select u.name, u.kind, u.contact_name, p.name as parent from units u left join units p on p.id = u.parent_id`,
  )
  const { province, departments, partner, cities, counties } = facts.units
  const under = (parent: string | null, kind: string) =>
    rows.filter((row) => row.parent === parent && row.kind === kind).map(({ name }) => name)
  expect(under(null, 'province')).toEqual([province])
  expect(under(province, 'city').sort()).toEqual([...cities].sort())
  expect(under(province, 'department').sort()).toEqual([...departments, partner].sort())
  for (const [city, names] of Object.entries<string[]>(counties)) {
    expect(under(city, 'county').sort()).toEqual([...names].sort())
  }
  const all = 2 + departments.length + cities.length + Object.values(counties).flat().length
  expect(rows).toHaveLength(all)
  expect(rows.every(({ contact_name: contact }) => contact === null)).toBe(true)
})

test('what people have changed since stays changed', async () => {
  const { call, track, unit } = campaign
  const change = async (target: string, body: unknown) =>
    expect((await call('PATCH', target, { as: 'province', body })).status).toBe(200)
  const [{ id }] = await campaign.sql('select id from campaigns')
  await change(`/tracks/${track('photography')}`, {
    title: '摄影作品（改）',
    themes: ['新主题'],
    rules: [],
  })
  await change(`/campaigns/${id}`, { title: '活动（改）', phases: [] })
  await change(`/units/${unit('宜兴市总工会')}`, { name: '宜兴市总工会（改）' })
  const before = await everything()
  await loadCampaign2022(campaign.payload)
  expect(await everything()).toEqual(before)
})

test('what was taken away comes back alone', async () => {
  const { call, track } = campaign
  const gone = await call('DELETE', `/tracks/${track('recitations')}`, { as: 'province' })
  expect(gone.status).toBe(200)
  await loadCampaign2022(campaign.payload)
  const rows = await campaign.sql('select slug, title from tracks order by id')
  expect(rows).toHaveLength(6)
  expect(rows.at(-1)).toMatchObject({ slug: 'recitations' })
  expect(rows.some(({ title }) => title === '摄影作品（改）')).toBe(true)
})
