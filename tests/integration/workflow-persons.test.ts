import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Action, Status } from '../../src/domain/workflow.ts'
import { testCampaign, type TestCampaign } from '../harness/campaign.ts'
import { openScene, type Scene } from '../harness/scene.ts'

let campaign: TestCampaign
let scene: Scene
beforeAll(async () => {
  campaign = await testCampaign()
  scene = await openScene(campaign)
})
afterAll(() => campaign.close())

const order: [Action, Status][] = [
  ['submit', 'submitted'],
  ['recommend', 'recommended'],
  ['accept', 'accepted'],
  ['publish', 'published'],
]

/** Takes a draft as far as `first` by one person and on to just before `second` by others. */
async function upTo(first: Action, second: Action, person: string): Promise<number> {
  const id = await scene.make('videos', 'yixing')
  const others: Record<string, string> = {
    submit: 'yixing',
    recommend: 'wuxi',
    accept: 'wuxi2',
    publish: 'supervisor',
  }
  for (const [action] of order) {
    if (action === second) break
    const as = action === first ? person : others[action]!
    const { status, body } = await scene.step('videos', id, as, action, { reason: '按流程办理' })
    if (status !== 200) throw new Error(`${action} by ${as}: ${JSON.stringify(body)}`)
  }
  return id
}

describe('no person twice among the three reviews', () => {
  test.each([
    ['recommend', 'accept'],
    ['recommend', 'publish'],
    ['accept', 'publish'],
    ['submit', 'accept'],
    ['submit', 'publish'],
  ] as const)('who did “%s” may not “%s”, another person may', async (first, second) => {
    const id = await upTo(first, second, 'province')
    const refused = await scene.step('videos', id, 'province', second)
    expect(refused.status).toBe(403)
    expect(refused.body.errors[0].data.code).toBe('same-person')
    const before = (await scene.logs('videos', id)).length
    expect((await scene.step('videos', id, 'province2', second)).status).toBe(200)
    expect(await scene.logs('videos', id)).toHaveLength(before + 1)
  })

  test('who submitted may do the first review', async () => {
    const id = await upTo('submit', 'recommend', 'wuxi')
    expect((await scene.step('videos', id, 'wuxi', 'recommend')).status).toBe(200)
    expect((await scene.step('videos', id, 'wuxi', 'accept')).status).toBe(403)
    expect((await scene.step('videos', id, 'wuxi2', 'accept')).status).toBe(200)
  })

  test('the desk offers no step that would be refused, and says why', async () => {
    const id = await upTo('recommend', 'accept', 'wuxi')
    const own = await campaign.call('GET', `/videos/${id}/desk`, { as: 'wuxi' })
    expect(own.body.actions.map(({ action }: any) => action)).not.toContain('accept')
    expect(own.body.refused[0]).toMatchObject({ action: 'accept' })
    expect(own.body.refused[0].message.zh).toContain('初审')
    const other = await campaign.call('GET', `/videos/${id}/desk`, { as: 'wuxi2' })
    expect(other.body.actions.map(({ action }: any) => action)).toContain('accept')
  })

  test('a new pass after a return begins anew: its reviewers may be others', async () => {
    const id = await upTo('recommend', 'accept', 'wuxi')
    await scene.step('videos', id, 'wuxi2', 'return', { reason: '请补充片尾字幕' })
    expect((await scene.step('videos', id, 'yixing', 'submit')).status).toBe(200)
    expect((await scene.step('videos', id, 'wuxi2', 'recommend')).status).toBe(200)
    expect((await scene.step('videos', id, 'wuxi2', 'accept')).status).toBe(403)
    expect((await scene.step('videos', id, 'wuxi', 'accept')).status).toBe(200)
  })

  test('after a take-down the same person may publish again, a reviewer of before may not', async () => {
    const id = await scene.make('videos', 'yixing')
    await scene.bring('videos', id, 'published')
    await scene.step('videos', id, 'supervisor', 'takeDown', { reason: '核实投诉' })
    expect((await scene.step('videos', id, 'province2', 'publish')).status).toBe(403)
    expect((await scene.step('videos', id, 'supervisor', 'publish')).status).toBe(200)
  })

  test('a review is somebody’s who may do it: the table of standings holds', async () => {
    const id = await upTo('submit', 'recommend', 'yixing')
    expect((await scene.step('videos', id, 'suzhou', 'recommend')).status).toBe(404)
    expect((await scene.step('videos', id, 'judge', 'recommend')).status).toBe(404)
    expect((await scene.step('videos', id, 'formerly', 'recommend')).status).toBe(401)
    expect((await scene.step('videos', id, 'supervisor', 'recommend')).status).toBe(403)
    await scene.step('videos', id, 'wuxi', 'recommend')
    expect((await scene.step('videos', id, 'yixing', 'accept')).status).toBe(403)
    expect((await scene.step('videos', id, 'supervisor', 'accept')).status).toBe(403)
    await scene.step('videos', id, 'wuxi2', 'accept')
    expect((await scene.step('videos', id, 'headquarters', 'publish')).status).toBe(403)
    const stranger = await campaign.call('POST', `/videos/${id}/transition`, {
      body: { action: 'publish' },
    })
    expect(stranger.status).toBe(401)
  })

  test('allowSamePerson relaxes it for the campaign that sets it, and only then', async () => {
    const [{ id: campaignId }] = await campaign.sql('select id from campaigns')
    const set = (allowSamePerson: boolean) =>
      campaign.call('PATCH', `/campaigns/${campaignId}`, {
        as: 'province',
        body: { allowSamePerson },
      })
    const reason = '人手不足'
    const one = await scene.make('videos', 'yixing')
    await scene.step('videos', one, 'province', 'submit', { reason })
    await scene.step('videos', one, 'province', 'recommend')
    expect((await scene.step('videos', one, 'province', 'accept')).status).toBe(403)
    expect((await set(true)).status).toBe(200)
    expect((await scene.step('videos', one, 'province', 'accept')).status).toBe(200)
    expect((await scene.step('videos', one, 'province', 'publish')).status).toBe(200)
    await scene.step('videos', one, 'province', 'takeDown', { reason })
    expect((await set(false)).status).toBe(200)
    expect((await scene.step('videos', one, 'province', 'publish')).status).toBe(403)
    // Editors never set it themselves.
    const tried = await campaign.call('PATCH', `/campaigns/${campaignId}`, {
      as: 'headquarters',
      body: { allowSamePerson: true },
    })
    expect(tried.status).toBe(403)
  })
})

describe('what a caller expects', () => {
  let waiting: number
  beforeAll(async () => {
    waiting = await upTo('submit', 'recommend', 'yixing')
  })

  test('a stale expectedStatus is 409 and says both states', async () => {
    const { status, body } = await scene.step('videos', waiting, 'wuxi', 'recommend', {
      expectedStatus: 'draft',
    })
    expect(status).toBe(409)
    expect(body.errors[0].data).toMatchObject({ code: 'stale-status', status: 'submitted' })
    expect(body.errors[0].message).toContain('草稿')
    expect(body.errors[0].message).toContain('待初审')
  })

  test.each<[string, string, unknown]>([
    ['an action of another world', 'unknown-action', { action: 'approve' }],
    ['null', 'unknown-action', { action: null }],
    ['a list', 'unknown-action', { action: ['submit'] }],
    ['an object', 'unknown-action', { action: { toString: 'submit' } }],
    ['a name every object has', 'unknown-action', { action: '__proto__' }],
    ['nothing', 'unknown-action', {}],
    ['an unknown status', 'unknown-status', { action: 'recommend', expectedStatus: 'open' }],
    ['an object as status', 'unknown-status', { action: 'recommend', expectedStatus: {} }],
    ['a number as reason', 'reason-not-text', { action: 'return', reason: 5 }],
    ['an empty reason', 'reason-missing', { action: 'return', reason: '' }],
    ['a reason of 2,001', 'reason-too-long', { action: 'return', reason: '字'.repeat(2001) }],
    ['NUL in the reason', 'bad-text', { action: 'return', reason: '退\u0000回' }],
    ['half a character', 'bad-text', { action: 'return', reason: '退\ud800回' }],
    ['a field that it has not', 'unknown-field', { action: 'recommend', status: 'published' }],
  ])('%s is refused with 400 %s', async (_, code, body) => {
    const answer = await campaign.call('POST', `/videos/${waiting}/transition`, {
      as: 'wuxi',
      body,
    })
    expect(answer.status).toBe(400)
    expect(answer.body.errors[0].data.code).toBe(code)
    expect(answer.body.errors[0].message).toMatch(/\p{Script=Han}.*\/.*[a-z]/u)
    expect(await scene.status('videos', waiting)).toBe('submitted')
  })

  test.each(['0', '-1', '1.5', '99999999999', 'abc', '1e3', "1'", '%00', '999999'])(
    'an entry “%s” does not exist',
    async (id) => {
      const body = { action: 'submit' }
      const answer = await campaign.call('POST', `/videos/${id}/transition`, { as: 'wuxi', body })
      expect(answer.status).toBe(404)
    },
  )
})
