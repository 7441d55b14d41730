import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asParticipant } from '../../src/access/person.ts'
import type { EntryKind } from '../../src/domain/kinds.ts'
import { erasedBefore, retention } from '../../src/domain/participation/retention.ts'
import { testCampaign, type TestCampaign } from '../harness/campaign.ts'
import { openScene, trackOf, type Scene } from '../harness/scene.ts'

let campaign: TestCampaign
let scene: Scene
let participant: number

beforeAll(async () => {
  campaign = await testCampaign()
  scene = await openScene(campaign)
  await scene.person('yixing2', 'editor', '宜兴市总工会')
})
afterAll(() => campaign.close())
beforeEach(async () => {
  const [row] = await campaign.sql('insert into participants default values returning id')
  participant = row.id
})

const day = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * day)
// The phases are open until tomorrow, so half a year after them is 181 days from now.
const erase = async (now: Date) => {
  const { eraseOld } = await import('../../src/plugins/participation/retention.ts')
  return eraseOld(campaign.payload, now)
}

async function work(kind: EntryKind, data: object = {}): Promise<number> {
  const user = asParticipant({ id: participant, cameFrom: '演示 App' })
  const { id } = await campaign.payload.create({
    collection: kind as 'photos',
    data: {
      ...{ track: campaign.track(trackOf[kind]), unit: campaign.unit('宜兴市总工会') },
      ...{ title: '匠心绝活', ageGroup: 'adult', status: 'draft' },
      authors: [{ name: '演示·作者', phone: '13800001234' }],
      ...data,
    } as never,
    overrideAccess: false,
    user: user as never,
  })
  return id
}

async function sentIn(kind: EntryKind): Promise<number> {
  const id = await work(kind)
  for (const purpose of ['takePart', 'publishName', 'publishPortrait']) {
    await campaign.sql(
      `insert into consents (participant_id, client_id, kind, entry_id, purpose, granted) values ($1, 1, $2, $3, $4, true)`,
      [participant, kind, id, purpose],
    )
  }
  await scene.bring(kind, id, 'submitted', { submit: 'yixing' })
  return id
}

const phones = async (kind: EntryKind, id: number) =>
  (await campaign.sql(`select phone from ${kind}_authors where _parent_id = $1`, [id])).filter(
    ({ phone }) => phone !== null,
  ).length

describe('phone numbers', () => {
  it('go half a year after the campaign, not a day sooner', async () => {
    const id = await sentIn('photos')
    expect((await erase(inDays(180))).phones).toBe(0)
    expect(await phones('photos', id)).toBe(1)
    expect((await erase(inDays(182))).phones).toBe(1)
    expect(await phones('photos', id)).toBe(0)
  })

  it('stay while somebody still works on the entry', async () => {
    const id = await sentIn('photos')
    await campaign.sql(`update photos set updated_at = $2 where id = $1`, [id, inDays(100)])
    await erase(inDays(200))
    expect(await phones('photos', id)).toBe(1)
    await erase(inDays(281))
    expect(await phones('photos', id)).toBe(0)
  })
})

describe('a guardian’s consent', () => {
  it('goes with its file half a year after the campaign', async () => {
    const id = await sentIn('cases')
    const [{ id: media }] = await campaign.sql(
      `insert into media (filename, original_name, participant_id, entry_kind, entry_id, entry_field, status, unit_path, updated_at, created_at)
       select 'consent-${id}.pdf', 'consent.pdf', $1, 'cases', id, 'guardianConsent', status, unit_path, now(), now() from cases where id = $2 returning id`,
      [participant, id],
    )
    await campaign.sql('update cases set guardian_consent_id = $1 where id = $2', [media, id])
    expect((await erase(inDays(180))).guardianConsents).toBe(0)
    expect((await erase(inDays(182))).guardianConsents).toBe(1)
    expect(await campaign.sql('select 1 from media where id = $1', [media])).toEqual([])
    const [job] = await campaign.sql(`select data from jobs where key = $1`, [`media:${media}`])
    expect(job.data.media).toEqual([`consent-${id}.pdf`])
    expect((await campaign.sql('select title from cases where id = $1', [id]))[0].title).toBe(
      '匠心绝活',
    )
  })
})

describe('a draft', () => {
  it('goes when nobody touched it for half a year', async () => {
    const id = await work('videos')
    expect((await erase(inDays(179))).unfinishedDrafts).toBe(0)
    expect(await scene.status('videos', id)).toBe('draft')
    expect((await erase(inDays(181))).unfinishedDrafts).toBe(1)
    expect(await scene.status('videos', id)).toBeUndefined()
  })

  it('of somebody who left goes at once', async () => {
    const [left, stays] = [await work('videos'), await work('photos')]
    await campaign.sql(`update photos set participant_id = null where id = $1`, [stays])
    await campaign.sql('update participants set erased_at = now() where id = $1', [participant])
    expect((await erase(inDays(0.01))).draftsOfLeft).toBe(1)
    expect(await scene.status('videos', left)).toBeUndefined()
    expect(await scene.status('photos', stays)).toBe('draft')
  })

  it('that the staff made is theirs to delete', async () => {
    const id = await scene.make('photos', 'yixing')
    await erase(inDays(1_000))
    expect(await scene.status('photos', id)).toBe('draft')
  })
})

describe('what only serves the moment', () => {
  it('goes when the moment is over', async () => {
    await campaign.sql(
      `insert into used_tokens (issuer, jti_hash, expires_at) values (1, 'old', now()), (1, 'new', now() + interval '1 hour')`,
    )
    await campaign.sql(
      `insert into idempotency_keys (participant_id, key, fingerprint, claim, at)
       values ($1, 'old', 'f', gen_random_uuid(), now() - interval '23 hours'), ($1, 'new', 'f', gen_random_uuid(), now())`,
      [participant],
    )
    const erased = await erase(inDays(1 / 24 / 30))
    expect([erased.usedTokens, erased.idempotencyAnswers]).toEqual([1, 0])
    const later = await erase(inDays(1.5 / 24))
    expect([later.usedTokens, later.idempotencyAnswers]).toEqual([1, 1])
  })
})

describe('the dates', () => {
  it('are in words for people, and exact to the day', () => {
    for (const { what, days, label } of retention) {
      expect(label.zh).toMatch(/[\u4e00-\u9fff]/)
      const now = new Date('2026-12-31T12:00:00Z')
      expect(now.getTime() - erasedBefore(what, now).getTime()).toBe(days * day)
    }
  })
})

describe('a published work whose participant left', () => {
  const attention = (as?: string) => campaign.call('GET', '/attention', { as })
  const waitsFor = async () => (await attention('province')).body.items
  async function leftBehind(): Promise<number> {
    const id = await sentIn('photos')
    await scene.step('photos', id, 'yixing2', 'recommend')
    await scene.step('photos', id, 'province2', 'accept')
    await scene.step('photos', id, 'supervisor', 'publish')
    const { rights } = campaign.payload.config.custom.takingPart(campaign.payload)
    await rights.erase({ participant, cameFrom: '演示 App' })
    return id
  }

  it('waits for the province, which may keep it', async () => {
    const entry = await leftBehind()
    const [item] = await waitsFor()
    expect(item).toMatchObject({ kind: 'photos', entry, reason: 'participant-left' })
    expect(item.publicId).toMatch(/PHO/)
    const settle = (as?: string) =>
      campaign.call('POST', `/attention/${item.id}/settle`, { as, body: {} })
    for (const [as, status] of [
      [undefined, 401],
      ['wuxi', 403],
      ['supervisor', 403],
    ] as const) {
      expect([as, (await settle(as)).status, (await attention(as)).status]).toEqual([
        as,
        status,
        status,
      ])
    }
    expect((await settle('province')).body.items).toEqual([])
    expect((await settle('province')).status).toBe(404)
    expect(await scene.status('photos', entry)).toBe('published')
  })

  it('waits no more once it is taken down', async () => {
    const entry = await leftBehind()
    expect(await waitsFor()).toHaveLength(1)
    const { status } = await scene.step('photos', entry, 'province', 'takeDown', {
      reason: '作者已注销',
    })
    expect(status).toBe(200)
    expect(await waitsFor()).toEqual([])
    expect(await phones('photos', entry)).toBe(0)
  })
})
