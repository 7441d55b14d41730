import { rm, utimes, writeFile } from 'node:fs/promises'
import http from 'node:http'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { atBest } from '../harness/at-best.ts'
import {
  deliveryScene,
  listening,
  until,
  type DeliveryScene,
  type Node,
} from '../harness/delivery.ts'

let scene: DeliveryScene
let node: Node
let other: Node
let number = 0
const content = Buffer.from(Array.from({ length: 1_000 }, (_, at) => at % 251))

/** A published entry with one file of this name. */
async function published(name: string, type = 'image/webp', bytes: Buffer = content) {
  await writeFile(path.join(scene.mediaDir, name), bytes)
  return scene.rows.entry({ number: (number += 1), files: [{ name, type }] })
}
const file = (from: Node, name: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${from.url}/v1/media/${name}`, { method, headers })

beforeAll(async () => {
  scene = await deliveryScene()
  node = await scene.node()
  other = await scene.node()
  await Promise.all([listening(node), listening(other)])
})
afterAll(() => scene.close())

describe('GET /v1/media/{name}', () => {
  it('sends the file as what it is, and for nothing else than to be shown', async () => {
    await published('one-960x640.webp')
    const at = new Date('2022-07-01T00:00:00Z')
    await utimes(path.join(scene.mediaDir, 'one-960x640.webp'), at, at)
    const answer = await file(node, 'one-960x640.webp')
    expect(answer.status).toBe(200)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/webp',
      'content-length': '1000',
      'accept-ranges': 'bytes',
      'cache-control': 'public, max-age=300, immutable',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'cross-origin',
      'last-modified': at.toUTCString(),
      'x-content-type-options': 'nosniff',
      etag: expect.stringMatching(/^"[\w-]+"$/),
    })
    expect(Buffer.from(await answer.arrayBuffer()).equals(content)).toBe(true)
  })

  it('takes the type from the row, not from the name', async () => {
    await published('sound.html', 'audio/mpeg')
    expect((await file(node, 'sound.html')).headers.get('content-type')).toBe('audio/mpeg')
  })

  it('answers HEAD with the same head', async () => {
    await published('head.webp')
    const head = await file(node, 'head.webp', {}, 'HEAD')
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([
      200,
      '1000',
      '',
    ])
  })

  it.each([
    ['bytes=0-99', 206, 'bytes 0-99/1000', 100],
    ['bytes=990-', 206, 'bytes 990-999/1000', 10],
    ['bytes=-5', 206, 'bytes 995-999/1000', 5],
    ['bytes=0-5000', 206, 'bytes 0-999/1000', 1_000],
    ['bytes=1-2,5-6', 200, null, 1_000],
    ['lines=1-2', 200, null, 1_000],
  ])('gives the part that %s asks for', async (range, status, contentRange, length) => {
    await published(`range-${number}.mp4`, 'video/mp4')
    const answer = await file(node, `range-${number - 1}.mp4`, { range })
    expect([answer.status, answer.headers.get('content-range')]).toEqual([status, contentRange])
    expect(answer.headers.get('content-type')).toBe('video/mp4')
    expect((await answer.arrayBuffer()).byteLength).toBe(length)
  })

  it('refuses a part that lies outside', async () => {
    await published('outside.mp4', 'video/mp4')
    const answer = await file(node, 'outside.mp4', { range: 'bytes=1000-' })
    expect([answer.status, answer.headers.get('content-range')]).toEqual([416, 'bytes */1000'])
    expect(await answer.json()).toMatchObject({ code: 'range-not-satisfiable', status: 416 })
  })

  it('goes on with the rest only of the same file, and sends nothing that is there already', async () => {
    await published('rest.mp4', 'video/mp4')
    const etag = (await file(node, 'rest.mp4')).headers.get('etag')!
    const rest = { range: 'bytes=500-' }
    expect((await file(node, 'rest.mp4', { ...rest, 'if-range': etag })).status).toBe(206)
    expect((await file(node, 'rest.mp4', { ...rest, 'if-range': '"x"' })).status).toBe(200)
    expect((await file(node, 'rest.mp4', { 'if-none-match': etag })).status).toBe(304)
    expect((await file(node, 'rest.mp4', { 'if-none-match': '"x"' })).status).toBe(200)
    expect((await file(node, 'rest.mp4', { 'if-match': '"x"' })).status).toBe(200)
  })
})

describe('what is not public', () => {
  it.each([
    'secret.webp',
    '..%2Fsecret.webp',
    '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
    '.env',
    'a%00b',
    'x'.repeat(300),
  ])('%s is not there, though it may lie on the disk', async (name) => {
    await writeFile(path.join(scene.mediaDir, 'secret.webp'), content)
    await writeFile(path.join(scene.mediaDir, '..', 'secret.webp'), content)
    const answer = await file(node, name)
    expect(answer.status).toBe(404)
    expect(await answer.json()).toMatchObject({ code: 'not-found' })
  })

  it('is gone from every node within a second of its take-down', async () => {
    const gone = await atBest(1_000, async (time) => {
      const name = `gone-${time}.webp`
      const id = await published(name)
      expect((await file(node, name)).status).toBe(200)
      expect((await file(other, name)).status).toBe(200)
      await scene.rows.takeDown(id)
      const from = performance.now()
      for (const one of [node, other])
        await until(async () => (await file(one, name)).status === 404)
      return performance.now() - from
    })
    expect(gone).toBeLessThan(1_000)
  })

  it('is there at once when it is published after somebody asked', async () => {
    expect((await file(node, 'later.webp')).status).toBe(404)
    await published('later.webp')
    expect((await file(node, 'later.webp')).status).toBe(200)
  })

  it('may still be downloaded by who had begun', async () => {
    const large = Buffer.alloc(8 * 2 ** 20, 7)
    const id = await published('large.mp4', 'video/mp4', large)
    const answer = await new Promise<http.IncomingMessage>((resolve) =>
      http.get(`${node.url}/v1/media/large.mp4`, resolve),
    )
    await scene.rows.takeDown(id)
    await until(async () => (await file(node, 'large.mp4')).status === 404)
    let size = 0
    for await (const chunk of answer) size += chunk.length
    expect(size).toBe(large.length)
  })
})

it('of a file that is missing on the disk says 404, and tells the operator', async () => {
  await published('missing.webp')
  await rm(path.join(scene.mediaDir, 'missing.webp'))
  expect((await file(node, 'missing.webp')).status).toBe(404)
  expect((await file(node, 'missing.webp', { range: 'bytes=0-1' }, 'HEAD')).status).toBe(404)
  expect(node.errors).toEqual(Array(2).fill('a public file is not where files are'))
})
