import { createHash } from 'node:crypto'
import fc from 'fast-check'
import {
  buildClientSchema,
  getIntrospectionQuery,
  getNamedType,
  isEnumType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql'
import { fastify } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localFiles } from '../../src/database/files/local.ts'
import { openAnswers } from '../../src/delivery/answer.ts'
import { listenForChanges } from '../../src/delivery/changes.ts'
import { openCursors } from '../../src/delivery/cursor.ts'
import { openDatabase, type Database } from '../../src/delivery/database.ts'
import { trackDirectory } from '../../src/delivery/read/tracks.ts'
import { openIdentity } from '../../src/delivery/taking-part/identity/identity.ts'
import { rememberWords } from '../../src/delivery/read/word-memory.ts'
import { graphqlRoutes } from '../../src/delivery/routes/graphql.ts'
import { sharedSchemas } from '../../src/delivery/schemas/index.ts'
import { strictValidation } from '../../src/delivery/validation.ts'
import { typeNameOf } from '../../src/delivery/schemas/entry-kinds.ts'
import { entryKindList } from '../../src/domain/kinds.ts'
import {
  deliveryScene,
  listening,
  until,
  type DeliveryScene,
  type Node,
} from '../harness/delivery.ts'
import { publicThings } from '../harness/public-things.ts'

let scene: DeliveryScene
let node: Node
let things: ReturnType<typeof publicThings>

beforeAll(async () => {
  scene = await deliveryScene()
  await scene.client.query('truncate showcase_documents')
  things = publicThings(scene.client)
  await things.campaign(1, 2022)
  await things.campaign(2, 2023)
  for (const kind of entryKindList) await things.track(kind)
  await things.track('photos', 2023)
  for (let id = 1; id <= 3; id += 1) await things.article(id)
  await things.result(1, '2022-photography')
  for (let number = 1; number <= 60; number += 1) {
    const award = number % 10 === 0 ? { level: 'first', title: '一等奖' } : null
    await things.entry(number, { standing: { votes: number % 7, award } })
  }
  node = await scene.node()
  await listening(node)
})
afterAll(() => scene.close())

const post = (body: unknown, headers: Record<string, string> = {}, at = node) =>
  at.get('/v1/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const ask = async (query: string, variables?: Record<string, unknown>) => {
  const { status, body, text } = await post({ query, variables })
  if (status !== 200) throw new Error(`${status} ${text}`)
  return body.data
}
const get = (parameters: Record<string, string>, init?: RequestInit) =>
  node.get(`/v1/graphql?${new URLSearchParams(parameters)}`, init)
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

describe('what REST reads', () => {
  it('is read in one round trip', async () => {
    const data = await ask(`{
      campaigns { slug phaseNow phases { key state } tracks { slug openNow call { zh } } }
      campaign(slug: "2022") { title noticeDate organisers }
      tracks(campaign: "2022") { slug }
      track(slug: "photo-track") { campaign windows { key from to state } }
      articles(limit: 2) { data { slug cover { url } } page { next } }
      article(slug: "article-1") { body { html text } }
      results { data { id title } page { next } }
      result(id: "2022-photography") { publishedAt }
      stats(campaign: "2022") { total byKind { kind count } byTrack { track count } byTheme { theme } byDay { day } }
      entries(limit: 2) { data { id title votes award { level title } } page { next seed } }
      entry(id: "2022-PHO-000002") { id body { text } media { role type url sizes { thumb { width } } } }
    }`)
    expect(data.campaigns.map(({ slug, tracks }: any) => [slug, tracks.length])).toEqual([
      ['2023', 1],
      ['2022', 6],
    ])
    expect(data.campaign.noticeDate).toBe('2022-06-07')
    expect(data.tracks).toHaveLength(6)
    expect(data.track.campaign).toBe('2023')
    expect(data.articles.data).toHaveLength(2)
    expect(data.article.body).toEqual({ html: '<p>正文 1</p>', text: '正文 1' })
    expect(data.results.data).toEqual([{ id: '2022-photography', title: '结果' }])
    expect(data.stats.total).toBe(60)
    expect(data.entries.data[0]).toMatchObject({
      votes: 60 % 7,
      award: { level: 'first', title: '一等奖' },
    })
    expect(data.entries.page).toEqual({ next: expect.any(String), seed: null })
    expect(data.entry.media[0]).toMatchObject({ role: 'cover', sizes: { thumb: { width: 320 } } })
  })

  it('is the same there and here, field by field, for every kind', async () => {
    const schema = await theSchema()
    for (const kind of entryKindList) {
      const [{ id }] = (await node.get(`/v1/entries?kind=${kind}&limit=1`)).body.data
      const { body } = await node.get(`/v1/entries/${id}`)
      const type = schema.getType(typeNameOf(kind)) as GraphQLObjectType
      const fields = Object.keys(type.getFields()).filter((name) => name !== 'trackDetails')
      expect(fields.sort()).toEqual(Object.keys(body).sort())
      const { entry } = await ask(
        `query ($id: String!) { entry(id: $id) { ... on ${type.name} ${everything(type, 1)} } }`,
        { id },
      )
      delete entry.trackDetails
      expect(entry).toEqual(body)
    }
  })

  it('answers every field of every type', async () => {
    const schema = await theSchema()
    const query = schema.getQueryType()!
    for (const field of Object.values(query.getFields())) {
      const given: Record<string, string> = {
        ...{
          campaign: '(slug: "2022")',
          track: '(slug: "photo-track")',
          article: '(slug: "article-1")',
        },
        ...{ entry: '(id: "2022-PHO-000002")', result: '(id: "2022-photography")' },
        ...{ entries: '(limit: 4)', articles: '(limit: 2)', results: '(limit: 2)' },
      }
      const selection = everything(field.type, 0)
      const data = await ask(`{ ${field.name}${given[field.name] ?? ''} ${selection} }`)
      expect(data[field.name], field.name).toBeTruthy()
    }
  })

  it('takes the same filters, orders and cursors', async () => {
    const query = `query ($campaign: String, $kind: EntryKind, $unit: Int, $theme: String, $award: String, $q: String,
        $sort: EntrySort, $seed: String, $limit: Int, $cursor: String, $track: String) {
      entries(campaign: $campaign, kind: $kind, unit: $unit, theme: $theme, award: $award, q: $q, sort: $sort,
        seed: $seed, limit: $limit, cursor: $cursor, track: $track) { data { id } page { next seed } } }`
    for (const variables of [
      { kind: 'photos', limit: 3 },
      { unit: 2, limit: 5 },
      { theme: '劳动', sort: 'votes', limit: 100 },
      { award: 'first' },
      { q: '作品 6' },
      { sort: 'random', seed: 'abc', limit: 7 },
      { track: 'video-track', campaign: '2022' },
    ] as Record<string, string | number>[]) {
      const { entries } = await ask(query, variables)
      const given = Object.fromEntries(
        Object.entries(variables).map(([key, value]) => [key, String(value)]),
      )
      const rest = await node.get(`/v1/entries?${new URLSearchParams(given)}`)
      expect(entries.data.map(({ id }: any) => id)).toEqual(rest.body.data.map(({ id }: any) => id))
      expect(entries.page.next).toBe(rest.body.page.next)
      if (entries.page.next) {
        const second = await ask(query, { ...variables, cursor: entries.page.next })
        expect(second.entries.data[0].id).not.toBe(entries.data[0].id)
      }
    }
  })

  it('answers the operation that is asked for, again and again', async () => {
    const query = 'query A { entries(limit: 1) { data { id } } } query B { campaigns { slug } }'
    for (let times = 0; times < 4; times += 1) {
      // Other variables, so that nothing comes from memory: the query is compiled meanwhile.
      const variables = { times }
      const [a, b] = await Promise.all(
        ['A', 'B'].map((operationName) => post({ query, operationName, variables })),
      )
      expect([a!.body.data.entries !== undefined, b!.body.data.campaigns !== undefined]).toEqual([
        true,
        true,
      ])
    }
  })
})

describe('statements', () => {
  const full = `data { id trackDetails { title call { zh } } body { text } media { url }
    ... on PhotoEntry { place } ... on VideoEntry { durationSeconds } }`

  it('are as many for thirty entries as for one', async () => {
    const { ask: asked, seen, close } = await countingNode()
    const counts = []
    for (const limit of [1, 20, 30]) {
      for (const query of [
        `{ entries(limit: ${limit}) { data { id title track { slug } cover { url } } } }`,
        `{ entries(limit: ${limit}) { ${full} } }`,
        '{ campaigns { slug tracks { slug call { zh } } } }',
        '{ entry(id: "2022-PHO-000002") { id trackDetails { title } } }',
      ]) {
        const from = seen.length
        expect(await asked(query)).toBe(200)
        counts.push(seen.length - from)
      }
    }
    expect(counts, seen.join('\n')).toEqual([1, 3, 2, 2, 1, 3, 2, 2, 1, 3, 2, 2])
    await close()
  })
})

describe('memory', () => {
  const query = 'query ($id: String!) { entry(id: $id) { title votes } }'

  it('answers GET with a tag, and 304 to who has it', async () => {
    const parameters = { query, variables: '{"id":"2022-CAS-000006"}' }
    const first = await get(parameters)
    expect(first.status).toBe(200)
    expect(first.headers.get('cache-control')).toMatch(/^public, max-age=10/)
    const etag = first.headers.get('etag')!
    const again = await get(parameters, { headers: { 'if-none-match': etag } })
    expect([again.status, again.text]).toEqual([304, ''])
    expect((await get(parameters, { method: 'HEAD' })).headers.get('etag')).toBe(etag)
  })

  it('is shared by GET and POST, and gone with the entry', async () => {
    const variables = { id: '2022-CAS-000012' }
    await ask(query, variables)
    const before = node.delivery.stats().cache
    await post({ query, variables })
    await get({ query, variables: JSON.stringify(variables) })
    const after = node.delivery.stats().cache
    expect([after.hits - before.hits, after.misses - before.misses]).toEqual([2, 0])
    await scene.rows.takeDown(variables.id)
    await until(async () => (await ask(query, variables)).entry === null)
  })

  it('forgets a list that holds something of everything when any of it changes', async () => {
    const all = `{ articles(limit: 1) { data { slug title } } entries(limit: 1) { data { id } }
      track(slug: "photo-track", campaign: "2022") { title } }`
    await ask(all)
    await things.article(9, { title: '最新' })
    await until(async () => (await ask(all)).articles.data[0].title === '最新')
  })
})

describe('persisted queries', () => {
  const query = '{ campaigns { slug title } }'
  const extensions = { persistedQuery: { version: 1, sha256Hash: sha256(query) } }

  it('are told once and asked for by their hash', async () => {
    const unknown = await get({ extensions: JSON.stringify(extensions) })
    expect([unknown.status, unknown.body.code]).toEqual([400, 'unknown-query'])
    expect(unknown.body.findings[0].message).toBe('PersistedQueryNotFound')
    expect((await post({ query, extensions })).status).toBe(200)
    const known = await get({ extensions: JSON.stringify(extensions) })
    expect(known.status).toBe(200)
    expect(known.body.data.campaigns).toHaveLength(2)
    expect((await post({ extensions })).status).toBe(200)
  })

  it.each([
    ['of another text', { persistedQuery: { version: 1, sha256Hash: sha256('x') } }],
    ['of another version', { persistedQuery: { version: 2, sha256Hash: sha256(query) } }],
    ['that is none', { persistedQuery: { version: 1, sha256Hash: 'abc' } }],
    ['that is a number', { persistedQuery: 5 }],
  ])('refuse a hash %s', async (_what, wrong) => {
    const { status, body } = await post({ query, extensions: wrong })
    expect([status, body.code]).toEqual([400, 'bad-query'])
  })

  it('are not kept when they are refused', async () => {
    const bad = '{ nothing }'
    const asked = { persistedQuery: { version: 1, sha256Hash: sha256(bad) } }
    expect((await post({ query: bad, extensions: asked })).body.code).toBe('bad-query')
    expect((await get({ extensions: JSON.stringify(asked) })).body.code).toBe('unknown-query')
  })
})

const deep = (levels: number) => `${'tracks { '.repeat(levels)} slug ${'}'.repeat(levels)}`
const aliases = (many: number) => Array.from({ length: many }, (_, at) => `a${at}: slug`).join(' ')
const roots = (many: number) =>
  Array.from({ length: many }, (_, at) => `a${at}: entries(limit: 100) { data { id title } }`).join(
    ' ',
  )
const bomb = Array.from(
  { length: 20 },
  (_, at) => `fragment F${at} on Query { ...F${at + 1} ...F${at + 1} }`,
)

describe('bad input', () => {
  const refused: [what: string, query: string, code: string][] = [
    ['too deep', `{ campaigns { ${deep(12)} } }`, 'query-too-large'],
    ['too deep by far', `{ ${deep(900)} }`, 'query-too-large'],
    ['too many aliases', `{ campaigns { ${aliases(21)} } }`, 'query-too-large'],
    ['aliased lists', `{ ${roots(15)} }`, 'query-too-large'],
    [
      'too dear',
      '{ entries(limit: 100) { data { id body { html text } media { url } } } }',
      'query-too-large',
    ],
    [
      'long texts of many',
      '{ entries(limit: 100) { data { ... on CaseEntry { situation } } } }',
      'query-too-large',
    ],
    ['too wide', `{ campaigns { ${'slug '.repeat(600)} } }`, 'query-too-large'],
    ['too long', `{ campaigns { slug } } #${'x'.repeat(11_000)}`, 'query-too-large'],
    ['too many tokens', `{ ${'a '.repeat(3_000)} }`, 'query-too-large'],
    [
      'a bomb of fragments',
      `{ ...F0 } ${bomb.join(' ')} fragment F20 on Query { campaigns { slug } }`,
      'query-too-large',
    ],
    [
      'a circle of fragments',
      '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
      'bad-query',
    ],
    [
      'a fragment of itself',
      '{ campaigns { ...A } } fragment A on Campaign { tracks { slug } ...A }',
      'bad-query',
    ],
    [
      'a bomb of the schema',
      '{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }',
      'query-too-large',
    ],
    ['no syntax', '{ campaigns { slug ', 'bad-query'],
    ['no such field', '{ campaigns { secret } }', 'bad-query'],
    ['no such argument', '{ campaigns(x: 1) { slug } }', 'bad-query'],
    ['no such kind', '{ entries(kind: poems) { data { id } } }', 'bad-query'],
    ['no selection', '{ campaigns }', 'bad-query'],
    ['a mutation', 'mutation { campaigns { slug } }', 'bad-query'],
    ['a subscription', 'subscription { campaigns { slug } }', 'bad-query'],
    [
      'two operations and no name',
      'query A { campaigns { slug } } query B { campaigns { slug } }',
      'bad-query',
    ],
    ['no operation', 'fragment A on Campaign { slug }', 'bad-query'],
    ['limit 0', '{ entries(limit: 0) { data { id } } }', 'invalid-parameter'],
    ['limit -1', '{ entries(limit: -1) { data { id } } }', 'invalid-parameter'],
    ['limit 101', '{ entries(limit: 101) { data { id } } }', 'invalid-parameter'],
    ['limit 1e9', '{ entries(limit: 1000000000) { data { id } } }', 'query-too-large'],
    ['limit 1e12', '{ entries(limit: 1000000000000) { data { id } } }', 'query-too-large'],
    ['limit 0 of articles', '{ articles(limit: 0) { data { slug } } }', 'invalid-parameter'],
    ['a seed without random', '{ entries(seed: "a") { data { id } } }', 'invalid-parameter'],
    ['a cursor that is none', '{ entries(cursor: "x") { data { id } } }', 'bad-cursor'],
    ['a NUL in a filter', '{ entries(theme: "\\u0000") { data { id } } }', 'invalid-parameter'],
    ['half a character', '{ entries(q: "\\ud800") { data { id } } }', 'bad-query'],
    ['a NUL in a slug', '{ campaign(slug: "\\u0000") { slug } }', 'invalid-parameter'],
    ['a long q', `{ entries(q: "${'字'.repeat(200)}") { data { id } } }`, 'invalid-parameter'],
    ['a unit that is none', '{ entries(unit: -5) { data { id } } }', 'invalid-parameter'],
  ]
  it.each(refused)('is refused, by POST and GET: %s', async (_what, query, code) => {
    for (const { status, body, headers } of [
      await post({ query }),
      ...(query.length < 8_000 ? [await get({ query })] : []),
    ]) {
      expect([status, body.code]).toEqual([400, code])
      expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
      expect(body.detail).toMatch(/[\u4e00-\u9fff].* \/ /)
    }
  })

  const bodies: [what: string, body: string, type: string, code: string][] = [
    ['a batch', '[{"query":"{ campaigns { slug } }"}]', 'application/json', 'bad-query'],
    ['an empty batch', '[]', 'application/json', 'bad-query'],
    ['null', 'null', 'application/json', 'bad-query'],
    ['a number', '5', 'application/json', 'bad-query'],
    ['nothing', '', 'application/json', 'bad-request'],
    ['no JSON', '{"query":', 'application/json', 'bad-request'],
    ['no query', '{}', 'application/json', 'bad-query'],
    ['a query that is a number', '{"query":5}', 'application/json', 'bad-query'],
    [
      'variables in a list',
      '{"query":"{ campaigns { slug } }","variables":[1]}',
      'application/json',
      'bad-query',
    ],
    [
      'variables in a text',
      '{"query":"{ campaigns { slug } }","variables":"x"}',
      'application/json',
      'bad-query',
    ],
    [
      'a deep variable',
      `{"query":"{ campaigns { slug } }","variables":{"a":${'['.repeat(9_000)}${']'.repeat(9_000)}}}`,
      'application/json',
      'bad-query',
    ],
    [
      'an operation that is a number',
      '{"query":"{ campaigns { slug } }","operationName":5}',
      'application/json',
      'bad-query',
    ],
    [
      'an operation that is not there',
      '{"query":"{ campaigns { slug } }","operationName":"X"}',
      'application/json',
      'bad-query',
    ],
    [
      'a prototype',
      '{"__proto__":{"x":1},"query":"{ campaigns { slug } }"}',
      'application/json',
      'bad-request',
    ],
    [
      'a missing variable',
      '{"query":"query ($s: String!) { campaign(slug: $s) { slug } }"}',
      'application/json',
      'bad-query',
    ],
    [
      'a wrong variable',
      '{"query":"query ($s: String!) { campaign(slug: $s) { slug } }","variables":{"s":5}}',
      'application/json',
      'bad-query',
    ],
    ['plain text', '{ campaigns { slug } }', 'text/plain', 'content-type'],
    ['a GraphQL text', '{ campaigns { slug } }', 'application/graphql', 'content-type'],
    ['a form', 'query=%7B%20campaigns%20%7D', 'application/x-www-form-urlencoded', 'content-type'],
    [
      'a huge body',
      `{"query":"{ campaigns { slug } }","x":"${'x'.repeat(2_000_000)}"}`,
      'application/json',
      'query-too-large',
    ],
  ]
  it.each(bodies)('is refused: %s', async (_what, body, type, code) => {
    for (let times = 0; times < 3; times += 1) {
      const answer = await post(body, { 'content-type': type })
      expect([answer.status, answer.body.code]).toEqual([400, code])
    }
  })

  it.each([
    ['no query', {}, 'bad-query'],
    [
      'variables that are no JSON',
      { query: '{ campaigns { slug } }', variables: '{' },
      'bad-query',
    ],
    [
      'variables that are a list',
      { query: '{ campaigns { slug } }', variables: '[1]' },
      'bad-query',
    ],
    [
      'extensions that are no JSON',
      { query: '{ campaigns { slug } }', extensions: 'x' },
      'bad-query',
    ],
    ['another parameter', { query: '{ campaigns { slug } }', x: '1' }, 'unknown-parameter'],
  ])('is refused by GET: %s', async (_what, parameters, code) => {
    const { status, body } = await get(parameters as Record<string, string>)
    expect([status, body.code]).toEqual([400, code])
  })

  it('stays refused once the query is compiled', async () => {
    const query =
      'query ($s: String!, $n: Int) { campaign(slug: $s) { slug } entries(limit: $n) { data { id } } }'
    for (let times = 0; times < 4; times += 1) {
      expect((await post({ query, variables: { s: '2022', n: times + 1 } })).status).toBe(200)
      expect((await post({ query, variables: { s: times } })).body.code).toBe('bad-query')
      expect((await post({ query, variables: { n: 1 } })).body.code).toBe('bad-query')
      expect((await post({ query, variables: { s: 'x', n: 0 } })).body.code).toBe(
        'invalid-parameter',
      )
      expect((await post({ query, variables: { s: 'x', n: 5000 } })).body.code).toBe(
        'query-too-large',
      )
    }
  })

  it('never makes it fail, whatever comes, and is quick', async () => {
    const word = fc.constantFrom(
      '{',
      '}',
      '(',
      ')',
      'query',
      'fragment',
      'on',
      '...',
      'entries',
      'data',
      'id',
      '$a',
      ':',
      'limit',
      '1',
      '"x"',
      'Int',
      '@skip(if:',
      'true',
      '!',
      '[',
      ']',
      '__typename',
      'Entry',
      '#',
      '\u0000',
    )
    const query = fc.oneof(
      fc.array(word, { maxLength: 30 }).map((words) => words.join(' ')),
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(
        '{ entries(limit: 2) { data { id } } }',
        'query ($a: Int) { entries(limit: $a) { data { id } } }',
      ),
    )
    const body = fc.oneof(
      fc
        .record(
          {
            query,
            variables: fc.jsonValue(),
            operationName: fc.jsonValue(),
            extensions: fc.jsonValue(),
          },
          { requiredKeys: [] },
        )
        .map((one) => JSON.stringify(one)),
      fc.json(),
      fc.string({ unit: 'binary', maxLength: 80 }),
    )
    // Making the first of these holds the process up; a node that shares it sheds its load meanwhile.
    fc.sample(body, 20)
    await until(async () => (await post({ query: '{ campaigns { title } }' })).status === 200)
    const took: number[] = []
    await fc.assert(
      fc.asyncProperty(body, async (sent) => {
        const from = performance.now()
        const answer = await post(sent)
        took.push(performance.now() - from)
        if (answer.status === 200) expect(answer.body).toHaveProperty('data')
        else
          expect([answer.status, answer.headers.get('content-type')]).toEqual([
            400,
            'application/problem+json; charset=utf-8',
          ])
      }),
      { numRuns: 600 },
    )
    expect(took.sort((one, other) => one - other)[Math.floor(took.length / 2)]).toBeLessThan(50)
    expect(node.errors).toEqual([])
  })

  it('is refused within 50 ms, the worst of it', async () => {
    const worst = [
      ...refused.map(([, query]) => query),
      '{ entries(limit: 1) { data { ' + 'id '.repeat(390) + '} } }',
    ]
    for (const query of worst) {
      const times = []
      for (let run = 0; run < 3; run += 1) {
        const from = performance.now()
        await post({ query })
        times.push(performance.now() - from)
      }
      expect(Math.min(...times), query.slice(0, 60)).toBeLessThan(50)
    }
  })
})

let known: GraphQLSchema | undefined
async function theSchema(): Promise<GraphQLSchema> {
  known ??= buildClientSchema(await ask(getIntrospectionQuery()))
  return known
}

/** A selection of everything a type has, as deep as it goes; `trackDetails` but once. */
function everything(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type)
  if (isScalarType(named) || isEnumType(named)) return ''
  if (!isObjectType(named) && !isInterfaceType(named)) throw new Error(`What is ${named.name}?`)
  const fields = Object.values(named.getFields()).flatMap(({ name, type: below }) =>
    depth > 5 ? [] : [`${name} ${everything(below, depth + 1)}`],
  )
  const kinds = isInterfaceType(named)
    ? known!
        .getPossibleTypes(named)
        .map((one) => `... on ${one.name} { ${ownFields(one, named.getFields())} }`)
    : []
  return `{ ${[...fields, ...kinds].join(' ')} }`
}

function ownFields(type: GraphQLObjectType, shared: object): string {
  const own = Object.keys(type.getFields()).filter((name) => !Object.hasOwn(shared, name))
  return own.length > 0 ? own.join(' ') : '__typename'
}

/** GraphQL alone, keeping nothing, and the names of the statements that it runs. */
async function countingNode() {
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const database = openDatabase(scene.databaseUrl, log)
  const changes = listenForChanges(scene.databaseUrl, log)
  const seen: string[] = []
  const counting: Database = {
    ...database,
    read(name, text, values) {
      seen.push(name ?? text)
      return database.read(name, text, values)
    },
  }
  const identity = openIdentity({ secret: 'a secret', database, log })
  const core = {
    ...{ database: counting, changes, log, files: localFiles(scene.mediaDir) },
    uploads: { folder: '', reserve: 0 },
    answers: openAnswers({ maxBytes: 0, changes }),
    cursors: openCursors('a secret'),
    tracks: trackDirectory(counting, changes),
    words: rememberWords(),
    sessions: identity.sessions,
    identity,
    fieldKey: undefined,
    voting: {} as never,
  }
  const app = fastify()
  strictValidation(app)
  for (const schema of sharedSchemas) app.addSchema(schema)
  await app.register(graphqlRoutes, { core })
  return {
    seen,
    ask: async (query: string) =>
      (await app.inject({ method: 'POST', url: '/graphql', payload: { query } })).statusCode,
    close: async () => {
      await app.close()
      await Promise.all([changes.close(), database.close()])
    },
  }
}
