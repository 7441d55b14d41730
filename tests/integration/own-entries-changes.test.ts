import { afterAll, beforeAll, expect, test } from 'vitest'
import { until } from '../harness/delivery.ts'
import { ownScene, type Ask, type OwnScene } from '../harness/own-entries.ts'

// What happens around works that were sent in: the call changes, the staff reads of it.

let own: OwnScene
beforeAll(async () => {
  own = await ownScene()
})
afterAll(async () => {
  await own.close()
  expect(own.errors).toEqual([])
})

const changes = async () => (await own.stranger('GET', '/tracks/photography')).body.changes

const count = async () =>
  (await own.campaign.sql('select count(*)::int as count from rule_changes'))[0].count

const setRules = (rules: object[], more: object = {}) =>
  own.campaign.call('PATCH', `/tracks/${own.campaign.track('photography')}`, {
    ...{ as: 'nantong', body: { rules, ...more } },
  })

const titleUpTo = (maximum: number) => ({
  ...{ rule: 'title-length', severity: 'blocking', minimum: 2, maximum },
})

const sent = async (ask: Ask, participant: number) => {
  const { ask: _, ...body } = {
    ...{ ask, kind: 'photos', track: 'photography', title: '匠心绝活', ageGroup: 'adult' },
    ...{ consents: { takePart: true }, pictures: [await own.file(participant, 'image/jpeg')] },
  }
  const { body: entry } = await ask('POST', '/me/entries', { body })
  expect((await ask('POST', `/me/entries/${entry.id}/submit`)).status).toBe(200)
  return `/me/entries/${entry.id}`
}

test('a change of an open call is noted, dated and shown to all whom it concerns', async () => {
  const { ask, id } = await own.participant()
  const before = await sent(ask, id)
  expect(await changes()).toEqual([])

  expect((await setRules([titleUpTo(20)], { perPersonLimit: 5 })).status).toBe(200)
  // An answer that is remembered goes when the node hears of the change, not with it.
  await until(async () => (await changes()).length > 0)
  const [change] = await changes()
  expect(change).toEqual({
    at: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T/),
    removed: [{ zh: expect.stringContaining('30'), en: expect.stringContaining('30') }],
    added: [
      { zh: expect.stringContaining('20'), en: expect.stringContaining('20') },
      { zh: '职工个人每人限报 5 件', en: 'At most 5 from each participant' },
    ],
  })
  expect((await own.stranger('GET', '/tracks/photography')).body.perPersonLimit).toBe(5)
  const list = (await own.stranger('GET', '/tracks')).body.data
  const card = list.find(({ slug }: { slug: string }) => slug === 'photography')
  expect(card).toMatchObject({ perPersonLimit: 5 })
  expect(card).not.toHaveProperty('changes')

  expect((await ask('GET', before)).body.ruleChanges).toEqual([change])
  const after = await sent(ask, id)
  expect((await ask('GET', after)).body.ruleChanges).toEqual([])

  // The staff reads it beside the works and while beginning one.
  const [{ id: row }] = await own.campaign.sql('select id from photos order by id limit 1')
  const desk = await own.campaign.call('GET', `/photos/${row}/desk`, { as: 'wuxi' })
  expect(desk.body.changes).toEqual([change])
  const track = own.campaign.track('photography')
  const call = await own.campaign.call('GET', `/tracks/${track}/call`, { as: 'wuxi' })
  expect(call.body.changes).toEqual([change])
  const noted = await own.campaign.sql('select actor_id, before, after from rule_changes')
  expect(noted).toMatchObject([
    {
      actor_id: own.campaign.people.nantong!.id,
      before: { perPersonLimit: null, rules: [{ maximum: 30 }] },
      after: { perPersonLimit: 5, rules: [{ maximum: 20 }] },
    },
  ])
})

test('what reads the same is no change, and what is refused leaves no note', async () => {
  const noted = await count()
  await setRules([titleUpTo(20)], { note: '说明改了', perPersonLimit: 5 })
  expect(await count()).toBe(noted)
  const wrong = await setRules([{ ...titleUpTo(1), minimum: 5 }])
  expect(wrong.status).toBe(422)
  const unknown = await setRules([titleUpTo(9), { rule: 'no-such-rule', severity: 'blocking' }])
  expect(unknown.status).toBeGreaterThanOrEqual(400)
  expect(await count()).toBe(noted)
})

test('before a call opens its host writes it without a note', async () => {
  const noted = await count()
  const { sql, openAll } = own.campaign
  await sql(
    `update campaigns_phases set "from" = now() + interval '1 day', "to" = now() + interval '2 days'`,
  )
  try {
    expect((await setRules([titleUpTo(25)])).status).toBe(200)
    expect(await count()).toBe(noted)
  } finally {
    await openAll()
  }
})

test('the terms of a campaign are public, and what the read model says has no drift', async () => {
  const { payload, sql } = own.campaign
  const [{ id }] = await sql(`select id from campaigns where slug = '2022'`)
  const terms = { version: '2022-1', text: '参加须知……' }
  await payload.update({ collection: 'campaigns', id, data: { terms } })
  // An answer that is remembered goes when the node hears of the change, not with it.
  const shown = async () => (await own.stranger('GET', '/campaigns/2022')).body.terms
  await until(async () => (await shown())?.text === terms.text)
  expect(await shown()).toEqual(terms)
  const { verifyShowcase } = await import('../../src/database/showcase/verify.ts')
  expect(await verifyShowcase(payload)).toEqual([])
  await payload.update({ collection: 'campaigns', id, data: { terms: { version: null } } })
  await until(async () => (await shown()) === null)
})

test('whoever turned out to be somebody else, or left, makes nothing more with an old session', async () => {
  const { sql } = own.campaign
  const stays = await own.participant()
  for (const becomes of [`merged_into = ${stays.id}`, 'erased_at = now()']) {
    const { ask, id } = await own.participant()
    const body = { kind: 'photos', track: 'photography' }
    const made = await ask('POST', '/me/entries', { body })
    expect(made.status).toBe(201)
    // The node still holds that the session stands.
    await sql(`update participants set ${becomes}, epoch = epoch + 1 where id = ${id}`)
    const more = await ask('POST', '/me/entries', { body })
    expect([more.status, more.body.code]).toEqual([401, 'not-signed-in'])
    const change = await ask('PATCH', `/me/entries/${made.body.id}`, { body: { title: '改' } })
    expect([change.status, change.body.code]).toEqual([401, 'not-signed-in'])
    const [{ count }] = await sql(
      `select count(*)::int from photos where participant_id = ${id} and title = '未命名作品'`,
    )
    expect(count).toBe(1)
  }
})

test('a file that is taken out of a work is out of its unit’s sight as well', async () => {
  const { ask, id } = await own.participant()
  const picture = await own.file(id, 'image/jpeg')
  const wuxi = { as: 'wuxi' } as const
  const body = { kind: 'photos', track: 'photography', cover: picture }
  const { body: entry } = await ask('POST', '/me/entries', { body })
  expect((await own.campaign.call('GET', `/media/${picture}`, wuxi)).status).toBe(200)
  expect((await ask('PATCH', `/me/entries/${entry.id}`, { body: { cover: null } })).status).toBe(
    200,
  )
  // It was the only one, and is of no work any more.
  const [row] = await own.campaign.sql(`select entry_id, open from media where id = ${picture}`)
  expect(row).toEqual({ entry_id: null, open: false })
  expect((await own.campaign.call('GET', `/media/${picture}`, wuxi)).status).toBe(404)
  const unit = own.campaign.unit('无锡市总工会')
  const track = own.campaign.track('photography')
  const taken = await own.campaign.call('POST', '/photos', {
    ...{ ...wuxi, body: { title: '别人的照片', track, unit, cover: picture } },
  })
  expect(taken.status).toBe(400)
  expect((await ask('DELETE', `/me/entries/${entry.id}`)).status).toBe(204)
})

test('naming the track again leaves a draft in its campaign, however new another is', async () => {
  const { payload, sql } = own.campaign
  const { ask } = await own.participant()
  const given = { kind: 'photos', track: 'photography', campaign: '2022' }
  const { body: entry } = await ask('POST', '/me/entries', { body: given })
  const [{ id: next }] = await sql(
    `insert into campaigns (title, slug, year) values ('下一届', '2030', 2030) returning id`,
  )
  const { id: later } = await payload.create({
    ...{ collection: 'tracks', depth: 0 },
    data: {
      campaign: next,
      slug: 'photography',
      kind: 'photos',
      title: '下一届摄影',
      host: own.campaign.unit('江苏省总工会'),
    } as never,
  })
  try {
    const body = { track: 'photography', title: '还是这一届' }
    const saved = await ask('PATCH', `/me/entries/${entry.id}`, { body })
    expect([saved.status, saved.body.campaign]).toEqual([200, '2022'])
    const moved = await ask('PATCH', `/me/entries/${entry.id}`, {
      body: { ...body, campaign: '2030' },
    })
    expect([moved.status, moved.body.campaign]).toEqual([200, '2030'])
  } finally {
    await ask('DELETE', `/me/entries/${entry.id}`)
    await payload.delete({ collection: 'tracks', id: later })
    await payload.delete({ collection: 'campaigns', id: next })
  }
})

test('a refusal counts everything that it names', async () => {
  const { ask } = await own.participant()
  const body = { kind: 'photos', track: 'photography', title: '长'.repeat(28) }
  const { body: entry } = await ask('POST', '/me/entries', { body })
  const refused = await ask('POST', `/me/entries/${entry.id}/submit`)
  expect([refused.status, refused.body.code]).toEqual([422, 'rules-not-met'])
  const blocking = refused.body.findings.filter(
    ({ severity }: { severity: string }) => severity === 'blocking',
  )
  expect(blocking.length).toBeGreaterThan(2)
  expect(refused.body.detail).toContain(`有 ${blocking.length} 项不符合要求`)
  expect(refused.body.detail).toContain(`${blocking.length} rule(s) not met`)
})
