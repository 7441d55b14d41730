import fc from 'fast-check'
import type { FlattenedField } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testCampaign, type TestCampaign } from '../harness/campaign.ts'
import { openScene, trackOf, type Scene } from '../harness/scene.ts'

let campaign: TestCampaign
let scene: Scene
/** One document of each collection, made before, that writes are tried on. */
const targets: Record<string, number> = {}
beforeAll(async () => {
  campaign = await testCampaign()
  scene = await openScene(campaign)
  const { sql, call, track, unit } = campaign
  for (const kind of kinds) targets[kind] = await scene.make(kind, 'yixing')
  targets.campaigns = (await sql('select id from campaigns'))[0].id
  targets.tracks = track('photography')
  targets.units = await scene.newUnit('示例厂工会', 'enterprise', '无锡市总工会')
  await scene.person('somebody', 'editor', '示例厂工会')
  targets.users = campaign.people.somebody!.id
  const make = async (collection: string, body: object) =>
    (await call('POST', `/${collection}`, { as: 'province', body })).body.doc.id
  targets.articles = await make('articles', { title: '活动', slug: 'one' })
  targets.quotas = await make('quotas', { track: track('photography'), unit: unit('苏州市总工会') })
})
afterAll(() => campaign.close())

const kinds = Object.keys(trackOf) as (keyof typeof trackOf)[]

/** What is a right value of a field, told by its type alone; null and absence always are. */
function fits(field: FlattenedField, value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true
  const many = 'hasMany' in field && field.hasMany
  if (many) return Array.isArray(value) && value.every((one) => one !== null && fitsOne(field, one))
  return fitsOne(field, value)
}

function fitsOne(field: FlattenedField, value: unknown): boolean {
  switch (field.type) {
    case 'text':
    case 'textarea':
    case 'email':
      return typeof value === 'string'
    case 'number':
      return value === '' || (typeof value === 'number' && Number.isFinite(value))
    case 'checkbox':
      return typeof value === 'boolean'
    case 'date':
      return value === '' || (typeof value === 'string' && !Number.isNaN(Date.parse(value)))
    case 'select':
      return field.options.some(
        (option) => (typeof option === 'string' ? option : option.value) === value,
      )
    case 'relationship':
    case 'upload':
      return /^\d{1,9}$/.test(String((value as { id?: unknown }).id ?? value))
    case 'array':
      return Array.isArray(value) || value === 0 || value === ''
    case 'group':
    case 'richText':
    case 'json':
      return typeof value === 'object'
    default:
      return true
  }
}

const nasty = fc.constantFrom<unknown>(
  true,
  false,
  0,
  -1,
  1.5,
  2 ** 31,
  2 ** 53,
  1e300,
  '',
  ' ',
  'abc',
  '0',
  '-5',
  '1e9',
  '2022-13-45',
  '275760-09-14T00:00:00Z',
  'a\u0000b',
  'x\ud800',
  '长'.repeat(30_000),
  '<script>alert(1)</script>',
  "'; drop table users; --",
  '%s%n{{7*7}}${7*7}',
  '__proto__',
  [],
  [null],
  [[]],
  [{}],
  [1, 1],
  ['a', 2, {}],
  [{ id: 'x' }],
  [{ id: 5, name: [] }],
  [{ name: { first: 1 } }],
  {},
  { id: 1 },
  { id: {} },
  { equals: 1 },
  { $ne: null },
  { relationTo: 'users', value: 1 },
  { root: null },
  { root: { children: 5 } },
  { root: { type: 'root', children: [{ type: 'upload', relationTo: 'media', value: {} }] } },
  { collect: 5 },
  { collect: { from: [], to: {} } },
  { length: 3, 0: 'a' },
)
const anything = fc.oneof({ weight: 4, arbitrary: nasty }, fc.jsonValue({ maxDepth: 3 }))

/** Fields a caller can name, as they stand in the collection's data. */
function fieldsOf(collection: string): FlattenedField[] {
  const { flattenedFields } = campaign.payload.collections[collection as 'videos'].config
  return flattenedFields.filter(
    ({ name, type }) => type !== 'join' && !['id', 'createdAt', 'updatedAt'].includes(name),
  )
}

describe('any value in any field', () => {
  test.each([...kinds, 'campaigns', 'tracks', 'units', 'users', 'articles', 'quotas'])(
    'of %s is refused with a sentence or fits',
    async (collection) => {
      const as = kinds.includes(collection as 'videos') ? 'yixing' : 'province'
      const fields = fieldsOf(collection)
      const choice = fc.record({
        field: fc.constantFrom(...fields),
        value: anything,
        create: fc.boolean(),
      })
      await fc.assert(
        fc.asyncProperty(choice, async ({ field, value, create }) => {
          const before = await stored(collection)
          const body = { ...(create ? startOf(collection) : {}), [field.name]: value }
          const target = create ? `/${collection}` : `/${collection}/${targets[collection]}`
          const method = create ? 'POST' : 'PATCH'
          const { status, body: answer } = await campaign.call(method, `${target}?depth=0`, {
            as,
            body,
          })
          const said = `${field.name} (${field.type}) ${JSON.stringify(value).slice(0, 200)}: ${JSON.stringify(answer).slice(0, 300)}`
          expect(status, said).toBeLessThan(500)
          if (status >= 400) {
            expect(answer.errors?.[0]?.message, said).toEqual(expect.any(String))
            expect(await stored(collection), said).toEqual(before)
          } else if (!ownedByUs(field)) {
            expect(fits(field, value), `taken: ${said}`).toBe(true)
          }
        }),
        { numRuns: 45, endOnFailure: true },
      )
    },
    120_000,
  )
})

/** What a create needs beside the one field that is tried. */
function startOf(collection: string): Record<string, unknown> {
  const { track, unit } = campaign
  const number = ++made
  if (collection in trackOf) return { track: track(trackOf[collection as 'videos']), title: '标题' }
  const parent = unit('无锡市总工会')
  const starts: Record<string, Record<string, unknown>> = {
    campaigns: { title: '活动', slug: `c-${number}`, year: 2030 },
    tracks: {
      title: '子项目',
      slug: `t-${number}`,
      kind: 'photos',
      host: parent,
      campaign: targets.campaigns,
    },
    units: { name: '示例厂', code: `F-${number}`, kind: 'enterprise', parent },
    users: {
      email: `p${number}@example.org`,
      password: 'correct horse 9',
      name: '演示',
      role: 'editor',
      unit: parent,
    },
    articles: { title: '信息', slug: `a-${number}` },
    quotas: { track: track('recitations'), unit: parent },
  }
  return starts[collection]!
}
let made = 0

/** Server-owned fields are dropped whatever they carry, as is what nobody may write. */
function ownedByUs(field: FlattenedField): boolean {
  return 'access' in field && Boolean(field.access?.update)
}

async function stored(collection: string): Promise<unknown> {
  const tables = await campaign.sql(
    `select table_name as name from information_schema.tables where table_schema = 'public'
     and table_type = 'BASE TABLE' and table_name ~ $1 and table_name !~ 'sessions'`,
    [`^_?${collection}`],
  )
  const rows: Record<string, unknown> = {}
  for (const { name } of tables) {
    rows[name] = await campaign.sql(
      `select md5(string_agg(t::text, '|' order by t::text)) from "${name}" t`,
    )
  }
  return rows
}
