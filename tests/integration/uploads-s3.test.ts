import { fork } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { environment } from '../../src/environment.ts'
import { sweepUploads } from '../../src/plugins/media-pipeline/sweep.ts'
import { dropStrayPieces } from '../../src/plugins/media-pipeline/sweep-pieces.ts'
import { until } from '../harness/delivery.ts'
import { jpeg, onDisk, ownTempFolder, program } from '../harness/files.ts'
import { testBucket, type TestBucket } from '../harness/s3.ts'
import {
  ended,
  metadata,
  quiet,
  uploader,
  uploadScene,
  type Uploader,
  type UploadScene,
} from '../harness/uploads.ts'

// With a bucket what is under way lies in it, in pieces: two nodes share nothing else but the database.
let bucket: TestBucket
let scene: UploadScene
let person: Uploader
/** The same person on another node. */
let elsewhere: Uploader
let sql: UploadScene['campaign']['sql']

beforeAll(async () => {
  ownTempFolder()
  bucket = await testBucket()
  Object.assign(process.env, bucket.env)
  scene = await uploadScene()
  sql = scene.campaign.sql
  person = await scene.person()
  const other = await scene.node({ uploadDir: path.join(environment().dataDir, 'nobody-else-has') })
  elsewhere = uploader(other.url, person.id, person.token)
})
afterEach(async () => {
  bucket.failing = undefined
  await sql(`delete from jobs where kind = 'examine'`)
  await sql('delete from uploads')
  for (const key of pieces()) bucket.objects.delete(`uploads/${key}`)
})
afterAll(async () => {
  await scene.close()
  await bucket.close()
})

const pieces = (upload = '') =>
  [...bucket.objects.keys()].flatMap((key) =>
    key.startsWith(`uploads/${upload}`) ? [key.slice('uploads/'.length)] : [],
  )
const rowOf = async (id: string) => (await sql('select * from uploads where id = $1', [id]))[0]
/** What has arrived, as the rows have it. */
const arrived = async (id: string) => {
  const rows = await sql('select name from upload_pieces where upload_id = $1 order by start', [id])
  return Buffer.concat(rows.map(({ name }) => bucket.objects.get(`uploads/${name}`)!.body))
}
const onlyWhatCounts = async (id: string) => {
  const rows = await sql('select name from upload_pieces where upload_id = $1 order by name', [id])
  await until(() => pieces(id).length === rows.length)
  expect(pieces(id).sort()).toEqual(rows.map(({ name }) => name))
}

describe('Receiving', () => {
  it('takes a file chunk by chunk on several nodes, byte for byte, and nothing is on a disk', async () => {
    const bytes = randomBytes(2_300_001)
    const id = await person.begin(bytes.length)
    const chunk = 512 * 1024
    for (let at = 0; at < bytes.length; at += chunk) {
      const node = (at / chunk) % 2 === 0 ? person : elsewhere
      expect((await node.patch(id, at, bytes.subarray(at, at + chunk))).status).toBe(204)
      expect(await person.offset(id)).toBe(Math.min(at + chunk, bytes.length))
    }
    expect((await arrived(id)).equals(bytes)).toBe(true)
    expect(await rowOf(id)).toMatchObject({ state: 'received', received: '2300001', pieces: 5 })
    expect(await sql('select key from jobs where kind = $1', ['examine'])).toEqual([
      { key: `upload:${id}` },
    ])
    expect((await elsewhere.patch(id, bytes.length, Buffer.alloc(0))).body.code).toBe(
      'upload-finished',
    )
    expect(scene.folder()).toEqual([])
    expect(pieces(id).length).toBe(5)
  })

  it('takes the first chunk with the announcement, and a large one in several pieces', async () => {
    const bytes = randomBytes(9_500_000)
    const { status, headers } = await person.ask(
      'POST',
      '/uploads',
      {
        ...metadata('a.mp4', 'video/mp4'),
        'upload-length': String(bytes.length),
        'content-type': 'application/offset+octet-stream',
      },
      bytes.subarray(0, 100_000),
    )
    expect([status, headers.get('upload-offset')]).toEqual([201, '100000'])
    const id = headers.get('location')!.split('/').at(-1)!
    expect((await person.patch(id, 100_000, bytes.subarray(100_000))).status).toBe(204)
    expect((await arrived(id)).equals(bytes)).toBe(true)
    expect(pieces(id).length).toBe(4)
  })

  it('refuses a wrong offset, too much, and another person', async () => {
    const id = await person.begin(1_000)
    await person.patch(id, 0, Buffer.alloc(400, 1))
    for (const offset of [0, 399, 401]) {
      const { status, body } = await elsewhere.patch(id, offset, Buffer.alloc(100, 2))
      expect([status, body.code]).toEqual([409, 'upload-offset'])
    }
    expect((await person.patch(id, 400, Buffer.alloc(601))).status).toBe(413)
    const other = await scene.person()
    expect((await other.patch(id, 400, Buffer.alloc(10))).status).toBe(404)
    expect(await person.offset(id)).toBe(400)
    await onlyWhatCounts(id)
  })

  it('lets one of many writers on two nodes win, and the file is right', async () => {
    const bytes = randomBytes(3_000_000)
    const id = await person.begin(bytes.length)
    const others = randomBytes(3_000_000)
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        (n % 2 ? elsewhere : person).patch(id, 0, n < 2 ? bytes : others),
      ),
    )
    const statuses = answers.map(({ status }) => status).sort()
    expect(statuses[0]).toBe(204)
    expect(statuses.slice(1).every((status) => [409, 423].includes(status))).toBe(true)
    const whole = await arrived(id)
    expect(whole.equals(bytes) || whole.equals(others)).toBe(true)
    await onlyWhatCounts(id)
  })

  it.each(['sha1', 'sha256'])('counts nothing of a chunk whose %s differs', async (algorithm) => {
    const bytes = randomBytes(5_000_000)
    const id = await person.begin(bytes.length)
    const sum = createHash(algorithm).update(bytes).digest('base64')
    const header = { 'upload-checksum': `${algorithm} ${sum}` }
    const { status, body } = await person.patch(id, 0, randomBytes(bytes.length), header)
    expect([status, body.code]).toEqual([460, 'upload-checksum'])
    expect(await person.offset(id)).toBe(0)
    await onlyWhatCounts(id)
    expect((await person.patch(id, 0, bytes, header)).status).toBe(204)
    expect((await arrived(id)).equals(bytes)).toBe(true)
  })

  it('keeps what came before a connection broke, and goes on elsewhere', async () => {
    const bytes = randomBytes(6_000_000)
    const id = await person.begin(bytes.length)
    const sending = drip(scene.url, id, bytes, 5_000_000)
    // The first piece counts while the second still comes in.
    await until(async () => (await elsewhere.offset(id)) > 0)
    sending.destroy()
    await until(async () => (await rowOf(id)).pieces === 2)
    const offset = await elsewhere.offset(id)
    expect(offset).toBeGreaterThan(4_000_000)
    expect((await elsewhere.patch(id, offset, bytes.subarray(offset))).status).toBe(204)
    expect((await arrived(id)).equals(bytes)).toBe(true)
  })

  it('says that the bucket is away, and goes on when it is back; 507 when it is full', async () => {
    const bytes = randomBytes(100_000)
    const id = await person.begin(bytes.length)
    expect((await person.patch(id, 0, bytes.subarray(0, 50_000))).status).toBe(204)
    bucket.failing = () => true
    const away = await once(scene.url, id, 50_000, bytes.subarray(50_000))
    expect(away).toBe(503)
    bucket.failing = undefined
    expect(await person.offset(id)).toBe(50_000)
    expect((await person.patch(id, 50_000, bytes.subarray(50_000))).status).toBe(204)
    expect((await arrived(id)).equals(bytes)).toBe(true)

    const large = await person.begin(1_000)
    bucket.full = true
    expect((await person.patch(large, 0, Buffer.alloc(1_000))).body.code).toBe('storage-full')
    bucket.full = false
    expect(await rowOf(large)).toBeUndefined()
    await until(() => pieces(large).length === 0)
  })

  it('bounds the number of pieces', async () => {
    const id = await person.begin(1_000)
    await sql('update uploads set pieces = 10000 where id = $1', [id])
    expect((await person.patch(id, 0, Buffer.alloc(1))).status).toBe(400)
  })
})

describe('What becomes of it', () => {
  it('becomes a file in the bucket, which its owner takes home; nothing else stays', async () => {
    const worker = await examiner()
    const bytes = await jpeg({ width: 640, height: 480 })
    const id = await person.send(bytes, '光影.jpg', 'image/jpeg', 5_000)
    const upload = await ended(person, id)
    expect(upload).toMatchObject({ state: 'ready', problem: null })
    const [media] = await sql('select filename from media where id = $1', [upload.mediaId])
    expect(bucket.objects.get(`media/${media.filename}`)!.body.equals(bytes)).toBe(true)
    await until(() => pieces().length === 0)
    await until(async () => (await sql('select 1 from upload_pieces')).length === 0)

    const bad = await person.send(program(), 'a.jpg', 'image/jpeg')
    expect((await ended(person, bad)).state).toBe('refused')
    await until(() => pieces().length === 0)
    const making = path.join(environment().uploadDir, '.making')
    await until(() => !existsSync(making) || readdirSync(making).length === 0)
    expect(onDisk().media).toEqual([])
    await worker.close()

    const { token } = person
    const headers = { authorization: `Bearer ${token}` }
    const archive = await fetch(`${scene.url}/v1/me/data`, { headers })
    expect(archive.status).toBe(200)
    const zip = Buffer.from(await archive.arrayBuffer())
    expect(zip.includes(bytes)).toBe(true)
    expect(scene.errors).toEqual([])
  })

  it('goes with its row: called off, expired, erased', async () => {
    const [off, late, erased] = [await half(), await half(), await half()]
    expect((await person.ask('DELETE', `/uploads/${off}`)).status).toBe(204)
    await until(() => pieces(off).length === 0)
    await sql(`update uploads set expires_at = now() - interval '1 s' where id = $1`, [late])
    await sweepUploads({ payload: scene.campaign.payload, log: quiet })
    expect(await rowOf(late)).toBeUndefined()
    expect(pieces(late)).toEqual([])
    expect(pieces(erased).length).toBe(1)
    const { removeFiles } = await import('../../src/plugins/participation/remove-files.ts')
    const data = { media: [], uploads: [erased] }
    await removeFiles({ payload: scene.campaign.payload, data } as never)
    expect(pieces(erased)).toEqual([])
  })

  it('is finished by the sweeper if it arrived and was not noted, and told of if it is lost', async () => {
    const id = await half()
    await sql('update uploads set received = bytes where id = $1', [id])
    await sweepUploads({ payload: scene.campaign.payload, log: quiet })
    expect((await rowOf(id)).state).toBe('received')
    for (const key of pieces(id)) bucket.objects.delete(`uploads/${key}`)
    const worker = await examiner()
    const { state, problem } = await ended(person, id)
    expect([state, problem.zh]).toEqual(['refused', '文件已丢失，请重新上传'])
    await worker.close()
  })

  it('leaves nothing to the bucket that nobody needs, and what is young or needed alone', async () => {
    const { payload } = scene.campaign
    const needed = await half()
    const object = { body: Buffer.from('x'), type: '', metadata: {}, acl: undefined }
    const hourAgo = new Date(Date.now() - 3_600_000)
    const put = (name: string, modified: Date) =>
      bucket.objects.set(`uploads/${name}`, { ...object, modified })
    for (const key of pieces(needed)) bucket.objects.get(`uploads/${key}`)!.modified = hourAgo
    const [mine] = pieces(needed)
    put(`${'f'.repeat(32)}.0.${'0'.repeat(16)}`, hourAgo)
    put(`${needed}.500.${'0'.repeat(16)}`, hourAgo)
    const young = `${needed}.500.${'1'.repeat(16)}`
    put(young, new Date())
    put('not-ours.txt', hourAgo)
    expect(await dropStrayPieces(payload, 60_000)).toBe(2)
    expect(pieces().sort()).toEqual([mine, young, 'not-ours.txt'].sort())
    bucket.objects.delete('uploads/not-ours.txt')

    await sql(
      `update uploads set state = 'refused', problem = '{}', ended_at = now() - interval '2 h' where id = $1`,
      [needed],
    )
    await dropStrayPieces(payload, 60_000)
    expect(pieces(needed)).toEqual([young])
    expect(await sql('select 1 from upload_pieces')).toEqual([])
  })
})

it('loses nothing that was acknowledged when a node is killed', async () => {
  const bytes = await jpeg({ width: 1600, height: 1200 })
  const child = fork('tests/harness/upload-node.ts', {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, NODE_OPTIONS: '' } as never,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const { url } = await new Promise<{ url: string }>((resolve, reject) => {
    child.once('message', (said) => resolve(said as { url: string }))
    child.once('exit', (code) => reject(new Error(`The node ended with ${code}`)))
  })
  const there = uploader(url, person.id, person.token)
  const id = await there.begin(bytes.length, 'a.jpg', 'image/jpeg')
  expect((await there.patch(id, 0, bytes.subarray(0, 10_000))).status).toBe(204)
  const sending = drip(url, id, bytes.subarray(10_000), 1_000, 10_000)
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
  sending.destroy()
  expect(await person.offset(id)).toBe(10_000)
  expect((await person.patch(id, 10_000, bytes.subarray(10_000))).status).toBe(204)
  const worker = await examiner()
  expect(await ended(person, id)).toMatchObject({ state: 'ready' })
  await worker.close()
  expect(scene.folder().filter((name) => !name.startsWith('.'))).toEqual([])
  rmSync(path.join(environment().uploadDir, '.making'), { recursive: true, force: true })
})

/** An upload of which a part has arrived. */
async function half(): Promise<string> {
  const id = await person.begin(1_000)
  expect((await person.patch(id, 0, Buffer.alloc(500))).status).toBe(204)
  return id
}

async function examiner() {
  const { jobHandlersOf } = await import('../../src/hooks/job-handlers.ts')
  const { examine } = jobHandlersOf(scene.campaign.payload.config)
  return scene.work({ examine: examine! })
}

const heads = (offset: number, length: number) => ({
  authorization: `Bearer ${person.token}`,
  'tus-resumable': '1.0.0',
  'upload-offset': String(offset),
  'content-type': 'application/offset+octet-stream',
  'content-length': String(length),
})

/** Sends a part of what it says it sends, and goes no further. */
function drip(url: string, id: string, bytes: Buffer, part: number, offset = 0) {
  const headers = heads(offset, bytes.length)
  const sending = request(`${url}/v1/uploads/${id}`, { method: 'PATCH', headers })
  sending.on('error', () => undefined)
  sending.write(bytes.subarray(0, part))
  return sending
}

/** The status of one try: on the machine of the tests 503 is tried again. */
async function once(url: string, id: string, offset: number, body: Buffer): Promise<number> {
  const { 'content-length': _length, ...headers } = heads(offset, body.length)
  const answer = await fetch(`${url}/v1/uploads/${id}`, {
    ...{ method: 'PATCH', headers, body: body as never },
  })
  return answer.status
}
