import { rm, utimes, writeFile } from 'node:fs/promises'
import http from 'node:http'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { atBest } from '../harness/at-best.ts'
import {
  deliveryScene,
  listening,
  until,
  type DeliveryScene,
  type Node,
} from '../harness/delivery.ts'
import { testBucket, type TestBucket } from '../harness/s3.ts'

// The same files in a folder and in a bucket: whoever asks cannot tell from which they came.
let scene: DeliveryScene
let bucket: TestBucket
let disk: Node
let s3: Node
let number = 0
const content = Buffer.from(Array.from({ length: 1_000 }, (_, at) => at % 251))
const at = new Date('2022-07-01T00:00:00Z')

beforeAll(async () => {
  bucket = await testBucket()
  scene = await deliveryScene()
  disk = await scene.node()
  s3 = await scene.node({ s3: bucket.settings, mediaDir: '/nowhere' })
  await Promise.all([listening(disk), listening(s3)])
})
beforeEach(() => void (bucket.hang = false))
afterAll(async () => {
  await scene.close()
  await bucket.close()
})

async function published(name: string, type: string, body: Buffer = content) {
  const file = path.join(scene.mediaDir, name)
  await writeFile(file, body)
  await utimes(file, at, at)
  const object = { body, type: 'text/html', metadata: {}, modified: at, acl: undefined }
  bucket.objects.set(`media/${name}`, object)
  return scene.rows.entry({ number: (number += 1), files: [{ name, type }] })
}

const ask = (node: Node, name: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${node.url}/v1/media/${name}`, { method, headers })

/** What there is to see of an answer. */
async function seen(answer: Response) {
  const ours = [...answer.headers].filter(([name]) => !/^(date|ratelimit-.*)$/.test(name))
  const headers = Object.fromEntries(ours)
  const bytes = Buffer.from(await answer.arrayBuffer())
  return { status: answer.status, headers, body: bytes.toString('latin1') }
}

describe('from a bucket as from a folder', () => {
  const etag = (name: string) => `"${Buffer.from(name).toString('base64url')}"`
  const before = new Date(at.getTime() - 1_000).toUTCString()
  const cases: [string, Record<string, string>][] = [
    ['all of it', {}],
    ...[
      'bytes=0-99',
      'bytes=990-',
      'bytes=-5',
      'bytes=0-5000',
      'bytes=999-999',
      'bytes=1000-',
      'bytes=-0',
      'bytes=-2000',
      'bytes=9-3',
      'bytes=x',
      'bytes=',
      'bytes=1-2,5-6',
      'lines=1-2',
    ].map((range): [string, Record<string, string>] => [range, { range }]),
    ['what is new since it', { 'if-modified-since': at.toUTCString() }],
    ['what is new since before', { 'if-modified-since': before }],
    ['since no date', { 'if-modified-since': 'yesterday' }],
    ['anew', { 'if-modified-since': at.toUTCString(), 'cache-control': 'no-cache' }],
    ['what it has', { 'if-none-match': etag('film.mp4') }],
    ['what it has not', { 'if-none-match': '"x"', 'if-modified-since': at.toUTCString() }],
    ['the rest of the same', { range: 'bytes=500-', 'if-range': etag('film.mp4') }],
    ['the rest of another', { range: 'bytes=500-', 'if-range': '"x"' }],
    ['the rest by date', { range: 'bytes=500-', 'if-range': at.toUTCString() }],
    ['the rest by an older date', { range: 'bytes=500-', 'if-range': before }],
    ['the rest by no date', { range: 'bytes=500-', 'if-range': 'yesterday' }],
    ['if nobody changed it', { 'if-match': '"x"', 'if-unmodified-since': before }],
  ]

  beforeAll(() => published('film.mp4', 'video/mp4'))

  it.each(cases)('a reader gets %s', async (_what, headers) => {
    for (const method of ['GET', 'HEAD']) {
      const [one, other] = await Promise.all([
        ask(disk, 'film.mp4', headers, method).then(seen),
        ask(s3, 'film.mp4', headers, method).then(seen),
      ])
      expect(other, method).toEqual(one)
    }
  })

  it('a reader gets an empty file', async () => {
    await published('empty.mp4', 'video/mp4', Buffer.alloc(0))
    for (const headers of [{}, { range: 'bytes=0-' }] as Record<string, string>[]) {
      const from = [disk, s3].map((node) => ask(node, 'empty.mp4', headers).then(seen))
      const [one, other] = await Promise.all(from)
      expect(other).toEqual(one)
    }
  })
})

it('of a bucket is fetched what is asked for, and its head only once', async () => {
  await published('parts.mp4', 'video/mp4')
  const from = bucket.calls.length
  for (const range of ['bytes=0-9', 'bytes=10-19']) {
    expect((await ask(s3, 'parts.mp4', { range })).status).toBe(206)
  }
  await ask(s3, 'parts.mp4', {}, 'HEAD')
  const key = expect.stringMatching(/^GET \/campaign\/media\/parts\.mp4/)
  expect(bucket.calls.slice(from)).toEqual([expect.stringMatching(/^HEAD /), key, key])
})

it('what lies in the bucket and is not public is not there', async () => {
  const object = { body: content, type: '', metadata: {}, modified: at, acl: undefined }
  bucket.objects.set('media/secret.webp', object)
  expect((await ask(s3, 'secret.webp')).status).toBe(404)
  expect((await ask(s3, '..%2Fmedia%2Fsecret.webp')).status).toBe(404)
})

it('what is public and not in the bucket is 404, and the operator is told', async () => {
  await published('missing.webp', 'image/webp')
  expect((await ask(s3, 'missing.webp', {}, 'HEAD')).status).toBe(200)
  bucket.objects.delete('media/missing.webp')
  await rm(path.join(scene.mediaDir, 'missing.webp'))
  const gone = await ask(s3, 'missing.webp', { range: 'bytes=0-9' })
  expect(await seen(gone)).toEqual(
    await ask(disk, 'missing.webp', { range: 'bytes=0-9' }).then(seen),
  )
  expect(gone.status).toBe(404)
  expect(s3.errors).toEqual(['a public file is not where files are'])
})

it('a bucket that does not answer is 503 within two seconds, and the rest of /v1 goes on', async () => {
  await published('away.webp', 'image/webp')
  await published('known.webp', 'image/webp')
  expect((await ask(s3, 'known.webp', {}, 'HEAD')).status).toBe(200)
  bucket.hang = true
  const answered = await atBest(2_000, async () => {
    const from = performance.now()
    const answers = await Promise.all([ask(s3, 'away.webp'), ask(s3, 'known.webp')])
    const took = performance.now() - from
    for (const answer of answers) {
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1'])
      expect(answer.headers.has('content-range')).toBe(false)
      expect(await answer.json()).toMatchObject({ code: 'unavailable' })
    }
    return took
  })
  expect(answered).toBeLessThan(2_000)
  expect((await s3.get('/v1/entries')).status).toBe(200)
})

it('a reader who goes away takes nothing more out of the bucket', async () => {
  await published('long.mp4', 'video/mp4')
  const long = { ...bucket.objects.get('media/long.mp4')!, body: Buffer.alloc(32 * 2 ** 20) }
  bucket.objects.set('media/long.mp4', long)
  const [sent, brokenOff] = [bucket.sent(), bucket.brokenOff()]
  await new Promise<void>((resolve) => {
    const request = http.get(`${s3.url}/v1/media/long.mp4`, (answer) =>
      answer.once('data', () => {
        request.destroy()
        resolve()
      }),
    )
    request.on('error', () => undefined)
  })
  await until(() => bucket.brokenOff() === brokenOff + 1)
  expect(bucket.sent() - sent).toBeLessThan(16 * 2 ** 20)
})
