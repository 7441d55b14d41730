import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { startPublicNode, startServer, type PublicNode, type StartedServer } from './door-server.ts'

// The whole job over the wire, as an integrator's program would do it: against the started server,
// with real pictures, through the door; and read by the public on that server and on a node beside it.
let server: StartedServer
let node: PublicNode
const people = inject('people')

beforeAll(async () => {
  server = await startServer()
  node = await startPublicNode(server)
})
afterAll(async () => {
  expect(await node?.stop()).toBe(0)
  await server?.stop()
})

type Options = { as?: string; body?: unknown; form?: FormData; headers?: Record<string, string> }

async function call(method: string, path: string, { as, body, form, headers }: Options = {}) {
  const response = await fetch(`${server.url}${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(as === undefined ? {} : { authorization: `JWT ${people[as]!.token}` }),
      ...headers,
    },
    body: form ?? (body === undefined ? undefined : JSON.stringify(body)),
    redirect: 'manual',
  })
  const bytes = Buffer.from(await response.arrayBuffer())
  const json = response.headers.get('content-type')?.includes('json')
  return {
    status: response.status,
    headers: response.headers,
    bytes,
    body: json ? JSON.parse(bytes.toString()) : null,
  }
}

/** What the public reads at both nodes, once it is what is waited for: a second at most. */
async function bothNodes(path: string, status: number): Promise<any[]> {
  const within = performance.now() + 1_000
  const answers = []
  for (const { url } of [server, node]) {
    for (;;) {
      const response = await fetch(`${url}${path}`)
      const text = await response.text()
      if (response.status === status) {
        answers.push(
          response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text,
        )
        break
      }
      if (performance.now() > within) throw new Error(`${url}${path}: ${response.status} ${text}`)
    }
  }
  return answers
}

const graphql = async (query: string) =>
  (await call('POST', '/api/graphql', { body: { query } })).body

async function phonePicture(hue: string): Promise<Buffer> {
  return sharp({ create: { width: 3200, height: 2000, channels: 3, background: hue } })
    .composite([
      {
        input: Buffer.from(
          '<svg width="3200" height="2000"><circle cx="900" cy="800" r="500" fill="white"/></svg>',
        ),
      },
    ])
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Make: 'Example' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '31/1 34/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '120/1 18/1 0/1',
      },
    })
    .jpeg({ quality: 90 })
    .toBuffer()
}

async function upload(as: string, name: string, type: string, bytes: Buffer): Promise<any> {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bytes)], { type }), name)
  return call('POST', '/api/media', { as, form })
}

const trackOf = async (slug: string) =>
  (await call('GET', `/api/tracks?where[slug][equals]=${slug}&depth=0`)).body.docs[0]

describe('a series of photographs', () => {
  let id: number
  let pictures: {
    id: number
    filename: string
    sizes: Record<string, { filename: string; url: string }>
  }[]

  const step = (as: string, action: string, more: object = {}) =>
    call('POST', `/api/photos/${id}/transition`, { as, body: { action, ...more } })

  test('the province opens the track for now', async () => {
    const track = await trackOf('photography')
    const windows = {
      collect: { from: '2022-06-06T16:00:00.000Z', to: '2099-01-01T00:00:00.000Z' },
      judge: { from: '2022-06-06T16:00:00.000Z', to: '2099-01-01T00:00:00.000Z' },
      summary: { from: '2022-06-06T16:00:00.000Z', to: '2099-01-01T00:00:00.000Z' },
    }
    const answer = await call('PATCH', `/api/tracks/${track.id}`, {
      as: 'province',
      body: { windows },
    })
    expect(answer.status).toBe(200)
  })

  test('an editor uploads pictures and makes an entry', async () => {
    const answers = []
    for (const hue of ['#c8102e', '#0a7', '#36c', '#fa0']) {
      answers.push(await upload('yixing', '车间.JPG', 'image/jpeg', await phonePicture(hue)))
    }
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201])
    pictures = answers.map(({ body }) => body.doc)
    const track = await trackOf('photography')
    const made = await call('POST', '/api/photos', {
      as: 'yixing',
      body: {
        track: track.id,
        title: '炉火映初心',
        subtype: 'series',
        theme: '劳模风采',
        pictures: pictures.map((picture) => picture.id),
        authors: [{ name: '演示甲', workplace: '示例铸造厂', phone: '199 0000 0001' }],
      },
    })
    expect(made.status).toBe(201)
    id = made.body.doc.id
    expect(made.body.doc).toMatchObject({
      status: 'draft',
      publicId: null,
      authors: [{ phone: '199****0001' }],
    })
  })

  test('the rules refuse it in words that name the field and both numbers; mended, it goes in', async () => {
    const refused = await step('yixing', 'submit')
    expect(refused.status).toBe(422)
    const { findings } = refused.body.errors[0].data
    expect(findings.map(({ path }: { path: string }) => path)).toEqual(
      expect.arrayContaining(['summary', 'takenAt', 'place', 'originalDeclared']),
    )
    expect(findings[0]).toMatchObject({
      rule: expect.any(String),
      severity: 'blocking',
      message: expect.any(String),
    })
    const mended = await call('PATCH', `/api/photos/${id}`, {
      as: 'yixing',
      body: {
        summary: '清晨六点，铸造车间的第一炉铁水出炉。',
        takenAt: '2022-06-20T00:00:00.000Z',
        place: '宜兴·示例铸造厂',
        originalDeclared: true,
        noCompositeDeclared: true,
      },
    })
    expect(mended.status).toBe(200)
    expect(mended.body.doc.authors[0].phone).toBe('199****0001')
    const submitted = await step('yixing', 'submit', { expectedStatus: 'draft' })
    expect(submitted.body).toMatchObject({
      doc: { status: 'submitted', publicId: '2022-PHO-000001' },
      log: { action: 'submit', from: 'draft', to: 'submitted', actor: people.yixing!.id },
    })
  })

  test('until it is published strangers see neither it nor its files', async () => {
    expect((await call('GET', `/api/photos/${id}`)).status).toBe(404)
    expect((await call('GET', '/api/photos')).body.totalDocs).toBe(0)
    for (const { data } of await bothNodes('/v1/entries', 200)) expect(data).toEqual([])
    await bothNodes('/v1/entries/2022-PHO-000001', 404)
    for (const { filename } of [pictures[0]!, pictures[0]!.sizes.wide!]) {
      expect(
        (await call('GET', `/api/media/file/${filename}`)).status,
        filename,
      ).toBeGreaterThanOrEqual(403)
    }
  })

  test('three people let it through; the same person cannot do two of the reviews', async () => {
    expect((await step('wuxi', 'recommend')).status).toBe(200)
    expect((await step('wuxi2', 'accept')).status).toBe(403)
    expect((await step('nantong', 'accept')).status).toBe(200)
    expect((await step('yixing', 'publish')).status).toBe(403)
    expect((await step('province', 'publish')).body.doc.status).toBe('published')
    expect((await step('province2', 'publish')).status).toBe(409)
  })

  test('strangers read it over REST, without anything that is not theirs', async () => {
    const { body } = await call('GET', `/api/photos/${id}?depth=1`)
    expect(body).toMatchObject({
      publicId: '2022-PHO-000001',
      title: '炉火映初心',
      authors: [{ name: '演示甲', workplace: '示例铸造厂' }],
      unit: { name: '宜兴市总工会' },
    })
    const text = JSON.stringify(body)
    for (const hidden of [
      'phone',
      '0001"',
      'createdBy',
      'unitPath',
      'originalDeclared',
      'originalName',
      '@example.org',
    ]) {
      expect(text, hidden).not.toContain(hidden === '0001"' ? '****0001' : hidden)
    }
  })

  test('strangers read it over GraphQL', async () => {
    const { data } = await graphql(
      '{ Photos(limit: 5) { totalDocs docs { publicId title authors { name } unit { name } pictures { sizes { wide { url width height } } } } } }',
    )
    expect(data.Photos).toMatchObject({
      totalDocs: 1,
      docs: [{ publicId: '2022-PHO-000001', unit: { name: '宜兴市总工会' } }],
    })
    const refused = await graphql('{ Photos { docs { authors { phone } createdBy { email } } } }')
    expect(JSON.stringify(refused)).not.toContain('199')
    expect(JSON.stringify(refused)).not.toContain('@example.org')
  })

  test('the public reads it under /v1, on the node beside the admin and on one without', async () => {
    for (const entry of await bothNodes('/v1/entries/2022-PHO-000001', 200)) {
      expect(entry).toMatchObject({
        id: '2022-PHO-000001',
        kind: 'photos',
        title: '炉火映初心',
        track: { slug: 'photography' },
        unit: { name: '宜兴市总工会' },
        authors: [{ name: '演示甲', workplace: '示例铸造厂' }],
        place: '宜兴·示例铸造厂',
        takenAt: '2022-06-20',
        award: null,
      })
      expect(entry.media).toHaveLength(4)
      // A BlurHash may have any sign in it, an @ too.
      const text = JSON.stringify(entry, (name, value) => (name === 'blurhash' ? null : value))
      expect(text).not.toMatch(/phone|createdBy|unitPath|Declared|originalName|participant|@/)
    }
    const found = `/v1/entries?q=${encodeURIComponent('炉火')}&kind=photos`
    for (const { data } of await bothNodes(found, 200)) {
      expect(data.map(({ id }: { id: string }) => id)).toEqual(['2022-PHO-000001'])
    }
    await bothNodes(`/v1/media/${pictures[0]!.sizes.wide!.filename}`, 200)
    await bothNodes(`/v1/media/${pictures[0]!.filename}`, 404)
  })

  test('a node for the public only is small and has no other door', async () => {
    for (const path of ['/', '/admin', '/api/photos']) {
      const answer = await fetch(`${node.url}${path}`)
      expect([answer.status, (await answer.json()).code], path).toEqual([404, 'not-here'])
    }
    expect((await fetch(`${node.url}/readyz`)).status).toBe(200)
    const metrics = await (await fetch(`${node.url}/metrics`)).text()
    expect(metrics).toMatch(/public_listening 1\n/)
    expect(metrics).toContain('route="/v1/entries/:publicId",method="GET",status="2xx"')
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(
      readFileSync(`/proc/${node.child.pid}/status`, 'utf8'),
    )!
    expect(Number(kilobytes) / 1024).toBeLessThan(150)
  })

  test('the public copy is upright, at most 2560 px and says nothing about place or camera', async () => {
    const { filename } = pictures[0]!.sizes.wide!
    const copy = await call('GET', `/api/media/file/${filename}`)
    expect(copy.status).toBe(200)
    expect(copy.headers.get('x-content-type-options')).toBe('nosniff')
    const seen = await sharp(copy.bytes).metadata()
    expect(seen).toMatchObject({ format: 'webp', width: 1600, height: 2560 })
    expect(seen.exif ?? seen.xmp ?? seen.orientation).toBeUndefined()
    expect((await call('GET', `/api/media/file/${pictures[0]!.filename}`)).status).toBe(404)
    const original = await call('GET', `/api/media/file/${pictures[0]!.filename}`, { as: 'wuxi' })
    expect((await sharp(original.bytes).metadata()).exif).toBeDefined()
    const part = await call('GET', `/api/media/file/${filename}`, {
      headers: { range: 'bytes=0-99' },
    })
    expect(part.status).toBe(206)
    expect(part.bytes).toHaveLength(100)
  })

  test('a take-down closes it and its files at once', async () => {
    expect((await step('supervisor', 'takeDown')).status).toBe(400)
    expect(
      (await step('supervisor', 'takeDown', { reason: '作者来电，待核实' })).body.doc.status,
    ).toBe('accepted')
    expect((await call('GET', `/api/photos/${id}`)).status).toBe(404)
    expect(
      (await call('GET', `/api/media/file/${pictures[0]!.sizes.wide!.filename}`)).status,
    ).toBeGreaterThanOrEqual(403)
    await bothNodes('/v1/entries/2022-PHO-000001', 404)
    await bothNodes(`/v1/media/${pictures[0]!.sizes.wide!.filename}`, 404)
    for (const { data } of await bothNodes('/v1/entries', 200)) expect(data).toEqual([])
    const trail = await call(
      'GET',
      `/api/review-logs?where[entryId][equals]=${id}&sort=id&depth=0`,
      { as: 'wuxi' },
    )
    expect(trail.body.docs.map(({ action }: { action: string }) => action)).toEqual([
      'submit',
      'recommend',
      'accept',
      'publish',
      'takeDown',
    ])
  })
})
