import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testCampaign, type TestCampaign } from '../harness/campaign.ts'
import { doJobs } from '../harness/do-jobs.ts'
import { jpeg, ownTempFolder, upload } from '../harness/files.ts'
import { openScene, type Scene } from '../harness/scene.ts'

type Asked = { key: string | undefined; body: any }
type Service = (asked: Asked, response: http.ServerResponse) => void

let campaign: TestCampaign
let scene: Scene
let server: http.Server
let base: string
const asked: Asked[] = []
let service: Service = (_, response) => response.end(JSON.stringify({ verdicts: [] }))

// One server is the world outside: sites to look at, and the service that checks.
beforeAll(async () => {
  ownTempFolder()
  server = http.createServer(async (request, response) => {
    if (request.url === '/fine') return void response.end('ok')
    if (request.url !== '/check') return void response.writeHead(404).end()
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = JSON.parse(Buffer.concat(chunks).toString())
    asked.push({ key: request.headers.authorization, body })
    service(asked.at(-1)!, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  Object.assign(process.env, {
    SAFETY_URL: `${base}/check`,
    SAFETY_KEY: 'a key of the test',
    CHECK_LOOPBACK: 'true',
  })
  campaign = await testCampaign()
  scene = await openScene(campaign)
})
afterAll(async () => {
  await campaign.close()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

const check = () => doJobs(campaign, 'safety', 'safety-lists')
const safety = async (kind: string, id: number, as = 'wuxi') =>
  (await campaign.call('GET', `/${kind}/${id}/safety`, { as })).body

async function submitted(
  kind: 'cases' | 'commentaries' | 'photos' | 'platforms',
  data: object,
  as = 'yixing',
) {
  const id = await scene.make(kind, as, data as Record<string, unknown>)
  const { status, body } = await scene.step(kind, id, as, 'submit')
  expect(status, JSON.stringify(body)).toBe(200)
  return id
}

let lists = 0
async function newList(words: string, more: object = {}) {
  const data = { title: `词表${(lists += 1)}`, category: '广告', words, ...more }
  const { status, body } = await campaign.call('POST', '/word-lists', {
    as: 'province',
    body: data,
  })
  expect(status, JSON.stringify(body)).toBe(201)
  return body.doc
}
const change = (id: number, body: object, as = 'province') =>
  campaign.call('PATCH', `/word-lists/${id}`, { as, body })
const bring = (id: number, body: object | string, as = 'supervisor') =>
  typeof body === 'string'
    ? campaign.call('POST', `/word-lists/${id}/import`, {
        as,
        raw: body,
        headers: { 'content-type': 'text/plain; charset=utf-8' },
      })
    : campaign.call('POST', `/word-lists/${id}/import`, { as, body })

describe('a list of words', () => {
  test('is cleaned, counted, and counts its versions up by the change of its words', async () => {
    const list = await newList('免费领奖\n免費領獎\n 加 微信 \n奖\n# 说明\n')
    expect(list).toMatchObject({ words: '免费领奖\n加 微信', wordCount: 2, version: 1 })
    expect((await change(list.id, { title: '改名' })).body.doc.version).toBe(1)
    expect((await change(list.id, { words: '免费领奖' })).body.doc).toMatchObject({
      version: 2,
      wordCount: 1,
    })
    expect((await change(list.id, { version: 40, wordCount: 9 })).body.doc).toMatchObject({
      version: 2,
      wordCount: 1,
    })
    const versions = await campaign.sql(
      'select version, words, changed_by from word_list_versions where list_id = $1 order by version',
      [list.id],
    )
    expect(versions).toEqual([
      { version: 1, words: '免费领奖\n加 微信', changed_by: campaign.people.province!.id },
      { version: 2, words: '免费领奖', changed_by: campaign.people.province!.id },
    ])
    await expect(campaign.sql(`update word_list_versions set words = ''`)).rejects.toThrow(
      'append-only',
    )
    await change(list.id, { active: false })
  })

  test('counts every one of many changes made at once', async () => {
    const list = await newList('起点词', { active: false })
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) => bring(list.id, `新词${index}`)),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200))
    const { body } = await campaign.call('GET', `/word-lists/${list.id}`, { as: 'province' })
    expect(body).toMatchObject({ version: 7, wordCount: 7 })
  })

  test('takes words as text and as JSON, and says what it dropped', async () => {
    const list = await newList('旧词', { active: false })
    const added = await bring(list.id, '\uFEFF新词\r\n旧词\n单\n')
    expect(added.body).toMatchObject({
      version: 2,
      wordCount: 2,
      taken: 1,
      dropped: [
        { reason: 'duplicate', count: 1, examples: ['旧词'], words: { zh: '重复' } },
        { reason: 'single', count: 1, examples: ['单'] },
      ],
    })
    const replaced = await bring(list.id, { words: ['只有这个'], mode: 'replace' })
    expect(replaced.body).toMatchObject({ version: 3, wordCount: 1, taken: 1, dropped: [] })
    expect((await bring(list.id, { words: '又一个\n再一个' })).body).toMatchObject({ wordCount: 3 })
  })

  test.each([
    [{ words: 5 }, 400],
    [{ words: ['a', 5] }, 400],
    [{ words: ['甲乙'], mode: 'merge' }, 400],
    [{ words: ['甲乙'], more: 1 }, 400],
    [{ words: ['甲\u0000乙'] }, 400],
    [{ words: Array.from({ length: 60_000 }, (_, index) => `某个相当长的词语${index}`) }, 400],
  ])('refuses to bring in what is none: %#', async (body, status) => {
    const list = await newList('词语', { active: false })
    expect((await bring(list.id, body)).status).toBe(status)
    const after = await campaign.call('GET', `/word-lists/${list.id}`, { as: 'province' })
    expect(after.body).toMatchObject({ version: 1, words: '词语' })
  })

  test('is the business of province and supervisor alone', async () => {
    const list = await newList('词语', { active: false })
    const nobody = await campaign.call('POST', `/word-lists/${list.id}/import`, {
      body: { words: [] },
    })
    expect(nobody.status).toBe(401)
    for (const as of ['wuxi', 'judge']) {
      expect((await bring(list.id, '新词', as)).status, as).toBe(404)
      expect((await campaign.call('GET', `/word-lists/${list.id}`, { as })).status, as).not.toBe(
        200,
      )
    }
    expect((await bring(999_999, '新词')).status).toBe(404)
    const raw = await campaign.call('POST', `/word-lists/${list.id}/import`, {
      as: 'province',
      raw: '<a/>',
      headers: { 'content-type': 'text/xml' },
    })
    expect(raw.status).toBe(415)
  })
})

describe('a work with words of a list', () => {
  let list: { id: number; title: string }
  beforeAll(async () => {
    list = await newList('免费领奖\n刷单')
  })

  test('shows its reviewers each of them in its sentence, with field, list and version', async () => {
    const id = await submitted('commentaries', {
      title: '劳动最光荣',
      body: '第一段。请勿相信免 费-領獎的骗局！第二段。',
      authors: [{ name: '刷單一号', workplace: '示范厂' }],
    })
    expect((await safety('commentaries', id)).checkedAt).toBeNull()
    await check()
    expect(await safety('commentaries', id)).toMatchObject({
      checkedAt: expect.any(String),
      count: 2,
      hits: [
        {
          path: 'authors.0.name',
          field: { zh: '作者 › 第 1 项 › 姓名' },
          word: '刷单',
          found: '刷單',
        },
        {
          path: 'body',
          field: { zh: '正文' },
          word: '免费领奖',
          before: '请勿相信',
          found: '免 费-領獎',
          after: '的骗局！',
          list: list.title,
          category: '广告',
          listVersion: 1,
        },
      ],
    })
    expect(await scene.status('commentaries', id)).toBe('submitted')
  })

  test('also in the descriptions of its files', async () => {
    const picture = await upload(campaign, 'yixing', await jpeg(), { data: { alt: '刷单现场' } })
    const id = await submitted('photos', { title: '厂区清晨', pictures: [picture.id] })
    await check()
    const [hit] = (await safety('photos', id)).hits
    expect(hit).toMatchObject({
      path: 'pictures.0.alt',
      field: { zh: expect.stringMatching(/说明文字$/) },
    })
  })

  test('is looked at again when its content changes', async () => {
    const id = await submitted('cases', { title: '免费领奖的陷阱' })
    await check()
    expect((await safety('cases', id)).count).toBe(1)
    await campaign.call('PATCH', `/cases/${id}`, { as: 'province', body: { title: '识破陷阱' } })
    await check()
    expect(await safety('cases', id)).toMatchObject({ count: 0, hits: [] })
  })

  test('is looked at again when a list changes, as long as it is under review', async () => {
    const id = await submitted('cases', { title: '夜校里的陌生词' })
    const published = await scene.make('cases', 'yixing', { title: '已经发布的陌生词' })
    await scene.bring('cases', published, 'published')
    await check()
    expect((await safety('cases', id)).count).toBe(0)
    const fresh = await newList('陌生词')
    await check()
    expect((await safety('cases', id)).hits).toMatchObject([{ word: '陌生词', list: fresh.title }])
    expect((await safety('cases', published)).count).toBe(0)
    await change(fresh.id, { active: false })
    await check()
    expect((await safety('cases', id)).count).toBe(0)
    await change(fresh.id, { active: true })
    await change(fresh.id, { words: '别的词' })
    await check()
    expect((await safety('cases', id)).count).toBe(0)
  })

  test('lists no more than two hundred, and says how many there are', async () => {
    const id = await submitted('commentaries', { title: '很长的一篇', body: '刷单。'.repeat(300) })
    await check()
    const { count, hits } = await safety('commentaries', id)
    expect([count, hits.length]).toEqual([300, 200])
  })

  test.each([
    [undefined, 401],
    ['judge', 404],
    ['suzhou', 404],
    ['yixing', 200],
    ['wuxi', 200],
    ['supervisor', 200],
    ['province', 200],
  ])('shows it to those in scope: %s %i', async (as, status) => {
    const id = await submitted('cases', { title: '看得见看不见' })
    expect((await campaign.call('GET', `/cases/${id}/safety`, { as })).status).toBe(status)
  })

  test('says nothing of it once it is published', async () => {
    const id = await scene.make('cases', 'yixing', { title: '刷单的教训' })
    await scene.bring('cases', id, 'published')
    await check()
    for (const as of ['suzhou', 'judge']) {
      expect((await campaign.call('GET', `/cases/${id}/safety`, { as })).status, as).toBe(403)
    }
    const { body } = await campaign.call('GET', `/cases/${id}`)
    expect(JSON.stringify(body)).not.toMatch(/hits|safety/)
  })
})

describe('the addresses of a work', () => {
  const look = () => doJobs(campaign, 'addresses')
  const desk = async (id: number) =>
    (await campaign.call('GET', `/commentaries/${id}/desk`, { as: 'wuxi' })).body.findings
  beforeAll(() =>
    campaign.sql(`insert into tracks_rules (_order, _parent_id, id, rule, severity)
      select 9, id, 'url-' || id, 'url-reachable', 'warning' from tracks where kind in ('commentaries', 'platforms')`),
  )

  test('are looked at after the submission; the reviewers read what was seen', async () => {
    const id = await submitted('commentaries', {
      title: '网上的文章',
      publishedUrl: `${base}/fine`,
      h5Url: `${base}/nothing`,
    })
    expect(await desk(id)).toEqual([])
    expect((await safety('commentaries', id)).addresses).toEqual([])
    await look()
    await check()
    expect((await safety('commentaries', id)).addresses).toMatchObject([
      { path: 'h5Url', ok: false, status: 404, words: { zh: 'H5 链接：页面不存在（404）' } },
      { path: 'publishedUrl', ok: true, status: 200 },
    ])
    expect(await desk(id)).toMatchObject([
      {
        rule: 'url-reachable',
        severity: 'warning',
        path: 'h5Url',
        message: 'H5 链接：页面不存在（404）',
      },
    ])
  })

  test('that were changed since are not known yet', async () => {
    const id = await submitted('commentaries', {
      title: '换了链接的文章',
      publishedUrl: `${base}/nothing`,
    })
    await look()
    expect(await desk(id)).toHaveLength(1)
    await campaign.call('PATCH', `/commentaries/${id}`, {
      as: 'province',
      body: { publishedUrl: `${base}/fine` },
    })
    expect(await desk(id)).toEqual([])
    await look()
    expect(await desk(id)).toEqual([])
    expect((await safety('commentaries', id)).addresses).toMatchObject([{ ok: true }])
  })

  test('that are none are not asked about: an account’s name', async () => {
    const id = await submitted('platforms', { title: '一个公众号', address: '示范工会' })
    await look()
    expect((await safety('platforms', id)).addresses).toBeNull()
  })

  test('inside the house are refused', async () => {
    const id = await submitted('commentaries', {
      title: '内网的文章',
      publishedUrl: 'http://169.254.169.254/latest',
    })
    await look()
    expect((await safety('commentaries', id)).addresses).toMatchObject([
      { ok: false, status: null, words: { zh: '发表网址：不是公网网址' } },
    ])
  })
})

describe('an outside service', () => {
  const ask = () => doJobs(campaign, 'safety-outside')
  beforeEach(async () => {
    service = (_, response) => response.end(JSON.stringify({ verdicts: [] }))
    await ask()
    await check()
    asked.length = 0
  })
  const job = async (id: number) =>
    (
      await campaign.sql(
        `select state, error from jobs where kind = 'safety-outside' and key = $1 order by id desc`,
        [`cases:${id}`],
      )
    )[0]

  test('is told the texts and small copies of the pictures, and what it says is kept', async () => {
    service = ({ body }, response) =>
      response.end(
        JSON.stringify({
          verdicts: [
            { id: 'title', label: '广告', score: 0.9, detail: '疑似\u0000推广' },
            { id: body.pictures[0].id, label: 'QR_CODE', score: 7 },
          ],
        }),
      )
    const picture = await upload(campaign, 'yixing', await jpeg())
    const id = await submitted('photos', { title: '来看看', pictures: [picture.id] })
    await check()
    expect((await safety('photos', id)).outside).toEqual({ state: 'waiting', verdicts: [] })
    await ask()
    expect(asked).toHaveLength(1)
    expect(asked[0]).toMatchObject({
      key: 'Bearer a key of the test',
      body: { texts: [{ id: 'title', text: '来看看' }] },
    })
    expect(asked[0]!.body.pictures).toMatchObject([{ id: 'pictures.0', type: 'image/webp' }])
    expect((await safety('photos', id)).outside).toMatchObject({
      state: 'done',
      verdicts: [
        {
          path: 'title',
          label: '广告',
          detail: '疑似 推广',
          service: new URL(base).host,
          field: { zh: '标题' },
        },
        { path: 'pictures.0', mediaId: picture.id, label: 'QR_CODE', score: null },
      ],
    })
  })

  test.each<[string, Service]>([
    ['that fails', (_, response) => response.writeHead(503).end('{}')],
    ['that hangs up', (_, response) => response.destroy()],
    ['that talks nonsense', (_, response) => response.end('<html>')],
    ['that answers another question', (_, response) => response.end('{"ok":true}')],
    [
      'that names what it was not sent',
      (_, response) => response.end('{"verdicts":[{"id":"x","label":"y"}]}'),
    ],
    [
      'that says nothing of what it found',
      (_, response) => response.end('{"verdicts":[{"id":"title"}]}'),
    ],
    ['that never stops', (_, response) => response.end('x'.repeat(2 ** 20 + 1))],
    [
      'that sends us elsewhere',
      (_, response) => response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end(),
    ],
  ])('%s is asked again later, and nothing half is kept', async (_, answer) => {
    const id = await submitted('cases', { title: '问一问' })
    service = answer
    await expect(ask()).rejects.toThrow()
    expect((await job(id)).state).toBe('waiting')
    expect(
      await campaign.sql('select from outside_verdicts where entry_id = $1 and kind = $2', [
        id,
        'cases',
      ]),
    ).toEqual([])
    service = (_, response) =>
      response.end(JSON.stringify({ verdicts: [{ id: 'title', label: '好' }] }))
    await campaign.sql(`update jobs set run_at = now() where state = 'waiting'`)
    await ask()
    await check()
    expect((await safety('cases', id)).outside).toMatchObject({
      state: 'done',
      verdicts: [{ label: '好' }],
    })
  })

  test('that refuses a work is not asked about it again', async () => {
    const id = await submitted('cases', { title: '不要的' })
    service = (_, response) => response.writeHead(422).end()
    await expect(ask()).rejects.toThrow('不接受')
    expect((await job(id)).state).toBe('failed')
    await check()
    expect((await safety('cases', id)).outside).toMatchObject({ state: 'failed' })
  })

  test('that is slow is given up', async () => {
    const { httpCheck } = await import('../../src/plugins/content-safety/outside.ts')
    const asking = httpCheck({ url: `${base}/check`, key: 'k', seconds: 0.2 })
    service = () => undefined
    const input = { texts: [{ path: 'title', text: '慢' }], pictures: [] }
    await expect(asking(input, new AbortController().signal)).rejects.toThrow(/timeout|aborted/i)
  })
})
