import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actions, rowOf, type Action, type Status } from '../../src/domain/workflow.ts'
import { testCampaign, type Answer, type TestCampaign } from '../harness/campaign.ts'
import { openScene, type Scene } from '../harness/scene.ts'

let campaign: TestCampaign
let scene: Scene
const twenty = Array.from({ length: 20 }, (_, index) => `reviewer${index}`)

beforeAll(async () => {
  campaign = await testCampaign()
  scene = await openScene(campaign)
  for (const name of twenty) await scene.person(name, 'editor', '无锡市总工会')
})
afterAll(() => campaign.close())

const counted = (answers: Answer[]) => {
  const counts: Record<number, number> = {}
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1
  return counts
}

describe('twenty at once', () => {
  test('of twenty reviewers who recommend one entry exactly one wins', async () => {
    const id = await scene.make('videos', 'yixing')
    await scene.bring('videos', id, 'submitted')
    const answers = await Promise.all(
      twenty.map((as) =>
        scene.step('videos', id, as, 'recommend', { expectedStatus: 'submitted' }),
      ),
    )
    expect(counted(answers)).toEqual({ 200: 1, 409: 19 })
    for (const { status, body } of answers) {
      if (status === 409) expect(body.errors[0].data.code).toBe('stale-status')
    }
    const logs = await scene.logs('videos', id)
    expect(logs.map(({ action }) => action)).toEqual(['submit', 'recommend'])
    const winner = answers.findIndex(({ status }) => status === 200)
    expect(logs[1]!.actor_id).toBe(campaign.people[twenty[winner]!]!.id)
    expect(await scene.status('videos', id)).toBe('recommended')
  })

  test('without expectedStatus the losers are told that the state does not allow it any more', async () => {
    const id = await scene.make('videos', 'yixing')
    await scene.bring('videos', id, 'submitted')
    const answers = await Promise.all(twenty.map((as) => scene.step('videos', id, as, 'recommend')))
    expect(counted(answers)).toEqual({ 200: 1, 409: 19 })
    expect(await scene.logs('videos', id)).toHaveLength(2)
  })

  test('twenty different steps at once leave a legal path in the log that ends at the status', async () => {
    for (const start of ['submitted', 'recommended', 'accepted'] as const) {
      const id = await scene.make('videos', 'yixing')
      await scene.bring('videos', id, start)
      const people = ['wuxi2', 'province', 'supervisor2', 'yixing', 'province2', 'wuxi']
      const answers = await Promise.all(
        twenty.map((_, index) => {
          const action = actions[index % actions.length]!
          const as = people[index % people.length]!
          return scene.step('videos', id, as, action, { reason: '同时办理' })
        }),
      )
      for (const { status } of answers) expect([200, 403, 409]).toContain(status)
      const logs = await scene.logs('videos', id)
      const taken = answers.filter(({ status }) => status === 200).length
      const before = { submitted: 1, recommended: 2, accepted: 3 }[start]
      expect(logs).toHaveLength(before + taken)
      let status: Status = 'draft'
      for (const { action, from, to } of logs) {
        expect(from).toBe(status)
        expect(rowOf(action as Action, status)?.to).toBe(to)
        status = to as Status
      }
      expect(await scene.status('videos', id)).toBe(status)
    }
  })
})

describe('an edit and a step at the same time', () => {
  test('neither is lost: the province’s words stand and the status follows the log', async () => {
    for (let round = 0; round < 6; round++) {
      const id = await scene.make('videos', 'yixing')
      await scene.bring('videos', id, 'submitted')
      const title = `改后的标题 ${round}`
      const patch = () =>
        campaign.call('PATCH', `/videos/${id}`, { as: 'province', body: { title } })
      const step = () => scene.step('videos', id, 'wuxi', 'recommend')
      const [edited, stepped] = await Promise.all(
        round % 2 === 0 ? [patch(), step()] : [step(), patch()].reverse(),
      )
      expect(edited!.status).toBe(200)
      expect(stepped!.status).toBe(200)
      const [row] = await campaign.sql('select title, status from videos where id = $1', [id])
      const logs = await scene.logs('videos', id)
      expect(row.title).toBe(title)
      expect(logs.map(({ action }) => action).sort()).toEqual(['edit', 'recommend', 'submit'])
      expect(row.status).toBe(logs.at(-1)!.to)
    }
  })

  test('an owner’s save that arrives during the submit is either in it or refused', async () => {
    for (let round = 0; round < 6; round++) {
      const id = await scene.make('videos', 'yixing')
      const title = `最后一改 ${round}`
      const patch = () => campaign.call('PATCH', `/videos/${id}`, { as: 'yixing', body: { title } })
      const submit = () => scene.step('videos', id, 'yixing', 'submit')
      const [edited, submitted] = await Promise.all([patch(), submit()])
      expect(submitted!.status).toBe(200)
      const [row] = await campaign.sql('select title, status from videos where id = $1', [id])
      expect(row.status).toBe('submitted')
      expect([200, 403]).toContain(edited!.status)
      expect(row.title).toBe(edited!.status === 200 ? title : '匠心绝活')
    }
  })

  test('ten saves of different fields at once all stand', async () => {
    const id = await scene.make('commentaries', 'yixing')
    const fields = ['summary', 'body', 'h5Url', 'publishedPlatform', 'theme', 'title']
    const value = (name: string) => (name === 'h5Url' ? 'https://example.org/h5' : `并发 ${name}`)
    const answers = await Promise.all(
      fields.map((name) =>
        campaign.call('PATCH', `/commentaries/${id}`, {
          as: 'yixing',
          body: { [name]: value(name) },
        }),
      ),
    )
    expect(counted(answers)).toEqual({ 200: fields.length })
    const { body } = await campaign.call('GET', `/commentaries/${id}?depth=0`, { as: 'yixing' })
    for (const name of fields) expect(body[name]).toBe(value(name))
  })
})

describe('numbers', () => {
  test('forty submits of two kinds at once, some refused, leave no gap and no number twice', async () => {
    const before = await numbers()
    const ids = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        scene.make(index % 2 === 0 ? 'photos' : 'recitations', 'yixing', {
          // A title of one character breaks the track's rule: 422.
          title: index % 5 === 0 ? '短' : `作品 ${index}`,
        }),
      ),
    )
    const answers = await Promise.all(
      ids.map((id, index) =>
        scene.step(index % 2 === 0 ? 'photos' : 'recitations', id, 'yixing', 'submit'),
      ),
    )
    expect(counted(answers)).toEqual({ 200: 32, 422: 8 })
    const given = answers.flatMap(({ status, body }) => (status === 200 ? [body.doc.publicId] : []))
    expect(new Set(given).size).toBe(32)
    const wanted = (code: string) =>
      Array.from({ length: 16 }, (_, at) => `2022-${code}-${String(at + 1).padStart(6, '0')}`)
    expect(given.filter((id) => id.includes('PHO')).sort()).toEqual(wanted('PHO'))
    expect(given.filter((id) => id.includes('REC')).sort()).toEqual(wanted('REC'))
    expect(await numbers()).toEqual({ ...before, photos: 16, recitations: 16 })
  })

  test('what was refused gets the next number once it is mended', async () => {
    const id = await scene.make('photos', 'yixing', { title: '一' })
    const refused = await scene.step('photos', id, 'yixing', 'submit')
    expect(refused.status).toBe(422)
    expect(refused.body.errors[0].data.findings[0]).toMatchObject({
      rule: 'title-length',
      path: 'title',
      severity: 'blocking',
    })
    expect(await scene.logs('photos', id)).toEqual([])
    await campaign.call('PATCH', `/photos/${id}`, { as: 'yixing', body: { title: '补全标题' } })
    const taken = await scene.step('photos', id, 'yixing', 'submit')
    expect(taken.body.doc.publicId).toBe('2022-PHO-000017')
  })

  async function numbers(): Promise<Record<string, number>> {
    const rows = await campaign.sql('select kind, last from public_id_counters')
    return Object.fromEntries(rows.map(({ kind, last }) => [kind, last]))
  }
})

describe('quotas', () => {
  async function quota(data: Record<string, unknown>): Promise<void> {
    const answer = await campaign.call('POST', '/quotas', { as: 'province', body: data })
    expect(answer.status).toBe(201)
  }

  test('of ten submits for three places three pass and seven learn both numbers', async () => {
    const suzhou = campaign.unit('苏州市总工会')
    await quota({ track: campaign.track('commentaries'), unit: suzhou, maximum: 3 })
    const ids = await Promise.all(
      Array.from({ length: 10 }, () => scene.make('commentaries', 'suzhou')),
    )
    const answers = await Promise.all(
      ids.map((id) => scene.step('commentaries', id, 'suzhou', 'submit')),
    )
    expect(counted(answers)).toEqual({ 200: 3, 409: 7 })
    for (const { status, body } of answers) {
      if (status !== 409) continue
      expect(body.errors[0].data).toMatchObject({ code: 'quota-exceeded', maximum: 3, count: 3 })
      expect(body.errors[0].message).toContain('苏州市总工会：名额 3 件，已用 3 件')
    }
    const [{ count }] = await campaign.sql(
      `select count(*)::int from commentaries where unit_id = $1 and status = 'submitted'`,
      [suzhou],
    )
    expect(count).toBe(3)
  })

  test('a place that is given back can be taken once', async () => {
    const [{ id: sent }] = await campaign.sql(
      `select id from commentaries where status = 'submitted' order by id limit 1`,
    )
    const drafts = await campaign.sql(
      `select id from commentaries where status = 'draft' and unit_id = $1`,
      [campaign.unit('苏州市总工会')],
    )
    expect((await scene.step('commentaries', sent, 'suzhou', 'withdraw')).status).toBe(200)
    const answers = await Promise.all(
      drafts.map(({ id }) => scene.step('commentaries', id, 'suzhou', 'submit')),
    )
    expect(counted(answers)).toEqual({ 200: 1, 409: drafts.length - 1 })
  })

  test('a city’s quota counts what its counties send, at the same time too', async () => {
    const wuxi = campaign.unit('无锡市总工会')
    await quota({ track: campaign.track('service-platforms'), unit: wuxi, maximum: 4 })
    const makers = [
      'yixing',
      'jiangyin',
      'wuxi',
      'yixing',
      'jiangyin',
      'wuxi',
      'yixing',
      'jiangyin',
    ]
    const ids = await Promise.all(makers.map((as) => scene.make('platforms', as)))
    const answers = await Promise.all(
      ids.map((id, index) => scene.step('platforms', id, makers[index]!, 'submit')),
    )
    expect(counted(answers)).toEqual({ 200: 4, 409: 4 })
    // A county's own smaller quota holds beside the city's larger one.
    const refused = answers.find(({ status }) => status === 409)
    expect(refused!.body.errors[0].message).toContain('无锡市总工会')
    const other = await scene.make('platforms', 'suzhou')
    expect((await scene.step('platforms', other, 'suzhou', 'submit')).status).toBe(200)
  })

  test('where recommending takes the place, submitting is free and recommending is raced for', async () => {
    const wuxi = campaign.unit('无锡市总工会')
    await quota({
      track: campaign.track('rights-cases'),
      unit: wuxi,
      maximum: 3,
      countsFrom: 'recommend',
    })
    const ids = await Promise.all(Array.from({ length: 10 }, () => scene.make('cases', 'yixing')))
    const sent = await Promise.all(ids.map((id) => scene.step('cases', id, 'yixing', 'submit')))
    expect(counted(sent)).toEqual({ 200: 10 })
    const answers = await Promise.all(
      ids.map((id, index) => scene.step('cases', id, twenty[index]!, 'recommend')),
    )
    expect(counted(answers)).toEqual({ 200: 3, 409: 7 })
    const desk = await campaign.call('GET', `/cases/${ids[0]}/desk`, { as: 'wuxi' })
    expect(desk.body.quotas[0]).toMatchObject({ unit: '无锡市总工会', maximum: 3, count: 3 })
  })
})
