import { createLocalReq, type PayloadRequest } from 'payload'
import { Webhook } from 'standardwebhooks'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { NoticeEvent } from '../../src/domain/results/notices.ts'
import { notify } from '../../src/hooks/notices.ts'
import { allowedFor, endpointProblem } from '../../src/outgoing/endpoint-address.ts'
import { isPublic } from '../../src/outgoing/public-address.ts'
import { openSender, type Sender, type SenderOptions } from '../../src/outgoing/sender.ts'
import { postWebhook } from '../../src/outgoing/webhook.ts'
import { testCampaign, type Answer, type TestCampaign } from '../harness/campaign.ts'
import { testClient, testFieldKey } from '../harness/clients.ts'
import { until } from '../harness/delivery.ts'
import { openReceiver, type Receiver } from '../harness/receiver.ts'
import { openScene } from '../harness/scene.ts'

let campaign: TestCampaign
let receiver: Receiver
let client: number
let other: number
let req: PayloadRequest
let senders: Sender[] = []

beforeAll(async () => {
  process.env.CHECK_LOOPBACK = 'true'
  campaign = await testCampaign()
  receiver = await openReceiver()
  client = (await testClient(campaign.sql, 'app', { name: '江苏工会 App' })).id
  other = (await testClient(campaign.sql, 'h5')).id
  req = await createLocalReq({}, campaign.payload)
})

afterEach(async () => {
  await Promise.all(senders.map((one) => one.close()))
  senders = []
  receiver.hooks.length = 0
  receiver.answer(200)
  await campaign.sql(
    `delete from notices; delete from notice_batches; delete from webhook_endpoints`,
  )
})

afterAll(async () => {
  await receiver.close()
  await campaign.close()
})

const quiet = { info: () => undefined, warn: () => undefined }

function send(options: Partial<SenderOptions> = {}): void {
  senders.push(
    openSender({
      ...{ databaseUrl: process.env.DATABASE_URL!, smtpUrl: undefined, host: 'campaign.example' },
      ...{ keys: [testFieldKey], allowed: allowedFor({ loopback: true }), log: quiet },
      ...{ pollSeconds: 0.2, webhookSeconds: 1, ...options },
    }),
  )
}

const hooks = (
  method: string,
  path = '',
  body?: unknown,
  as = 'province',
  of = client,
): Promise<Answer> => campaign.call(method, `/api-clients/${of}/webhooks${path}`, { as, body })

async function endpoint(events: NoticeEvent[] = ['results-corrected'], url = receiver.url) {
  const { status, body } = await hooks('POST', '', { url, events })
  expect([status, body.errors]).toEqual([201, undefined])
  return { id: body.endpoints[0].id as number, secret: body.secret as string }
}

const corrected = (batch: string, version = '2') =>
  notify(req, {
    ...{ event: 'results-corrected', batch, ids: { result: 'r-1' } },
    to: [{ kind: 'client', values: { track: '摄影', version, reason: '张某某申诉' } }],
  })

const row = async () =>
  (
    await campaign.sql(
      `select state, attempts::int, error, extract(epoch from due_at - now())::int as wait from notices where channel = 'webhook'`,
    )
  )[0]
const settled = () =>
  until(
    async () =>
      (
        await campaign.sql(
          `select 1 from notices where channel = 'webhook' and state in ('waiting', 'sending')`,
        )
      ).length === 0,
  )
const failed = () =>
  until(async () => (await row()).error !== null && (await row()).state !== 'sending')

describe('a webhook', () => {
  it('is signed so that the standard’s own library believes it, and says ids and states only', async () => {
    const { secret } = await endpoint()
    await corrected('signed')
    send()
    await settled()
    const [hook] = receiver.hooks
    expect(new Webhook(secret).verify(hook!.body, hook!.headers)).toEqual({
      type: 'results.corrected',
      timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
      data: { version: '2', result: 'r-1' },
    })
    expect(hook!.body).not.toContain('张某某')
    expect(() => new Webhook(secret).verify(`${hook!.body} `, hook!.headers)).toThrow()
    const { body } = await hooks('GET')
    expect(body.endpoints).toMatchObject([
      { state: 'well', waiting: 0, dead: 0, lastOkAt: expect.any(String) },
    ])
    expect(JSON.stringify(body)).not.toMatch(/whsec_|sealed:/)
  })

  it('is signed by both secrets while they are being changed', async () => {
    const { id, secret } = await endpoint()
    const { body } = await hooks('POST', `/${id}/rotate`, {})
    expect(body.secret).not.toBe(secret)
    await corrected('rotated')
    send()
    await settled()
    const [hook] = receiver.hooks
    for (const one of [secret, body.secret]) new Webhook(one).verify(hook!.body, hook!.headers)
    await campaign.sql(`update webhook_endpoints set old_until = now()`)
    await corrected('rotated later')
    await settled()
    const last = receiver.hooks[1]!
    new Webhook(body.secret).verify(last.body, last.headers)
    expect(() => new Webhook(secret).verify(last.body, last.headers)).toThrow()
  })

  it('goes to those alone who asked for its event, and to no client that is switched off', async () => {
    await endpoint(['entry-published'])
    await corrected('not asked for')
    expect(await row()).toBeUndefined()
    await endpoint()
    await campaign.sql(`update api_clients set active = false where id = $1`, [client])
    await corrected('switched off')
    await campaign.sql(`update api_clients set active = true where id = $1`, [client])
    expect(await row()).toBeUndefined()
  })

  it('tells the client that brought a participant what became of their work, and no other', async () => {
    const scene = await openScene(campaign)
    await endpoint(['entry-returned'])
    await hooks(
      'POST',
      '',
      { url: `${receiver.url}-other`, events: ['entry-returned'] },
      'province',
      other,
    )
    const [person] = await campaign.sql(`insert into participants default values returning id`)
    await campaign.sql(
      `insert into participant_identities (participant_id, kind, issuer, subject_hash) values ($1, 'client', $2, 'x')`,
      [person.id, String(client)],
    )
    const id = await scene.make('videos', 'suzhou')
    await campaign.sql(`update users set active = false where email like 'suzhou%'`)
    await scene.step('videos', id, 'province', 'submit', { reason: '代交' })
    await campaign.sql(`update videos set participant_id = $1 where id = $2`, [person.id, id])
    await scene.step('videos', id, 'province', 'return', { reason: '姓名王某某不清' })
    await campaign.sql(`update videos set participant_id = null where id = $1`, [id])
    await campaign.sql(`update users set active = true where email like 'suzhou%'`)
    send()
    await settled()
    expect(receiver.hooks.map(({ path }) => path)).toEqual(['/hooks'])
    const [{ public_id: publicId }] = await campaign.sql(
      `select public_id from videos where id = $1`,
      [id],
    )
    expect(JSON.parse(receiver.hooks[0]!.body)).toMatchObject({
      type: 'entry.returned',
      data: { entry: publicId, status: 'returned', kind: 'videos' },
    })
    expect(receiver.hooks[0]!.body).not.toContain('王某某')
  })
})

describe('a test of an endpoint', () => {
  const test = (id: number, as = 'province', of = client) =>
    hooks('POST', `/${id}/test`, {}, as, of)

  it('goes out at once, signed as everything is, and what came back is told', async () => {
    const { id, secret } = await endpoint()
    const { status, body } = await test(id)
    expect([status, body]).toEqual([
      200,
      { ok: true, status: 200, why: null, ms: expect.any(Number), id: expect.any(String) },
    ])
    const [hook] = receiver.hooks
    expect(hook!.headers['webhook-id']).toBe(body.id)
    expect(new Webhook(secret).verify(hook!.body, hook!.headers)).toEqual({
      type: 'webhook.test',
      timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
      data: {},
    })
    const [line] = await campaign.sql(
      `select action, actor_name, detail from notice_log order by id desc limit 1`,
    )
    expect(line).toEqual({
      ...{ action: 'test-endpoint', actor_name: '演示·province' },
      detail: { status: 200, why: null },
    })
  })

  it('that fails says why in words, and is not held against the endpoint', async () => {
    const { id } = await endpoint()
    receiver.answer(503)
    expect((await test(id)).body).toMatchObject({
      ...{ ok: false, status: 503 },
      why: { zh: '对方答复 503', en: 'it answered 503' },
    })
    const closed = await openReceiver()
    await closed.close()
    await hooks('POST', `/${id}/edit`, { url: closed.url, events: ['results-corrected'] })
    expect((await test(id)).body).toMatchObject({
      ...{ ok: false, status: null },
      why: { zh: '对方拒绝连接', en: 'the connection was refused' },
    })
    expect((await hooks('GET')).body.endpoints[0]).toMatchObject({ state: 'well', dead: 0 })
    expect(await row()).toBeUndefined()
  })

  it('is the province’s to send, to an endpoint of that client', async () => {
    const { id } = await endpoint()
    for (const as of ['supervisor', 'wuxi', 'judge']) expect((await test(id, as)).status).toBe(403)
    expect((await test(id, 'province', other)).status).toBe(404)
    await hooks('POST', `/${id}/remove`, {})
    expect((await test(id)).status).toBe(404)
    expect(receiver.hooks).toEqual([])
  })
})

describe('a webhook that is not taken', () => {
  it('comes again later under the same id, and the endpoint is shown as failing', async () => {
    await endpoint()
    receiver.answer(503)
    await corrected('failing')
    send()
    await failed()
    expect(await row()).toMatchObject({ state: 'waiting', attempts: 1, error: 'answered 503' })
    expect((await hooks('GET')).body.endpoints[0].state).toBe('failing')
    receiver.answer(204)
    await campaign.sql(`update notices set due_at = now()`)
    await settled()
    expect(new Set(receiver.hooks.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(new Set(receiver.hooks.map(({ body }) => body)).size).toBe(1)
    expect((await hooks('GET')).body.endpoints[0]).toMatchObject({
      state: 'well',
      failingSince: null,
    })
  })

  it('is not sent where a redirect leads', async () => {
    await endpoint()
    receiver.answer(307, `${receiver.url}-elsewhere`)
    await corrected('redirect')
    send()
    await failed()
    expect((await row()).error).toBe('answered 307')
    expect(receiver.hooks).toHaveLength(1)
  })

  it('is given up on after some days of tries, seen by people, and sent again when they say so', async () => {
    await endpoint()
    receiver.answer(500)
    await corrected('given up')
    await campaign.sql(`update notices set attempts = 9`)
    send()
    await settled()
    expect(await row()).toMatchObject({ state: 'dead', error: 'answered 500' })
    const { body } = await campaign.call('GET', '/notices/in/dead', { as: 'province' })
    receiver.answer(200)
    await campaign.call('POST', `/notices/${body.notices[0].id}/resend`, {
      as: 'province',
      body: {},
    })
    await settled()
    expect((await row()).state).toBe('sent')
  })

  it('does not keep others waiting while its receiver says nothing', async () => {
    const slow = await openReceiver()
    slow.answer(0)
    await hooks('POST', '', { url: slow.url, events: ['results-corrected'] }, 'province', other)
    for (let turn = 0; turn < 6; turn += 1) await corrected(`slow-${turn}`)
    await campaign.sql(`update notices set due_at = now() - interval '1 minute'`)
    await endpoint()
    await corrected('quick')
    send({ webhookSeconds: 10 })
    await until(() => receiver.hooks.length === 1, 3_000)
    expect(slow.hooks.length).toBeLessThanOrEqual(2)
    await slow.close()
  })

  it.each([
    ['for days', 500, '6 days'],
    ['because it is gone', 410, '0 days'],
  ])('switches its endpoint off %s, and the desk is told', async (_, status, since) => {
    const { id } = await endpoint()
    receiver.answer(status)
    await corrected('off')
    await campaign.sql(`update webhook_endpoints set failing_since = now() - $1::interval`, [since])
    send()
    await settled()
    expect((await hooks('GET')).body.endpoints[0]).toMatchObject({
      state: 'disabled',
      why: `answered ${status}`,
    })
    const desk = await campaign.sql(`select event, told from notices where channel = 'mail'`)
    expect(desk).toEqual(Array(2).fill({ event: 'webhook-disabled', told: 'desk' }))
    await corrected('after')
    expect(await campaign.sql(`select 1 from notices where channel = 'webhook'`)).toHaveLength(1)
    await hooks('POST', `/${id}/enable`, {})
    expect((await hooks('GET')).body.endpoints[0].state).toBe('well')
  })
})

describe('the inner network', () => {
  const post = { url: '', id: 'msg_1', body: '{}', secrets: ['whsec_QUJDRA=='], at: new Date() }

  it.each([
    'http://app.example.org/x',
    'https://10.0.0.7/x',
    'https://127.0.0.1/x',
    'https://[::1]/x',
    'https://169.254.169.254/latest',
    'https://localhost/x',
    'https://db.internal/x',
    'https://name:word@app.example.org/',
    'https://app.example.org/#x',
    'ftp://app.example.org/',
    'app.example.org',
    `https://app.example.org/${'x'.repeat(500)}`,
  ])('%s is no address for webhooks', (url) => {
    expect(endpointProblem(url, { loopback: false })).not.toBeNull()
    expect(endpointProblem('https://app.example.org/hooks', { loopback: false })).toBeNull()
  })

  it('is not reached by a name that leads there', async () => {
    const answer = await postWebhook(
      { ...post, url: `http://localhost:${receiver.port}/` },
      { allowed: isPublic },
    )
    expect(answer).toMatchObject({ ok: false, why: 'not an address of the public internet' })
    expect(receiver.hooks).toEqual([])
  })

  it('is not reached by a name that is public when it is looked up and private a moment later', async () => {
    const told: string[] = []
    // The receiver’s own address stands for the public one; the second answer would be the inner one.
    const answer = await postWebhook(
      { ...post, url: `http://rebinding.example:${receiver.port}/` },
      {
        allowed: (address) => address === '127.0.0.1',
        names: (_name, _options, callback) => {
          told.push(told.length === 0 ? '127.0.0.1' : '10.0.0.1')
          callback(null, [{ address: told.at(-1)!, family: 4 }])
        },
      },
    )
    expect([answer.ok, told]).toEqual([true, ['127.0.0.1']])
    expect(receiver.hooks).toHaveLength(1)
  })

  it('is not reached by a name with one public and one private address', async () => {
    const answer = await postWebhook(
      { ...post, url: `http://both.example:${receiver.port}/` },
      {
        allowed: (address) => address === '127.0.0.1',
        names: (_name, _options, callback) =>
          callback(null, [
            { address: '127.0.0.1', family: 4 },
            { address: '10.0.0.1', family: 4 },
          ]),
      },
    )
    expect(answer.ok).toBe(false)
    expect(receiver.hooks).toEqual([])
  })
})

describe('endpoints', () => {
  it('are the province’s alone', async () => {
    const { id } = await endpoint()
    for (const as of ['supervisor', 'wuxi', 'judge']) {
      expect((await hooks('GET', '', undefined, as)).status).toBe(403)
      expect(
        (await hooks('POST', '', { url: receiver.url, events: ['entry-published'] }, as)).status,
      ).toBe(403)
      for (const change of ['rotate', 'enable', 'remove'])
        expect((await hooks('POST', `/${id}/${change}`, {}, as)).status).toBe(403)
    }
  })

  it.each([
    [{ url: 'https://10.1.2.3/', events: ['entry-published'] }, 422, 'bad-address'],
    [{ url: 7, events: ['entry-published'] }, 422, 'bad-address'],
    [{ url: 'https://app.example.org', events: [] }, 422, 'bad-events'],
    [{ url: 'https://app.example.org', events: ['judge-invited'] }, 422, 'bad-events'],
    [{ url: 'https://app.example.org', events: 'entry-published' }, 422, 'bad-events'],
    [
      { url: 'https://app.example.org', events: ['entry-published'], secret: 'x' },
      400,
      'unknown-field',
    ],
  ])('refuse %j', async (body, status, code) => {
    const answer = await hooks('POST', '', body)
    expect([answer.status, answer.body.errors[0].data.code]).toEqual([status, code])
  })

  it('are five of a client at most, and of nobody who is not there', async () => {
    for (let turn = 0; turn < 5; turn += 1) await endpoint()
    const body = { url: receiver.url, events: ['entry-published'] }
    expect((await hooks('POST', '', body)).body.errors[0].data.code).toBe('too-many-endpoints')
    expect((await hooks('POST', '', body, 'province', 99_999)).status).toBe(404)
    expect((await hooks('POST', '/99999/rotate', {})).status).toBe(404)
  })

  it('that are removed are told nothing more, not even what waits', async () => {
    const { id } = await endpoint()
    await corrected('removed')
    const { body } = await hooks('POST', `/${id}/remove`, {})
    expect(body.endpoints).toEqual([])
    expect((await row()).state).toBe('stopped')
    const [line] = await campaign.sql(
      `select action, actor_name from notice_log order by id desc limit 1`,
    )
    expect(line).toEqual({ action: 'remove-endpoint', actor_name: '演示·province' })
  })
})
