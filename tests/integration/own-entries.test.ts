import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describePublicApi } from '../../src/delivery/openapi/describe.ts'
import { entryKindList, type EntryKind } from '../../src/domain/kinds.ts'
import { ownScene, type Ask, type OwnScene } from '../harness/own-entries.ts'
import { trackOf } from '../harness/scene.ts'

let own: OwnScene
let isAsDescribed: (name: string, value: unknown) => void
beforeAll(async () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  ajv.addSchema((await describePublicApi()) as object, 'api')
  own = await ownScene()
  isAsDescribed = (name, value) => {
    const validate = ajv.compile({ $ref: `api#/components/schemas/${name}` })
    expect(validate(value), JSON.stringify(validate.errors)).toBe(true)
  }
})
afterAll(async () => {
  await own.close()
  expect(own.errors).toEqual([])
})

const agreed = { takePart: true, publishName: true, publishPortrait: true }
const author = { name: '演示·职工甲', workplace: '示例机械厂', phone: '13800001234' }

const draft = async (ask: Ask, kind: EntryKind, more: Record<string, unknown> = {}) => {
  const body = { kind, track: trackOf[kind], ...more }
  const { status, body: entry, headers } = await ask('POST', '/me/entries', { body })
  expect([status, entry]).toEqual([201, expect.anything()])
  return { ...entry, etag: headers.get('etag')! }
}

const rowOf = async (publicId: string, kind: EntryKind) =>
  (await own.campaign.sql(`select id from ${kind} where public_id = $1`, [publicId]))[0].id

const fieldsOf = async (kind: EntryKind, participant: number) => {
  const file = (mimeType: string) => own.file(participant, mimeType)
  switch (kind) {
    case 'cases':
      return { situation: '背景', results: '成效', attachments: [await file('application/pdf')] }
    case 'videos':
      return { subtype: 'drama', video: await file('video/mp4'), madeOn: '2022-07-01' }
    case 'photos':
      return {
        ...{ subtype: 'single', pictures: [await file('image/jpeg')], takenAt: '2022-05-01' },
        ...{ place: '无锡', noCompositeDeclared: true },
      }
    case 'recitations':
      return { subtype: 'recite', video: await file('video/mp4'), textSource: '示例' }
    case 'commentaries':
      return { subtype: 'text', body: '评论', publishedUrl: 'https://example.org/1' }
    case 'platforms':
      return {
        ...{ subtype: 'app', operator: '示例', services: ['一'], activeUsers: 5 },
        selfAssessment: [{ indicator: '指标', marks: 5, fullMarks: 10 }],
      }
  }
}

describe.each(entryKindList)('a work of %s', (kind) => {
  test('goes from a draft to what everybody sees', async () => {
    const { ask, id: participant } = await own.participant()
    const begun = await draft(ask, kind)
    expect(begun).toMatchObject({
      ...{ kind, title: '未命名作品', status: 'draft', publicId: null, reason: null },
      statusText: { zh: '草稿，尚未报送', en: 'Draft, not sent in yet' },
      unit: { name: '宜兴市总工会' },
      reviewedBy: { name: '宜兴市总工会' },
      track: { slug: trackOf[kind] },
      campaign: '2022',
      may: ['change', 'delete', 'submit'],
    })
    const at = `/me/entries/${begun.id}`

    // Autosave: what is given is written, the rest stays.
    const fields = await fieldsOf(kind, participant)
    const saved = await ask('PATCH', at, { body: fields })
    expect([saved.status, saved.body]).toEqual([200, expect.anything()])
    for (const [name, value] of Object.entries(fields)) {
      if (typeof value === 'number' && name === 'video') {
        expect(saved.body[name]).toMatchObject({ id: value, state: 'ready', name: '原件' })
      } else if (!Array.isArray(value)) expect([name, saved.body[name]]).toEqual([name, value])
    }
    const titled = await ask('PATCH', at, { body: { title: '题', authors: [author] } })
    expect(titled.body.authors).toEqual([
      { ...author, id: expect.any(String), phone: '138****1234' },
    ])
    expect(titled.body.subtype ?? null).toEqual((fields as { subtype?: string }).subtype ?? null)

    isAsDescribed('OwnEntry', titled.body)
    isAsDescribed('OwnEntryList', (await ask('GET', '/me/entries')).body)

    // What stands against it is shown before, and all of it at once.
    const rules = ['title-length', 'age-group', 'consent-missing']
    expect(titled.body.findings.slice(0, 3).map((one: any) => one.rule)).toEqual(rules)
    const refused = await ask('POST', `${at}/submit`)
    expect([refused.status, refused.body.code]).toEqual([422, 'rules-not-met'])
    expect(refused.body.findings).toEqual(titled.body.findings)
    isAsDescribed('Problem', refused.body)

    const [kept] = titled.body.authors
    const authors = [{ ...kept, workplace: '示例二厂' }]
    const full = { title: '匠心绝活', ageGroup: 'adult', consents: agreed, authors }
    expect((await ask('PATCH', at, { body: full })).body.findings).toEqual([])
    const sent = await ask('POST', `${at}/submit`)
    expect([sent.status, sent.body]).toEqual([200, expect.anything()])
    expect(sent.body).toMatchObject({
      ...{ status: 'submitted', statusText: { zh: '宜兴市总工会初审中' }, may: ['withdraw'] },
      publicId: expect.stringMatching(/^2022-[A-Z]{3}-\d{6}$/),
    })
    const changed = await ask('PATCH', at, { body: { title: '另一个题' } })
    expect([changed.status, changed.body.code]).toEqual([409, 'wrong-status'])

    // A reviewer returns it with words, which the participant reads.
    const id = await rowOf(sent.body.publicId, kind)
    const back = { reason: '请补充拍摄地点' }
    expect((await own.scene.step(kind, id, 'wuxi', 'return', back)).status).toBe(200)
    const returned = (await ask('GET', at)).body
    expect(returned).toMatchObject({
      ...{ status: 'returned', reason: '请补充拍摄地点', may: ['change', 'submit', 'withdraw'] },
      statusText: { zh: '已退回：请补充拍摄地点' },
    })
    await ask('PATCH', at, { body: { summary: '已补充' } })
    expect((await ask('POST', `${at}/submit`)).body.status).toBe('submitted')

    for (const [as, action] of [
      ['wuxi', 'recommend'],
      ['province2', 'accept'],
      ['supervisor', 'publish'],
    ] as const) {
      const { status, body } = await own.scene.step(kind, id, as, action, { reason: '按流程' })
      expect([action, status, body.errors]).toEqual([action, 200, undefined])
      const text = (await ask('GET', at)).body.statusText.zh
      if (action === 'recommend') expect(text).toMatch(/承办单位（.+）复审中$/)
      if (action === 'accept') expect(text).toBe('网信办终审中')
    }
    const out = (await ask('GET', at)).body
    expect(out).toMatchObject({ status: 'published', may: [] })
    isAsDescribed('OwnEntry', out)
    const shown = await own.stranger('GET', `/entries/${sent.body.publicId}`)
    expect(shown.body).toMatchObject({ title: '匠心绝活', kind, summary: '已补充' })
    expect(JSON.stringify(shown.body)).not.toMatch(/participant|ageGroup|adult|138/)
  })
})
