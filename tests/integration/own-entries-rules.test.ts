import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownScene, type Ask, type OwnScene } from '../harness/own-entries.ts'

let own: OwnScene
beforeAll(async () => {
  own = await ownScene()
})
afterAll(async () => {
  await own.close()
  expect(own.errors).toEqual([])
})

const agreed = { takePart: true, publishName: true, publishPortrait: true }
const cases = { kind: 'cases', track: 'rights-cases' }

const make = async (ask: Ask, more: Record<string, unknown> = {}) => {
  const body = { ...cases, title: '匠心绝活', ageGroup: 'adult', consents: agreed, ...more }
  const { status, body: entry } = await ask('POST', '/me/entries', { body })
  expect([status, entry]).toEqual([201, expect.anything()])
  return { ...entry, at: `/me/entries/${entry.id}` }
}

const rowOf = async (publicId: string, kind = 'cases') =>
  (await own.campaign.sql(`select id from ${kind} where public_id = $1`, [publicId]))[0].id

const rowsOf = async (participant: number, kind = 'cases') =>
  (
    await own.campaign.sql(`select count(*)::int as count from ${kind} where participant_id = $1`, [
      participant,
    ])
  )[0].count

/** Submits and lets three reviewers take it to where it is published, as far as they may. */
const publish = async (ask: Ask, entry: { at: string }, kind: 'cases' | 'photos' = 'cases') => {
  const { body } = await ask('POST', `${entry.at}/submit`)
  const id = await rowOf(body.publicId, kind)
  await own.scene.step(kind, id, 'wuxi', 'recommend')
  await own.scene.step(kind, id, 'province2', 'accept')
  return { id, ...(await own.scene.step(kind, id, 'supervisor', 'publish')) }
}

describe('who asks', () => {
  test('nobody without a session, without the scope, or with another’s id', async () => {
    const [one, other] = [await own.participant(), await own.participant()]
    const entry = await make(one.ask)
    for (const [method, target] of [
      ['GET', ''],
      ['PATCH', ''],
      ['DELETE', ''],
      ['POST', '/submit'],
      ['POST', '/withdraw'],
    ] as const) {
      const asked = method === 'PATCH' ? { body: { title: '他人' } } : {}
      const answer = await other.ask(method, `${entry.at}${target}`, asked)
      expect([method, target, answer.status, answer.body.code]).toEqual([
        ...[method, target, 404, 'not-found'],
      ])
      expect((await own.stranger(method, `${entry.at}${target}`, asked)).status).toBe(401)
    }
    expect((await one.ask('GET', entry.at)).body.title).toBe('匠心绝活')
    const list = (await other.ask('GET', '/me/entries')).body
    expect(list).toEqual({ data: [], page: { next: null } })
    const { ask } = await own.participant(own.readsOnly)
    expect((await ask('GET', '/me/entries')).body.code).toBe('scope-missing')
  })

  test('an id that was never given out is not there, published works of others neither', async () => {
    const { ask } = await own.participant()
    const entry = await make(ask)
    const { body } = await publish(ask, entry)
    expect(body.doc.status).toBe('published')
    const { ask: reader } = await own.participant()
    for (const id of [entry.id, 'x', 'cases-1', `${entry.id.slice(0, 21)}!`, 'A'.repeat(22)]) {
      expect((await reader('GET', `/me/entries/${id}`)).status).toBe(404)
    }
    expect((await reader('GET', `/me/entries/${'A'.repeat(3000)}`)).status).toBeLessThan(500)
  })

  test('a list goes page by page, the newest first', async () => {
    const { ask } = await own.participant()
    const made: string[] = []
    for (let number = 0; number < 5; number += 1) made.unshift((await make(ask)).id)
    const first = (await ask('GET', '/me/entries?limit=3')).body
    const rest = (await ask('GET', `/me/entries?limit=3&cursor=${first.page.next}`)).body
    expect([...first.data, ...rest.data].map(({ id }) => id)).toEqual(made)
    expect(rest.page.next).toBeNull()
    expect(first.data[0]).toMatchObject({ status: 'draft', unit: { name: '宜兴市总工会' } })
    const { ask: other } = await own.participant()
    const stolen = await other('GET', `/me/entries?cursor=${first.page.next}`)
    expect(stolen.body.code).toBe('bad-cursor')
  })
})

describe('bad input', () => {
  const long = '长'.repeat(20_001)
  test.each<[why: string, body: unknown, status: number, code: string]>([
    ['no body', undefined, 400, 'invalid-parameter'],
    ['a list', [], 400, 'invalid-parameter'],
    ['no kind', { track: 'rights-cases' }, 400, 'invalid-parameter'],
    ['an unknown kind', { ...cases, kind: 'songs' }, 400, 'invalid-parameter'],
    ['no track', { kind: 'cases' }, 400, 'invalid-parameter'],
    ['a track of another kind', { kind: 'cases', track: 'photography' }, 400, 'wrong-track'],
    ['a track that is not there', { kind: 'cases', track: 'nowhere' }, 400, 'wrong-track'],
    ['a campaign that is not there', { ...cases, campaign: '1999' }, 400, 'wrong-track'],
    ['an unknown field', { ...cases, colour: 'red' }, 400, 'unknown-parameter'],
    ['a field of another kind', { ...cases, place: '无锡' }, 400, 'unknown-field'],
    ...[
      ...['status', 'publicId', 'participantId', 'cameFrom', 'unitPath', 'createdBy'],
      ...['submittedAt', 'publishedAt', 'id', 'createdAt', 'updatedAt', '_status'],
    ].map((name): [string, unknown, number, string] => [
      `the server’s ${name}`,
      { ...cases, [name]: 'published' },
      ...([400, 'unknown-parameter'] as [number, string]),
    ]),
    ['an empty title', { ...cases, title: '' }, 400, 'invalid-parameter'],
    ['a number as title', { ...cases, title: 7 }, 400, 'invalid-parameter'],
    ['a title too long', { ...cases, title: '题'.repeat(201) }, 400, 'invalid-parameter'],
    ['a text too long', { ...cases, situation: long }, 400, 'invalid-parameter'],
    ['a summary too long', { ...cases, summary: long.slice(0, 2001) }, 400, 'bad-value'],
    ['a control character', { ...cases, title: '匠\u0007心' }, 400, 'bad-text'],
    ['a NUL', { ...cases, summary: 'a\u0000b' }, 400, 'bad-text'],
    ['half a character', { ...cases, summary: 'a\uD800' }, 400, 'bad-text'],
    ['a NUL in consents', { ...cases, consents: { termsVersion: '\u0000' } }, 400, 'bad-text'],
    ['a consent as text', { ...cases, consents: { takePart: 'yes' } }, 400, 'invalid-parameter'],
    ['an unknown consent', { ...cases, consents: { all: true } }, 400, 'unknown-parameter'],
    ['an unknown age', { ...cases, ageGroup: 'old' }, 400, 'invalid-parameter'],
    ['authors as text', { ...cases, authors: '甲' }, 400, 'invalid-parameter'],
    ['an author’s unknown field', { ...cases, authors: [{ iban: '1' }] }, 400, 'unknown-parameter'],
    ['21 authors', { ...cases, authors: Array(21).fill({ name: '甲' }) }, 400, 'bad-value'],
    ['a bad phone', { ...cases, authors: [{ phone: '12' }] }, 400, 'bad-phone'],
    [
      'a masked phone of nobody',
      { ...cases, authors: [{ phone: '138****1234' }] },
      400,
      'bad-phone',
    ],
    ['a sealed phone', { ...cases, authors: [{ phone: 'sealed:x' }] }, 400, 'bad-phone'],
    ['a unit that is not there', { ...cases, unit: 999_999 }, 400, 'no-unit'],
    ['a unit as text', { ...cases, unit: '1' }, 400, 'invalid-parameter'],
    ['a file as text', { ...cases, cover: 'x' }, 400, 'invalid-parameter'],
    ['a file that is not there', { ...cases, cover: 999_999_999 }, 422, 'file-not-available'],
    [
      'an upload that is not there',
      { ...cases, cover: { upload: 'a'.repeat(32) } },
      422,
      'file-not-available',
    ],
    ['a file as a list', { ...cases, attachments: 5 }, 400, 'invalid-parameter'],
  ])('%s is refused', async (_why, body, status, code) => {
    const { ask, id } = await own.participant()
    const answer = await ask('POST', '/me/entries', { body })
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(answer.body.detail).toMatch(/\S \/ \S/)
    expect(await rowsOf(id)).toBe(0)
  })

  test.each([
    ['takenAt', '2022-02-30', 'bad-value'],
    ['takenAt', 'yesterday', 'invalid-parameter'],
    ['takenAt', '2022-13-01', 'bad-value'],
    ['subtype', 'nothing', 'bad-value'],
    ['noCompositeDeclared', 'yes', 'invalid-parameter'],
  ])('%s = %s is refused', async (name, value, code) => {
    const { ask } = await own.participant()
    const body = { kind: 'photos', track: 'photography', [name]: value }
    const answer = await ask('POST', '/me/entries', { body })
    expect([answer.status, answer.body.code]).toEqual([400, code])
  })

  test('what is no JSON, too much, or of another type is refused', async () => {
    const { ask } = await own.participant()
    expect((await ask('POST', '/me/entries', { raw: '{' })).status).toBe(400)
    const much = JSON.stringify({ ...cases, summary: 'x'.repeat(2 ** 20) })
    expect((await ask('POST', '/me/entries', { raw: much })).status).toBe(413)
    const headers = { 'content-type': 'text/plain' }
    expect((await ask('POST', '/me/entries', { raw: 'x', headers })).body.code).toBe('content-type')
    expect((await ask('PUT', '/me/entries')).status).toBe(405)
  })

  test('without a unit of the client’s one has to be chosen', async () => {
    const { ask } = await own.participant(own.unitless)
    const none = await ask('POST', '/me/entries', { body: cases })
    expect([none.status, none.body.code]).toEqual([400, 'no-unit'])
    const unit = own.campaign.unit('苏州市总工会')
    const chosen = await ask('POST', '/me/entries', { body: { ...cases, unit } })
    expect(chosen.body).toMatchObject({ unit: { id: unit }, reviewedBy: { name: '苏州市总工会' } })
    const [row] = await own.campaign.sql('select came_from from cases order by id desc limit 1')
    expect(row.came_from).toBe('公众号')
  })

  test('another’s file and another work’s file are refused, and nothing is changed', async () => {
    const [one, other] = [await own.participant(), await own.participant()]
    const foreign = await own.file(other.id, 'image/jpeg')
    const entry = await make(one.ask)
    const taken = await one.ask('PATCH', entry.at, { body: { cover: foreign, title: '改' } })
    expect([taken.status, taken.body.code]).toEqual([422, 'file-not-available'])
    const mine = await own.file(one.id, 'image/jpeg')
    expect((await one.ask('PATCH', entry.at, { body: { cover: mine } })).status).toBe(200)
    const second = await make(one.ask)
    const twice = await one.ask('PATCH', second.at, { body: { cover: mine, title: '改' } })
    expect([twice.status, twice.body.code]).toEqual([422, 'file-not-available'])
    expect((await one.ask('GET', second.at)).body).toMatchObject({ title: '匠心绝活', cover: null })
    const video = await own.file(one.id, 'video/mp4')
    const wrong = await one.ask('PATCH', second.at, { body: { cover: video } })
    expect(wrong.body.detail).toContain('cover 不收 video/mp4 类型的文件')
  })
})

describe('a lost update', () => {
  test('is refused to whoever says what they read', async () => {
    const { ask } = await own.participant()
    const { at } = await make(ask)
    const etag = (await ask('GET', at)).headers.get('etag')!
    const headers = { 'if-match': etag }
    const first = await ask('PATCH', at, { body: { title: '第一次' }, headers })
    expect(first.headers.get('etag')).not.toBe(etag)
    const second = await ask('PATCH', at, { body: { title: '第二次' }, headers })
    expect([second.status, second.body.code]).toEqual([412, 'changed-meanwhile'])
    expect((await ask('DELETE', at, { headers })).status).toBe(412)
    const star = { 'if-match': '*' }
    expect((await ask('PATCH', at, { body: { title: '第三次' }, headers: star })).status).toBe(200)
    expect((await ask('DELETE', at)).status).toBe(204)
    expect((await ask('GET', at)).status).toBe(404)
  })

  test('of two at once with the same ETag one is written', async () => {
    const { ask } = await own.participant()
    const { at } = await make(ask)
    const headers = { 'if-match': (await ask('GET', at)).headers.get('etag')! }
    const answers = await Promise.all(
      ['甲改', '乙改', '丙改'].map((title) => ask('PATCH', at, { body: { title }, headers })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412])
  })
})

describe('Idempotency-Key', () => {
  test('50 at once make one work, and all that come later hear the same', async () => {
    const { ask, id } = await own.participant()
    const headers = { 'idempotency-key': randomUUID() }
    const body = { ...cases, title: '只有一件', authors: [{ name: '甲' }] }
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => ask('POST', '/me/entries', { body, headers })),
    )
    const made = answers.filter(({ status }) => status === 201)
    const waiting = answers.filter(({ body: { code } }) => code === 'request-in-flight')
    expect(made.length).toBeGreaterThanOrEqual(1)
    expect(made.length + waiting.length).toBe(50)
    expect(new Set(made.map((answer) => JSON.stringify(answer.body))).size).toBe(1)
    expect(await rowsOf(id)).toBe(1)
    const later = await ask('POST', '/me/entries', { body, headers })
    expect([later.status, later.body]).toEqual([201, made[0]!.body])
    expect(later.headers.get('etag')).toBe(made[0]!.headers.get('etag'))
    expect(later.headers.get('idempotency-replayed')).toBe('true')
  })

  test('under one key something else is refused', async () => {
    const { ask, id } = await own.participant()
    const headers = { 'idempotency-key': 'k-1' }
    const entry = (await ask('POST', '/me/entries', { body: cases, headers })).body
    const other = { ...cases, title: '另一件' }
    for (const [method, target, body] of [
      ['POST', '/me/entries', other],
      ['PATCH', `/me/entries/${entry.id}`, { title: '改' }],
      ['POST', `/me/entries/${entry.id}/submit`, undefined],
      ['DELETE', `/me/entries/${entry.id}`, undefined],
    ] as const) {
      const answer = await ask(method, target, { body, headers })
      expect([answer.status, answer.body.code]).toEqual([422, 'idempotency-key-reused'])
    }
    expect(await rowsOf(id)).toBe(1)
    // Keys are each person's own.
    const neighbour = await own.participant()
    expect((await neighbour.ask('POST', '/me/entries', { body: other, headers })).status).toBe(201)
  })

  test('steps, changes and deletions are done once', async () => {
    const { ask } = await own.participant()
    const entry = await make(ask)
    const once = async (method: string, target: string, body?: unknown) => {
      const headers = { 'idempotency-key': randomUUID() }
      const first = await ask(method, target, { body, headers })
      const again = await ask(method, target, { body, headers })
      expect([again.status, again.body]).toEqual([first.status, first.body])
      return first
    }
    await once('PATCH', entry.at, { title: '改过一次' })
    const { body } = await once('POST', `${entry.at}/submit`)
    const logs = await own.scene.logs('cases', await rowOf(body.publicId))
    expect(logs.map(({ action }) => action)).toEqual(['submit'])
    await once('POST', `${entry.at}/withdraw`)
    expect((await once('POST', `${entry.at}/reopen`)).body.status).toBe('draft')
    const other = await make(ask)
    expect((await once('DELETE', other.at)).status).toBe(204)
  })

  test('a refusal is not kept: once it is mended the same key does it', async () => {
    const { ask } = await own.participant()
    const { at } = await make(ask, { consents: {} })
    const headers = { 'idempotency-key': 'again' }
    expect((await ask('POST', `${at}/submit`, { headers })).status).toBe(422)
    await ask('PATCH', at, { body: { consents: { takePart: true } } })
    expect((await ask('POST', `${at}/submit`, { headers })).status).toBe(200)
  })

  test('what was lost in a crash is taken over after a minute, what is old is forgotten', async () => {
    const { ask, id } = await own.participant()
    const { sql } = own.campaign
    const age = (interval: string) =>
      sql(`update idempotency_keys set at = at - $1::interval where participant_id = $2`, [
        interval,
        id,
      ])
    const headers = { 'idempotency-key': 'crash' }
    const first = (await ask('POST', '/me/entries', { body: cases, headers })).body
    // As if the process had died before its transaction ended.
    await sql(
      `update idempotency_keys set state = 'working', status = null, body = null, headers = null where participant_id = $1`,
      [id],
    )
    const early = await ask('POST', '/me/entries', { body: cases, headers })
    expect(early.body.code).toBe('request-in-flight')
    await age('61 seconds')
    const taken = (await ask('POST', '/me/entries', { body: cases, headers })).body
    expect(taken.id).not.toBe(first.id)
    await age('25 hours')
    const third = await ask('POST', '/me/entries', { body: { ...cases, title: '新的' }, headers })
    expect(third.status).toBe(201)
    await age('25 hours')
    await ask('POST', '/me/entries', { body: cases, headers: { 'idempotency-key': 'new' } })
    const kept = await sql('select key from idempotency_keys where participant_id = $1', [id])
    expect(kept).toEqual([{ key: 'new' }])
  })

  test('an answer that cannot be kept undoes what it tells of', async () => {
    const { ask, id } = await own.participant()
    await own.campaign.sql(`create function no_answer() returns trigger language plpgsql as $$
      begin if new.state = 'done' then raise exception 'no' using errcode = '40001'; end if; return new; end $$;
      create trigger no_answer before update on idempotency_keys for each row execute function no_answer()`)
    try {
      const headers = { 'idempotency-key': 'x' }
      const answer = await ask('POST', '/me/entries', { body: cases, headers })
      expect([answer.status, answer.body.code]).toEqual([409, 'busy'])
      expect(await rowsOf(id)).toBe(0)
    } finally {
      await own.campaign.sql('drop trigger no_answer on idempotency_keys; drop function no_answer')
    }
  })

  test.each([[' '], ['键'], ['x'.repeat(201)]])('“%s” is no key', async (key) => {
    const { ask } = await own.participant()
    const headers = { 'idempotency-key': encodeURI(key) === key ? key : '\u00e9' }
    const { status } = await ask('POST', '/me/entries', { body: cases, headers })
    expect(key === ' ' ? [201, 400] : [400]).toContain(status)
  })
})

describe('how many', () => {
  test('20 at once never send in more than the track lets one person', async () => {
    const { ask, id } = await own.participant()
    const { sql, track } = own.campaign
    await sql('update tracks set per_person_limit = 3 where id = $1', [track('rights-cases')])
    try {
      const made = []
      for (let number = 0; number < 12; number += 1) made.push(await make(ask))
      const answers = await Promise.all(made.map(({ at }) => ask('POST', `${at}/submit`)))
      const codes = answers.map(({ body }) => body.code ?? body.status)
      expect(codes.sort()).toEqual([
        ...Array(9).fill('person-limit'),
        ...Array(3).fill('submitted'),
      ])
      const refused = answers.find(({ status }) => status === 409)!
      expect(refused.body.detail).toContain('本子项目每人限报 3 件，您已报 3 件')
      // A place that is given back is free again; another person has their own.
      const sent = answers.findIndex(({ status }) => status === 200)
      const [withdrawn] = made.splice(sent, 1)
      await ask('POST', `${withdrawn!.at}/withdraw`)
      const waiting = (await ask('GET', '/me/entries?limit=100')).body.data
      const draft = waiting.find(({ status }: { status: string }) => status === 'draft')
      expect((await ask('POST', `/me/entries/${draft.id}/submit`)).status).toBe(200)
      const neighbour = await own.participant()
      const theirs = await make(neighbour.ask)
      expect((await neighbour.ask('POST', `${theirs.at}/submit`)).status).toBe(200)
      expect(await rowsOf(id)).toBe(12)
    } finally {
      await sql('update tracks set per_person_limit = null')
    }
  })

  test('30 at once never leave more than 20 drafts', async () => {
    const { ask, id } = await own.participant()
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => ask('POST', '/me/entries', { body: cases })),
    )
    const codes = answers.map(({ status, body }) => body.code ?? status)
    expect(codes.filter((one) => one === 201)).toHaveLength(20)
    expect(codes.filter((one) => one === 'too-many-drafts')).toHaveLength(10)
    expect(await rowsOf(id)).toBe(20)
  })
})

describe('consents', () => {
  const terms = (version: string | null) =>
    own.campaign.sql('update campaigns set terms_version = $1', [version])

  test('taking part needs the terms as they now are', async () => {
    const { ask } = await own.participant()
    await terms('2022-1')
    try {
      const { at } = await make(ask, { consents: { takePart: true, termsVersion: '2021-9' } })
      const old = await ask('POST', `${at}/submit`)
      expect([old.status, old.body.code]).toEqual([422, 'consent-missing'])
      expect(old.body.detail).toContain('参加须知现为“2022-1”版，同意的是“2021-9”版')
      expect(old.body.findings[0]).toMatchObject({
        path: 'consents.takePart',
        severity: 'blocking',
      })
      const none = await make(ask, { consents: {} })
      const refused = await ask('POST', `${none.at}/submit`)
      expect(refused.body.findings.map((one: any) => one.path)).toEqual([
        ...['consents.takePart', 'consents.publishName'],
      ])
      const consents = { takePart: true, termsVersion: '2022-1' }
      const agreedNow = await ask('PATCH', at, { body: { consents } })
      expect(agreedNow.body.consents.takePart).toMatchObject({
        granted: true,
        termsVersion: '2022-1',
      })
      expect((await ask('POST', `${at}/submit`)).status).toBe(200)
    } finally {
      await terms(null)
    }
  })

  test('only what is new is recorded, and records stay as they are', async () => {
    const { ask, id } = await own.participant()
    const { at } = await make(ask)
    await ask('PATCH', at, { body: { consents: agreed } })
    await ask('PATCH', at, { body: { consents: { publishName: false } } })
    const { sql } = own.campaign
    const rows = await sql(
      'select purpose, granted, client_id from consents where participant_id = $1 order by id',
      [id],
    )
    expect(rows.map(({ purpose, granted }) => [purpose, granted])).toEqual([
      ...[
        ['takePart', true],
        ['publishName', true],
        ['publishPortrait', true],
      ],
      ['publishName', false],
    ])
    expect(new Set(rows.map(({ client_id }) => client_id))).toEqual(new Set([own.client]))
    await expect(sql('update consents set granted = true')).rejects.toThrow('append-only')
    await expect(sql('delete from consents')).rejects.toThrow('append-only')
  })

  test('no name, no publication, whoever would publish', async () => {
    const { ask } = await own.participant()
    const entry = await make(ask, { consents: { takePart: true } })
    const { id, status, body } = await publish(ask, entry)
    expect([status, body.errors[0].data.code]).toEqual([409, 'consent-missing'])
    expect(body.errors[0].message).toContain('作者没有同意：公开作者姓名，不能发布')
    expect(await own.scene.status('cases', id)).toBe('accepted')
    const desk = await own.campaign.call('GET', `/cases/${id}/desk`, { as: 'supervisor' })
    expect(desk.body.findings).toMatchObject([
      { rule: 'consent-missing', path: 'consents.publishName', severity: 'warning' },
    ])
    const province = await own.scene.step('cases', id, 'province', 'publish', { reason: '急' })
    expect(province.status).toBe(409)
    // Given while it is under review, the reviewers read of it.
    expect(
      (await ask('PATCH', entry.at, { body: { consents: { publishName: true } } })).status,
    ).toBe(200)
    expect((await own.scene.logs('cases', id)).at(-1)).toMatchObject({
      ...{ action: 'note', from: 'accepted', to: 'accepted' },
      reason: '作者同意公开作者姓名 / The participant consents to showing the authors’ names',
    })
    expect((await own.scene.step('cases', id, 'supervisor', 'publish')).status).toBe(200)
  })

  test('who no longer takes part is not published', async () => {
    const { ask } = await own.participant()
    const entry = await make(ask)
    const sent = (await ask('POST', `${entry.at}/submit`)).body
    await ask('PATCH', entry.at, { body: { consents: { takePart: false } } })
    const id = await rowOf(sent.publicId)
    await own.scene.step('cases', id, 'wuxi', 'recommend')
    await own.scene.step('cases', id, 'province2', 'accept')
    const refused = await own.scene.step('cases', id, 'supervisor', 'publish')
    expect([refused.status, refused.body.errors[0].data.missing]).toEqual([409, ['takePart']])
  })

  test('whose work is taken down reads why, until it stands again', async () => {
    const { ask } = await own.participant()
    const entry = await make(ask)
    const { id, status } = await publish(ask, entry)
    expect(status).toBe(200)
    const text = async () => (await ask('GET', entry.at)).body.statusText.zh
    expect(await text()).toBe('已发布')
    const down = await own.scene.step('cases', id, 'supervisor', 'takeDown', { reason: '核实署名' })
    expect(down.status).toBe(200)
    expect(await text()).toBe('已下架，等待重新终审：核实署名')
    expect((await own.scene.step('cases', id, 'supervisor', 'publish')).status).toBe(200)
    expect(await text()).toBe('已发布')
  })

  test('pictures of people need one more', async () => {
    const { ask, id: participant } = await own.participant()
    const pictures = [await own.file(participant, 'image/jpeg')]
    const photo = { kind: 'photos', track: 'photography', pictures }
    const entry = await make(ask, { ...photo, consents: { takePart: true, publishName: true } })
    expect((await publish(ask, entry, 'photos')).body.errors[0].message).toContain('肖像')
  })

  test('what is withdrawn after publication is for the province to decide', async () => {
    const { ask } = await own.participant()
    const entry = await make(ask)
    const { id, status } = await publish(ask, entry)
    expect(status).toBe(200)
    const taken = await ask('PATCH', entry.at, { body: { consents: { publishName: false } } })
    expect(taken.body.consents.publishName.granted).toBe(false)
    const rows = await own.campaign.sql(
      `select reason, said from entry_attention where kind = 'cases' and entry_id = $1`,
      [id],
    )
    expect(rows).toMatchObject([
      { reason: 'consent-withdrawn', said: { zh: '作者撤回同意：公开作者姓名' } },
    ])
    expect((await own.scene.logs('cases', id)).at(-1)!.reason).toContain('作者撤回同意')
    expect(await own.scene.status('cases', id)).toBe('published')
  })
})

describe('age', () => {
  test('children are refused at once, those under 18 need a consent, everybody says', async () => {
    const { ask, id } = await own.participant()
    const child = await ask('POST', '/me/entries', { body: { ...cases, ageGroup: 'child' } })
    expect([child.status, child.body.code]).toEqual([422, 'too-young'])
    const entry = await make(ask, { ageGroup: 'minor' })
    expect((await ask('PATCH', entry.at, { body: { ageGroup: 'child' } })).status).toBe(422)
    const refused = await ask('POST', `${entry.at}/submit`)
    expect([refused.status, refused.body.findings[0].rule]).toEqual([422, 'guardian-consent'])
    const guardianConsent = await own.file(id, 'application/pdf')
    const given = await ask('PATCH', entry.at, { body: { guardianConsent } })
    expect(given.body.guardianConsent).toMatchObject({ id: guardianConsent })
    expect((await ask('POST', `${entry.at}/submit`)).status).toBe(200)
    const silent = await make(ask, { ageGroup: null })
    const unsaid = await ask('POST', `${silent.at}/submit`)
    expect([unsaid.status, unsaid.body.findings[0].rule]).toEqual([422, 'age-group'])
  })
})

describe('files', () => {
  test('are shown with their state, and unready ones keep a work from being published', async () => {
    const { ask, id: participant } = await own.participant()
    const pictures = [
      await own.file(participant, 'image/jpeg', { processing: 'working', progress: 0.4 }),
    ]
    const entry = await make(ask, { kind: 'photos', track: 'photography', pictures })
    expect(entry.pictures[0]).toMatchObject({ state: 'waiting', progress: 0.4 })
    expect(entry.findings).toMatchObject([{ rule: 'file-not-ready', severity: 'warning' }])
    const early = await publish(ask, entry, 'photos')
    expect([early.status, early.body.errors[0].data.code]).toEqual([409, 'files-not-ready'])
    await own.campaign.sql(`update media set processing = 'failed' where id = $1`, [pictures[0]])
    const half = await own.scene.step('photos', early.id, 'supervisor', 'publish')
    expect([half.status, half.body.errors[0].data.code]).toEqual([409, 'files-failed'])
    await own.campaign.sql(`update media set processing = 'done' where id = $1`, [pictures[0]])
    expect((await own.scene.step('photos', early.id, 'supervisor', 'publish')).status).toBe(200)
  })

  test('of no use keep a work from being sent in', async () => {
    const { ask, id } = await own.participant()
    const broken = { processing: 'failed', problem: '视频已损坏' }
    const cover = await own.file(id, 'image/jpeg', broken)
    const entry = await make(ask, { cover })
    expect(entry.cover).toMatchObject({ state: 'failed', problem: '视频已损坏' })
    const refused = await ask('POST', `${entry.at}/submit`)
    expect([refused.status, refused.body.findings[0].rule]).toEqual([422, 'file-failed'])
    expect((await ask('PATCH', entry.at, { body: { cover: null } })).body.cover).toBeNull()
    expect((await ask('POST', `${entry.at}/submit`)).status).toBe(200)
  })

  test('are named by their upload as well', async () => {
    const { ask, id } = await own.participant()
    const media = await own.file(id, 'image/jpeg')
    const upload = randomUUID().replaceAll('-', '')
    await own.campaign.sql(
      `insert into uploads (id, participant_id, client_id, "group", file_name, bytes, state, media_id, expires_at)
       values ($1, $2, $3, 'image', 'a.jpg', 5, 'ready', $4, now() + interval '1 day')`,
      [upload, id, own.client, media],
    )
    expect((await make(ask, { cover: { upload } })).cover.id).toBe(media)
    const other = await own.participant()
    const taken = await other.ask('POST', '/me/entries', { body: { ...cases, cover: { upload } } })
    expect([taken.status, taken.body.code]).toEqual([422, 'file-not-available'])
  })
})

describe('units to choose', () => {
  test('are found level by level and by name', async () => {
    const { ask } = await own.participant()
    const { unit } = own.campaign
    const top = (await ask('GET', '/me/units?track=rights-cases')).body.data
    expect(top[0]).toMatchObject({ name: '江苏省总工会', parent: null, hasUnitsBelow: true })
    const below = (await ask('GET', `/me/units?parent=${unit('无锡市总工会')}`)).body.data
    expect(below.map(({ name }: any) => name)).toContain('宜兴市总工会')
    const found = (await ask('GET', '/me/units?q=%E5%AE%9C%E5%85%B4')).body.data
    expect(found).toMatchObject([{ name: '宜兴市总工会', parent: { name: '无锡市总工会' } }])
    expect((await ask('GET', '/me/units?q=%25')).body.data).toEqual([])
    expect((await ask('GET', '/me/units?q=')).status).toBe(400)
    expect((await own.stranger('GET', '/me/units')).status).toBe(401)
  })
})
