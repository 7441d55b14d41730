import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testCampaign, type Answer, type TestCampaign } from '../harness/campaign.ts'
import { openScene, trackOf, type Scene } from '../harness/scene.ts'

let campaign: TestCampaign
let scene: Scene
let draft: number
beforeAll(async () => {
  campaign = await testCampaign()
  scene = await openScene(campaign)
  draft = await scene.make('videos', 'yixing')
})
afterAll(() => campaign.close())

/** Everything stored, table by table, as one number each. */
async function counts(): Promise<Record<string, number>> {
  countAll ??= campaign
    .sql(
      `select table_name as name from information_schema.tables
       where table_schema = 'public' and table_type = 'BASE TABLE' and table_name !~ 'sessions|preferences|locked'`,
    )
    .then((tables) =>
      tables
        .map(({ name }) => `select '${name}' as name, count(*)::int from "${name}"`)
        .join(' union all '),
    )
  // Under a name the database plans it once: to plan it takes ten times as long as to count.
  const query = { name: 'count-all', text: await countAll }
  const { rows } = await campaign.payload.db.pool.query(query)
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]))
}
let countAll: Promise<string> | undefined

/** A 4xx with a sentence for people and nothing of the inside, that left the database as it was. */
async function refused(ask: () => Promise<Answer>, what = ''): Promise<Answer> {
  const before = await counts()
  const answer = await ask()
  expect(answer.status, `${what} ${brief(answer.body)}`).toBeGreaterThanOrEqual(400)
  expect(answer.status, `${what} ${brief(answer.body)}`).toBeLessThan(500)
  const message: unknown = answer.body?.errors?.[0]?.message
  expect(message, what).toEqual(expect.any(String))
  expect((message as string).trim().length).toBeGreaterThan(2)
  const text = JSON.stringify(answer.body)
  expect(text).not.toMatch(
    /Failed query|insert into|select "|stack|node_modules|Something went wrong/,
  )
  expect(await counts(), what).toEqual(before)
  return answer
}

const brief = (body: unknown) => JSON.stringify(body)?.slice(0, 300)
const both = (answer: Answer) =>
  expect(answer.body.errors[0].message).toMatch(/\p{Script=Han}.*\/.*[a-z]/su)

const post = (body: unknown, as = 'yixing') => campaign.call('POST', '/videos', { as, body })
const video = (more: object) => ({ track: campaign.track('micro-videos'), title: '标题', ...more })

describe('texts', () => {
  const bad = {
    'a NUL': '前\u0000后',
    'a lone high surrogate': '前\ud83d后',
    'a lone low surrogate': '前\ude00后',
    'an escape': '前\u001b[31m后',
    'a C1 control': '前\u0085后',
  }
  test.each(Object.entries(bad))('with %s are refused wherever they stand', async (_, text) => {
    const places: object[] = [
      { title: text },
      { authors: [{ name: '好' }, { name: text }] },
      { authors: [{ name: '好', phone: text }] },
      { [text]: 'x' },
    ]
    for (const place of places) both(await refused(() => post(video(place)), brief(place)))
    both(
      await refused(() =>
        campaign.call('POST', '/articles', {
          as: 'province',
          body: { title: '活动', slug: 'a', body: { root: { children: [{ text }] } } },
        }),
      ),
    )
    both(
      await refused(() =>
        campaign.call('PATCH', `/tracks/${campaign.track('photography')}`, {
          as: 'nantong',
          body: { themes: ['好', text] },
        }),
      ),
    )
    both(await refused(() => scene.step('videos', draft, 'yixing', 'submit', { reason: text })))
    both(
      await refused(() =>
        campaign.call('POST', `/videos/${draft}/notes`, { as: 'yixing', body: { text } }),
      ),
    )
  })

  test('line feeds, tabs, emoji and rare characters are texts like any other', async () => {
    const summary = '第一行\n\t第二行 👩🏽‍🏭 𠮷 \u200f'
    const id = await scene.make('videos', 'yixing', { summary })
    const { body } = await campaign.call('GET', `/videos/${id}`, { as: 'yixing' })
    expect(body.summary).toBe(summary)
  })

  test('that are too long are refused with the limit', async () => {
    const million = '长'.repeat(1_000_000)
    const { body } = await refused(() => post(video({ title: million })))
    expect(JSON.stringify(body)).toContain('200')
    await refused(() => post(video({ summary: million })))
    await refused(() => post(video({ authors: [{ name: million }] })))
    await refused(() => post(video({ title: '长'.repeat(201) })))
    expect((await post(video({ title: '长'.repeat(200) }))).status).toBe(201)
  })

  test('too many rows are refused', async () => {
    const many = Array.from({ length: 1_000 }, (_, index) => ({ name: `作者${index}` }))
    await refused(() => post(video({ authors: many })))
    await refused(() =>
      campaign.call('POST', '/photos', {
        as: 'yixing',
        body: { track: campaign.track('photography'), title: '组照', pictures: many.map(() => 1) },
      }),
    )
    const rules = many.map(() => ({ rule: 'title-length', minimum: 1, severity: 'warning' }))
    await refused(() =>
      campaign.call('PATCH', `/tracks/${campaign.track('photography')}`, {
        as: 'nantong',
        body: { rules },
      }),
    )
  })
})

describe('bodies', () => {
  const raw = (body: string, type = 'application/json') =>
    campaign.call('POST', '/videos', { as: 'yixing', raw: body, headers: { 'content-type': type } })

  test.each([
    ['cut off', '{"title": "x"'],
    ['words', 'hello'],
    ['a number', '5'],
    ['a text', '"x"'],
    ['a list', '[{"title":"x"}]'],
    ['null', 'null'],
    ['NaN', '{"title": NaN}'],
    ['a trailing comma', '{"title": "x",}'],
    ['a comment', '{/* */"title": "x"}'],
    ['nothing', ''],
    ['a hundred thousand lists', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['a hundred thousand objects', '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000)],
    ['depth inside a field', `{"title":${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
    ['a deep field of an article', `{"body":${'{"root":'.repeat(9_000)}1${'}'.repeat(9_000)}}`],
  ])('%s', async (_, body) => {
    await refused(() => raw(body))
    await refused(() =>
      campaign.call('PATCH', `/videos/${draft}`, {
        as: 'yixing',
        raw: body === '' ? '{"title":""}' : body,
        headers: { 'content-type': 'application/json' },
      }),
    )
    await refused(() =>
      campaign.call('POST', `/videos/${draft}/transition`, {
        as: 'yixing',
        raw: body === '' ? '{}' : body,
        headers: { 'content-type': 'application/json' },
      }),
    )
  })

  test('of other content types', async () => {
    await refused(() => raw('title=x', 'application/x-www-form-urlencoded'))
    await refused(() => raw('<title>x</title>', 'application/xml'))
    await refused(() => raw('{}', 'multipart/form-data'))
    await refused(() => raw('--x\r\n', 'multipart/form-data; boundary=x'))
    await refused(() => raw('', 'multipart/form-data; boundary='))
  })

  test('multipart with a malformed _payload', async () => {
    for (const payload of ['{', 'null', '[]', '5', '"x"', '{"title":', '\u0000']) {
      for (const target of ['/videos', '/media']) {
        const form = new FormData()
        form.set('_payload', payload)
        const ask = () => campaign.call('POST', target, { as: 'yixing', raw: form })
        await refused(ask, `${target} ${payload}`)
      }
    }
    const twice = new FormData()
    twice.append('_payload', '{"title":"一"}')
    twice.append('_payload', '{"title":"二"}')
    await refused(() => campaign.call('POST', '/videos', { as: 'yixing', raw: twice }))
    const text = new FormData()
    text.set('file', 'no file')
    await refused(() => campaign.call('POST', '/media', { as: 'yixing', raw: text }))
    for (const value of ['{}', '[]', 'null', '{"filename":"a.jpg"}', '{"filename":"../../etc"}']) {
      const form = new FormData()
      form.set('file', value)
      await refused(() => campaign.call('POST', '/media', { as: 'yixing', raw: form }), value)
    }
  })

  test('fields that do not exist, on top and inside, are named', async () => {
    const answer = await refused(() => post(video({ titel: 'x', farbe: 'rot' })))
    expect(answer.body.errors[0].message).toContain('titel, farbe')
    for (const more of [
      { authors: [{ name: '好', email: 'x' }] },
      { _order: 5 },
      { _parent_id: 1 },
      { '': 'x' },
      { 'title.a': 'x' },
      { constructor: { prototype: { role: 'province' } } },
      { deletedAt: '2022-01-01' },
    ]) {
      both(await refused(() => post(video(more)), brief(more)))
    }
    const province = (target: string, body: unknown) => () =>
      campaign.call('PATCH', target, { as: 'province', body })
    await refused(province(`/tracks/${campaign.track('photography')}`, { windows: { x: {} } }))
    await refused(
      province(`/tracks/${campaign.track('photography')}`, { windows: { collect: { von: 1 } } }),
    )
  })

  test('groups and lists that are nothing are named', async () => {
    const { track, call } = campaign
    const [{ id }] = await campaign.sql('select id from campaigns')
    const start = { title: '活动', slug: 'c', year: 2030 }
    for (const ask of [
      () => call('POST', '/campaigns', { as: 'province', body: { ...start, terms: null } }),
      () => call('PATCH', `/campaigns/${id}`, { as: 'province', body: { terms: null } }),
      () =>
        call('PATCH', `/tracks/${track('photography')}`, {
          as: 'province',
          body: { windows: { collect: null } },
        }),
      ...[null, ''].flatMap((nothing) => [
        () => post(video({ authors: nothing })),
        () => call('PATCH', `/videos/${draft}`, { as: 'yixing', body: { authors: nothing } }),
        () => call('PATCH', `/campaigns/${id}`, { as: 'province', body: { phases: nothing } }),
      ]),
    ]) {
      const { body } = await refused(ask)
      expect(body.errors[0].data.code).toBe('wrong-type')
    }
  })

  test('__proto__ poisons nothing', async () => {
    const body = `{"track":${campaign.track('micro-videos')},"title":"标题","__proto__":{"status":"published","polluted":true}}`
    const answer = await raw(body)
    expect(answer.status).toBeLessThan(500)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    const [{ count }] = await campaign.sql(
      `select count(*)::int from videos where status = 'published'`,
    )
    expect(count).toBe(0)
    await campaign.call('GET', '/videos?__proto__[polluted]=1&where[__proto__][a]=1', {
      as: 'yixing',
    })
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})

describe('ids', () => {
  const odd = [
    '0',
    '-1',
    '1.5',
    '1e3',
    'abc',
    '2147483648',
    '99999999999999999999',
    "1'--",
    '%00',
    'null',
    'undefined',
    'NaN',
    'true',
    '1,2',
    '[1]',
    '%F0%9F%98%80',
  ]
  test.each(odd)('“%s” is nobody’s', async (id) => {
    for (const collection of ['videos', 'media', 'tracks', 'users', 'review-logs']) {
      await refused(() => campaign.call('GET', `/${collection}/${id}`, { as: 'province' }))
      const body = collection === 'users' ? { name: '名' } : { title: '题' }
      await refused(() => campaign.call('PATCH', `/${collection}/${id}`, { as: 'province', body }))
      await refused(() => campaign.call('DELETE', `/${collection}/${id}`, { as: 'province' }))
    }
    for (const tail of ['desk', 'call']) {
      const collection = tail === 'call' ? 'tracks' : 'videos'
      await refused(() => campaign.call('GET', `/${collection}/${id}/${tail}`, { as: 'province' }))
    }
    for (const tail of ['transition', 'notes', 'contacts']) {
      const body = { action: 'submit' }
      await refused(() => campaign.call('POST', `/videos/${id}/${tail}`, { as: 'province', body }))
    }
  })

  test('of other collections, of nothing and of wrong types do not fit a relation', async () => {
    const values: unknown[] = [
      0,
      -1,
      1.5,
      999_999,
      2 ** 31,
      2 ** 53,
      1e21,
      'abc',
      '',
      '1x',
      true,
      [],
      [1],
      {},
      { relationTo: 'users', value: 1 },
      [[1]],
      { in: [1] },
    ]
    for (const value of values) {
      await refused(() => post({ title: '题', track: value }), `track ${brief(value)}`)
      await refused(
        () =>
          campaign.call('POST', '/quotas', { as: 'province', body: { track: value, unit: value } }),
        `quota ${brief(value)}`,
      )
      // Nothing, as a form sends it, and the own unit's default are fine for a unit and a cover.
      if (value === '' || (Array.isArray(value) && value.length === 0)) continue
      await refused(() => post(video({ unit: value })), `unit ${brief(value)}`)
      await refused(() => post(video({ cover: value })), `cover ${brief(value)}`)
    }
    // The id of a track, but of another kind.
    await refused(() => post({ title: '题', track: campaign.track('photography') }))
  })

  test('the same file twice in one entry is one file or a refusal, never a fault', async () => {
    const { upload, jpeg } = await import('../harness/files.ts')
    const { id } = await upload(campaign, 'yixing', await jpeg())
    const answer = await campaign.call('POST', '/photos', {
      as: 'yixing',
      body: { track: campaign.track('photography'), title: '重复', pictures: [id, id], cover: id },
    })
    expect([201, 400, 422]).toContain(answer.status)
    const rows = await campaign.sql('select * from media where id = $1', [id])
    expect(rows).toHaveLength(1)
  })
})

describe('dates', () => {
  test.each([
    'hello',
    '2022-13-01',
    '2022-02-30T25:00:00Z',
    '+999999-01-01T00:00:00Z',
    '-000001-01-01T00:00:00Z',
    1e20,
    -1e20,
    {},
    [],
    true,
    '9'.repeat(400),
    '2022-01-01T00:00:00+99:99',
  ])('%j is none', async (madeOn) => {
    await refused(() => post(video({ madeOn })))
    const phases = [{ key: 'collect', from: madeOn, to: '2022-01-02' }]
    const [{ id }] = await campaign.sql('select id from campaigns')
    await refused(() =>
      campaign.call('PATCH', `/campaigns/${id}`, { as: 'province', body: { phases } }),
    )
  })
})

describe('queries', () => {
  const wheres = [
    'where=x',
    'where[]=x',
    'where[title]=x',
    'where[title][like][x]=1',
    'where[title][nope]=1',
    'where[nope][equals]=1',
    'where[title.x][equals]=1',
    'where[status][equals]=nope',
    'where[status][in]=nope',
    'where[id][equals]=abc',
    'where[id][equals]=99999999999999',
    'where[id][in]=abc,1',
    'where[id][greater_than]=1e99',
    'where[madeOn][greater_than]=hello',
    'where[madeOn][greater_than]=99999-01-01',
    'where[durationSeconds][greater_than]=abc',
    'where[durationSeconds][equals]=1e999',
    'where[track][equals]=abc',
    'where[track][in][]=[1]',
    'where[track.slug][equals][x]=1',
    'where[and]=1',
    'where[and][0]=1',
    'where[or][0][and]=x',
    'where[or][][title][equals]=%00',
    'where[title][equals]=%ED%A0%80',
    'where[title][like]=%00',
    'where[title][near]=1,2',
    'where[authors]=1',
    'where[authors.name][within]=1',
    `where${'[and][0]'.repeat(300)}[title][equals]=1`,
    Array.from({ length: 400 }, (_, at) => `where[or][${at}][title][equals]=${at}`).join('&'),
    'where[createdBy.password][equals]=x',
    'where[createdBy.salt][exists]=true',
    'where[title][equals]=a&where[title]=b',
  ]
  const others = [
    'sort=nope',
    'sort=-',
    'sort=title%00',
    'sort[]=x',
    'sort[a]=b',
    'sort=track.host.name',
    'sort=createdBy.email',
    `sort=${'title,'.repeat(500)}`,
    'limit=-1',
    'limit=abc',
    'limit=1e9',
    'limit=101',
    'limit[]=1',
    'page=-1',
    'page=abc',
    'page=1e30',
    'page=0.5',
    'depth=-1',
    'depth=99',
    'depth=abc',
    'select=x',
    'select[nope]=true',
    'select[title]=maybe',
    'select[title][x][y]=true',
    'select[authors]=[]',
    'populate=x',
    'populate[nope][x]=true',
    'populate[users][password]=true',
    'joins=x',
    'joins[nope][limit]=1',
    'joins[a][where][x]=1',
    'locale=zz',
    'fallbackLocale=%00',
    'draft=maybe',
    'trash=maybe',
    'pagination=maybe',
    '%00=%00',
    'a[b][c][d][e][f][g][h][i][j]=1',
    `a=${'x'.repeat(20_000)}`,
  ]
  test.each([undefined, 'yixing', 'province'])(
    'asked by %s never end in a fault',
    async (as) => {
      const before = await counts()
      for (const query of [...wheres, ...others]) {
        for (const target of [
          '/videos',
          '/videos/count',
          `/videos/${draft}`,
          '/tracks',
          '/media',
        ]) {
          const answer = await campaign.call('GET', `${target}?${query}`, { as })
          expect(
            answer.status,
            `${target}?${query.slice(0, 80)} ${brief(answer.body)}`,
          ).toBeLessThan(500)
          expect(JSON.stringify(answer.body)).not.toMatch(/Failed query|select "/)
        }
      }
      expect(await counts()).toEqual(before)
    },
    120_000,
  )
})

describe('GraphQL', () => {
  test.each([
    '{',
    '',
    '{ nope }',
    '{ Videos { docs { nope } } }',
    '{ Video(id: "abc") { id } }',
    '{ Video(id: 1.5) { id } }',
    '{ Video(id: 99999999999) { id } }',
    '{ Video(id: -1) { id } }',
    '{ Videos(limit: -5) { totalDocs } }',
    '{ Videos(limit: 100000) { totalDocs } }',
    '{ Videos(sort: "nope") { totalDocs } }',
    '{ Videos(where: { title: { nope: 1 } }) { totalDocs } }',
    '{ Videos(where: { title: { equals: "a\\u0000b" } }) { totalDocs } }',
    '{ Videos(where: { status: { equals: nope } }) { totalDocs } }',
    'mutation { createVideo(data: {}) { id } }',
    'mutation { createVideo(data: { title: 5 }) { id } }',
    'mutation { createVideo(data: { title: "a\\u0000b", track: 1 }) { id } }',
    'mutation { createVideo(data: { title: "题", track: 999999 }) { id } }',
    'mutation { createVideo(data: { title: "题", nope: 1 }) { id } }',
    'mutation { updateVideo(id: 999999, data: { title: "题" }) { id } }',
    'mutation { deleteVideo(id: 999999) { id } }',
    'mutation { createUser(data: { email: "x", password: "y", role: province, name: "z" }) { id } }',
  ])('%s', async (query) => {
    const before = await counts()
    for (const as of [undefined, 'yixing', 'province']) {
      const { status, body } = await scene.graphql(query, { as })
      expect(status, brief(body)).toBeLessThan(500)
      for (const error of body.errors ?? []) {
        expect(error.extensions?.statusCode ?? 400, error.message).toBeLessThan(500)
        expect(error.message).not.toMatch(/Failed query|Something went wrong|Cannot read/)
      }
    }
    expect(await counts()).toEqual(before)
  })
})

describe('the log', () => {
  test('has no error with what a caller sent when the answer is a 4xx', async () => {
    const told: unknown[] = []
    const { logger } = campaign.payload
    const { error: kept } = logger
    logger.error = ((...said: unknown[]) => void told.push(...said)) as typeof logger.error
    const secret = 'geheim-15900001111'
    await post(video({ title: `${secret}\u0000` }))
    await post(video({ titel: secret }))
    await post(video({ authors: [{ phone: secret }] }))
    await post({ title: secret, track: 'abc' })
    await campaign.call('GET', `/videos?where[nope][equals]=${secret}`, { as: 'yixing' })
    await campaign.call('GET', `/videos?where[madeOn][greater_than]=${secret}`, { as: 'yixing' })
    await campaign.call('GET', `/videos?where[id][equals]=${secret}`, { as: 'yixing' })
    await campaign.call('GET', `/videos/${secret}`, { as: 'yixing' })
    const unit = {
      name: '重复',
      code: '320100',
      kind: 'city',
      parent: campaign.unit('江苏省总工会'),
    }
    const twice = await campaign.call('POST', '/units', { as: 'province', body: unit })
    logger.error = kept
    expect(twice.status).toBe(400)
    const text = told.map(
      (one) =>
        `${JSON.stringify(one)} ${(one as Error)?.message ?? ''} ${(one as { err?: Error })?.err?.message ?? ''}`,
    )
    expect(text.filter((line) => line.includes(secret))).toEqual([])
    expect(text).toEqual([])
  })
})

describe('every kind', () => {
  test.each(Object.keys(trackOf))(
    '%s without title, track or with a track of another kind',
    async (kind) => {
      const ask = (body: unknown) => () => campaign.call('POST', `/${kind}`, { as: 'yixing', body })
      await refused(ask({}))
      await refused(ask({ title: '只有标题' }))
      await refused(ask({ track: campaign.track(trackOf[kind as 'videos']) }))
      const other = kind === 'videos' ? 'photography' : 'micro-videos'
      await refused(ask({ title: '别类', track: campaign.track(other) }))
    },
  )
})
