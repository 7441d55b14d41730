import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seal, unseal } from '../../src/database/sealed.ts'
import { environment } from '../../src/environment.ts'
import { testCampaign, type TestCampaign } from '../harness/campaign.ts'
import { openScene, type Scene } from '../harness/scene.ts'

let campaign: TestCampaign
let scene: Scene
beforeAll(async () => {
  campaign = await testCampaign()
  scene = await openScene(campaign)
})
afterAll(() => campaign.close())

const numbers = ['13800001234', '0510-80001234', '15900005678']
const masks = ['138****1234', '051*****1234', '159****5678']
const authors = () =>
  numbers.map((phone, index) => ({ name: `演示${index}`, workplace: '示例厂', phone }))

const key = () => ({ id: environment().fieldKeyId, key: environment().fieldKey })
const sealedOf = (id: number) =>
  campaign.sql('select id, name, phone from videos_authors where _parent_id = $1 order by _order', [
    id,
  ])
const opened = async (id: number) =>
  (await sealedOf(id)).map(({ phone }) => phone && unseal(phone, [key()]))
const read = async (id: number, as = 'yixing') =>
  (await campaign.call('GET', `/videos/${id}?depth=0`, { as })).body

describe('at rest', () => {
  test('a number is sealed with the key’s id, each time anew', async () => {
    const id = await scene.make('videos', 'yixing', {
      authors: [...authors(), { name: '同号', phone: numbers[0] }],
    })
    const rows = await sealedOf(id)
    for (const { phone } of rows) {
      expect(phone).toMatch(
        new RegExp(`^sealed:${environment().fieldKeyId}:[\\w-]{16}:[\\w-]{22}:[\\w-]+$`),
      )
    }
    expect(rows[0].phone).not.toBe(rows[3].phone)
    expect(await opened(id)).toEqual([...numbers, numbers[0]])
  })

  test('nowhere in the whole database in clear', async () => {
    const id = await scene.make('videos', 'yixing', { authors: authors() })
    await scene.bring('videos', id, 'published')
    await campaign.call('POST', `/videos/${id}/contacts`, {
      as: 'province',
      body: { reason: '联系作者' },
    })
    const tables = await campaign.sql(
      `select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    )
    for (const { table_name: table } of tables) {
      const [{ found }] = await campaign.sql(
        `select count(*)::int as found from "${table}" t where t::text ~ '13800001234|80001234|15900005678'`,
      )
      expect(found, table).toBe(0)
    }
  })

  test.each([
    ['138 0000 1234', '13800001234'],
    ['+86-138-0000-1234', '13800001234'],
    ['１３８００００１２３４', '13800001234'],
    ['(0510) 8000 1234', '0510-80001234'],
  ])('%s is kept as %s', async (given, kept) => {
    const id = await scene.make('videos', 'yixing', { authors: [{ name: '甲', phone: given }] })
    expect(await opened(id)).toEqual([kept])
  })

  test.each(['12345', 'hello', '138****1234', 'sealed:x:y:z:w', '1380000123x', '🙂'.repeat(5)])(
    '“%s” is refused',
    async (phone) => {
      const { status, body } = await campaign.call('POST', '/videos', {
        as: 'yixing',
        body: { track: campaign.track('micro-videos'), title: '坏号码', authors: [{ phone }] },
      })
      expect(status).toBe(400)
      expect(body.errors[0].data).toMatchObject({ code: 'bad-phone', path: 'authors.0.phone' })
    },
  )
})

describe('in every reading', () => {
  test('masked: REST, lists, GraphQL, populated, the desk, the Local API', async () => {
    const id = await scene.make('videos', 'yixing', { authors: authors() })
    await scene.bring('videos', id, 'published')
    const people = [
      'yixing',
      'wuxi',
      'nanjing',
      'suzhou',
      'province',
      'supervisor',
      'judge',
      undefined,
    ]
    const query = `{ Video(id: ${id}) { authors { name phone } } Videos { docs { authors { phone } } } }`
    for (const as of people) {
      const answers = [
        await campaign.call('GET', `/videos/${id}?depth=2`, { as }),
        await campaign.call('GET', `/videos?where[id][equals]=${id}`, { as }),
        await campaign.call('GET', `/videos?select[authors]=true&limit=100`, { as }),
        await campaign.call('GET', `/videos/${id}/desk`, { as }),
        await campaign.call('GET', `/review-logs?depth=3&limit=100`, { as }),
        await scene.graphql(query, { as }),
      ]
      const text = JSON.stringify(answers.map(({ body }) => body))
      expect(text, as).not.toMatch(/13800001234|80001234|15900005678|sealed:/)
      const sees = ['yixing', 'wuxi', 'province', 'supervisor'].includes(String(as))
      if (!sees) expect(text, as).not.toContain('138****1234')
      else expect(answers[0]!.body.authors.map(({ phone }: any) => phone)).toEqual(masks)
    }
    const { payload } = campaign
    const local = await payload.findByID({ collection: 'videos', id })
    expect(local.authors!.map(({ phone }) => phone)).toEqual(masks)
    const { docs } = await payload.find({ collection: 'videos', where: { id: { equals: id } } })
    expect(docs[0]!.authors!.map(({ phone }) => phone)).toEqual(masks)
  })

  test('what a save answers is masked as well', async () => {
    const made = await campaign.call('POST', '/videos', {
      as: 'yixing',
      body: { track: campaign.track('micro-videos'), title: '新作', authors: authors() },
    })
    expect(made.body.doc.authors.map(({ phone }: any) => phone)).toEqual(masks)
    const { id } = made.body.doc
    const saved = await campaign.call('PATCH', `/videos/${id}`, {
      as: 'yixing',
      body: { authors: [{ name: '新', phone: '17700001111' }] },
    })
    expect(saved.body.doc.authors[0].phone).toBe('177****1111')
    const sent = await scene.step('videos', id, 'yixing', 'submit')
    expect(JSON.stringify(sent.body)).not.toMatch(/17700001111|sealed:/)
    const gone = await scene.make('videos', 'yixing', { authors: authors() })
    const deleted = await campaign.call('DELETE', `/videos/${gone}`, { as: 'yixing' })
    expect(JSON.stringify(deleted.body)).not.toMatch(/13800001234|sealed:/)
  })

  test('asking by number finds nothing and tells nothing', async () => {
    const id = await scene.make('videos', 'yixing', { authors: authors() })
    await scene.bring('videos', id, 'published')
    for (const as of [undefined, 'judge', 'suzhou', 'province']) {
      for (const where of [
        'where[authors.phone][equals]=13800001234',
        'where[authors.phone][like]=sealed',
        'where[authors.phone][contains]=1234',
      ]) {
        const { status, body } = await campaign.call('GET', `/videos?${where}`, { as })
        if (as === undefined || as === 'judge') expect(status).toBe(400)
        else if (where.includes('13800001234') || where.includes('=1234')) {
          expect(body.docs ?? []).toEqual([])
        }
      }
      if (as === undefined || as === 'judge') {
        const { status } = await campaign.call('GET', '/videos?sort=authors.phone', { as })
        expect(status).toBe(400)
      }
    }
  })
})

describe('saving what was read', () => {
  test('keeps the stored numbers', async () => {
    const id = await scene.make('videos', 'yixing', { authors: authors() })
    const before = await sealedOf(id)
    const { authors: shown } = await read(id)
    const body = { title: '只改标题', authors: shown }
    expect((await campaign.call('PATCH', `/videos/${id}`, { as: 'yixing', body })).status).toBe(200)
    expect(await sealedOf(id)).toEqual(before)
    await campaign.call('PATCH', `/videos/${id}`, { as: 'yixing', body: { summary: '没带作者' } })
    expect(await sealedOf(id)).toEqual(before)
  })

  test('in another order, with one taken out and one put in, keeps each author’s own', async () => {
    const id = await scene.make('videos', 'yixing', { authors: authors() })
    const { authors: shown } = await read(id)
    const fresh = { name: '新人', phone: '18600009999' }
    const body = { authors: [shown[2], fresh, shown[0]] }
    expect((await campaign.call('PATCH', `/videos/${id}`, { as: 'yixing', body })).status).toBe(200)
    expect(await opened(id)).toEqual([numbers[2], '18600009999', numbers[0]])
    expect((await read(id)).authors.map(({ name }: any) => name)).toEqual([
      '演示2',
      '新人',
      '演示0',
    ])
  })

  test('a masked number under another row, another mask or another entry is refused', async () => {
    const id = await scene.make('videos', 'yixing', { authors: authors() })
    const other = await scene.make('videos', 'yixing', { authors: authors() })
    const before = await sealedOf(id)
    const [first, second] = (await read(id)).authors
    const [foreign] = (await read(other)).authors
    for (const wrong of [
      { ...first, phone: second.phone },
      { ...first, id: second.id },
      { ...first, phone: '139****1234' },
      { ...first, id: 'no-such-row' },
      { name: '无行号', phone: first.phone },
      { ...foreign, id: undefined },
    ]) {
      const body = { authors: [wrong] }
      const { status } = await campaign.call('PATCH', `/videos/${id}`, { as: 'yixing', body })
      expect(status, JSON.stringify(wrong)).toBe(400)
    }
    expect(await sealedOf(id)).toEqual(before)
    // Another entry's row under its own id: neither its number nor anything else comes along.
    const stolen = { authors: [foreign] }
    const { status } = await campaign.call('PATCH', `/videos/${id}`, { as: 'yixing', body: stolen })
    expect(status).toBe(400)
    expect(await opened(other)).toEqual(numbers)
  })

  test('two rows of one id are refused or kept apart, and no number is lost', async () => {
    const id = await scene.make('videos', 'yixing', { authors: authors() })
    const [first] = (await read(id)).authors
    const body = { authors: [first, first] }
    const { status } = await campaign.call('PATCH', `/videos/${id}`, { as: 'yixing', body })
    expect(status).toBeLessThan(500)
    expect((await opened(id))[0]).toBe(numbers[0])
  })

  test('an emptied number is gone', async () => {
    const id = await scene.make('videos', 'yixing', { authors: authors() })
    const { authors: shown } = await read(id)
    const body = { authors: shown.map((author: object) => ({ ...author, phone: '' })) }
    expect((await campaign.call('PATCH', `/videos/${id}`, { as: 'yixing', body })).status).toBe(200)
    expect(await opened(id)).toEqual([null, null, null])
  })
})

describe('in clear', () => {
  const ask = (id: number, as: string | undefined, body: unknown = { reason: '核实作者' }) =>
    campaign.call('POST', `/videos/${id}/contacts`, { as, body })

  test('for the own scope and the province, each look logged with its reason', async () => {
    const id = await scene.make('videos', 'yixing', { authors: authors() })
    await scene.bring('videos', id, 'recommended')
    for (const as of ['yixing', 'wuxi', 'headquarters', 'province']) {
      const { status, body, headers } = await ask(id, as)
      expect(status, as).toBe(200)
      expect(headers.get('cache-control')).toBe('no-store')
      expect(body.contacts.map(({ phone }: any) => phone)).toEqual(numbers)
      const log = (await scene.logs('videos', id)).at(-1)!
      expect(log).toMatchObject({
        action: 'unmask',
        from: 'recommended',
        to: 'recommended',
        reason: '核实作者',
        actor_id: campaign.people[as]!.id,
      })
    }
  })

  test('for nobody else, and what is refused is not logged as a look', async () => {
    const id = await scene.make('commentaries', 'suzhou', { authors: authors() })
    await scene.bring('commentaries', id, 'published', { submit: 'suzhou', recommend: 'suzhou2' })
    const before = await scene.logs('commentaries', id)
    for (const as of ['wuxi', 'nantong', 'supervisor', 'judge', 'formerly', undefined]) {
      const { status, body } = await campaign.call('POST', `/commentaries/${id}/contacts`, {
        as,
        body: { reason: '想看看' },
      })
      expect([401, 403, 404], String(as)).toContain(status)
      expect(JSON.stringify(body)).not.toContain('13800001234')
    }
    expect(await scene.logs('commentaries', id)).toEqual(before)
  })

  test.each([
    {},
    { reason: '' },
    { reason: '  ' },
    { reason: 5 },
    { reason: 'x'.repeat(2001) },
    [],
    null,
  ])('not without a reason: %j', async (body) => {
    const id = await scene.make('videos', 'yixing', { authors: authors() })
    const answer = await ask(id, 'yixing', body)
    expect(answer.status).toBe(400)
    expect(await scene.logs('videos', id)).toEqual([])
  })

  test('when the look cannot be logged there is none', async () => {
    const id = await scene.make('videos', 'yixing', { authors: authors() })
    await campaign.sql(`create function no_log() returns trigger language plpgsql as $$
      begin raise exception 'made to fail' using errcode = 'XX000'; end $$`)
    await campaign.sql(
      'create trigger no_log after insert on review_logs for each row execute function no_log()',
    )
    const { status, body } = await ask(id, 'yixing')
    await campaign.sql('drop trigger no_log on review_logs')
    expect(status).toBe(500)
    expect(JSON.stringify(body)).not.toContain('13800001234')
  })
})

describe('a value that does not open', () => {
  test.each([
    [
      'was tampered with',
      // Not its last character: some of that one's bits stand for nothing.
      (value: string) => value.replace(/.(?=.{8}$)/, (one) => (one === 'A' ? 'B' : 'A')),
    ],
    ['lost its end', (value: string) => value.slice(0, -6)],
    ['has another key’s id', (value: string) => value.replace(/^sealed:\w+/, 'sealed:00000000')],
    [
      'was sealed with another key',
      () => seal('13800001234', { id: environment().fieldKeyId, key: Buffer.alloc(32, 9) }),
    ],
  ])(
    'because it %s is an error that tells nothing, and the rest stays readable',
    async (_, spoil) => {
      const id = await scene.make('videos', 'yixing', { authors: [authors()[0]] })
      const whole = await scene.make('videos', 'yixing', { authors: [authors()[0]] })
      const [{ id: rowId, phone }] = await sealedOf(id)
      const spoiled = spoil(phone)
      await campaign.sql('update videos_authors set phone = $1 where id = $2', [spoiled, rowId])
      for (const target of [`/videos/${id}`, `/videos/${id}/contacts`]) {
        const method = target.endsWith('contacts') ? 'POST' : 'GET'
        const body = method === 'POST' ? { reason: '核实' } : undefined
        const answer = await campaign.call(method, target, { as: 'yixing', body })
        expect(JSON.stringify(answer.body)).not.toMatch(/13800001234|sealed:/)
      }
      expect((await read(whole)).authors[0].phone).toBe(masks[0])
      await campaign.sql('update videos_authors set phone = $1 where id = $2', [phone, rowId])
    },
  )

  test('names the setting when the key was changed', () => {
    const sealed = seal('13800001234', { id: 'old', key: Buffer.alloc(32, 1) })
    expect(() => unseal(sealed, [{ id: 'new', key: Buffer.alloc(32, 2) }])).toThrow(/FIELD_KEY/)
    expect(() => unseal(sealed, [{ id: 'old', key: Buffer.alloc(32, 2) }])).toThrow()
    expect(unseal(sealed, [{ id: 'old', key: Buffer.alloc(32, 1) }])).toBe('13800001234')
  })
})
