import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Worker } from '../../src/hooks/worker.ts'
import { testCampaign, type TestCampaign } from '../harness/campaign.ts'
import { until } from '../harness/delivery.ts'
import * as files from '../harness/files.ts'
import { fetchFile, onDisk, ownTempFolder, send, upload, type Stored } from '../harness/files.ts'
import { film } from '../harness/films.ts'
import { testBucket, type TestBucket } from '../harness/s3.ts'
import { openScene, type Scene } from '../harness/scene.ts'

// The staff's side with a bucket: what is written, read, worked on and removed lies there and nowhere else.
let bucket: TestBucket
let campaign: TestCampaign
let scene: Scene
let worker: Worker

const nothing = () => undefined
const log = { debug: nothing, info: nothing, warn: nothing, error: nothing }

beforeAll(async () => {
  ownTempFolder()
  bucket = await testBucket()
  Object.assign(process.env, bucket.env)
  campaign = await testCampaign()
  scene = await openScene(campaign)
  const { openWorker } = await import('../../src/plugins/media-pipeline/worker.ts')
  worker = openWorker(campaign.payload, { log, concurrency: 1, pollSeconds: 1 })
})
beforeEach(() => {
  bucket.hang = false
  bucket.failing = undefined
})
afterAll(async () => {
  bucket.hang = false
  await worker.close()
  await campaign.close()
  await bucket.close()
})

const keys = () => [...bucket.objects.keys()].sort()
const rows = async () => (await campaign.sql('select count(*)::int from media'))[0].count
const namesOf = ({ filename, sizes }: Stored) =>
  [filename, ...Object.values(sizes ?? {}).map((size) => size.filename)].filter(Boolean).sort()
/** Until the worker has made what is to be made of earlier files: nothing else writes then. */
const stillness = () =>
  until(async () => {
    const open = `select from jobs where state = 'working' or state = 'waiting' and run_at <= now()`
    return (await campaign.sql(open)).length === 0
  }, 60_000)
const made = async (id: number) => {
  const read = async () =>
    (await campaign.sql('select processing, problem from media where id = $1', [id]))[0]
  await until(async () => ['done', 'failed'].includes((await read()).processing), 60_000)
  return read()
}

test('a picture and its copies are objects under media/, public to nobody, and nothing is on the disk', async () => {
  const sent = await files.phoneJpeg()
  const doc = await upload(campaign, 'yixing', sent)
  for (const name of namesOf(doc)) {
    const object = bucket.objects.get(`media/${name}`)!
    expect(object.type).toBe(name === doc.filename ? 'image/jpeg' : 'image/webp')
    expect(object.acl).toBeUndefined()
    const fetched = await fetchFile(campaign, name, { as: 'yixing' })
    expect(fetched.bytes.equals(object.body)).toBe(true)
    expect(fetched.headers.get('content-type')).toBe(object.type)
    expect(fetched.headers.get('x-content-type-options')).toBe('nosniff')
    expect(fetched.headers.get('cache-control')).toBe('private, no-cache')
  }
  expect(bucket.objects.get(`media/${doc.filename}`)!.body.equals(sent)).toBe(true)
  expect(onDisk()).toEqual({ media: [], underWay: [] })
})

test.each<[string, () => Buffer | Promise<Buffer>, string]>([
  ['HEIC as JPEG', files.heic, 'image/heic'],
  ['PDF', files.pdf, 'application/pdf'],
  ['MP3', files.mp3, 'audio/mpeg'],
])('%s is stored whole', async (_name, make, type) => {
  const bytes = await make()
  const doc = await upload(campaign, 'yixing', bytes, { type })
  const { body, type: kept } = bucket.objects.get(`media/${doc.filename}`)!
  expect(kept).toBe(doc.mimeType)
  if (type !== 'image/heic') expect(body.equals(bytes)).toBe(true)
  const { headers } = await fetchFile(campaign, doc.filename, { as: 'yixing' })
  const shown = /^(image|video|audio)/.test(type)
  expect(headers.get('content-disposition')).toBe(shown ? null : 'attachment')
})

test('a film comes in parts that are asked for, with safe heads', async () => {
  const whole = files.mp4()
  const { filename } = await upload(campaign, 'yixing', whole, { name: 'a.mp4', type: 'video/mp4' })
  const get = (range: string) => fetchFile(campaign, filename, { as: 'yixing', headers: { range } })
  const part = await get('bytes=100-199')
  expect([part.status, part.headers.get('content-range')]).toEqual([
    206,
    `bytes 100-199/${whole.length}`,
  ])
  expect(part.bytes.equals(whole.subarray(100, 200))).toBe(true)
  expect((await get('bytes=-10')).bytes.equals(whole.subarray(-10))).toBe(true)
  const beyond = await get(`bytes=${whole.length}-`)
  expect([beyond.status, beyond.headers.get('content-range')]).toEqual([
    416,
    `bytes */${whole.length}`,
  ])
  for (const { headers } of [part, beyond]) {
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toContain('sandbox')
  }
})

describe('who may read', () => {
  test('is the same: an original is for staff in scope, copies for every reader of the row', async () => {
    const one = await upload(campaign, 'yixing', await files.jpeg())
    const id = await scene.make('photos', 'yixing', { pictures: [one.id] })
    const readers = async (name: string) => {
      const all = [undefined, 'yixing', 'suzhou', 'province', 'judge']
      const answers = await Promise.all(all.map((as) => fetchFile(campaign, name, { as })))
      return all.filter((_as, at) => answers[at]!.status === 200)
    }
    expect(await readers(one.filename)).toEqual(['yixing', 'province'])
    expect(await readers(one.sizes.card.filename)).toEqual(['yixing', 'province'])
    expect(
      await campaign.sql('select entry_id::int as id from media where id = $1', [one.id]),
    ).toEqual([{ id }])
  })

  test('nobody reads what no row names, nor beside media/', async () => {
    const loose = { body: Buffer.from('x'), type: '', metadata: {}, modified: new Date() }
    bucket.objects.set('media/loose.webp', { ...loose, acl: undefined })
    bucket.objects.set('uploads/theirs', { ...loose, acl: undefined })
    for (const name of ['loose.webp', '..%2fuploads%2ftheirs', '%2e%2e%2fuploads%2ftheirs']) {
      const { status } = await fetchFile(campaign, name, { as: 'province' })
      expect([400, 403, 404], name).toContain(status)
    }
    bucket.objects.delete('media/loose.webp')
    bucket.objects.delete('uploads/theirs')
  })

  test('a row whose object is gone is 404', async () => {
    const { filename } = await upload(campaign, 'yixing', await files.jpeg())
    bucket.objects.delete(`media/${filename}`)
    expect((await fetchFile(campaign, filename, { as: 'yixing' })).status).toBe(404)
  })
})

describe('a bucket that is away', () => {
  test('gives 503 to readers and writers; no row and no file is left', async () => {
    const { filename } = await upload(campaign, 'yixing', await files.jpeg())
    await stillness()
    const before = { rows: await rows(), keys: keys(), disk: onDisk() }
    bucket.failing = () => true
    const refused = await send(campaign, 'yixing', await files.jpeg())
    expect([refused.status, refused.body.errors[0].message]).toEqual([
      503,
      expect.stringContaining('文件存储暂时无法使用'),
    ])
    expect((await fetchFile(campaign, filename, { as: 'yixing' })).status).toBe(503)
    bucket.failing = undefined
    expect({ rows: await rows(), keys: keys(), disk: onDisk() }).toEqual(before)
  })

  test('halfway through a picture’s copies leaves none of them', async () => {
    await stillness()
    const before = { rows: await rows(), keys: keys() }
    let puts = 0
    bucket.failing = (method) => method === 'PUT' && (puts += 1) > 2
    expect((await send(campaign, 'yixing', await files.jpeg())).status).toBe(503)
    bucket.failing = undefined
    expect({ rows: await rows(), keys: keys() }).toEqual(before)
  })
})

test('a file whose row cannot be written leaves no object', async () => {
  await stillness()
  const before = { rows: await rows(), keys: keys() }
  await campaign.sql(`create function refuse_file() returns trigger language plpgsql as $$
    begin raise exception 'made to fail' using errcode = 'XX000'; end $$`)
  await campaign.sql(
    'create trigger refuses before insert on media for each row execute function refuse_file()',
  )
  const { status } = await send(campaign, 'yixing', await files.jpeg())
  await campaign.sql('drop trigger refuses on media')
  expect(status).toBe(500)
  expect({ rows: await rows(), keys: keys() }).toEqual(before)
})

test('deleting a row deletes its objects, and a deletion that is undone none', async () => {
  const doc = await upload(campaign, 'yixing', await files.jpeg())
  const { removeStored } = await import('../../src/collections/media/remove-stored.ts')
  const { createLocalReq } = await import('payload')
  const { inTransaction } = await import('../../src/database/sql.ts')
  const req = await createLocalReq({}, campaign.payload)
  const undone = inTransaction(req, async () => {
    await removeStored({ doc, id: doc.id, req } as never)
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  await made(doc.id)
  expect(namesOf(doc).every((name) => bucket.objects.has(`media/${name}`))).toBe(true)

  const { status } = await campaign.call('DELETE', `/media/${doc.id}`, { as: 'yixing' })
  expect(status).toBe(200)
  await until(() => !namesOf(doc).some((name) => bucket.objects.has(`media/${name}`)))
})

test('what is made of a film lies in the bucket, its scratch nowhere, and goes with its row', async () => {
  const doc = await upload(campaign, 'yixing', await film({ seconds: 1 }), {
    name: 'a.mp4',
    type: 'video/mp4',
  })
  expect(await made(doc.id)).toEqual({ processing: 'done', problem: null })
  const renditions = await campaign.sql(
    'select file_name as name, mime_type as type, bytes::int from media_renditions where media_id = $1',
    [doc.id],
  )
  expect(renditions.length).toBeGreaterThan(0)
  for (const { name, type, bytes } of renditions) {
    const object = bucket.objects.get(`media/${name}`)!
    expect([object.type, object.body.length]).toEqual([type, bytes])
  }
  expect(onDisk()).toEqual({ media: [], underWay: [] })
  const making = path.join(process.env.DATA_DIR!, 'uploads', '.making')
  await until(() => !existsSync(making) || readdirSync(making).length === 0)
  await campaign.call('DELETE', `/media/${doc.id}`, { as: 'yixing' })
  const all = [doc.filename, ...renditions.map(({ name }) => name)]
  await until(() => !all.some((name) => bucket.objects.has(`media/${name}`)))
})

test('the sweeper removes what no row names and leaves the rest', async () => {
  const { dropStrayMedia } = await import('../../src/plugins/media-pipeline/sweep-media.ts')
  const doc = await upload(campaign, 'yixing', await files.jpeg())
  await made(doc.id)
  const before = keys()
  const object = { body: Buffer.from('x'), type: '', metadata: {}, acl: undefined }
  const hourAgo = new Date(Date.now() - 3_600_000)
  const stray = 'media/00000000-0000-4000-8000-000000000000-320x240.webp'
  bucket.objects.set(stray, { ...object, modified: hourAgo })
  const young = 'media/11111111-0000-4000-8000-000000000000.jpg'
  bucket.objects.set(young, { ...object, modified: new Date() })
  bucket.objects.set('media/not-ours.txt', { ...object, modified: hourAgo })
  expect(await dropStrayMedia(campaign.payload, 60_000)).toBe(1)
  expect(keys()).toEqual([...before, young, 'media/not-ours.txt'].sort())
})

test('a large file is stored from the disk in parts, not out of memory', async () => {
  const from = bucket.calls.length
  // A box that players skip.
  const box = Buffer.alloc(12 * 2 ** 20, 7)
  box.writeUInt32BE(box.length, 0)
  box.write('free', 4, 'latin1')
  const bytes = Buffer.concat([files.mp4(), box])
  const doc = await upload(campaign, 'yixing', bytes, { name: 'a.mp4', type: 'video/mp4' })
  expect(bucket.objects.get(`media/${doc.filename}`)!.body.equals(bytes)).toBe(true)
  const parts = bucket.calls.slice(from).filter((call) => /^PUT .*partNumber=/.test(call))
  expect(parts).toHaveLength(2)
})
