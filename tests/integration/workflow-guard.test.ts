import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { entryKindList, type EntryKind } from '../../src/domain/kinds.ts'
import { testCampaign, type TestCampaign } from '../harness/campaign.ts'
import { openScene, trackOf, type Scene } from '../harness/scene.ts'

let campaign: TestCampaign
let scene: Scene
beforeAll(async () => {
  campaign = await testCampaign()
  scene = await openScene(campaign)
})
afterAll(() => campaign.close())

/** What somebody would like to write who wants a work published. */
const wished = () => ({
  status: 'published',
  publicId: '2022-VID-777777',
  submittedAt: '2022-07-01T00:00:00.000Z',
  publishedAt: '2022-07-01T00:00:00.000Z',
  campaign: 999,
  unitPath: '000001',
  createdBy: campaign.people.judge!.id,
})
const companions =
  'status, public_id, submitted_at, published_at, campaign_id, unit_path, created_by_id'
const kept = async (kind: EntryKind, id: number) =>
  (await campaign.sql(`select ${companions} from ${kind} where id = $1`, [id]))[0]
const people = ['yixing', 'wuxi', 'province', 'supervisor', 'headquarters', 'judge']

describe('no way to write the status or its companions', () => {
  test.each(entryKindList)('POST %s makes a draft whatever it carries', async (kind) => {
    for (const as of ['yixing', 'province']) {
      const body = {
        ...wished(),
        track: campaign.track(trackOf[kind]),
        unit: campaign.unit('宜兴市总工会'),
        title: '直接发布',
      }
      const { status, body: answer } = await campaign.call('POST', `/${kind}?depth=0`, { as, body })
      expect(status).toBe(201)
      const row = await kept(kind, answer.doc.id)
      expect(row).toMatchObject({ status: 'draft', public_id: null, submitted_at: null })
      expect(row.created_by_id).toBe(campaign.people[as]!.id)
      expect(row.unit_path).not.toBe('000001')
    }
  })

  test('PATCH leaves them, on drafts and on submitted works, for everybody', async () => {
    for (const to of ['draft', 'submitted'] as const) {
      const id = await scene.make('videos', 'yixing')
      if (to === 'submitted') await scene.bring('videos', id, to)
      const before = await kept('videos', id)
      for (const as of people) {
        for (const target of [`/videos/${id}`, `/videos/${id}?draft=true&autosave=true`]) {
          const { status } = await campaign.call('PATCH', target, { as, body: wished() })
          expect([200, 403, 404], `${as} ${target}`).toContain(status)
          expect(await kept('videos', id), as).toEqual(before)
        }
      }
    }
  })

  test('multipart with _payload leaves them', async () => {
    const id = await scene.make('videos', 'yixing')
    const before = await kept('videos', id)
    const form = new FormData()
    form.set('_payload', JSON.stringify(wished()))
    await campaign.call('PATCH', `/videos/${id}`, { as: 'province', raw: form })
    expect(await kept('videos', id)).toEqual(before)
  })

  test('PATCH and DELETE of many at once are refused', async () => {
    const id = await scene.make('videos', 'yixing')
    const before = await kept('videos', id)
    for (const where of ['where[id][exists]=true', `where[id][in]=${id}`, '']) {
      for (const method of ['PATCH', 'DELETE']) {
        for (const as of people) {
          const body = method === 'PATCH' ? { title: '成批修改', ...wished() } : undefined
          const answer = await campaign.call(method, `/videos?${where}`, { as, body })
          expect([400, 403], `${method} ${where} ${as}`).toContain(answer.status)
        }
      }
    }
    expect(await kept('videos', id)).toEqual(before)
  })

  test('GraphQL leaves them', async () => {
    const id = await scene.make('videos', 'yixing')
    const before = await kept('videos', id)
    const update = `mutation ($id: Int!, $data: mutationVideoUpdateInput!) {
      updateVideo(id: $id, data: $data) { id status publicId } }`
    const create = `mutation ($data: mutationVideoInput!) { createVideo(data: $data) { id status publicId } }`
    const data = { ...wished(), campaign: undefined, title: '改标题' }
    for (const as of people) {
      const answer = await scene.graphql(update, { as, variables: { id, data } })
      expect(answer.status, as).toBeLessThan(500)
      expect(await kept('videos', id), as).toEqual(before)
    }
    const track = campaign.track('micro-videos')
    const made = await scene.graphql(create, {
      as: 'yixing',
      variables: { data: { ...data, track } },
    })
    expect(made.body.data.createVideo).toMatchObject({ status: 'draft', publicId: null })
    const twice = `mutation { a: updateVideo(id: ${id}, data: { status: published }) { status }
      b: updateVideo(id: ${id}, data: { publicId: "2022-VID-000009" }) { status publicId } }`
    const aliased = await scene.graphql(twice, { as: 'province' })
    expect(aliased.status).toBeLessThan(500)
    expect(await kept('videos', id)).toEqual(before)
  })

  test('duplicate, versions, restore and trash do not exist as ways around', async () => {
    const id = await scene.make('videos', 'yixing')
    await scene.bring('videos', id, 'published')
    const [{ count: before }] = await campaign.sql('select count(*)::int from videos')
    for (const as of people) {
      for (const [method, target] of [
        ['POST', `/videos/${id}/duplicate`],
        ['POST', `/videos?duplicateFromID=${id}`],
        ['GET', '/videos/versions'],
        ['GET', '/videos/versions/1'],
        ['POST', '/videos/versions/1'],
        ['POST', `/videos/${id}/restore`],
        ['PATCH', `/videos/${id}?trash=true`],
        ['POST', `/videos/access/${id}`],
      ] as const) {
        const body = method === 'GET' ? undefined : { deletedAt: '2022-07-01T00:00:00.000Z' }
        const answer = await campaign.call(method, target, { as, body })
        const harmless = target.includes('/access/') ? [200] : [400, 403, 404]
        expect(harmless, `${as} ${method} ${target}`).toContain(answer.status)
      }
    }
    const [{ count }] = await campaign.sql('select count(*)::int from videos')
    expect(count).toBe(before)
    expect(await scene.status('videos', id)).toBe('published')
  })

  test('not even this program’s own Local API, which overrides access', async () => {
    const { payload, sql, track, unit } = campaign
    const id = await scene.make('videos', 'yixing')
    const before = await kept('videos', id)
    const data = { ...wished(), campaign: null, status: 'published' as const }
    await payload.update({ collection: 'videos', id, data, overrideAccess: true })
    await payload.update({ collection: 'videos', where: { id: { equals: id } }, data })
    expect(await kept('videos', id)).toEqual(before)
    const place = { track: track('micro-videos'), unit: unit('宜兴市总工会'), title: '内部接口' }
    const made = await payload.create({ collection: 'videos', data: { ...data, ...place } })
    expect(await kept('videos', made.id)).toMatchObject({ status: 'draft', public_id: null })
    const sent = await scene.make('videos', 'yixing')
    await scene.bring('videos', sent, 'submitted')
    const copied = await payload.duplicate({ collection: 'videos', id: sent }).catch(() => null)
    if (copied)
      expect(await kept('videos', copied.id)).toMatchObject({ status: 'draft', public_id: null })
    const rows = await sql(
      `select count(*)::int from videos where status = 'published' and public_id like '%777%'`,
    )
    expect(rows[0].count).toBe(0)
  })
})

describe('a step that fails half-way', () => {
  const failing = async (table: string, timing: string, work: () => Promise<void>) => {
    const { sql } = campaign
    await sql(`create or replace function fail_here() returns trigger language plpgsql as $$
      begin raise exception 'made to fail by the test' using errcode = 'XX000'; end $$`)
    await sql(`create ${timing} on ${table} for each row execute function fail_here()`)
    await work()
    await sql(`drop trigger fails on ${table}`)
  }

  test('after the log row was written leaves neither status, number, file nor log', async () => {
    const id = await scene.make('videos', 'yixing')
    const [counter] = await campaign.sql(
      `select last from public_id_counters where kind = 'videos'`,
    )
    await failing('review_logs', 'trigger fails after insert', async () => {
      const answer = await scene.step('videos', id, 'yixing', 'submit')
      expect(answer.status).toBe(500)
      expect(JSON.stringify(answer.body)).not.toContain('made to fail')
    })
    expect(await kept('videos', id)).toMatchObject({
      status: 'draft',
      public_id: null,
      submitted_at: null,
    })
    expect(await scene.logs('videos', id)).toEqual([])
    const [after] = await campaign.sql(`select last from public_id_counters where kind = 'videos'`)
    expect(after).toEqual(counter)
    const done = await scene.step('videos', id, 'yixing', 'submit')
    expect(Number(done.body.doc.publicId.slice(-6))).toBe(counter.last + 1)
  })

  test('an edit whose row cannot be written leaves no log row', async () => {
    const id = await scene.make('videos', 'yixing')
    await scene.bring('videos', id, 'accepted')
    const before = await kept('videos', id)
    await failing('videos', 'trigger fails after update', async () => {
      const body = { title: '写到一半' }
      const answer = await campaign.call('PATCH', `/videos/${id}`, { as: 'province', body })
      expect(answer.status).toBe(500)
    })
    expect(await kept('videos', id)).toEqual(before)
    expect((await scene.logs('videos', id)).map(({ action }) => action)).not.toContain('edit')
  })

  test('a step that cannot be committed is not answered as done', async () => {
    const id = await scene.make('videos', 'yixing')
    const timing = 'constraint trigger fails after insert'
    await campaign.sql(`create or replace function fail_late() returns trigger language plpgsql as $$
      begin raise exception 'made to fail by the test' using errcode = 'XX000'; end $$`)
    await campaign.sql(
      `create ${timing} on review_logs deferrable initially deferred for each row execute function fail_late()`,
    )
    const answer = await scene.step('videos', id, 'yixing', 'submit')
    await campaign.sql('drop trigger fails on review_logs')
    expect(answer.status).toBe(500)
    expect(await scene.logs('videos', id)).toEqual([])
    expect(await scene.status('videos', id)).toBe('draft')
  })
})

describe('the review log', () => {
  test('refuses change and removal by SQL', async () => {
    const id = await scene.make('videos', 'yixing')
    await scene.bring('videos', id, 'submitted')
    const before = await campaign.sql('select * from review_logs order by id')
    for (const statement of [
      `update review_logs set reason = '改写'`,
      'delete from review_logs',
      'delete from review_logs where id = 1',
      'truncate review_logs',
      'truncate review_logs cascade',
      'truncate videos, review_logs cascade',
    ]) {
      await expect(campaign.sql(statement), statement).rejects.toThrow(
        /append-only|cannot truncate/,
      )
    }
    expect(await campaign.sql('select * from review_logs order by id')).toEqual(before)
  })

  test('refuses change, removal and additions by the API, for everybody', async () => {
    const before = await campaign.sql('select * from review_logs order by id')
    const { id } = before[0]
    const body = { kind: 'videos', entryId: 1, action: 'publish', reason: '改写' }
    for (const as of [...people, undefined]) {
      for (const [method, target] of [
        ['PATCH', `/review-logs/${id}`],
        ['DELETE', `/review-logs/${id}`],
        ['POST', '/review-logs'],
        ['PATCH', '/review-logs?where[id][exists]=true'],
        ['DELETE', '/review-logs?where[id][exists]=true'],
        ['POST', `/review-logs/${id}/duplicate`],
      ] as const) {
        const send = method === 'DELETE' ? undefined : body
        const answer = await campaign.call(method, target, { as, body: send })
        expect([400, 401, 403, 404], `${as} ${method} ${target}`).toContain(answer.status)
      }
      const mutation = `mutation { deleteReviewLog(id: ${id}) { id } }`
      await scene.graphql(mutation, { as })
    }
    const { payload } = campaign
    const refused = { collection: 'review-logs' as const, id }
    await expect(payload.update({ ...refused, data: { reason: '改写' } })).rejects.toThrow()
    await expect(payload.delete(refused)).rejects.toThrow()
    expect(await campaign.sql('select * from review_logs order by id')).toEqual(before)
  })
})
