import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testCampaign, type TestCampaign } from '../harness/campaign.ts'
import { jpeg, mp4, upload as uploadTo } from '../harness/files.ts'
import { openScene, type Scene } from '../harness/scene.ts'
import type { verifyShowcase } from '../../src/database/showcase/verify.ts'

// Every change that shows, and what the public then sees of it.
let campaign: TestCampaign
let scene: Scene
let verify: typeof verifyShowcase
beforeAll(async () => {
  campaign = await testCampaign()
  scene = await openScene(campaign)
  verify = (await import('../../src/database/showcase/verify.ts')).verifyShowcase
  const { rebuildShowcase } = await import('../../src/database/showcase/rebuild.ts')
  // The scene opened the phases and changed the rules by SQL.
  await rebuildShowcase(campaign.payload)
})
afterAll(() => campaign.close())
afterEach(async () => expect(await verify(campaign.payload)).toEqual([]))

const upload = (as: string, bytes: Buffer, type: string, data?: { alt: string }) =>
  uploadTo(campaign, as, bytes, { type, data })

const rowOf = async (id: number, kind = 'photos') =>
  (
    await campaign.sql(
      `select s.*, (select array_agg(unit_id order by unit_id) from showcase_places p where p.id = s.id) as places,
         (select array_agg(name order by name) from showcase_files f where f.owner = 'entry:' || s.id) as files
       from showcase_entries s where kind = $1 and entry_id = $2`,
      [kind, id],
    )
  )[0]

const documentOf = async (type: string, slug: string) =>
  (
    await campaign.sql('select * from showcase_documents where type = $1 and slug = $2', [
      type,
      slug,
    ])
  )[0]

const published = async (data: Record<string, unknown> = {}) => {
  const id = await scene.make('photos', 'yixing', data)
  await scene.bring('photos', id, 'published')
  return id
}

describe('an entry', () => {
  test('is shown from its publication on, with what the table of public fields names', async () => {
    const picture = await upload('yixing', await jpeg(), 'image/jpeg', { alt: '夜班' })
    const id = await scene.make('photos', 'yixing', {
      title: '炉火映初心',
      summary: '',
      place: '宜兴',
      theme: '匠心',
      takenAt: '2022-06-06T16:00:00.000Z',
      pictures: [picture.id],
      authors: [{ name: '演示甲', workplace: '演示厂', phone: '13800000000' }],
    })
    await scene.bring('photos', id, 'accepted')
    expect(await rowOf(id)).toBeUndefined()
    await scene.step('photos', id, 'supervisor', 'publish', { reason: '按流程办理' })

    const row = await rowOf(id)
    expect(row).toMatchObject({ kind: 'photos', campaign: '2022', track: 'photography' })
    expect(row.card).toEqual({
      id: row.id,
      kind: 'photos',
      title: '炉火映初心',
      summary: null,
      theme: '匠心',
      track: { slug: 'photography', title: expect.any(String) },
      unit: { id: campaign.unit('宜兴市总工会'), name: '宜兴市总工会' },
      authors: [{ name: '演示甲', workplace: '演示厂' }],
      cover: {
        ...{ url: expect.stringMatching(/^\/v1\/media\/.+\.webp$/), width: 320, height: 240 },
        blurhash: null,
      },
      publishedAt: row.published_at.toISOString(),
    })
    const { sizes, ...media } = row.document.media[0]
    expect(row.document).toEqual({
      ...row.card,
      subtype: null,
      takenAt: '2022-06-07',
      place: '宜兴',
      body: null,
      media: [{ ...media, sizes }],
    })
    expect(media).toMatchObject({ role: 'pictures', type: 'image', mimeType: 'image/webp' })
    expect(media).toMatchObject({ alt: '夜班', url: sizes.wide.url })
    expect(row.places).toHaveLength(3)
    expect(row.places).toContain(campaign.unit('无锡市总工会'))
    expect(row.files.length).toBeGreaterThan(0)
    expect(row.files).not.toContain(picture.filename)
    expect(JSON.stringify(row)).not.toMatch(/138|sealed/)
    const [{ found }] = await campaign.sql(
      `select title_grams @@ '''初心''' and people_grams @@ '''演示''' and all_grams @@ '''宜兴''' as found
       from showcase_entries where id = $1`,
      [row.id],
    )
    expect(found).toBe(true)
  })

  test('shows a film as the file itself', async () => {
    const film = await upload('yixing', mp4(), 'video/mp4')
    const id = await scene.make('videos', 'yixing', { video: film.id, subtype: 'drama' })
    await scene.bring('videos', id, 'published')
    const row = await rowOf(id, 'videos')
    expect(row.files).toEqual([film.filename])
    expect(row.document).toMatchObject({ subtype: 'drama', cover: null })
    expect(row.document.media).toEqual([
      expect.objectContaining({ type: 'video', mimeType: 'video/mp4', sizes: null }),
    ])
  })

  test('keeps evidence and declarations inside', async () => {
    const proof = await upload('yixing', await jpeg(), 'image/jpeg')
    const data = {
      screenshot: proof.id,
      body: '第一段\n\n<b>第二段</b>',
      unionMemberDeclared: true,
    }
    const id = await scene.make('commentaries', 'yixing', data)
    await scene.bring('commentaries', id, 'published')
    const row = await rowOf(id, 'commentaries')
    expect(row.files).toBeNull()
    expect(row.document.media).toEqual([])
    expect(row.document.body).toEqual({
      html: '<p>第一段</p><p>&#60;b&#62;第二段&#60;/b&#62;</p>',
      text: '第一段\n\n<b>第二段</b>',
    })
    expect(row.document).not.toHaveProperty('screenshot')
    expect(row.document).not.toHaveProperty('unionMemberDeclared')
  })

  test('goes with its files when it is taken down, and comes back the same', async () => {
    const picture = await upload('yixing', await jpeg(), 'image/jpeg')
    const id = await published({ pictures: [picture.id] })
    const before = await rowOf(id)
    const taken = await scene.step('photos', id, 'province', 'takeDown', { reason: '核实中' })
    expect(taken.status).toBe(200)
    expect(await rowOf(id)).toBeUndefined()
    expect(
      await campaign.sql('select * from showcase_files where name = any($1)', [before.files]),
    ).toEqual([])
    expect(await campaign.sql('select * from showcase_places where id = $1', [before.id])).toEqual(
      [],
    )
    await scene.step('photos', id, 'supervisor', 'publish', { reason: '核实无误' })
    const { published_at: _, card, document, ...rest } = await rowOf(id)
    expect(rest).toEqual(expect.objectContaining({ id: before.id, files: before.files }))
    expect({ ...card, publishedAt: 0 }).toEqual({ ...before.card, publishedAt: 0 })
    expect({ ...document, publishedAt: 0 }).toEqual({ ...before.document, publishedAt: 0 })
  })

  test('goes when it is edited, and shows the new text once it is published again', async () => {
    const id = await published({ title: '旧标题' })
    const data = { title: '新标题' }
    const { status } = await campaign.call('PATCH', `/photos/${id}`, { as: 'province', body: data })
    expect(status).toBe(200)
    expect(await scene.status('photos', id)).toBe('accepted')
    expect(await rowOf(id)).toBeUndefined()
    await scene.step('photos', id, 'supervisor', 'publish', { reason: '再次核准' })
    expect((await rowOf(id)).card.title).toBe('新标题')
  })

  test('stays when it is saved unchanged, and its row is not touched', async () => {
    const id = await published()
    const version = async () =>
      (
        await campaign.sql(
          'select xmin::text from showcase_entries where entry_id = $1 and kind = $2',
          [id, 'photos'],
        )
      )[0]
    const before = await version()
    const body = { title: '匠心绝活', summary: '' }
    expect((await campaign.call('PATCH', `/photos/${id}`, { as: 'province', body })).status).toBe(
      200,
    )
    expect(await scene.status('photos', id)).toBe('published')
    expect(await version()).toEqual(before)
  })

  test('goes when it is deleted', async () => {
    const id = await published()
    const [{ public_id: number }] = await campaign.sql(
      'select public_id from photos where id = $1',
      [id],
    )
    await campaign.payload.delete({ collection: 'photos', id })
    expect(await rowOf(id)).toBeUndefined()
    // Only here are numbers lost; the invariants say that they never are.
    await campaign.sql(
      `insert into photos (title, track_id, unit_id, unit_path, campaign_id, status, public_id)
      select '补', track_id, unit_id, unit_path, campaign_id, 'withdrawn', $1 from photos limit 1`,
      [number],
    )
    await campaign.sql(
      `insert into review_logs (kind, entry_id, action, "from", "to", title, actor_name, actor_role)
       select 'photos', id, 'submit', 'draft', 'withdrawn', title, '系统', 'system' from photos where public_id = $1`,
      [number],
    )
  })
})

describe('what is undone leaves nothing', () => {
  test('neither a row nor a word to the nodes', async () => {
    const { createLocalReq } = await import('payload')
    const { inTransaction } = await import('../../src/database/sql.ts')
    const { takeStep } = await import('../../src/hooks/steps/take-step.ts')
    const id = await scene.make('photos', 'yixing')
    await scene.bring('photos', id, 'accepted')
    const heard: string[] = []
    const listener = await listen((payload) => heard.push(payload))
    const { payload, people } = campaign
    const user = await payload.findByID({ collection: 'users', id: people.supervisor!.id })
    const req = await createLocalReq({ user: { ...user, collection: 'users' } }, payload)
    const person = {
      id: user.id,
      name: '演示',
      role: 'supervisor' as const,
      unitId: null,
      unitPath: '',
    }
    const step = inTransaction(req, async () => {
      await takeStep(req, person, { kind: 'photos', id, action: 'publish', reason: '核准' })
      throw new Error('and then not')
    })
    await expect(step).rejects.toThrow('and then not')
    expect(await rowOf(id)).toBeUndefined()
    await listener.flush()
    expect(heard).toEqual(['flush'])
    await listener.end()
  })
})

describe('names', () => {
  test('a unit’s new name stands on its entries and on its tracks at once', async () => {
    const [id, county] = [await published(), campaign.unit('宜兴市总工会')]
    const { payload } = campaign
    await payload.update({ collection: 'units', id: county, data: { name: '宜兴市工会' } })
    const row = await rowOf(id)
    expect([row.card.unit, row.document.unit]).toEqual(
      Array(2).fill({ id: county, name: '宜兴市工会' }),
    )
    const wuxi = campaign.unit('无锡市总工会')
    await payload.update({ collection: 'units', id: wuxi, data: { name: '无锡市工会' } })
    expect((await documentOf('track', 'micro-videos')).card.host).toBe('无锡市工会')
  })

  test('a unit that moves takes its entries along', async () => {
    const unit = await scene.newUnit('某厂工会', 'enterprise', '宜兴市总工会')
    await scene.person('factory', 'editor', '某厂工会')
    const id = await scene.make('photos', 'factory')
    await scene.bring('photos', id, 'published', { submit: 'factory' })
    expect((await rowOf(id)).places).toContain(campaign.unit('无锡市总工会'))
    const data = { parent: campaign.unit('苏州市总工会') }
    await campaign.payload.update({ collection: 'units', id: unit, data })
    const { places } = await rowOf(id)
    expect(places).toContain(campaign.unit('苏州市总工会'))
    expect(places).not.toContain(campaign.unit('无锡市总工会'))
  })

  test('a track’s new title and slug stand on its entries, its rules in its call', async () => {
    const id = await published()
    const track = campaign.track('photography')
    const data = {
      title: '摄影',
      slug: 'pictures',
      rules: [{ rule: 'title-length', severity: 'blocking', maximum: 30 }],
    }
    await campaign.payload.update({ collection: 'tracks', id: track, data: data as never })
    const row = await rowOf(id)
    expect([row.track, row.card.track, row.document.track]).toEqual([
      'pictures',
      ...Array(2).fill({ slug: 'pictures', title: '摄影' }),
    ])
    const { card, document } = await documentOf('track', 'pictures')
    expect(document).toEqual({
      ...card,
      // The call is open: what was changed in it is said.
      changes: [
        {
          at: expect.any(String),
          added: [{ zh: '标题不超过 30 字', en: expect.any(String) }],
          removed: [{ zh: '标题为 2 字至 30 字', en: expect.any(String) }],
        },
      ],
      call: { zh: [expect.stringContaining('30')], en: [expect.any(String)] },
    })
    expect(await documentOf('track', 'photography')).toBeUndefined()
    await campaign.payload.update({
      collection: 'tracks',
      id: track,
      data: { slug: 'photography' },
    })
  })

  test('a campaign’s slug stands on all that is in it, its phases on its tracks', async () => {
    const id = await published()
    const { docs } = await campaign.payload.find({ collection: 'campaigns', limit: 1 })
    const { id: campaignId, phases } = docs[0]!
    const later = '2030-01-01T00:00:00.000Z'
    await campaign.payload.update({
      collection: 'campaigns',
      id: campaignId,
      data: { slug: 'anew', phases: phases!.map((phase) => ({ ...phase, to: later })) },
    })
    expect((await rowOf(id)).campaign).toBe('anew')
    const track = await documentOf('track', 'photography')
    expect([track.campaign, track.card.campaign]).toEqual(['anew', 'anew'])
    expect(track.card.windows[0]).toMatchObject({ key: 'collect', to: later })
    await campaign.payload.update({
      collection: 'campaigns',
      id: campaignId,
      data: { slug: '2022' },
    })
  })

  test('a campaign and a track come and go', async () => {
    const { payload } = campaign
    const made = await payload.create({
      collection: 'campaigns',
      data: { slug: 'next', title: '明年', year: 2023, noticeDate: '2023-01-31T16:00:00.000Z' },
    })
    expect((await documentOf('campaign', 'next')).card).toMatchObject({ noticeDate: '2023-02-01' })
    const track = await payload.create({
      collection: 'tracks',
      data: {
        campaign: made.id,
        slug: 'one',
        title: '一',
        kind: 'photos',
        scope: 'province',
        host: campaign.unit('无锡市总工会'),
      },
    })
    expect((await documentOf('track', 'one')).campaign).toBe('next')
    await payload.delete({ collection: 'tracks', id: track.id })
    await payload.delete({ collection: 'campaigns', id: made.id })
    expect(await documentOf('track', 'one')).toBeUndefined()
    expect(await documentOf('campaign', 'next')).toBeUndefined()
  })
})

describe('an article', () => {
  const text = (words: string) => ({
    root: {
      type: 'root',
      direction: null,
      format: '' as const,
      indent: 0,
      version: 1,
      children: [
        {
          type: 'paragraph',
          direction: null,
          format: '' as const,
          indent: 0,
          version: 1,
          textFormat: 0,
          textStyle: '',
          children: [
            {
              type: 'text',
              detail: 0,
              format: 0,
              mode: 'normal',
              style: '',
              version: 1,
              text: words,
            },
          ],
        },
      ],
    },
  })

  test('shows its published version only', async () => {
    const { payload } = campaign
    const cover = await upload('province', await jpeg(), 'image/jpeg', { alt: '封面' })
    const data = {
      title: '启动',
      slug: 'launch',
      cover: cover.id,
      body: text('1 < 2'),
      publishedOn: '2022-06-07T04:00:00.000Z',
    }
    const { id } = await payload.create({
      collection: 'articles',
      data: { ...data, _status: 'draft' },
      draft: true,
    })
    expect(await documentOf('article', 'launch')).toBeUndefined()

    await payload.update({ collection: 'articles', id, data: { _status: 'published' } })
    const shown = await documentOf('article', 'launch')
    expect(shown.document).toEqual({
      ...shown.card,
      body: { html: '<p>1 &lt; 2</p>', text: '1 < 2' },
    })
    expect(shown.card).toMatchObject({
      publishedOn: '2022-06-07',
      campaign: null,
      cover: { width: 320 },
    })

    await payload.update({
      collection: 'articles',
      id,
      data: { title: '草稿里的标题', _status: 'draft' },
      draft: true,
    })
    expect(await documentOf('article', 'launch')).toEqual(shown)

    await payload.update({
      collection: 'articles',
      id,
      data: { title: '新启动', _status: 'published' },
    })
    expect((await documentOf('article', 'launch')).card.title).toBe('新启动')

    await payload.update({ collection: 'media', id: cover.id, data: { alt: '新的封面' } })
    await payload.update({ collection: 'articles', id, data: { _status: 'draft' } })
    expect(await documentOf('article', 'launch')).toBeUndefined()
    expect(
      await campaign.sql(`select * from showcase_files where owner = 'article:${id}'`),
    ).toEqual([])

    await payload.update({ collection: 'articles', id, data: { _status: 'published' } })
    await payload.delete({ collection: 'articles', id })
    expect(await documentOf('article', 'launch')).toBeUndefined()
  })

  test('shows pictures in its text as their copies, and takes no script along', async () => {
    const { payload } = campaign
    const picture = await upload('province', await jpeg(), 'image/jpeg', { alt: '一"图' })
    const body = text('字')
    const link = (url: string) => ({
      type: 'link',
      version: 3,
      direction: null,
      format: '',
      indent: 0,
      fields: { linkType: 'custom', url, newTab: false },
      children: [
        { type: 'text', detail: 0, format: 0, mode: 'normal', style: '', version: 1, text: '链接' },
      ],
    })
    const upNode = {
      type: 'upload',
      version: 3,
      format: '',
      relationTo: 'media',
      value: picture.id,
      fields: {},
    }
    body.root.children[0]!.children.push(link('https://example.org/?a=1&b="') as never)
    body.root.children.push(upNode as never)
    const { id } = await payload.create({
      collection: 'articles',
      data: { title: '图文', slug: 'with-picture', body: body as never, _status: 'published' },
    })
    const { document } = await documentOf('article', 'with-picture')
    expect(document.body.html).toMatch(
      /<img src="\/v1\/media\/[^"]+\.webp" alt="一&#34;图" width="320" height="240"/,
    )
    expect(document.body.html).toContain('href="https://example.org/?a=1&amp;b=')
    expect(document.body.html).not.toContain(picture.filename)
    expect(document.body.text).toContain('链接')
    const files = await campaign.sql(`select * from showcase_files where owner = 'article:${id}'`)
    expect(files.length).toBeGreaterThan(0)
    body.root.children[0]!.children[1] = link('javascript:alert(1)') as never
    await campaign.sql('update articles set body = $1 where id = $2', [body, id])
    await payload.update({ collection: 'media', id: picture.id, data: { alt: '另一图' } })
    const { document: later } = await documentOf('article', 'with-picture')
    expect(later.body.html).toContain('alt="另一图"')
    expect(later.body.html).not.toContain('javascript:')
  })
})

test('the description of a picture in use is shown as it is now', async () => {
  const picture = await upload('yixing', await jpeg(), 'image/jpeg', { alt: '旧说明' })
  const id = await published({ cover: picture.id })
  await campaign.payload.update({ collection: 'media', id: picture.id, data: { alt: '新说明' } })
  expect((await rowOf(id)).document.media[0].alt).toBe('新说明')
})

describe('the nodes', () => {
  let listener: Awaited<ReturnType<typeof listen>>
  const heard: any[] = []
  beforeEach(async () => {
    heard.length = 0
    listener = await listen((payload) => payload !== 'flush' && heard.push(JSON.parse(payload)))
  })
  afterEach(() => listener.end())

  test('are told of what changed when it is committed', async () => {
    const id = await published()
    await listener.flush()
    const { id: entry, unit_path: unitPath } = await rowOf(id)
    expect(heard).toEqual([
      {
        entry,
        kind: 'photos',
        campaign: '2022',
        track: campaign.track('photography'),
        theme: null,
        unitPath,
      },
    ])
    await campaign.payload.update({
      collection: 'tracks',
      id: campaign.track('rights-cases'),
      data: { note: '新的说明' },
    })
    await listener.flush()
    expect(heard.at(-1)).toEqual({ document: 'track', campaign: '2022', slug: 'rights-cases' })
  })

  test('are not told when nothing that shows changed', async () => {
    const unit = campaign.unit('宜兴市总工会')
    const data = { contactName: '演示联系人' }
    await campaign.payload.update({ collection: 'units', id: unit, data })
    await listener.flush()
    expect(heard).toEqual([])
  })
})

/** Hears the channel; `flush` waits until all that was told before has come. */
async function listen(onPayload: (payload: string) => void) {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  let flushed = () => {}
  client.on('notification', ({ payload }) => {
    onPayload(payload!)
    if (payload === 'flush') flushed()
  })
  await client.query('listen showcase')
  return {
    flush: async () => {
      const done = new Promise<void>((resolve) => (flushed = resolve))
      await client.query(`notify showcase, 'flush'`)
      await done
    },
    end: () => client.end(),
  }
}
