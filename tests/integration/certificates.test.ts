import { createHash } from 'node:crypto'
import sharp from 'sharp'
import yauzl from 'yauzl'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testCampaign, type TestCampaign } from '../harness/campaign.ts'
import { correctedResult, finalResult } from '../harness/certificates.ts'
import { testClient, testFieldKey } from '../harness/clients.ts'
import { nodeFor, type Node } from '../harness/delivery.ts'
import { doJobs } from '../harness/do-jobs.ts'
import { upload } from '../harness/files.ts'
import { lockAgain, lockedRound } from '../harness/results.ts'
import { openScene, type Scene } from '../harness/scene.ts'

let campaign: TestCampaign
let scene: Scene
let node: Node
let result: number
let template: number
let round: number
let seal: number
const works: string[] = []
const ids: number[] = []

const api = (method: string, path: string, as: string | undefined, body?: object) =>
  campaign.call(method, path, { as, body })
const codeOf = (answer: { body: any }) => answer.body.errors?.[0]?.data?.code
const shown = async (query = '') =>
  (await api('GET', `/results/${result}/certificates${query}`, 'province')).body
const issue = (body: object = {}, as = 'province') =>
  api('POST', `/results/${result}/certificates`, as, { template, ...body })
const html = { accept: 'text/html,application/xhtml+xml' }

beforeAll(async () => {
  campaign = await testCampaign()
  scene = await openScene(campaign)
  const authors = [['钱某甲', '𠮷某㛃'], ['孙某\u{2A6A5}'], ['李某丙'], ['周某丁']]
  for (const [index, title] of ['清晨的车间', '塔吊之上', '夜班', '师徒'].entries()) {
    const by = index === 2 ? 'suzhou' : 'yixing'
    const names = authors[index]!.map((name) => ({ name, workplace: '演示公司' }))
    const made = await scene.make('photos', by, { title, authors: names })
    await scene.bring('photos', made, 'published', { submit: by, recommend: 'headquarters' })
    const [row] = await campaign.sql('select public_id from photos where id = $1', [made])
    ids.push(made)
    works.push(row.public_id)
  }
  const { province, province2 } = campaign.people
  const locked = await lockedRound(campaign.sql, {
    ...{ track: campaign.track('photography'), works, by: [province!.id, province2!.id] },
  })
  round = locked.round
  result = await finalResult(campaign, { track: 'photography', round, title: '摄影作品评选结果' })
  node = await nodeFor(campaign, { cacheBytes: 0, fieldKey: testFieldKey })
}, 90_000)
afterAll(async () => {
  await node?.close()
  await campaign?.close()
})

describe('a template', () => {
  const fields = async (more: object = {}) => {
    const [{ id }] = await campaign.sql('select campaign_id as id from tracks where slug = $1', [
      'photography',
    ])
    return {
      ...{ name: '通用模板', campaign: id, title: '荣誉证书', issuers: '演示总工会\n网络工作部' },
      body: '{{姓名}}：\n　　作品《{{作品}}》荣获\n# {{奖项}}\n　　特发此证。',
      ...{ date: '{{日期}}', ...more },
    }
  }

  it('is the province’s, and says what is wrong with it', async () => {
    for (const as of ['wuxi', 'judge', 'supervisor', undefined]) {
      const { status } = await api('POST', '/certificate-templates', as, await fields())
      expect(status).toBe(403)
    }
    const bad = await fields({ body: '{{名字}}获{{奖项', naming: 'none' })
    const refused = await api('POST', '/certificate-templates', 'province', bad)
    expect([refused.status, codeOf(refused)]).toEqual([422, 'template'])
    const paths = refused.body.errors[0].data.errors.map(({ path }: any) => path)
    expect(new Set(paths)).toEqual(new Set(['body', 'naming']))
    expect(codeOf(await issue({ template: 1 }))).toBe('no-template')
    const picture = await sharp({
      create: {
        width: 300,
        height: 300,
        channels: 4,
        background: { r: 200, g: 0, b: 0, alpha: 0.5 },
      },
    })
      .png({ progressive: true })
      .toBuffer()
    const stamp = await upload(campaign, 'province', picture, {
      name: 'seal.png',
      type: 'image/png',
    })
    const made = await api('POST', '/certificate-templates', 'province', {
      ...(await fields({ seal: stamp.id })),
    })
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    template = made.body.doc.id
    seal = stamp.id
  })

  it('shows a specimen, marked as such', async () => {
    const path = `/certificate-templates/${template}/specimen`
    const { status, headers, body } = await api('GET', path, 'supervisor')
    expect([status, headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect(String(body).startsWith('%PDF-1.7')).toBe(true)
    expect((await api('GET', path, 'wuxi')).status).toBe(403)
    expect((await api('GET', '/certificate-templates/999/specimen', 'province')).status).toBe(404)
  })
})

describe('a batch', () => {
  it('names whom no typeface can draw before anything is made', async () => {
    const { plan, final, certificates } = await shown(`?template=${template}`)
    expect(final.version).toBe(1)
    expect(certificates).toEqual([])
    expect(plan).toMatchObject({ make: 3, replace: 0, revoke: 0, keep: 0 })
    expect(plan.unfit).toMatchObject([
      { id: `${works[1]}#1`, field: '姓名', missing: [{ point: 'U+2A6A5' }] },
    ])
    const refused = await issue()
    expect([refused.status, codeOf(refused)]).toEqual([409, 'not-renderable'])
    expect(await campaign.sql('select from certificates')).toEqual([])
    for (const as of ['wuxi', 'judge', 'supervisor']) {
      expect((await issue({}, as)).status).toBe(403)
    }
  })

  it('gives each author a number once, however many ask at the same time', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => issue({ withoutUnfit: true })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 202])
    const { certificates } = await shown()
    expect(certificates.map(({ name, state }: any) => [name, state])).toEqual([
      ...[
        ['钱某甲', 'waiting'],
        ['𠮷某㛃', 'waiting'],
      ],
      ['李某丙', 'waiting'],
    ])
    expect(certificates.map(({ number }: any) => number.slice(0, -2))).toEqual([
      ...['2022-PHO-00001', '2022-PHO-00002', '2022-PHO-00003'],
    ])
    const early = await node.get(`/v1/certificates/${certificates[0].number}`)
    expect(early.status).toBe(404)
  })

  it('makes its files in a job, which goes on where another one ended', async () => {
    expect(await doJobs(campaign, 'certificates')).toBe(1)
    const { certificates, batches } = await shown()
    expect(certificates.map(({ state }: any) => state)).toEqual(['valid', 'valid', 'valid'])
    expect(batches).toMatchObject([{ made: 3, total: 3, state: 'done' }])
    const [row] = await campaign.sql('select * from certificates order by number')
    const file = await api('GET', `/certificates/${row.number}/file`, 'province')
    expect(file.status).toBe(200)
    expect(Number(row.file_bytes)).toBeGreaterThan(5_000)
    // Done again, nothing is written anew.
    const [{ id }] = await campaign.sql('select id from certificate_batches')
    await campaign.sql(`select enqueue_job('certificates', $1, $2::jsonb, null, 3)`, [
      `certificates:${id}`,
      JSON.stringify({ batch: id }),
    ])
    await doJobs(campaign, 'certificates')
    const [again] = await campaign.sql('select * from certificates order by number')
    expect(again.file_sha256).toBe(row.file_sha256)
  })

  it('is packed whole, with every file as it was written down', async () => {
    const { headers } = await api('GET', `/results/${result}/certificates/zip`, 'supervisor')
    expect(headers.get('content-type')).toBe('application/zip')
    const { handleEndpoints } = await import('payload')
    const request = new Request(
      `${process.env.PUBLIC_URL}/api/results/${result}/certificates/zip`,
      {
        headers: { authorization: `JWT ${campaign.people.province!.token}` },
      },
    )
    const answer = await handleEndpoints({ config: campaign.config, request })
    const files = await unzip(Buffer.from(await answer.arrayBuffer()))
    const rows = await campaign.sql('select * from certificates order by number')
    expect([...files.keys()].sort()).toEqual(
      rows.map((row) => `${row.level_zh}/${row.number} ${row.name}.pdf`).sort(),
    )
    for (const row of rows) {
      const bytes = files.get(`${row.level_zh}/${row.number} ${row.name}.pdf`)!
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(row.file_sha256)
    }
    expect((await api('GET', `/results/${result}/certificates/zip`, 'wuxi')).status).toBe(403)
  })
})

describe('whoever holds a certificate', () => {
  it('finds it by its number as people type it, as a page or as JSON', async () => {
    const [row] = await campaign.sql('select * from certificates order by number')
    for (const typed of [row.number, row.number.toLowerCase(), row.number.replaceAll('-', '')]) {
      const { status, body, headers } = await node.get(`/v1/certificates/${typed}`)
      expect(status).toBe(200)
      expect(body).toMatchObject({
        ...{ number: row.number, state: 'valid', name: '钱某甲', work: '清晨的车间' },
        level: { zh: '一等奖', en: 'First prize' },
        list: { result: '2022-photography', version: 1, sha256: row.list_sha256 },
      })
      expect(headers.get('cache-control')).toBe('no-store')
    }
    const { text, headers } = await node.get(`/v1/certificates/${row.number}`, { headers: html })
    expect(headers.get('content-type')).toContain('text/html')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    for (const word of ['证书有效', 'valid', '钱某甲', '清晨的车间', row.list_sha256]) {
      expect(text).toContain(word)
    }
    expect(text).not.toMatch(/<script|src=|https?:/)
  })

  it('is told of a slip of the pen before anybody is looked up', async () => {
    const [{ number }] = await campaign.sql('select number from certificates order by number')
    const slips = [number.replace('0000', '0010'), 'x', `${number}1`, '<b>']
    for (const slip of slips) {
      const path = `/v1/certificates/${encodeURIComponent(slip)}`
      const { status, body } = await node.get(path)
      expect([status, body.code], slip).toEqual([400, 'invalid-parameter'])
      const page = await node.get(path, { headers: html })
      expect([page.status, page.text.includes('编号有误')]).toEqual([400, true])
      expect(page.text).not.toContain('<b><')
    }
    const { certificateNumber } = await import('../../src/domain/results/certificates.ts')
    const none = certificateNumber({ year: 2022, kind: 'videos', serial: 99 })
    expect((await node.get(`/v1/certificates/${none}`)).status).toBe(404)
    const page = await node.get(`/v1/certificates/${none}`, { headers: html })
    expect([page.status, page.text.includes('没有这一证书')]).toEqual([404, true])
  })

  it('gets those of their own works, and editors those of their units', async () => {
    const all = await api('GET', '/certificates', 'province')
    expect(all.body.certificates).toHaveLength(3)
    const own = await api('GET', '/certificates', 'suzhou')
    expect(own.body.certificates.map(({ name }: any) => name)).toEqual(['李某丙'])
    expect((await api('GET', '/certificates', 'wuxi')).body.certificates).toHaveLength(2)
    expect((await api('GET', '/certificates', 'judge')).status).toBe(403)
    const pack = await api('GET', '/certificates/zip', 'suzhou')
    expect([pack.status, pack.headers.get('content-type')]).toEqual([200, 'application/zip'])
    expect((await api('GET', '/certificates/zip', 'judge')).status).toBe(403)
    const packed = await campaign.sql(
      `select detail from certificate_log where action = 'zip' order by id desc limit 1`,
    )
    expect(packed).toEqual([{ detail: { files: 1 } }])
    const [{ number }] = own.body.certificates
    expect((await api('GET', `/certificates/${number}/file`, 'suzhou')).status).toBe(200)
    expect((await api('GET', `/certificates/${number}/file`, 'wuxi')).status).toBe(404)
    expect((await api('GET', `/certificates/${number}/file`, undefined)).status).toBe(401)
    expect((await node.get('/v1/me/certificates')).status).toBe(401)
    const app = await testClient(campaign.sql, 'union-app', { name: '演示 App' })
    const session = async () => {
      const sent = await node.get('/v1/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token: await app.sign({ sub: `worker-${Math.random()}` }) }),
      })
      return { authorization: `Bearer ${sent.body.token}` }
    }
    const [author, other] = [await session(), await session()]
    await campaign.sql(
      `update photos set participant_id = (select min(id) from participants) where id = $1`,
      [ids[0]],
    )
    const mine = await node.get('/v1/me/certificates', { headers: author })
    expect(mine.body.data.map(({ name }: any) => name)).toEqual(['钱某甲', '𠮷某㛃'])
    const file = await node.get(mine.body.data[0].file, { headers: author })
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect(file.headers.get('cache-control')).toBe('no-store')
    const data = await fetch(`${node.url}/v1/me/data`, { headers: author })
    const kept = await unzip(Buffer.from(await data.arrayBuffer()))
    const listed = JSON.parse(String(kept.get('certificates.json')))
    expect(listed.map((one: any) => [one.number, one.state])).toEqual(
      mine.body.data.map((one: any) => [one.number, 'valid']),
    )
    expect(String(kept.get(listed[0].file)).startsWith('%PDF-1.7')).toBe(true)
    expect((await node.get('/v1/me/certificates', { headers: other })).body.data).toEqual([])
    expect((await node.get(mine.body.data[0].file, { headers: other })).status).toBe(404)
    expect((await node.get('/v1/me/certificates/x', { headers: author })).status).toBe(404)
  })
})

describe('what becomes of a certificate', () => {
  const first = async () =>
    (await campaign.sql('select number from certificates order by number'))[0].number as string

  it('is replaced by another one, and says so', async () => {
    const number = await first()
    const none = await api('POST', `/certificates/${number}/reissue`, 'province', {})
    expect(codeOf(none)).toBe('reason-needed')
    const body = { reason: '遗失补发' }
    expect((await api('POST', `/certificates/${number}/reissue`, 'wuxi', body)).status).toBe(403)
    const twice = await Promise.all(
      [1, 2].map(() => api('POST', `/certificates/${number}/reissue`, 'province', body)),
    )
    expect(twice.map(({ status }) => status).sort()).toEqual([202, 409])
    await doJobs(campaign, 'certificates')
    const after = twice.find(({ status }) => status === 202)!.body.number
    expect((await node.get(`/v1/certificates/${number}`)).body).toMatchObject({
      ...{ state: 'replaced', replacedBy: after },
    })
    expect((await node.get(`/v1/certificates/${after}`)).body.state).toBe('valid')
  })

  it('is revoked for good, with a reason that stays inside', async () => {
    const { certificates } = await shown()
    const { number } = certificates.find(({ name }: any) => name === '李某丙')
    const body = { reason: '抄袭查实' }
    const done = await api('POST', `/certificates/${number}/revoke`, 'province', body)
    expect(done.status).toBe(200)
    expect(codeOf(await api('POST', `/certificates/${number}/revoke`, 'province', body))).toBe(
      'revoked',
    )
    const page = await node.get(`/v1/certificates/${number}`, { headers: html })
    expect(page.text).toContain('证书已作废')
    expect(page.text).not.toContain('抄袭')
    const log = await campaign.sql('select action, reason from certificate_log where number = $1', [
      number,
    ])
    expect(log).toEqual([{ action: 'revoke', reason: '抄袭查实' }])
    // The list still has the person: only two people together give it again.
    const { plan } = await shown()
    expect(plan).toMatchObject({ make: 1, again: 1, replace: 0, revoke: 0 })
    expect(plan.changes).toMatchObject([{ kind: 'again', number, after: { name: '李某丙' } }])
    expect((await issue({ withoutUnfit: true })).body).toEqual({ asked: plan.sha256 })
    expect((await shown()).certificates.map((one: any) => one.number)).toEqual(
      certificates.map((one: any) => one.number),
    )
    await api('POST', `/results/${result}/certificates/withdraw`, 'province', {})
  })

  it('is told to those who have it, once for a work, when its file is there', async () => {
    const told = await campaign.sql(
      `select b.key, n.kind, n.about, n."values" from notices n join notice_batches b on b.id = n.batch_id
        where n.event = 'certificate-issued' order by n.id`,
    )
    const [first] = await campaign.sql('select min(id) as id from certificate_batches')
    const batch = told.filter(({ key }: any) => key === `certificates:${first.id}`)
    expect(new Set(batch.map(({ about }: any) => about))).toEqual(new Set([works[0], works[2]]))
    const own = batch.find(({ about }: any) => about === works[0])
    const numbers = own.values.certificate.split('、')
    expect(numbers).toHaveLength(2)
    expect(own.values.link.split(' ')[0]).toMatch(new RegExp(`/v1/certificates/${numbers[0]}$`))
    // The one that was replaced, in a batch of its own.
    expect(new Set(told.map(({ key }: any) => key)).size).toBe(2)
  })

  it('is never changed otherwise: the database refuses', async () => {
    for (const statement of [
      `update certificates set name = '别人'`,
      'update certificates set revoked_at = null where revoked_at is not null',
      'update certificates set replaced_by = null where replaced_by is not null',
      `update certificates set file_sha256 = 'x' where made_at is not null`,
      'delete from certificates',
      'update certificate_log set reason = null',
      'delete from certificate_log',
      'delete from certificate_batches',
    ]) {
      await expect(campaign.sql(statement), statement).rejects.toThrow()
    }
  })
})

describe('a correction of a final list', () => {
  const standing = async () =>
    (await campaign.sql(
      `select number, place, name, level from certificates
        where revoked_at is null and replaced_by is null order by place`,
    )) as { number: string; place: string; name: string; level: string }[]
  const press = (step: string, as: string, body: object = {}) =>
    api('POST', `/results/${result}/certificates/${step}`, as, body)
  let before: Awaited<ReturnType<typeof standing>>

  it('shows who loses, changes and gains; a name that no typeface has is written in another way', async () => {
    before = await standing()
    expect(before.map(({ name }) => name)).toEqual(['钱某甲', '𠮷某㛃'])
    const order = [1, 0, 3, 2].map((index) => works[index]!)
    const { province, province2 } = campaign.people
    await lockAgain(campaign.sql, {
      ...{ round, track: campaign.track('photography'), works: order, version: 2 },
      by: [province!.id, province2!.id],
    })
    // The first author is somebody else's for as long as the list is made.
    const move = (to: number) =>
      campaign.sql(`update photos_authors set _parent_id = $1 where name = '钱某甲'`, [to])
    await move(ids[2]!)
    await correctedResult(campaign, result)
    await move(ids[0]!)
    const place = `${works[1]}#1`
    expect((await shown()).plan.unfit).toMatchObject([{ id: place }])
    const names = (as: string, name: string, at = place) => press('names', as, { place: at, name })
    expect((await names('supervisor', '孙某龙')).status).toBe(403)
    expect(codeOf(await names('province', '孙某\u{2A6A5}'))).toBe('not-renderable')
    expect(codeOf(await names('province', '孙某龙', 'x#1'))).toBe('no-such-place')
    expect((await names('province', '孙某龙')).status).toBe(200)
    const { plan, names: written } = await shown()
    expect(written).toEqual([{ place, listed: '孙某\u{2A6A5}', name: '孙某龙' }])
    expect(plan).toMatchObject({ make: 2, replace: 1, revoke: 1, keep: 0, unfit: [] })
    const lines = plan.changes.map(({ kind, before: was, after }: any) => [
      ...[kind, was?.name, was?.level.zh, after?.name, after?.level.zh],
    ])
    expect(lines).toEqual([
      ['revoke', '钱某甲', '一等奖', undefined, undefined],
      // Nobody's is replaced by somebody else's, whoever stands first by now.
      ['replace', '𠮷某㛃', '一等奖', '𠮷某㛃', '二等奖'],
      ['make', undefined, undefined, '孙某龙', '一等奖'],
      ['make', undefined, undefined, '周某丁', '二等奖'],
    ])
  })

  it('takes nothing away until another one confirms just that, and then once', async () => {
    const { status, body } = await issue()
    expect([status, body.asked]).toEqual([202, (await shown()).plan.sha256])
    expect(await standing()).toEqual(before)
    expect((await shown()).asked).toMatchObject({ sha256: body.asked, template })
    const named = { sha256: body.asked }
    expect(codeOf(await press('confirm', 'province', named))).toBe('second-person-needed')
    expect(codeOf(await press('confirm', 'province2', { sha256: 'x' }))).toBe('stale-proposal')
    expect((await press('confirm', 'supervisor', named)).status).toBe(403)
    expect((await press('withdraw', 'province2')).status).toBe(200)
    expect(codeOf(await press('withdraw', 'province2'))).toBe('nothing-asked')
    expect(codeOf(await press('confirm', 'province2', named))).toBe('nothing-asked')
    await issue()
    // What would be done by now is something else.
    const place = `${works[1]}#1`
    await press('names', 'province', { place, name: '孙某（龙）' })
    expect(codeOf(await press('confirm', 'province2', named))).toBe('result-changed')
    const again = (await issue()).body
    const done = await Promise.all(
      [1, 2].map(() => press('confirm', 'province2', { sha256: again.asked })),
    )
    expect(done.map((one) => one.status).sort()).toEqual([202, 409])
    const one = done.find((each) => each.status === 202)!.body
    expect(one).toMatchObject({ made: 2, replaced: 1, revoked: 1, kept: 0 })
  })

  it('is made with the seal as it was, whatever becomes of the picture', async () => {
    const removed = await api('DELETE', `/media/${seal}`, 'province')
    expect([removed.status, codeOf(removed)]).toEqual([409, 'in-use'])
    const without = await api('PATCH', `/certificate-templates/${template}`, 'province', {
      seal: null,
    })
    expect(without.status, JSON.stringify(without.body)).toBe(200)
    expect((await api('DELETE', `/media/${seal}`, 'province')).status).toBe(200)
    await doJobs(campaign, 'certificates')
    const { certificates, plan } = await shown()
    expect(certificates.filter(({ state }: any) => state === 'waiting')).toEqual([])
    expect(plan).toMatchObject({ make: 0, replace: 0, revoke: 0, keep: 3, changes: [] })
    expect((await issue()).body).toMatchObject({ batch: null, kept: 3 })
  })

  it('is said on the page of what fell, with what replaces it', async () => {
    const [lost, moved] = before
    const page = await node.get(`/v1/certificates/${lost!.number}`, { headers: html })
    expect(page.text).toContain('证书已作废')
    expect(page.text).toContain('第 2 版名单中已无此奖项')
    const now = (await standing()).find(({ name }) => name === '𠮷某㛃')!
    const { body } = await node.get(`/v1/certificates/${moved!.number}`)
    expect(body).toMatchObject({ state: 'replaced', replacedBy: now.number })
    expect(body.reason.zh).toContain('第 2 版名单')
    const valid = await node.get(`/v1/certificates/${now.number}`)
    expect(valid.body).toMatchObject({ state: 'valid', level: { zh: '二等奖' }, reason: null })
  })
})

function unzip(bytes: Buffer): Promise<Map<string, Buffer>> {
  return new Promise((resolve, reject) => {
    const files = new Map<string, Buffer>()
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error)
      zip.on('entry', (entry) =>
        zip.openReadStream(entry, (failed, stream) => {
          if (failed) return reject(failed)
          const chunks: Buffer[] = []
          stream.on('data', (chunk: Buffer) => chunks.push(chunk))
          stream.on('end', () => {
            files.set(entry.fileName, Buffer.concat(chunks))
            zip.readEntry()
          })
        }),
      )
      zip.on('end', () => resolve(files))
      zip.readEntry()
    })
  })
}
