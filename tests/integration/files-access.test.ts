import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testCampaign, type TestCampaign } from '../harness/campaign.ts'
import {
  fetchFile,
  jpeg,
  mp4,
  onDisk,
  ownTempFolder,
  pdf,
  phoneJpeg,
  upload,
  type Stored,
} from '../harness/files.ts'
import { openScene, type Scene } from '../harness/scene.ts'

let campaign: TestCampaign
let scene: Scene
beforeAll(async () => {
  ownTempFolder()
  campaign = await testCampaign()
  scene = await openScene(campaign)
})
afterAll(() => campaign.close())

const everybody = [
  undefined,
  'suzhou',
  'judge',
  'yixing',
  'wuxi',
  'headquarters',
  'nantong',
  'supervisor',
  'province',
] as const
type Who = (typeof everybody)[number]

/** Who fetches a file and gets it. */
async function readers(filename: string): Promise<Who[]> {
  const got: Who[] = []
  for (const as of everybody) {
    const { status } = await fetchFile(campaign, filename, { as })
    if (status === 200) got.push(as)
    else expect([401, 403, 404], String(as)).toContain(status)
  }
  return got
}

const own: Who[] = ['yixing', 'wuxi', 'headquarters', 'province']
const inOrder = (who: Who[]) => everybody.filter((one) => who.includes(one))

describe('who reads a file', () => {
  // An entry of Yixing (a county of Wuxi) in the track that Nantong hosts.
  const inScope: Record<string, Who[]> = {
    draft: own,
    submitted: [...own, 'supervisor'],
    recommended: [...own, 'nantong', 'supervisor'],
    accepted: [...own, 'nantong', 'supervisor'],
    published: [...own, 'nantong', 'supervisor'],
  }

  test('follows from the state of the entry that uses it: original and copies', async () => {
    const picture = await upload(campaign, 'yixing', await phoneJpeg())
    const id = await scene.make('photos', 'yixing', { pictures: [picture.id] })
    for (const state of Object.keys(inScope)) {
      if (state !== 'draft') await next(id, state)
      const who = inScope[state]!
      expect(await readers(picture.filename), `original, ${state}`).toEqual(inOrder(who))
      const all = state === 'published' ? everybody : who
      const copies = await readers(picture.sizes.wide.filename)
      expect(copies, `copies, ${state}`).toEqual(inOrder([...all]))
    }
    const reason = '核实投诉'
    expect((await scene.step('photos', id, 'supervisor', 'takeDown', { reason })).status).toBe(200)
    expect(await readers(picture.sizes.wide.filename)).toEqual(inOrder(inScope.accepted!))
  }, 180_000)

  async function next(id: number, state: string): Promise<void> {
    const steps = {
      submitted: ['yixing', 'submit'],
      recommended: ['wuxi', 'recommend'],
      accepted: ['nantong', 'accept'],
      published: ['province', 'publish'],
    } as const
    const [as, action] = steps[state as 'submitted']
    expect((await scene.step('photos', id, as, action)).status).toBe(200)
  }

  test('a video, which has no copies, is open to all once published, and not before', async () => {
    const film = await video()
    const id = await scene.make('videos', 'yixing', { video: film.id })
    await scene.bring('videos', id, 'accepted')
    expect((await fetchFile(campaign, film.filename)).status).toBe(403)
    await scene.step('videos', id, 'supervisor', 'publish')
    expect((await fetchFile(campaign, film.filename)).status).toBe(200)
    await campaign.call('PATCH', `/videos/${id}`, { as: 'province', body: { title: '改过的标题' } })
    expect((await fetchFile(campaign, film.filename)).status).toBe(403)
  })

  test('evidence for the reviewers never goes to strangers, published or not', async () => {
    const shot = await upload(campaign, 'yixing', await jpeg())
    const paper = await upload(campaign, 'yixing', pdf(), {
      name: 'a.pdf',
      type: 'application/pdf',
    })
    const comment = await scene.make('commentaries', 'yixing', { screenshot: shot.id })
    const kase = await scene.make('cases', 'yixing', { attachments: [paper.id] })
    await scene.bring('commentaries', comment, 'published')
    await scene.bring('cases', kase, 'published')
    const inside: Who[] = [...own, 'supervisor']
    expect(await readers(shot.filename)).toEqual(inOrder(inside))
    expect(await readers(shot.sizes.thumb.filename)).toEqual(inOrder(inside))
    // The headquarters’ editor hosts the track of cases; Nantong does not.
    expect(await readers(paper.filename)).toEqual(inOrder(inside))
    for (const [target, field] of [
      [`/commentaries/${comment}`, 'screenshot'],
      [`/cases/${kase}`, 'attachments'],
    ] as const) {
      const { status, body } = await campaign.call('GET', `${target}?depth=2`)
      expect(status).toBe(200)
      expect(body).not.toHaveProperty(field)
      expect(JSON.stringify(body)).not.toContain(shot.filename)
      expect(JSON.stringify(body)).not.toContain(paper.filename)
    }
    for (const { id } of [shot, paper]) {
      expect((await campaign.call('GET', `/media/${id}`)).status).toBe(404)
    }
  })

  test('a file that no entry uses is its maker’s and the unit’s, and nobody else’s', async () => {
    const loose = await upload(campaign, 'yixing', await jpeg())
    expect(await readers(loose.filename)).toEqual(inOrder(own))
    expect(await readers(loose.sizes.card.filename)).toEqual(inOrder(own))
    expect(
      (await campaign.call('GET', '/media')).body.docs.map(({ id }: Stored) => id),
    ).not.toContain(loose.id)
  })

  test('a file taken out of a published entry closes', async () => {
    const [one, two] = [await upload(campaign, 'yixing', await jpeg()), await video()]
    const id = await scene.make('videos', 'yixing', { cover: one.id, video: two.id })
    await scene.bring('videos', id, 'published')
    expect((await fetchFile(campaign, one.sizes.card.filename)).status).toBe(200)
    const body = { cover: null }
    expect((await campaign.call('PATCH', `/videos/${id}`, { as: 'province', body })).status).toBe(
      200,
    )
    await scene.step('videos', id, 'province2', 'accept')
    await scene.step('videos', id, 'supervisor', 'publish')
    expect((await fetchFile(campaign, two.filename)).status).toBe(200)
    expect((await fetchFile(campaign, one.sizes.card.filename)).status).toBe(403)
  })

  test('names that are no file’s are 403 or 404, whoever asks', async () => {
    const names = [
      'nothing.jpg',
      '..%2f..%2fpackage.json',
      '%2e%2e%2fpackage.json',
      '..%5c..%5cpackage.json',
      '%00.jpg',
      'a'.repeat(3000),
      '.',
      '%25',
      'x%FF',
    ]
    for (const name of names) {
      for (const as of [undefined, 'yixing', 'province'] as const) {
        const { status } = await fetchFile(campaign, name, { as })
        expect([400, 403, 404], `${name.slice(0, 40)} ${as}`).toContain(status)
      }
    }
  })

  test('a row whose bytes are gone is 404, not a fault', async () => {
    const film = await video()
    const { rm } = await import('node:fs/promises')
    await rm(`${process.env.MEDIA_DIR}/${film.filename}`)
    expect((await fetchFile(campaign, film.filename, { as: 'yixing' })).status).toBe(404)
  })
})

describe('ranges', () => {
  test('206 with the bytes asked for, 416 with the length, and safe headers on both', async () => {
    const film = await video()
    const whole = mp4()
    const get = (range: string) =>
      fetchFile(campaign, film.filename, { as: 'yixing', headers: { range } })
    const part = await get('bytes=100-199')
    expect(part.status).toBe(206)
    expect(part.headers.get('content-range')).toBe(`bytes 100-199/${whole.length}`)
    expect(part.bytes.equals(whole.subarray(100, 200))).toBe(true)
    const rest = await get('bytes=4000-')
    expect(rest.bytes.equals(whole.subarray(4000))).toBe(true)
    const tail = await get('bytes=-10')
    expect(tail.bytes.equals(whole.subarray(-10))).toBe(true)
    const beyond = await get(`bytes=${whole.length}-`)
    expect(beyond.status).toBe(416)
    expect(beyond.headers.get('content-range')).toBe(`bytes */${whole.length}`)
    for (const { headers } of [part, beyond]) {
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('content-security-policy')).toContain('sandbox')
    }
    for (const odd of ['bytes=a-b', 'bytes=5-1', 'lines=1-2', 'bytes=0-1,3-4', 'bytes=--1']) {
      expect([200, 206, 416], odd).toContain((await get(odd)).status)
    }
  })
})

describe('whose a file is', () => {
  test('of two entries that claim one file at once one gets it, the other is refused whole', async () => {
    for (let round = 0; round < 5; round++) {
      const { id } = await upload(campaign, 'yixing', await jpeg())
      const make = (kind: string, slug: string) =>
        campaign.call('POST', `/${kind}`, {
          as: 'yixing',
          body: { track: campaign.track(slug), title: '争一张图', cover: id },
        })
      const answers = await Promise.all([
        make('videos', 'micro-videos'),
        make('photos', 'photography'),
        make('videos', 'micro-videos'),
      ])
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422])
      const [{ count }] = await campaign.sql(
        `select (select count(*) from videos where cover_id = $1) + (select count(*) from photos where cover_id = $1) as count`,
        [id],
      )
      expect(Number(count)).toBe(1)
    }
  })

  test('nobody claims a file out of their sight, of another entry, or one that does not exist', async () => {
    const theirs = await upload(campaign, 'suzhou', await jpeg())
    const used = await upload(campaign, 'yixing', await jpeg())
    await scene.make('videos', 'yixing', { cover: used.id })
    const evidence = await upload(campaign, 'yixing', await jpeg())
    const published = await scene.make('commentaries', 'yixing', { screenshot: evidence.id })
    await scene.bring('commentaries', published, 'published')
    const before = await campaign.sql('select * from media order by id')
    for (const id of [theirs.id, used.id, evidence.id, 999_999]) {
      for (const body of [
        { kind: 'videos', slug: 'micro-videos', cover: id },
        { kind: 'photos', slug: 'photography', pictures: [id] },
      ]) {
        const { kind, slug, ...fields } = body
        const answer = await campaign.call('POST', `/${kind}`, {
          as: 'yixing',
          body: { track: campaign.track(slug), title: '拿来一用', ...fields },
        })
        expect([400, 422], JSON.stringify(answer.body)).toContain(answer.status)
      }
      const mine = await scene.make('videos', 'yixing')
      const body = { cover: id }
      const patched = await campaign.call('PATCH', `/videos/${mine}`, { as: 'yixing', body })
      expect([400, 422]).toContain(patched.status)
    }
    expect(await campaign.sql('select * from media order by id')).toEqual(before)
  })

  test('a file of the wrong kind does not fit a field', async () => {
    const film = await video()
    const answer = await campaign.call('POST', '/videos', {
      as: 'yixing',
      body: { track: campaign.track('micro-videos'), title: '封面是视频', cover: film.id },
    })
    expect(answer.status).toBe(400)
    const [{ count }] = await campaign.sql('select count(*)::int from videos where cover_id = $1', [
      film.id,
    ])
    expect(count).toBe(0)
  })

  test.each(['draft', 'submitted', 'published', 'returned'] as const)(
    'a file of a %s entry is neither changed nor deleted',
    async (state) => {
      const film = await video()
      const id = await scene.make('videos', 'yixing', { video: film.id })
      if (state === 'returned') {
        await scene.bring('videos', id, 'submitted')
        await scene.step('videos', id, 'wuxi', 'return', { reason: '画面不清' })
      } else if (state !== 'draft') await scene.bring('videos', id, state)
      const before = { disk: onDisk(), row: await row(film.id) }
      for (const as of ['yixing', 'wuxi', 'province', 'suzhou', undefined]) {
        const body = { alt: '改掉' }
        const patched = await campaign.call('PATCH', `/media/${film.id}`, { as, body })
        expect([401, 403, 404]).toContain(patched.status)
        const gone = await campaign.call('DELETE', `/media/${film.id}`, { as })
        expect([401, 403, 404]).toContain(gone.status)
      }
      expect({ disk: onDisk(), row: await row(film.id) }).toEqual(before)
    },
  )

  test('a claim and a delete at once: never an entry with a file that is gone', async () => {
    for (let round = 0; round < 5; round++) {
      const film = await video()
      const [made] = await Promise.all([
        campaign.call('POST', '/videos?depth=0', {
          as: 'yixing',
          body: { track: campaign.track('micro-videos'), title: '同时删除', video: film.id },
        }),
        campaign.call('DELETE', `/media/${film.id}`, { as: 'yixing' }),
      ])
      const exists = onDisk().media.includes(film.filename)
      if (made!.status === 201) expect([film.id, exists]).toEqual([made!.body.doc.video, true])
      else expect(made!.status).toBeLessThan(500)
    }
  })

  test('deleting an unused file takes its copies from the disk', async () => {
    const { id, filename, sizes } = await upload(campaign, 'yixing', await jpeg())
    const names = [filename, ...Object.values(sizes).map((size) => size.filename)]
    for (const name of names) expect(onDisk().media).toContain(name)
    expect((await campaign.call('DELETE', `/media/${id}`, { as: 'suzhou' })).status).toBe(403)
    expect((await campaign.call('DELETE', `/media/${id}`, { as: 'yixing' })).status).toBe(200)
    for (const name of names) expect(onDisk().media).not.toContain(name)
  })

  test('deleting a draft sets its files free, closed to strangers', async () => {
    const film = await video()
    const id = await scene.make('videos', 'yixing', { video: film.id })
    expect((await campaign.call('DELETE', `/videos/${id}`, { as: 'yixing' })).status).toBe(200)
    expect(await row(film.id)).toMatchObject({ entry_id: null, status: null, open: false })
    expect((await fetchFile(campaign, film.filename)).status).toBe(403)
  })
})

const video = () => upload(campaign, 'yixing', mp4(), { name: 'a.mp4', type: 'video/mp4' })

async function row(id: number): Promise<Record<string, unknown>> {
  return (await campaign.sql('select * from media where id = $1', [id]))[0]
}
