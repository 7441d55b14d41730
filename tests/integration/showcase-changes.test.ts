import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { EntryKind } from '../../src/domain/kinds.ts'
import { testCampaign, type Answer, type TestCampaign } from '../harness/campaign.ts'
import { fuzzSeed } from '../harness/fuzz-seed.ts'
import { openScene, type Scene } from '../harness/scene.ts'
import type { verifyShowcase } from '../../src/database/showcase/verify.ts'

// The read model equals its sources after anything, in any order and at the same time.
let campaign: TestCampaign
let scene: Scene
let verify: typeof verifyShowcase
const factories: number[] = []
const parents: number[] = []

beforeAll(async () => {
  campaign = await testCampaign()
  scene = await openScene(campaign)
  // Everybody who sends in sits in a unit that moves about.
  for (const name of ['甲厂', '乙厂', '丙厂']) {
    factories.push(await scene.newUnit(name, 'enterprise', '宜兴市总工会'))
    await scene.person(name, 'editor', name)
  }
  parents.push(
    ...['宜兴市总工会', '江阴市总工会', '苏州市总工会', '江苏省总工会'].map(campaign.unit),
  )
  verify = (await import('../../src/database/showcase/verify.ts')).verifyShowcase
  const { rebuildShowcase } = await import('../../src/database/showcase/rebuild.ts')
  await rebuildShowcase(campaign.payload)
})
afterAll(() => campaign.close())

const reason = '按流程办理'
const pick = <T>(list: readonly T[], at: number): T | undefined =>
  list[at % Math.max(list.length, 1)]

async function idsIn(kind: EntryKind, status: string): Promise<number[]> {
  const rows = await campaign.sql(`select id from ${kind} where status = $1 order by id`, [status])
  return rows.map(({ id }) => id)
}

/** An entry that only waits for its publication, as often as wanted: copied by SQL with its log. */
async function accepted(kind: EntryKind, count: number): Promise<number[]> {
  const { sql } = campaign
  const who = ['甲厂', '乙厂', '丙厂']
  const made: number[] = []
  for (const as of who) {
    const id = await scene.make(kind, as, { authors: [{ name: `演示${as}`, workplace: as }] })
    await scene.bring(kind, id, 'accepted', { submit: as })
    made.push(id)
  }
  const each = await Promise.all(
    made.map((id, at) =>
      sql(
        `with copies as (insert into ${kind} (title, track_id, unit_id, unit_path, campaign_id, status, public_id, submitted_at)
           select title || n, track_id, unit_id, unit_path, campaign_id, status,
             overlay(public_id placing lpad(n::text, 6, '0') from 10), submitted_at
           from ${kind}, generate_series(4, $2) n where id = $1 and n % 3 = $3 returning id)
         insert into review_logs (kind, entry_id, public_id, title, track_id, unit_id, action, "from", "to", actor_id, actor_name, actor_role)
           select l.kind, c.id, null, l.title, l.track_id, l.unit_id, l.action, l."from", l."to", l.actor_id, l.actor_name, l.actor_role
           from review_logs l, copies c where l.kind = '${kind}' and l.entry_id = $1 order by c.id, l.id returning entry_id`,
        [id, count, at],
      ),
    ),
  )
  await sql(`update public_id_counters set last = $1 where kind = '${kind}'`, [count])
  return [...made, ...new Set(each.flat().map(({ entry_id }) => Number(entry_id)))]
}

/** Does so many things at a time; fewer than the database has connections. */
async function together(work: (() => Promise<void>)[], lanes = 12): Promise<void> {
  const waiting = [...work]
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await next()
  }
  // All of them come to their end, also when one fails: what follows finds nothing under way.
  const ended = await Promise.allSettled(Array.from({ length: lanes }, lane))
  for (const one of ended) if (one.status === 'rejected') throw one.reason
}

const expectOk = ({ status, body }: Answer) => expect(status, JSON.stringify(body)).toBe(200)

test('200 publications and 20 renames and moves at once leave no old name behind', async () => {
  const ids = await accepted('photos', 200)
  expect(ids).toHaveLength(200)
  const { payload } = campaign
  const publish = ids.map((id) => async () => {
    expectOk(await scene.step('photos', id, 'supervisor', 'publish', { reason }))
    if (id % 5 === 0) expectOk(await scene.step('photos', id, 'province', 'takeDown', { reason }))
  })
  const track = campaign.track('photography')
  const rename = Array.from({ length: 20 }, (_, at) => async () => {
    const id = pick(factories, at)!
    if (at % 4 === 0) {
      const data = { title: `摄影 ${at}`, slug: `photography-${at}` }
      await payload.update({ collection: 'tracks', id: track, data })
    } else if (at % 4 === 1) {
      await payload.update({ collection: 'units', id, data: { parent: pick(parents, at)! } })
    } else {
      await payload.update({ collection: 'units', id, data: { name: `新名 ${at}` } })
    }
  })
  await Promise.all([together(publish), together(rename, 5)])
  expect(await verify(payload)).toEqual([])
  const [{ shown }] = await campaign.sql('select count(*)::int as shown from showcase_entries')
  expect(shown).toBe(ids.filter((id) => id % 5 !== 0).length)

  await campaign.sql('truncate showcase_entries, showcase_places, showcase_files')
  const { rebuildShowcase } = await import('../../src/database/showcase/rebuild.ts')
  const batches: number[] = []
  const onBatch = (_: string, entries: number) => batches.push(entries)
  expect(await rebuildShowcase(payload, { batchSize: 7, onBatch })).toBe(shown)
  expect(batches.reduce((sum, one) => sum + one, 0)).toBe(shown)
  expect(await verify(payload)).toEqual([])
}, 300_000)

const kinds: EntryKind[] = ['photos', 'commentaries']
type Operation = (at: number, kind: EntryKind) => Promise<unknown>

const operations: Record<string, Operation> = {
  publish: async (at, kind) => {
    const id = pick(await idsIn(kind, 'accepted'), at)
    if (id) expectOk(await scene.step(kind, id, 'supervisor', 'publish', { reason }))
  },
  takeDown: async (at, kind) => {
    const id = pick(await idsIn(kind, 'published'), at)
    if (id) expectOk(await scene.step(kind, id, 'province', 'takeDown', { reason }))
  },
  edit: async (at, kind) => {
    const id = pick(await idsIn(kind, 'published'), at)
    const body = {
      title: `改动 ${at % 50}`,
      authors: [{ name: `演示${at % 9}` }],
      theme: at % 3 ? '匠心' : null,
    }
    if (id)
      expectOk(await campaign.call('PATCH', `/${kind}/${id}?depth=0`, { as: 'province', body }))
  },
  saveUnchanged: async (at, kind) => {
    const id = pick(await idsIn(kind, 'published'), at)
    if (id)
      expectOk(await campaign.call('PATCH', `/${kind}/${id}?depth=0`, { as: 'province', body: {} }))
  },
  make: (at, kind) =>
    scene.make(kind, pick(['甲厂', '乙厂', '丙厂'], at)!, { title: `新作 ${at % 90}` }),
  deleteDraft: async (at, kind) => {
    const id = pick(await idsIn(kind, 'draft'), at)
    if (id) expectOk(await campaign.call('DELETE', `/${kind}/${id}`, { as: 'province' }))
  },
  renameUnit: (at) =>
    campaign.payload.update({
      collection: 'units',
      id: pick([...factories, ...parents], at)!,
      data: { name: `单位 ${at % 70}` },
    }),
  moveUnit: (at) =>
    campaign.payload.update({
      collection: 'units',
      id: pick(factories, at)!,
      data: { parent: pick(parents, at >> 3)! },
    }),
  renameTrack: (at, kind) =>
    campaign.payload.update({
      collection: 'tracks',
      id: campaign.track(kind === 'photos' ? 'photography' : 'commentaries'),
      data: { title: `子项目 ${at % 40}`, slug: `${kind}-${at % 7}` },
    }),
  campaignSlug: async (at) =>
    campaign
      .sql('select id from campaigns')
      .then(([{ id }]) =>
        campaign.payload.update({ collection: 'campaigns', id, data: { slug: `c-${at % 3}` } }),
      ),
  article: async (at) => {
    const slug = `article-${at % 5}`
    const { payload } = campaign
    const [known] = await campaign.sql('select id from articles where slug = $1', [slug])
    const _status = at % 3 ? ('published' as const) : ('draft' as const)
    const data = { slug, title: `消息 ${at % 60}`, _status }
    if (!known) return payload.create({ collection: 'articles', data, draft: at % 3 === 0 })
    if (at % 7 === 0) return payload.delete({ collection: 'articles', id: known.id })
    return payload.update({ collection: 'articles', id: known.id, data, draft: at % 2 === 0 })
  },
}

test('a thousand changes in any order', async () => {
  await accepted('commentaries', 30)
  const weighted = [...Object.keys(operations), 'publish', 'publish', 'takeDown', 'edit']
  const step = fc.record({
    what: fc.constantFrom(...weighted),
    at: fc.nat(),
    kind: fc.constantFrom(...kinds),
  })
  const seed = fuzzSeed()
  const [steps] = fc.sample(fc.array(step, { minLength: 1000, maxLength: 1000, size: 'max' }), {
    seed,
    numRuns: 1,
  })
  for (const [index, { what, at, kind }] of steps!.entries()) {
    await operations[what]!(at, kind)
    if (index % 100 !== 99) continue
    expect(await verify(campaign.payload), `seed ${seed}, ${index + 1} changes`).toEqual([])
  }
}, 600_000)
