import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { raw, startServer, type StartedServer } from './door-server.ts'

let server: StartedServer
let province: string
let editor: string

beforeAll(async () => {
  // Every test here comes from one address.
  server = await startServer({ RATE_LIMIT_SCALE: '100', UPLOAD_LIMIT: '3000000' })
  province = inject('people').province!.token
  editor = inject('people').suzhou!.token
})

afterAll(async () => {
  await server?.stop()
})

type Sent = { status: number; body: string; headers: Headers }

async function send(path: string, init: RequestInit & { as?: string } = {}): Promise<Sent> {
  const { as, headers, ...rest } = init
  const authorization = as ? { authorization: `JWT ${as}` } : undefined
  const answer = await fetch(server.url + path, {
    redirect: 'manual',
    ...rest,
    headers: { ...authorization, ...(headers as Record<string, string>) },
  })
  return { status: answer.status, body: await answer.text(), headers: answer.headers }
}

const json = { 'content-type': 'application/json' }
const post = (body: string, as = province) => ({ method: 'POST', body, headers: json, as })

/** A refusal in Payload's shape, in both languages. */
function expectRefusal({ status, body }: Sent, want: number): void {
  expect(`${status} ${body}`).toMatch(new RegExp(`^${want} `))
  const { errors } = JSON.parse(body) as { errors: { message: string }[] }
  expect(errors[0]!.message).toMatch(/\p{Script=Han}.* \/ .*[a-z]/u)
  expect(body).not.toMatch(/node_modules|\bat .+:\d+:\d+|select |SELECT /)
}

describe('the process', () => {
  it('says that it is alive, ready, and how it does', async () => {
    expect((await send('/healthz')).status).toBe(200)
    expect(JSON.parse((await send('/readyz')).body)).toEqual({ status: 'ready', missing: [] })
    await send('/api/articles')
    const { body } = await send('/metrics')
    expect(body).toMatch(/http_request_duration_seconds_count\{route="api",method="GET"/)
    expect(body).toContain('process_resident_memory_bytes')
  })

  it('keeps its metrics from callers who come through a proxy', async () => {
    expect((await send('/metrics', { headers: { 'x-forwarded-for': '203.0.113.9' } })).status).toBe(
      404,
    )
  })

  it('shows a page in Chinese and English that leads on', async () => {
    const { body, headers } = await send('/')
    expect(body).toContain('lang="zh-CN"')
    expect(body).toContain('href="/admin"')
    expect(body).not.toMatch(/(?:src|href)="https?:/)
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  it('leads to the public API, which answers with problems of its own form', async () => {
    const { status, headers, body } = await send('/v1/nothing-here')
    expect([status, headers.get('content-type')]).toEqual([
      404,
      expect.stringContaining('application/problem+json'),
    ])
    expect(JSON.parse(body)).toMatchObject({ status: 404, instance: '/v1/nothing-here' })
    expect((await send('/v1/entries')).status).toBe(200)
    const unreadable = await send('/v1/%zz')
    expect([unreadable.status, unreadable.headers.get('content-type')]).toEqual([
      400,
      expect.stringContaining('application/problem+json'),
    ])
    expect(JSON.parse(unreadable.body)).toMatchObject({ status: 400, code: 'bad-request' })
  })
})

describe('addresses', () => {
  it.each([
    '/api/videos%00',
    '/api/%c0%ae%c0%ae/',
    '/api//videos',
    '/api/%2e%2e/admin',
    '/api%2fvideos',
    '/api%5cvideos',
    '/admin/%0d%0aset-cookie:x',
    '/api/videos/%',
  ])('refuses %s', async (path) => {
    const answer = await raw(
      server.port,
      `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    )
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(answer).toMatch(/\{"errors":\[/)
  })

  it('refuses an address without end', async () => {
    expectRefusal(
      await send(`/api/videos?where[title][like]=${'x'.repeat(14_000)}&${'y'.repeat(2_500)}`),
      414,
    )
  })

  it('refuses methods that mean nothing there', async () => {
    expectRefusal(await send('/admin', { method: 'DELETE' }), 405)
    expectRefusal(await send('/admin/login', { method: 'POST', body: 'x' }), 405)
    expectRefusal(await send('/api/graphql'), 405)
  })
})

describe('query strings', () => {
  it.each([
    'limit=0',
    'limit=101',
    'limit=-1',
    'limit=1e1',
    'limit=abc',
    'limit=',
    'limit=5&limit=6',
    'limit[]=5',
    'limit[gt]=5',
    '[limit]=0',
    'depth=4',
    'depth=-1',
    'depth=x',
    'page=0',
    'page=1.5',
    'page=99999999',
    'pagination=maybe',
    'sort=a,b,c,d,e,f',
    'sort=title;drop',
    'sort[a][b]=c',
    'where=abc',
    'where=%7B%22title%22',
    'where=[1]',
    'where[title]=x',
    'where[title][foo]=x',
    'where[title][equals][a]=x',
    'where[and]=x',
    'where[and][0]=x',
    'where[a-b$][equals]=1',
    'where[title][near]=1,2,3',
    'where[and][0][or][0][and][0][or][0][and][0][title][equals]=x',
    `where[id][in]=${Array(201).fill('1').join(',')}`,
    Array.from({ length: 61 }, (_, at) => `where[or][${at}][title][equals]=x`).join('&'),
    'where[title][equals]=%00',
    'where[title][equals]=%ff',
    'where[title][equals]=%',
    'where[title][equals]=%ed%a0%80',
    'joins[x][limit]=0',
    'joins[x][where][a][b]=1',
    'data=%7B',
    Array.from({ length: 501 }, (_, at) => `a${at}=1`).join('&'),
  ])('refuses ?%s', async (query) => {
    expectRefusal(await send(`/api/articles?${query}`), 400)
    const question = await send('/api/articles', {
      method: 'POST',
      body: query,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-payload-http-method-override': 'GET',
      },
    })
    expectRefusal(question, 400)
  })

  it.each([
    '',
    'limit=100&depth=3&page=2&sort=-createdAt,title',
    'where[title][like]=中文',
    'where={"title":{"equals":"x"}}',
    'where[and][0][title][equals]=x&where[or][0][id][in]=1,2,3',
    'select[title]=true&depth=0&draft=true',
    'where=&sort=',
  ])('lets ?%s pass', async (query) => {
    expect(await send(`/api/articles?${query}`)).toMatchObject({ status: 200 })
  })

  it('gives a list without pages a bound all the same', async () => {
    const { body, status } = await send('/api/units?pagination=false', { as: province })
    expect(status).toBe(200)
    expect(JSON.parse(body).docs.length).toBeLessThanOrEqual(100)
  })

  it('keeps what the admin itself asks for with a number out of bounds', async () => {
    const cookie = `payload-token=${province}`
    const headers = { cookie, origin: server.url }
    const names = await send('/api/units?depth=0&draft=true&limit=250&where[id][in]=1,2&', {
      headers,
    })
    expect(JSON.parse(names.body).docs).toHaveLength(2)
    expectRefusal(await send('/api/units?limit=250', { headers }), 400)
    expectRefusal(await send('/api/units?limit=250&where[id][in]=1,2'), 400)
    const bulk = { method: 'PATCH', body: '{}', headers: { ...headers, ...json } }
    const changed = await send('/api/units?limit=0&where[id][in]=999999', bulk)
    expect(changed.status).toBe(200)
  })

  it('is asked through the body of a POST as the admin does', async () => {
    const answer = await send('/api/units', {
      method: 'POST',
      body: 'depth=0&limit=2&where[id][in][0]=1&where[id][in][1]=2',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-payload-http-method-override': 'GET',
      },
      as: province,
    })
    expect(JSON.parse(answer.body).docs).toHaveLength(2)
  })
})

describe('bodies', () => {
  it.each([
    ['not JSON', '{'],
    ['two values', '{} {}'],
    ['ten thousand levels', '{"a":'.repeat(10_000)],
    ['a NUL', '{"title":"a\\u0000b"}'],
    ['half a character', '{"title":"\\ud800"}'],
    ['the prototype', '{"__proto__":{"role":"province"}}'],
    ['the constructor’s prototype', '{"constructor":{"prototype":{"role":"province"}}}'],
    ['a number without end', '{"year":1e999}'],
  ])('refuses %s', async (_what, body) => {
    expectRefusal(await send('/api/articles', post(body)), 400)
    expectRefusal(await send('/api/users/login', post(body)), 400)
    expectRefusal(await send('/api/graphql', post(body)), 400)
  })

  it('refuses what is no object, and nothing where a document is made', async () => {
    for (const body of ['null', '[]', '"x"', '1', '']) {
      expectRefusal(await send('/api/articles', post(body)), 400)
      expectRefusal(await send('/api/articles/1', { ...post(body), method: 'PATCH' }), 400)
    }
    expectRefusal(await send('/api/articles', post(`{"a":${'['.repeat(100_000)}`)), 400)
  })

  it('refuses bytes that are no text', async () => {
    const body = Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])
    expectRefusal(await send('/api/articles', { ...post(''), body }), 400)
  })

  it('refuses more than a megabyte, whole or in pieces', async () => {
    const body = JSON.stringify({ title: 'x'.repeat(1_100_000) })
    expectRefusal(await send('/api/articles', post(body)), 413)
    expectRefusal(await inPieces('/api/articles', body), 413)
    const huge = JSON.stringify({ title: 'x'.repeat(20_000_000) })
    const answer = await send('/api/articles', post(huge)).catch(() => undefined)
    // The door hangs up on what it will not read; a client that is still writing may miss the answer.
    if (answer) expectRefusal(answer, 413)
  })

  it('hands a large body on whole, and one that came in pieces', async () => {
    const body = JSON.stringify({ nothing: '字'.repeat(300_000) })
    for (const answer of [
      await send('/api/articles', post(body)),
      await inPieces('/api/articles', body),
    ]) {
      expect(answer.status).toBe(400)
      expect(answer.body).toContain('nothing')
    }
  })

  it('says what it takes when the kind of the body is another', async () => {
    for (const type of ['text/plain', 'application/xml', 'application/x-www-form-urlencoded', '']) {
      const init = { method: 'POST', body: new Blob(['a=1']), headers: { 'content-type': type } }
      expectRefusal(await send('/api/articles', { ...init, as: province }), 415)
    }
    expectRefusal(
      await send('/api/articles', {
        ...post('{}'),
        headers: { ...json, 'content-encoding': 'gzip' },
      }),
      415,
    )
  })

  it('reads a content type however it is written', async () => {
    const headers = { 'content-type': 'Application/JSON ; charset=UTF-8' }
    const body = JSON.stringify({ email: 'nobody@example.org', password: 'wrong' })
    const answer = await send('/api/users/login', { method: 'POST', body, headers })
    expect(answer.status).toBe(401)
  })

  it('maps a malformed form to a 4xx', async () => {
    for (const payload of ['{', '', 'null', '[]', '"x"', '{"a":']) {
      const form = new FormData()
      form.set('_payload', payload)
      const answer = await send('/api/articles', { method: 'POST', body: form, as: province })
      expect(answer.status, payload).toBeGreaterThanOrEqual(400)
      expect(answer.status, `${payload}: ${answer.body}`).toBeLessThan(500)
    }
  })

  it('refuses a multipart body without boundary, and ends one that breaks off', async () => {
    const headers = { 'content-type': 'multipart/form-data' }
    expectRefusal(
      await send('/api/media', { method: 'POST', body: 'x', headers, as: province }),
      400,
    )
    const broken = await send('/api/media', {
      method: 'POST',
      body: '--b\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\nabc',
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
      as: province,
    })
    expect(broken.status).toBeGreaterThanOrEqual(400)
    expect(broken.status, broken.body).toBeLessThan(500)
  })

  it('bounds uploads by what was announced and by what really comes', async () => {
    const form = new FormData()
    form.set('file', new Blob([Buffer.alloc(3_100_000)]), 'big.mp4')
    const announced = await send('/api/media', { method: 'POST', body: form, as: province })
    expectRefusal(announced, 413)
    const head = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.mp4"\r\n\r\n'
    const streamed = await inPieces('/api/media', head + 'x'.repeat(3_100_000), {
      'content-type': 'multipart/form-data; boundary=b',
    })
    expectRefusal(streamed, 413)
    expect((await send('/healthz')).status).toBe(200)
  })

  it('lives on when a caller hangs up half-way', async () => {
    for (const type of ['application/json', 'multipart/form-data; boundary=b']) {
      await new Promise<void>((resolve) => {
        const cut = request(`${server.url}/api/media`, {
          method: 'POST',
          headers: {
            'content-type': type,
            'content-length': '100000',
            authorization: `JWT ${province}`,
          },
        })
        cut.on('error', () => resolve())
        cut.write('{"a":', () => cut.destroy())
      })
    }
    expect((await send('/readyz')).status).toBe(200)
  })
})

describe('GraphQL', () => {
  const ask = (query: string, rest: object = {}, as?: string) =>
    send('/api/graphql', {
      method: 'POST',
      body: JSON.stringify({ query, ...rest }),
      headers: json,
      ...(as ? { as } : {}),
    })

  it.each([
    ['a syntax error', '{ Articles {'],
    ['thirteen levels', `{ ${'a { '.repeat(12)} b ${'}'.repeat(12)} }`],
    [
      'thirty-one aliases',
      `{ Articles { docs { ${Array.from({ length: 31 }, (_, at) => `a${at}: title`).join(' ')} } } }`,
    ],
    ['twenty-one root fields', `{ ${'__typename '.repeat(21)} }`],
    ['limit 0', '{ Articles(limit: 0) { totalDocs } }'],
    ['limit 101', '{ Articles(limit: 101) { totalDocs } }'],
    ['no pages without a limit', '{ Articles(pagination: false) { totalDocs } }'],
    [
      'fragments in a circle',
      'query { ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
    ],
    ['twenty kilobytes', `{ Articles { docs { title } } } #${'x'.repeat(21_000)}`],
    ['ten thousand braces', '{a'.repeat(9_000)],
    ['a schema it does not fit', '{ Nothing { here } }'],
  ])('refuses %s', async (_what, query) => {
    expect((await ask(query)).status).toBe(400)
  })

  it('refuses batches, strange bodies, and a limit that hides in a variable', async () => {
    expectRefusal(await send('/api/graphql', post('[{"query":"{__typename}"}]')), 400)
    expectRefusal(await send('/api/graphql', post('{"query":1}')), 400)
    expectRefusal(await send('/api/graphql', post('"x"')), 400)
    const query = 'query ($n: Int) { Articles(limit: $n) { totalDocs } }'
    expectRefusal(await ask(query, { variables: { n: 1000 } }), 400)
    expectRefusal(await ask('query ($n: Int = 0) { Articles(limit: $n) { totalDocs } }'), 400)
  })

  it('calls variables that do not fit a 400', async () => {
    const where = 'query ($where: Article_where) { Articles(where: $where) { totalDocs } }'
    expect((await ask(where, { variables: { where: 'x' } })).status).toBe(400)
    const missing = 'query ($id: Int!) { Article(id: $id) { id } }'
    expect((await ask(missing, { variables: {} })).status).toBe(400)
    expect((await ask(missing, { variables: { id: null } })).status).toBe(400)
  })

  it('says 200 when a part could be answered and a part could not', async () => {
    const query = '{ Articles { totalDocs } Article(id: 999999) { id } }'
    const { status, body } = await ask(query, {}, province)
    expect([status, JSON.parse(body).errors]).toEqual([200, expect.any(Array)])
  })

  it('shows its schema to nobody in production', async () => {
    expectRefusal(await ask('{ __schema { types { name } } }'), 403)
    expect((await ask('{ __schema { types { name } } }', {}, province)).status).toBe(400)
  })

  it('answers what is in order', async () => {
    const { status, body } = await ask('{ Articles(limit: 3) { totalDocs docs { title } } }')
    expect([status, JSON.parse(body).data.Articles.totalDocs]).toEqual([200, expect.any(Number)])
  })
})

describe('headers', () => {
  it('gives every admin page a nonce of its own that its scripts carry', async () => {
    const pages = [await send('/admin/login'), await send('/admin/login')]
    const nonces = pages.map(({ body, headers }) => {
      const nonce = /'nonce-([^']+)'/.exec(headers.get('content-security-policy')!)![1]!
      const scripts = body.match(/<script\b[^>]*>/g)!
      expect(scripts.length).toBeGreaterThan(3)
      for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`)
      return nonce
    })
    expect(nonces[0]).not.toBe(nonces[1])
  })

  it('sends those who call this machine by another of its names to the one that sessions know', async () => {
    const { port } = server
    const ask = (path: string) =>
      raw(port, `GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: close\r\n\r\n`)
    expect(await ask('/admin/login?x=1')).toMatch(
      new RegExp(`^HTTP/1.1 307 [^]*location: ${server.url}/admin/login\\?x=1\r\n`),
    )
    expect(await ask('/api/articles')).toMatch(/^HTTP\/1.1 200 /)
  })

  it('lets no caller choose the policy', async () => {
    const headers = { 'content-security-policy': "script-src 'nonce-mine'" }
    const answer = await send('/admin/login', { headers })
    expect(answer.headers.get('content-security-policy')).not.toContain('mine')
    expect(answer.body).not.toContain('nonce="mine"')
  })

  it.each([
    '/admin/login',
    '/api/articles',
    '/',
    '/api/media/file/nothing.jpg',
    '/api/graphql',
    '/nothing',
  ])('forbids frames, sniffing and strange openers at %s', async (path) => {
    const { headers } = await send(path)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('strict-transport-security')).toBeNull()
  })

  it('puts files into a sandbox', async () => {
    const { headers } = await send('/api/media/file/nothing.pdf')
    expect(headers.get('content-security-policy')).toMatch(/sandbox/)
    expect(headers.get('content-disposition')).toBe('attachment')
  })

  it('echoes a sane request id and makes one otherwise', async () => {
    const given = await send('/api/articles', { headers: { 'x-request-id': 'proxy-0123456789' } })
    expect(given.headers.get('x-request-id')).toBe('proxy-0123456789')
    const strange = await send('/api/articles', { headers: { 'x-request-id': 'a"b{}' } })
    expect(strange.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })
})

describe('the log', () => {
  it('names the account by its id and tells nothing that anybody typed', async () => {
    const telling = {
      email: 'zhang.san.log@example.org',
      phone: '13912345678',
      word: 'a-password-nobody-logs',
      title: '绝不进日志的标题',
    }
    await send(
      '/api/users/login',
      post(JSON.stringify({ email: telling.email, password: telling.word })),
    )
    await send(`/api/users?where[email][equals]=${telling.email}`, { as: editor })
    await send(`/api/users/${telling.phone}`, { as: editor })
    await send(
      '/api/articles',
      post(JSON.stringify({ title: telling.title, nothing: telling.phone })),
    )
    await send('/api/articles', {
      ...post('{"a":'),
      headers: { ...json, cookie: `payload-token=${editor}` },
    })
    await send('/admin/reset/0123456789abcdef0123')
    const id = 'the-last-one-of-these'
    await send('/api/users/me', { as: editor, headers: { 'x-request-id': id } })
    await expect.poll(() => server.printed()).toContain(id)

    const printed = server.printed()
    for (const value of Object.values(telling)) expect(printed).not.toContain(value)
    expect(printed).not.toContain(editor.slice(0, 40))
    expect(printed).not.toContain(encodeURIComponent(telling.title))
    expect(printed).not.toContain('0123456789abcdef0123')
    const line = printed.split('\n').find((one) => one.includes(id))!
    expect(JSON.parse(line)).toMatchObject({
      method: 'GET',
      route: '/api/users/me',
      status: 200,
      account: `users:${inject('people').suzhou!.id}`,
    })
  })
})

// Last of all: nothing works after it.
describe('when the database goes away', () => {
  it('says so at /readyz, stays alive, and tells no caller what it runs on', async () => {
    await server.dropDatabase()
    const { status, body } = await send('/readyz')
    expect([status, JSON.parse(body).missing]).toEqual([503, ['database', 'migrations']])
    expect((await send('/healthz')).status).toBe(200)
    const answer = await send('/api/articles')
    expect(answer.status).toBe(500)
    expect(answer.body).not.toMatch(/select|SELECT|postgres|does not exist|node_modules/)
  })
})

function inPieces(
  path: string,
  body: string,
  headers: Record<string, string> = json,
): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const outgoing = request(`${server.url}${path}`, {
      method: 'POST',
      headers: { ...headers, 'transfer-encoding': 'chunked', authorization: `JWT ${province}` },
    })
    outgoing.on('response', (answer) => {
      let text = ''
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()))
      answer.on('end', () =>
        resolve({ status: answer.statusCode!, body: text, headers: new Headers() }),
      )
    })
    outgoing.on('error', reject)
    for (let at = 0; at < body.length; at += 50_000) outgoing.write(body.slice(at, at + 50_000))
    outgoing.end()
  })
}
