import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testCampaign, type TestCampaign } from '../harness/campaign.ts'
import { openScene, type Scene } from '../harness/scene.ts'

let campaign: TestCampaign
let scene: Scene
beforeAll(async () => {
  campaign = await testCampaign()
  scene = await openScene(campaign)
})
afterAll(() => campaign.close())

const patch = (id: number, as: string, body: unknown) =>
  campaign.call('PATCH', `/videos/${id}?depth=0`, { as, body })

describe('the owner’s side', () => {
  test.each(['submitted', 'recommended', 'accepted', 'published'] as const)(
    'cannot change or delete what is %s',
    async (status) => {
      const id = await scene.make('videos', 'yixing')
      await scene.bring('videos', id, status)
      const logs = await scene.logs('videos', id)
      for (const as of ['yixing', 'wuxi', 'headquarters', 'suzhou', 'supervisor', 'judge']) {
        const { status: code } = await patch(id, as, { title: '悄悄改掉' })
        expect([403, 404], as).toContain(code)
        const gone = await campaign.call('DELETE', `/videos/${id}`, { as })
        expect([403, 404], as).toContain(gone.status)
      }
      expect((await campaign.call('DELETE', `/videos/${id}`, { as: 'province' })).status).toBe(403)
      const [row] = await campaign.sql('select title, status from videos where id = $1', [id])
      expect(row).toEqual({ title: '匠心绝活', status })
      expect(await scene.logs('videos', id)).toEqual(logs)
    },
  )

  test('a draft that was never sent in is changed without a log and deleted by its unit', async () => {
    const id = await scene.make('videos', 'yixing')
    expect((await patch(id, 'yixing', { title: '改一改' })).status).toBe(200)
    expect((await patch(id, 'wuxi', { title: '上级改' })).status).toBe(200)
    expect(await scene.logs('videos', id)).toEqual([])
    expect((await campaign.call('DELETE', `/videos/${id}`, { as: 'suzhou' })).status).toBe(403)
    expect((await campaign.call('DELETE', `/videos/${id}`, { as: 'yixing' })).status).toBe(200)
  })

  test('what was returned is edited, logged, submitted again and keeps its number', async () => {
    const id = await scene.make('videos', 'yixing')
    await scene.bring('videos', id, 'recommended')
    const [{ public_id: number }] = await campaign.sql(
      'select public_id from videos where id = $1',
      [id],
    )
    await scene.step('videos', id, 'wuxi2', 'return', { reason: '标题太短' })
    const edited = await patch(id, 'yixing', { title: '匠心绝活：一把刻刀' })
    expect(edited.body.doc).toMatchObject({ status: 'returned', publicId: number })
    const again = await scene.step('videos', id, 'yixing', 'submit')
    expect(again.body.doc).toMatchObject({ status: 'submitted', publicId: number })
    const logs = await scene.logs('videos', id)
    expect(logs.map(({ action }) => action)).toEqual([
      'submit',
      'recommend',
      'return',
      'edit',
      'submit',
    ])
    expect(logs[3]!.changes).toEqual([
      { path: 'title', before: '匠心绝活', after: '匠心绝活：一把刻刀' },
    ])
  })

  test('a work with a number keeps track and unit and is never deleted, not even as a draft again', async () => {
    const id = await scene.make('videos', 'yixing')
    await scene.bring('videos', id, 'submitted')
    await scene.step('videos', id, 'yixing', 'withdraw')
    expect((await patch(id, 'yixing', { title: '改动' })).status).toBe(403)
    await scene.step('videos', id, 'yixing', 'reopen')
    expect(await scene.status('videos', id)).toBe('draft')
    expect((await campaign.call('DELETE', `/videos/${id}`, { as: 'yixing' })).status).toBe(403)
    const moved = await patch(id, 'wuxi', { unit: campaign.unit('江阴市总工会') })
    expect(moved.status).toBe(409)
    expect(moved.body.errors[0].data.code).toBe('place-fixed')
    expect((await patch(id, 'yixing', { title: '再次整理' })).status).toBe(200)
    const { body } = await scene.step('videos', id, 'yixing', 'submit')
    expect(body.doc.publicId).toMatch(/^2022-VID-/)
  })
})

describe('an edit by the province during the reviews', () => {
  test.each([
    ['submitted', 'submitted'],
    ['recommended', 'submitted'],
    ['accepted', 'recommended'],
    ['published', 'accepted'],
  ] as const)('of a %s entry is logged field by field and leaves it %s', async (from, to) => {
    const id = await scene.make('videos', 'yixing', { summary: '一段介绍' })
    await scene.bring('videos', id, from)
    const answer = await patch(id, 'province', { summary: '改过的介绍', theme: '劳动创造幸福' })
    expect(answer.status).toBe(200)
    expect(answer.body.doc.status).toBe(to)
    const last = (await scene.logs('videos', id)).at(-1)!
    expect(last).toMatchObject({ action: 'edit', from, to })
    expect(last.actor_id).toBe(campaign.people.province!.id)
    expect([...last.changes!].sort((a, b) => (a.path < b.path ? -1 : 1))).toEqual([
      { path: 'summary', before: '一段介绍', after: '改过的介绍' },
      { path: 'theme', before: null, after: '劳动创造幸福' },
    ])
    const [row] = await campaign.sql('select status, published_at from videos where id = $1', [id])
    expect(row).toEqual({ status: to, published_at: null })
    expect((await campaign.call('GET', `/videos/${id}`)).status).toBe(404)
  })

  test('saving without a change does nothing', async () => {
    const id = await scene.make('videos', 'yixing', {
      authors: [{ name: '演示甲', workplace: '示例厂', phone: '13800001234' }],
    })
    await scene.bring('videos', id, 'accepted')
    const { body } = await campaign.call('GET', `/videos/${id}?depth=0`, { as: 'province' })
    const { title, authors, theme, summary, track, unit, cover, video } = body
    const same = { title, authors, theme: theme ?? '', summary, track, unit, cover, video }
    expect((await patch(id, 'province', same)).body.doc.status).toBe('accepted')
    expect(await scene.logs('videos', id)).toHaveLength(3)
  })

  test('a changed phone number stands in the log as ***', async () => {
    const id = await scene.make('videos', 'yixing', {
      authors: [{ name: '演示甲', phone: '13800001234' }],
    })
    await scene.bring('videos', id, 'submitted')
    const { body } = await campaign.call('GET', `/videos/${id}?depth=0`, { as: 'province' })
    const authors = [
      { ...body.authors[0], phone: '13900005678' },
      { name: '演示乙', phone: '025-80001234' },
    ]
    expect((await patch(id, 'province', { authors })).status).toBe(200)
    const { changes } = (await scene.logs('videos', id)).at(-1)!
    expect(changes).toEqual([
      { path: 'authors.0.phone', before: '***', after: '***' },
      { path: 'authors.1.name', before: null, after: '演示乙' },
      { path: 'authors.1.phone', before: null, after: '***' },
    ])
    const all = JSON.stringify(await campaign.sql('select * from review_logs'))
    for (const digits of ['13800001234', '13900005678', '80001234', 'sealed:']) {
      expect(all).not.toContain(digits)
    }
  })

  test('a number changed within its mask is an edit too', async () => {
    const id = await scene.make('videos', 'yixing', {
      authors: [{ name: '演示甲', phone: '13800001234' }],
    })
    await scene.bring('videos', id, 'recommended')
    const { body } = await campaign.call('GET', `/videos/${id}?depth=0`, { as: 'province' })
    // The same first three and last four digits: both read 138****1234.
    const authors = [{ ...body.authors[0], phone: '13877771234' }]
    const answer = await patch(id, 'province', { authors })
    expect(answer.body.doc.status).toBe('submitted')
    expect((await scene.logs('videos', id)).at(-1)!.changes).toEqual([
      { path: 'authors.0.phone', before: '***', after: '***' },
    ])
  })

  test('rejected and withdrawn works are closed to everybody until they are reopened', async () => {
    const id = await scene.make('videos', 'yixing')
    await scene.bring('videos', id, 'submitted')
    await scene.step('videos', id, 'wuxi', 'reject', { reason: '重复报送' })
    expect((await patch(id, 'province', { title: '改动' })).status).toBe(403)
    expect((await scene.step('videos', id, 'wuxi', 'reopen', { reason: '误判' })).status).toBe(403)
    expect((await scene.step('videos', id, 'province', 'reopen')).status).toBe(400)
    expect((await scene.step('videos', id, 'province', 'reopen', { reason: '误判' })).status).toBe(
      200,
    )
    expect((await patch(id, 'yixing', { title: '改好了' })).status).toBe(200)
  })
})

describe('a unit that moves', () => {
  test('takes its people, entries, files and quotas along', async () => {
    const { sql, call, unit, track } = campaign
    const county = await scene.newUnit('示例县总工会', 'county', '无锡市总工会')
    await scene.newUnit('示例厂工会', 'enterprise', '示例县总工会')
    await scene.person('worker', 'editor', '示例厂工会')
    const id = await scene.make('videos', 'worker')
    await scene.step('videos', id, 'worker', 'submit')
    const quota = { track: track('photography'), unit: county, maximum: 5 }
    expect((await call('POST', '/quotas', { as: 'province', body: quota })).status).toBe(201)
    await sql(
      `insert into media (unit_path, created_by_id, entry_kind, entry_id, status, updated_at, created_at)
      values ((select path from units where name = '示例厂工会'), $1, 'videos', $2, 'submitted', now(), now())`,
      [campaign.people.worker!.id, id],
    )
    expect((await call('GET', `/videos/${id}`, { as: 'wuxi' })).status).toBe(200)
    expect((await call('GET', `/videos/${id}`, { as: 'suzhou' })).status).toBe(404)

    const body = { parent: unit('苏州市总工会') }
    expect((await call('PATCH', `/units/${county}`, { as: 'province', body })).status).toBe(200)
    expect((await call('GET', `/videos/${id}`, { as: 'wuxi' })).status).toBe(404)
    expect((await call('GET', `/videos/${id}`, { as: 'suzhou' })).status).toBe(200)
    expect((await scene.step('videos', id, 'suzhou', 'recommend')).status).toBe(200)
    const [{ path }] = await sql('select path from units where id = $1', [county])
    for (const table of ['users', 'videos', 'media', 'quotas']) {
      const rows = await sql(`select 1 from ${table} where unit_path like $1 || '%'`, [path])
      expect(rows.length, table).toBeGreaterThan(0)
    }
    await sql('delete from media')
  })

  test('a move below itself, or of a kind that cannot stand there, is refused', async () => {
    const { call, unit } = campaign
    const wuxi = unit('无锡市总工会')
    const below = { parent: unit('江阴市总工会') }
    expect((await call('PATCH', `/units/${wuxi}`, { as: 'province', body: below })).status).toBe(
      400,
    )
    const itself = { parent: wuxi }
    expect((await call('PATCH', `/units/${wuxi}`, { as: 'province', body: itself })).status).toBe(
      400,
    )
  })

  test('two moves at once cannot make a ring', async () => {
    const { call } = campaign
    const a = await scene.newUnit('示例甲厂', 'enterprise', '苏州市总工会')
    const b = await scene.newUnit('示例乙厂', 'enterprise', '苏州市总工会')
    const move = (id: number, parent: number) =>
      call('PATCH', `/units/${id}`, { as: 'province', body: { parent } })
    const answers = await Promise.all([move(a, b), move(b, a)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})

describe('what is used cannot be deleted', () => {
  test.each([
    ['units', '南通市总工会', 'users'],
    ['units', '江苏省总工会', 'units'],
    ['units', '徐州市总工会', 'tracks'],
  ])('%s %s: still used by %s', async (_, name, collection) => {
    const answer = await campaign.call('DELETE', `/units/${campaign.unit(name)}`, {
      as: 'province',
    })
    expect(answer.status).toBe(409)
    expect(answer.body.errors[0].data).toMatchObject({ code: 'in-use', collection })
  })

  test('a co-host unit, a track with entries and a campaign with tracks stay', async () => {
    const { call, sql, track, unit } = campaign
    const nanjing = unit('南京市总工会')
    const works = async (id: number | null) =>
      sql(
        `update users set unit_id = $1::int, unit_path = (select path from units where id = $1::int)
         where email like 'nanjing@%'`,
        [id],
      )
    await works(unit('苏州市总工会'))
    const coHost = await call('DELETE', `/units/${nanjing}`, { as: 'province' })
    expect(coHost.status).toBe(409)
    expect(coHost.body.errors[0].data.collection).toBe('tracks')
    await works(nanjing)
    await scene.make('videos', 'yixing')
    const used = await call('DELETE', `/tracks/${track('micro-videos')}`, { as: 'province' })
    expect(used.status).toBe(409)
    const [{ id }] = await sql('select id from campaigns')
    expect((await call('DELETE', `/campaigns/${id}`, { as: 'province' })).status).toBe(409)
    expect((await sql('select count(*)::int from tracks'))[0].count).toBe(6)
  })

  test('a unit is not deleted while an entry of it is being made', async () => {
    const unit = await scene.newUnit('示例新厂', 'enterprise', '苏州市总工会')
    const [made, deleted] = await Promise.all([
      campaign.call('POST', '/videos', {
        as: 'suzhou',
        body: { track: campaign.track('micro-videos'), unit, title: '同时进行' },
      }),
      campaign.call('DELETE', `/units/${unit}`, { as: 'province' }),
    ])
    expect(made!.status === 201 && deleted!.status === 200).toBe(false)
    expect(Math.max(made!.status, deleted!.status)).toBeLessThan(500)
  })

  test('an entry made while its unit moves stands where the unit ends up', async () => {
    const { call, unit, sql } = campaign
    const moving = await scene.newUnit('示例迁厂', 'enterprise', '苏州市总工会')
    const homes = [unit('无锡市总工会'), unit('苏州市总工会')]
    for (const home of [...homes, ...homes]) {
      const body = { track: campaign.track('micro-videos'), unit: moving, title: '随迁作品' }
      const answers = await Promise.all([
        call('POST', '/videos', { as: 'headquarters', body }),
        call('PATCH', `/units/${moving}`, { as: 'province', body: { parent: home } }),
        call('POST', '/videos', { as: 'headquarters', body }),
      ])
      expect(answers.map(({ status }) => status)).toEqual([201, 200, 201])
    }
    const astray = await sql(`select v.id from videos v join units u on u.id = v.unit_id
      where v.unit_path <> u.path`)
    expect(astray).toEqual([])
  })
})
