import { afterAll, beforeAll, expect, test } from 'vitest'
import { testCampaign, type TestCampaign } from '../harness/campaign.ts'

let campaign: TestCampaign
beforeAll(async () => {
  campaign = await testCampaign()
})
afterAll(() => campaign.close())

test('a micro-video goes from draft to the public through three people', async () => {
  const { call, track, openAll } = campaign
  await openAll()
  const rules = [{ rule: 'title-length', minimum: 2, maximum: 30, severity: 'blocking' }]
  expect((await call('PATCH', `/tracks/${track('micro-videos')}`, { as: 'province', body: { rules } })).status).toBe(200)
  const made = await call('POST', '/videos', { as: 'yixing', body: { track: track('micro-videos'), title: '匠心' } })
  expect(made.status).toBe(201)
  const step = (as: string, action: string) => call('POST', `/videos/${made.body.doc.id}/transition`, { as, body: { action } })
  expect((await step('yixing', 'submit')).body.doc.status).toBe('submitted')
  expect((await call('PATCH', `/videos/${made.body.doc.id}`, { as: 'yixing', body: { title: '改' } })).status).toBe(403)
  expect((await step('wuxi', 'recommend')).body.doc.status).toBe('recommended')
  expect((await step('wuxi', 'accept')).status).toBe(403)
  expect((await step('wuxi2', 'accept')).body.doc.status).toBe('accepted')
  expect((await call('GET', `/videos/${made.body.doc.id}`)).status).toBe(404)
  expect((await step('supervisor', 'publish')).body.doc.publicId).toBe('2022-VID-000001')
  const seen = await call('GET', `/videos/${made.body.doc.id}`)
  expect(seen.body.title).toBe('匠心')
  expect(seen.body).not.toHaveProperty('createdBy')
})
