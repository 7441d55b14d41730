import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { fastify } from 'fastify'
import createClient from 'openapi-fetch'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDelivery } from '../../src/delivery/delivery.ts'
import { describePublicApi } from '../../src/delivery/openapi/describe.ts'
import { problemCodes } from '../../src/delivery/problem-codes.ts'
import { entryKindList } from '../../src/domain/kinds.ts'
import type { TakingPart } from '../../src/domain/participation/taking-part.ts'
import { deliveryScene, listening, type DeliveryScene, type Node } from '../harness/delivery.ts'
import { publicThings } from '../harness/public-things.ts'
import { makeRound } from '../harness/voting.ts'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { paths } from '../http/v1-client.d.ts'

let scene: DeliveryScene
let node: Node
let api: any

beforeAll(async () => {
  scene = await deliveryScene()
  await scene.client.query('truncate showcase_documents')
  const things = publicThings(scene.client)
  await things.campaign(1, 2022)
  for (const kind of entryKindList) await things.track(kind)
  for (let id = 1; id <= 3; id += 1) await things.article(id)
  await things.result(1, '2022-photography')
  for (let number = 1; number <= 12; number += 1) {
    const award = number % 6 === 0 ? { level: 'first', title: '一等奖' } : null
    await things.entry(number, { standing: { votes: number, award } })
  }
  writeFileSync(path.join(scene.mediaDir, 'a.webp'), 'a picture')
  await scene.client.query(
    `insert into showcase_files values ('a.webp', 'entry:2022-VID-000001', 'image/webp', 9)`,
  )
  const entries = [1, 2, 3].map(
    (number) => `2022-${['CAS', 'VID', 'PHO'][number % 3]}-00000${number}`,
  )
  await makeRound(scene.client, { slug: 'popular', entries, policy: { counts: { shown: 'live' } } })
  // Strangers are refused before anything is asked of the side with Payload.
  const takingPart = {} as TakingPart
  node = await scene.node({ takingPart, uploadDir: path.join(scene.mediaDir, 'uploads') })
  await listening(node)
  api = (await node.get('/v1/openapi.json')).body
})
afterAll(() => scene.close())

describe('the description', () => {
  it('is valid OpenAPI 3.1, and the same without a database', async () => {
    expect(api.openapi).toBe('3.1.0')
    expect(await new Validator().validate(structuredClone(api))).toEqual({ valid: true })
    expect(await describePublicApi()).toEqual(api)
  })

  it('is kept by callers until it changes', async () => {
    const { headers } = await node.get('/v1/openapi.json')
    const again = await node.get('/v1/openapi.json', {
      headers: { 'if-none-match': headers.get('etag')! },
    })
    expect(again.status).toBe(304)
  })

  it('has every route, in both languages, under a name that does not change', async () => {
    const operations = operationsOf(api)
    const shared = operations.filter((one) => !isPrivate(one))
    expect(shared.map(({ id }) => id).sort()).toEqual(
      [
        ...['getArticle', 'getCampaign', 'getDescription', 'getEntry', 'getGraphql', 'getMedia'],
        ...['getResult', 'getStats', 'getTrack', 'listArticles', 'listCampaigns', 'listEntries'],
        ...['listResults', 'listTracks', 'postGraphql', 'getFrozenResult', 'listResultKeys'],
        ...['getCertificate'],
        ...['listVoteRounds', 'getVoteRound', 'listCandidates'],
        ...['listLedgerHeads', 'listLedgerKeys', 'getLedgerConsistency'],
      ].sort(),
    )
    expect(operations.filter(isPrivate).map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        ...['openSession', 'signInByWeChat', 'comeBackFromWeChat', 'getMe', 'getMyData', 'eraseMe'],
        ...['listOwnEntries', 'createOwnEntry', 'getOwnEntry', 'changeOwnEntry', 'deleteOwnEntry'],
        ...['submitOwnEntry', 'withdrawOwnEntry', 'reopenOwnEntry', 'listUnits'],
        ...['castVotes', 'listOwnVotes', 'getReceipt'],
        ...['objectToResult', 'listOwnObjections', 'getOwnObjection', 'withdrawOwnObjection'],
      ]),
    )
    for (const { operation } of operations) {
      expect(operation.summary).toMatch(/[\u4e00-\u9fff].* \/ [A-Z]|GraphQL.* \/ /)
      expect(operation.tags).toHaveLength(1)
      for (const parameter of operation.parameters.filter((one: any) => one.in === 'query')) {
        expect(parameter.description, parameter.name).toMatch(/\S \/ \S|JSON/)
      }
    }
    for (const { url, methods, hidden } of await routes()) {
      const name = url.replace(/:(\w+)/g, '{$1}')
      for (const method of methods) {
        const isDescribed = api.paths[name]?.[method.toLowerCase()] !== undefined
        if (hidden && !isDescribed) {
          // A page of the viewer, what says 405, or what says 404 to every other address.
          const says404 = ['/v1', '/v1/', '/v1/*'].includes(url)
          const isPage = url.startsWith('/v1/docs')
          // What is only written to says 405 to whoever would read it.
          const says405 = api.paths[name] !== undefined
          const isKnown = isPage || says404 || says405 || method !== 'GET'
          expect(isKnown, `${method} ${url}`).toBe(true)
        } else expect([url, method, isDescribed]).toEqual([url, method, true])
      }
    }
  })

  it('names every code of a problem', () => {
    expect(api.components.schemas.Problem.properties.code.enum).toEqual(Object.keys(problemCodes))
  })
})

describe('every answer', () => {
  const graphql = '/v1/graphql?query=%7Bcampaigns%7Bslug%7D%7D'
  const targets: [id: string, target: string][] = [
    ['listEntries', '/v1/entries?limit=100'],
    ['listEntries', '/v1/entries?limit=2&sort=votes'],
    ['listEntries', '/v1/entries?limit=2&sort=random&seed=a'],
    ['listEntries', '/v1/entries?limit=1&sort=random'],
    ['listEntries', '/v1/entries?q=%E4%BD%9C%E5%93%81'],
    ['listEntries', '/v1/entries?award=first'],
    ['listEntries', '/v1/entries?limit=0'],
    ['listEntries', '/v1/entries?x=0'],
    ['listEntries', '/v1/entries?cursor=x'],
    ...['CAS-000006', 'VID-000001', 'PHO-000002', 'REC-000003', 'COM-000004', 'PLA-000005'].map(
      (id): [string, string] => ['getEntry', `/v1/entries/2022-${id}`],
    ),
    ['getEntry', '/v1/entries/2022-CAS-000999'],
    ['getEntry', '/v1/entries/x'],
    ['listCampaigns', '/v1/campaigns'],
    ['getCampaign', '/v1/campaigns/2022'],
    ['getCampaign', '/v1/campaigns/1999'],
    ['listTracks', '/v1/tracks?campaign=2022'],
    ['getTrack', '/v1/tracks/photo-track'],
    ['getTrack', '/v1/tracks/none'],
    ['listArticles', '/v1/articles?limit=1'],
    ['getArticle', '/v1/articles/article-1'],
    ['getArticle', '/v1/articles/none'],
    ['listResults', '/v1/results'],
    ['getResult', '/v1/results/2022-photography'],
    ['getResult', '/v1/results/none'],
    ['getStats', '/v1/stats'],
    ['getStats', '/v1/stats?campaign=2022'],
    ['getStats', '/v1/stats?unit=1'],
    ['listVoteRounds', '/v1/votes/rounds'],
    ['getVoteRound', '/v1/votes/rounds/popular'],
    ['getVoteRound', '/v1/votes/rounds/none'],
    ['listCandidates', '/v1/votes/rounds/popular/candidates?seed=a&limit=2'],
    ['listCandidates', '/v1/votes/rounds/popular/candidates?limit=2'],
    ['listCandidates', '/v1/votes/rounds/popular/candidates?limit=0'],
    ['getFrozenResult', '/v1/results/2022-photography/versions/1'],
    ['getFrozenResult', '/v1/results/2022-photography/versions/2'],
    ['listResultKeys', '/v1/results/keys'],
    ['getCertificate', '/v1/certificates/2022-PHO-00001-1'],
    ['getCertificate', '/v1/certificates/x'],
    ['listLedgerHeads', '/v1/votes/heads'],
    ['listLedgerHeads', '/v1/votes/heads?from=-1'],
    ['listLedgerKeys', '/v1/votes/keys'],
    ['getLedgerConsistency', '/v1/votes/consistency?from=0&to=1'],
    ['getLedgerConsistency', '/v1/votes/consistency?from=0&to=0'],
    ['getGraphql', graphql],
    ['getGraphql', '/v1/graphql?query=x'],
    ['getMedia', '/v1/media/a.webp'],
    ['getMedia', '/v1/media/none.webp'],
    ['getDescription', '/v1/openapi.json'],
  ]

  it.each(targets)('is as described: %s %s', async (id, target) => {
    const { path: name, method } = operationsOf(api).find((one) => one.id === id)!
    check(name, method, await node.get(target))
  })

  it('is as described: a POST of GraphQL', async () => {
    for (const query of ['{ campaigns { slug } }', '{ nothing }']) {
      const init = { method: 'POST', headers: { 'content-type': 'application/json' } }
      const body = JSON.stringify({ query })
      check('/v1/graphql', 'post', await node.get('/v1/graphql', { ...init, body }))
    }
  })

  it('is as described: too many requests', async () => {
    const strict = await scene.node({ rateLimitScale: 1 / 6_000 })
    await strict.get('/v1/campaigns')
    const refused = await strict.get('/v1/campaigns')
    expect(refused.status).toBe(429)
    check('/v1/campaigns', 'get', refused)
    await strict.close()
  })

  it('is as described: the database away', async () => {
    const lost = await scene.node({ databaseUrl: 'postgres://nobody@127.0.0.1:1/nothing' })
    const refused = await lost.get('/v1/campaigns')
    expect(refused.status).toBe(503)
    check('/v1/campaigns', 'get', refused)
    await lost.close()
  })

  it('is tried for every operation', () => {
    const tried = new Set([...targets.map(([id]) => id), 'postGraphql'])
    const shared = operationsOf(api).filter((one) => !isPrivate(one))
    expect(shared.filter(({ id }) => !tried.has(id))).toEqual([])
  })

  it('to a stranger who asks for what is somebody’s own is as described', async () => {
    for (const { path: name, method, id } of operationsOf(api).filter(isPrivate)) {
      const target = name.replace(/\{\w+\}/g, 'a'.repeat(32))
      const answer = await node.get(target, { method: method.toUpperCase(), redirect: 'manual' })
      expect([id, answer.status >= 400 && answer.status < 500]).toEqual([id, true])
      check(name, method, answer)
    }
  })
})

describe('the client made from the description', () => {
  it('reads every route', async () => {
    const client = createClient<paths>({ baseUrl: node.url })
    const entries = await client.GET('/v1/entries', {
      params: { query: { kind: 'photos', limit: 1 } },
    })
    const [card] = entries.data!.data
    expect(card!.track.title).toBe('摄影作品征集')
    const publicId = card!.id
    const entry = await client.GET('/v1/entries/{publicId}', { params: { path: { publicId } } })
    // The kind tells the type: a place is only there for photographs.
    if (entry.data?.kind !== 'photos') throw new Error('no photograph')
    expect(entry.data.place).toBe('无锡')
    expect(entry.data.media[0]!.sizes!.thumb.width).toBe(320)

    const campaigns = await client.GET('/v1/campaigns')
    expect(campaigns.data!.data[0]!.phases[0]!.state).toBe('now')
    const slug = campaigns.data!.data[0]!.slug
    const campaign = await client.GET('/v1/campaigns/{slug}', { params: { path: { slug } } })
    expect(campaign.data!.phaseNow).toBe('collect')
    const tracks = await client.GET('/v1/tracks', { params: { query: { campaign: slug } } })
    expect(tracks.data!.data).toHaveLength(6)
    const track = await client.GET('/v1/tracks/{slug}', {
      params: { path: { slug: tracks.data!.data[0]!.slug } },
    })
    expect(track.data!.call.zh[0]).toEqual(expect.any(String))
    const articles = await client.GET('/v1/articles', { params: { query: { limit: 2 } } })
    const more = await client.GET('/v1/articles', {
      params: { query: { limit: 2, cursor: articles.data!.page.next! } },
    })
    expect(more.data!.page.next).toBeNull()
    const article = await client.GET('/v1/articles/{slug}', {
      params: { path: { slug: more.data!.data[0]!.slug } },
    })
    expect(article.data!.body!.text).toBe('正文 1')
    const results = await client.GET('/v1/results')
    const result = await client.GET('/v1/results/{id}', {
      params: { path: { id: results.data!.data[0]!.id } },
    })
    expect(result.data!.title).toBe('结果')
    const stats = await client.GET('/v1/stats')
    expect(stats.data!.byKind.map(({ count }) => count)).toEqual([2, 2, 2, 2, 2, 2])
    const query = '{ campaigns { slug } }'
    const posted = await client.POST('/v1/graphql', { body: { query } })
    const got = await client.GET('/v1/graphql', { params: { query: { query } } })
    expect(posted.data).toEqual(got.data)
    const file = await client.GET('/v1/media/{name}', {
      params: { path: { name: 'a.webp' } },
      parseAs: 'text',
    })
    expect(file.data).toBe('a picture')
    const description = await client.GET('/v1/openapi.json')
    expect(description.data!.openapi).toBe('3.1.0')
  })

  it('is told what is wrong', async () => {
    const client = createClient<paths>({ baseUrl: node.url })
    const { error } = await client.GET('/v1/entries', { params: { query: { limit: 1000 } } })
    expect(error!.code).toBe('invalid-parameter')
    expect(error!.findings![0]!.path).toBe('limit')
  })
})

type Found = { path: string; method: string; id: string; operation: any }

/** What a participant alone is answered; tried where there are some. */
const isPrivate = ({ operation }: Found) =>
  ['me', 'session', 'uploads', 'ballots'].includes(operation.tags[0])

function operationsOf(description: any): Found[] {
  return Object.entries<any>(description.paths).flatMap(([name, methods]) =>
    Object.entries<any>(methods).map(([method, operation]) => ({
      ...{ path: name, method, operation },
      id: operation.operationId,
    })),
  )
}

/** Every route under `/v1` as Fastify has it. */
async function routes() {
  const silent = () => undefined
  const delivery = await openDelivery({
    ...{ databaseUrl: scene.databaseUrl, mediaDir: scene.mediaDir, secret: 'x', corsOrigins: [] },
    ...{ cacheBytes: 0, rateLimitScale: 1, log: { info: silent, warn: silent, error: silent } },
    takingPart: {} as TakingPart,
    uploadDir: path.join(scene.mediaDir, 'uploads'),
  })
  const found: { url: string; methods: string[]; hidden: boolean }[] = []
  const app = fastify()
  app.addHook('onRoute', ({ url, method, schema }) => {
    const methods = [method].flat().filter((one) => one !== 'HEAD' && one !== 'OPTIONS')
    found.push({ url, methods, hidden: (schema as any)?.hide === true })
  })
  await app.register(delivery.plugin, { prefix: '/v1' })
  await app.close()
  await delivery.close()
  return found
}

let checker: Ajv2020 | undefined
function schemas(): Ajv2020 {
  if (checker) return checker
  checker = new Ajv2020({ strict: false, allErrors: true })
  checker.addFormat('date-time', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
  checker.addFormat('date', /^\d{4}-\d{2}-\d{2}$/)
  checker.addFormat('int64', true)
  checker.addFormat('binary', true)
  checker.addSchema(api, 'api')
  return checker
}

/** Compares an answer with what the description says of its status: body, type and headers. */
function check(name: string, method: string, answer: Awaited<ReturnType<Node['get']>>): void {
  const told = api.paths[name][method].responses[answer.status]
  expect(told, `${answer.status} is described`).toBeDefined()
  const at = told.$ref
    ? told.$ref.slice(1)
    : pointer('paths', name, method, 'responses', String(answer.status))
  const response = told.$ref ? api.components.responses[told.$ref.split('/').at(-1)] : told
  for (const header of Object.keys(response.headers ?? {})) {
    expect(answer.headers.get(header), header).not.toBeNull()
  }
  const type = answer.headers.get('content-type')!.split(';')[0]!
  if (response.content['*/*']) return
  expect(Object.keys(response.content)).toEqual([type])
  const validate = schemas().compile({ $ref: `api#${at}${pointer('content', type, 'schema')}` })
  expect(validate(answer.body), JSON.stringify(validate.errors)).toBe(true)
}

function pointer(...parts: string[]): string {
  return parts.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
