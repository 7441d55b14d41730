import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import path from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { mediaGroups } from '../../src/domain/media-types.ts'
import { environment } from '../../src/environment.ts'
import { sweepUploads } from '../../src/plugins/media-pipeline/sweep.ts'
import { until } from '../harness/delivery.ts'
import {
  docx,
  jpeg,
  onDisk,
  ownTempFolder,
  pdf,
  pictureBomb,
  program,
  truncatedJpeg,
  zip,
} from '../harness/files.ts'
import { film } from '../harness/films.ts'
import {
  ended,
  metadata,
  quiet,
  uploadScene,
  uploader,
  type Uploader,
  type UploadScene,
} from '../harness/uploads.ts'

let scene: UploadScene
let person: Uploader
let sql: UploadScene['campaign']['sql']

beforeAll(async () => {
  ownTempFolder()
  scene = await uploadScene()
  sql = scene.campaign.sql
})
afterAll(() => scene.close())

const onePage = async () => {
  const document = await PDFDocument.create()
  document.addPage()
  return Buffer.from(await document.save())
}
const fileOf = (id: string) => path.join(environment().uploadDir, id)
const rowOf = async (id: string) => (await sql('select * from uploads where id = $1', [id]))[0]
const sweep = (settledAfter = 0) =>
  sweepUploads({ payload: scene.campaign.payload, log: quiet, settledAfter })

describe('Receiving', () => {
  beforeAll(async () => {
    person = await scene.person()
  })
  afterEach(async () => {
    expect(scene.errors).toEqual([])
    await sql('delete from jobs')
    await sql('delete from uploads')
    for (const name of scene.folder()) rmSync(fileOf(name))
  })

  it('says what it can without any token', async () => {
    const { status, headers } = await person.ask('OPTIONS', '/uploads')
    expect(status).toBe(204)
    expect(headers.get('tus-version')).toBe('1.0.0')
    expect(headers.get('tus-extension')).toBe(
      'creation,creation-with-upload,termination,expiration,checksum',
    )
    expect(headers.get('tus-checksum-algorithm')).toBe('sha1,sha256,md5')
  })

  it('takes a file chunk by chunk, byte for byte', async () => {
    const bytes = randomBytes(3_000_001)
    const id = await person.send(bytes)
    expect(readFileSync(fileOf(id)).equals(bytes)).toBe(true)
    expect(await rowOf(id)).toMatchObject({
      state: 'received',
      group: 'video',
      file_name: '样片.mp4',
      bytes: '3000001',
      participant_id: person.id,
    })
    const jobs = await sql(`select kind, data from jobs where key = $1`, [`upload:${id}`])
    expect(jobs).toEqual([{ kind: 'examine', data: { upload: id } }])
    expect(await person.offset(id)).toBe(bytes.length)
    expect(await person.status(id)).toMatchObject({
      state: 'received',
      offset: 3_000_001,
      mediaId: null,
    })
  })

  it('begins nothing for somebody who left a moment ago, whatever this node remembers', async () => {
    const left = await scene.person()
    const begin = () =>
      left.ask('POST', '/uploads', {
        'upload-length': '9',
        ...metadata('a.pdf', 'application/pdf'),
      })
    expect((await begin()).status).toBe(201)
    await sql('update participants set erased_at = now() where id = $1', [left.id])
    const { status, body } = await begin()
    expect([status, body.code]).toEqual([401, 'not-signed-in'])
    expect(await sql('select id from uploads where participant_id = $1', [left.id])).toHaveLength(1)
  })

  it('takes the first chunk with the announcement', async () => {
    const bytes = randomBytes(50_000)
    const { status, headers } = await person.ask(
      'POST',
      '/uploads',
      {
        'upload-length': '80000',
        'content-type': 'application/offset+octet-stream',
        ...metadata('a.mp4', 'video/mp4'),
      },
      bytes,
    )
    expect(status).toBe(201)
    expect(headers.get('upload-offset')).toBe('50000')
    expect(await person.offset(headers.get('location')!.split('/').at(-1)!)).toBe(50_000)
  })

  it.each([
    ['no length', { 'upload-length': undefined }, 400, 'invalid-parameter'],
    ['a length that is none', { 'upload-length': '1e6' }, 400, 'invalid-parameter'],
    ['a length to come', { 'upload-defer-length': '1' }, 400, 'invalid-parameter'],
    ['nothing to send', { 'upload-length': '0' }, 400, 'upload-empty'],
    ['no name', metadata('', 'image/png'), 400, 'invalid-parameter'],
    ['metadata that are none', { 'upload-metadata': 'filename ####' }, 400, 'invalid-parameter'],
    ['a drawing with scripts', metadata('a.svg', 'image/svg+xml'), 415, 'upload-type'],
    ['a program', metadata('a.exe', ''), 415, 'upload-type'],
    [
      'more than a picture may have',
      {
        ...metadata('a.jpg', 'image/jpeg'),
        'upload-length': String(mediaGroups.image.maxBytes + 1),
      },
      413,
      'too-large',
    ],
    ['more than a film may have', { 'upload-length': String(2 ** 30 + 1) }, 413, 'too-large'],
    ['no version of tus', { 'tus-resumable': '0.2.2' }, 412, 'tus-version'],
    ['a checksum unknown here', { 'upload-checksum': 'crc32 AAAA' }, 400, 'invalid-parameter'],
  ])('refuses an announcement with %s', async (_what, headers, status, code) => {
    const usual = { 'upload-length': '100', ...metadata('a.mp4', 'video/mp4') }
    const whole = Object.fromEntries(
      Object.entries({ ...usual, ...headers }).filter(([, value]) => value !== undefined),
    )
    const got = await person.ask('POST', '/uploads', whole)
    expect(got.body).toMatchObject({ status, code })
    expect(got.status).toBe(status)
    expect(got.headers.get('content-type')).toContain('application/problem+json')
    expect(await sql('select id from uploads')).toEqual([])
    expect(scene.folder()).toEqual([])
  })

  it('asks for a token', async () => {
    const nobody = uploader(scene.url, 0, 'x'.repeat(30))
    expect((await nobody.ask('POST', '/uploads')).status).toBe(401)
    expect((await nobody.ask('HEAD', `/uploads/${'0'.repeat(32)}`)).status).toBe(401)
  })

  it('knows an upload for its owner only', async () => {
    const id = await person.begin(1_000)
    const other = await scene.person()
    const tries = [
      other.ask('HEAD', `/uploads/${id}`),
      other.ask('GET', `/uploads/${id}`),
      other.patch(id, 0, Buffer.alloc(10)),
      other.ask('DELETE', `/uploads/${id}`),
      person.ask('GET', `/uploads/${'f'.repeat(32)}`),
      person.patch('f'.repeat(32), 0, Buffer.alloc(10)),
    ]
    expect((await Promise.all(tries)).map(({ status }) => status)).toEqual(Array(6).fill(404))
    expect((await person.ask('GET', '/uploads/..%2f..%2fetc')).status).toBe(400)
    expect(await person.offset(id)).toBe(0)
  })

  it('refuses a wrong offset and leaves the file as it is', async () => {
    const id = await person.begin(1_000)
    await person.patch(id, 0, Buffer.alloc(400, 1))
    for (const offset of [0, 399, 401, 1_000]) {
      const { status, body } = await person.patch(id, offset, Buffer.alloc(100, 2))
      expect([status, body.code]).toEqual([409, 'upload-offset'])
    }
    expect((await person.patch(id, -1, Buffer.alloc(100))).status).toBe(400)
    expect(readFileSync(fileOf(id)).equals(Buffer.alloc(400, 1))).toBe(true)
  })

  it('refuses more than was announced, with and without a length of the chunk', async () => {
    const id = await person.begin(1_000)
    expect((await person.patch(id, 0, Buffer.alloc(1_001))).status).toBe(413)
    const stream = new ReadableStream({
      start: (to) => {
        for (let n = 0; n < 20; n++) to.enqueue(new Uint8Array(100))
        to.close()
      },
    })
    const chunked = await fetch(`${scene.url}/v1/uploads/${id}`, {
      method: 'PATCH',
      headers: {
        authorization: `Bearer ${person.token}`,
        'tus-resumable': '1.0.0',
        'upload-offset': '0',
        'content-type': 'application/offset+octet-stream',
      },
      body: stream,
      duplex: 'half',
    } as RequestInit)
    expect(chunked.status).toBe(413)
    expect(await person.offset(id)).toBe(0)
  })

  it.each(['sha1', 'sha256', 'md5'])('checks a %s of a chunk', async (algorithm) => {
    const bytes = randomBytes(300_000)
    const id = await person.begin(600_000)
    const right = {
      'upload-checksum': `${algorithm} ${createHash(algorithm).update(bytes).digest('base64')}`,
    }
    expect((await person.patch(id, 0, bytes, right)).status).toBe(204)
    const { status, body } = await person.patch(id, 300_000, randomBytes(300_000), right)
    expect([status, body.code]).toEqual([460, 'upload-checksum'])
    expect(await person.offset(id)).toBe(300_000)
    expect((await person.patch(id, 300_000, bytes, right)).status).toBe(204)
    expect((await rowOf(id)).state).toBe('received')
  })

  it('keeps what came before a connection broke, and goes on from there', async () => {
    const bytes = randomBytes(2_000_000)
    const id = await person.begin(bytes.length)
    const socket = await half(id, 0, bytes.length, bytes.subarray(0, 700_000))
    await until(async () => existsSync(fileOf(id)) && readFileSync(fileOf(id)).length > 0)
    socket.destroy()
    await until(async () => (await person.ask('HEAD', `/uploads/${id}`)).status === 200)
    const offset = await person.offset(id)
    expect(offset).toBeGreaterThan(0)
    expect(offset).toBeLessThanOrEqual(700_000)
    expect((await person.patch(id, offset, bytes.subarray(offset))).status).toBe(204)
    expect(readFileSync(fileOf(id)).equals(bytes)).toBe(true)
  })

  it('drops a part whose checksum can no longer be made', async () => {
    const bytes = randomBytes(2_000_000)
    const id = await person.begin(bytes.length)
    const socket = await half(
      id,
      0,
      bytes.length,
      bytes.subarray(0, 700_000),
      'Upload-Checksum: sha1 AAAA\r\n',
    )
    await until(() => readFileSync(fileOf(id)).length > 0)
    socket.destroy()
    await until(() => readFileSync(fileOf(id)).length === 0)
    expect(await person.offset(id)).toBe(0)
  })

  it('takes an upload over from a connection that is silent', async () => {
    const bytes = randomBytes(1_000_000)
    const id = await person.begin(bytes.length)
    const socket = await half(id, 0, bytes.length, bytes.subarray(0, 700_000))
    await until(() => readFileSync(fileOf(id)).length > 0)
    const offset = await person.offset(id)
    expect((await person.patch(id, offset, bytes.subarray(offset))).status).toBe(204)
    expect(readFileSync(fileOf(id)).equals(bytes)).toBe(true)
    socket.destroy()
  })

  it('lets one of two writers win, and the file is right', async () => {
    const bytes = randomBytes(4_000_000)
    const id = await person.begin(bytes.length)
    const answers = await Promise.all(Array.from({ length: 8 }, () => person.patch(id, 0, bytes)))
    const statuses = answers.map(({ status }) => status).sort()
    expect(statuses[0]).toBe(204)
    expect(statuses.slice(1).every((status) => [409, 423].includes(status))).toBe(true)
    expect(readFileSync(fileOf(id)).equals(bytes)).toBe(true)
    expect(await sql('select count(*)::int as n from jobs')).toEqual([{ n: 1 }])
  })

  it('finds the offset really on the disk, and a finish that was not noted', async () => {
    const id = await person.begin(1_000)
    writeFileSync(fileOf(id), Buffer.alloc(600))
    expect(await person.offset(id)).toBe(600)
    writeFileSync(fileOf(id), Buffer.alloc(1_000))
    expect(await person.offset(id)).toBe(1_000)
    expect((await rowOf(id)).state).toBe('received')
  })

  it('is called off with its file, while it comes in', async () => {
    const id = await person.begin(1_000)
    await person.patch(id, 0, Buffer.alloc(500))
    expect((await person.ask('DELETE', `/uploads/${id}`)).status).toBe(204)
    expect(scene.folder()).toEqual([])
    expect((await person.ask('HEAD', `/uploads/${id}`)).status).toBe(404)
  })

  it('is changed no more once it has arrived', async () => {
    const id = await person.send(Buffer.alloc(100))
    expect((await person.patch(id, 100, Buffer.alloc(0))).body.code).toBe('upload-finished')
    expect((await person.ask('DELETE', `/uploads/${id}`)).body.code).toBe('upload-finished')
  })

  it('expires a day after the last chunk', async () => {
    const id = await person.begin(1_000)
    await sql(`update uploads set expires_at = now() + interval '1 hour'`)
    await person.patch(id, 0, Buffer.alloc(10))
    expect((await rowOf(id)).expires_at.getTime()).toBeGreaterThan(Date.now() + 23 * 3_600_000)
    await sql(`update uploads set expires_at = now() - interval '1 s'`)
    expect((await person.patch(id, 10, Buffer.alloc(10))).body.code).toBe('upload-expired')
    await sweep(1e9)
    expect(await sql('select id from uploads')).toEqual([])
    expect(scene.folder()).toEqual([])
  })

  it('asks for every chunk whose upload it is and whether it still stands', async () => {
    const other = await scene.person()
    const [given, gone, done] = [await part(), await part(), await part()]
    await sql('update uploads set participant_id = $1 where id = $2', [other.id, given])
    await sql('delete from uploads where id = $1', [gone])
    await sql(`update uploads set state = 'refused', problem = '{}' where id = $1`, [done])
    expect((await person.patch(given, 10, Buffer.alloc(10))).status).toBe(404)
    expect((await person.patch(gone, 10, Buffer.alloc(990))).status).toBe(404)
    expect((await person.patch(done, 10, Buffer.alloc(990))).body.code).toBe('upload-finished')
    expect(await sql(`select 1 from jobs where kind = 'examine'`)).toEqual([])
    const offset = await other.offset(given)
    expect((await other.patch(given, offset, Buffer.alloc(1_000 - offset))).status).toBe(204)
    expect((await rowOf(given)).state).toBe('received')

    async function part() {
      const id = await person.begin(1_000)
      await person.patch(id, 0, Buffer.alloc(10))
      return id
    }
  })

  it('lets nobody fill the disk, even with thirty announcements at once', async () => {
    const announce = () =>
      person.ask('POST', '/uploads', {
        'upload-length': String(2 ** 30),
        ...metadata('a.mp4', 'video/mp4'),
      })
    const answers = await Promise.all(Array.from({ length: 30 }, announce))
    const counts = answers.map(({ status }) => status)
    expect(counts.filter((status) => status === 201)).toHaveLength(3)
    expect(counts.filter((status) => status === 403)).toHaveLength(27)
    expect(scene.folder()).toHaveLength(3)
  })

  it('answers 507 on a full disk, and leaves no row and no file', async () => {
    const full = await scene.node({ uploadReserve: 2 ** 60 })
    const there = uploader(full.url, person.id, person.token)
    const headers = { 'upload-length': '1000', ...metadata('a.mp4', 'video/mp4') }
    expect((await there.ask('POST', '/uploads', headers)).body).toMatchObject({
      status: 507,
      code: 'storage-full',
    })
    expect(await sql('select id from uploads')).toEqual([])

    const id = await person.begin(1_000)
    rmSync(fileOf(id))
    symlinkSync('/dev/full', fileOf(id))
    expect((await person.patch(id, 0, Buffer.alloc(1_000))).body).toMatchObject({
      status: 507,
      code: 'storage-full',
    })
    expect(await sql('select id from uploads')).toEqual([])
    expect(scene.folder()).toEqual([])
    await full.close()
  })

  /** A PATCH that says it is whole and sends a part. */
  async function half(id: string, offset: number, length: number, part: Buffer, more = '') {
    const { port } = new URL(scene.url)
    const socket = connect(Number(port), '127.0.0.1')
    socket.on('error', () => undefined)
    await new Promise((resolve) => socket.once('connect', resolve))
    socket.write(
      `PATCH /v1/uploads/${id} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${person.token}\r\nTus-Resumable: 1.0.0\r\n` +
        `Upload-Offset: ${offset}\r\nContent-Type: application/offset+octet-stream\r\n${more}Content-Length: ${length}\r\n\r\n`,
    )
    await new Promise<void>((resolve) => socket.write(part, () => resolve()))
    return socket
  }
})

describe('What becomes of it', () => {
  beforeAll(async () => {
    const { jobHandlersOf } = await import('../../src/hooks/job-handlers.ts')
    const { examine } = jobHandlersOf(scene.campaign.payload.config)
    await scene.work({ examine: examine! })
  })
  beforeAll(async () => {
    person = await scene.person()
  })
  afterEach(() => expect(scene.errors).toEqual([]))

  it('becomes a file of the participant’s, and a job makes it ready', async () => {
    const id = await person.send(await jpeg({ width: 640, height: 480 }), '光影.jpg', 'image/jpeg')
    const upload = await ended(person, id)
    expect(upload).toMatchObject({
      state: 'ready',
      progress: 1,
      problem: null,
      processing: 'waiting',
    })
    const [media] = await sql('select * from media where id = $1', [upload.mediaId])
    expect(media).toMatchObject({
      participant_id: String(person.id),
      original_name: '光影.jpg',
      mime_type: 'image/jpeg',
      width: '640',
    })
    const jobs = await sql(`select key, state from jobs where kind = 'process'`)
    expect(jobs).toEqual([{ key: `media:${upload.mediaId}`, state: 'waiting' }])
    await until(() => !existsSync(fileOf(id)))
    expect(onDisk().media).toContain(media.filename)
    expect(scene.folder()).toEqual([])
  })

  it.each([
    ['a picture', jpeg, 'a.jpg', 'image/jpeg'],
    ['a PDF', onePage, 'a.pdf', 'application/pdf'],
    ['a film', () => film({ seconds: 1 }), 'a.mov', 'video/quicktime'],
  ])('takes %s', async (_what, make, name, type) => {
    const upload = await ended(person, await person.send(await make(), name, type))
    expect(upload).toMatchObject({ state: 'ready', problem: null })
  })

  it.each<[string, () => Buffer | Promise<Buffer>, string, string]>([
    ['a program called a picture', program, 'a.jpg', 'image/jpeg'],
    ['a PDF called a film', pdf, 'a.mp4', 'video/mp4'],
    ['an archive called a document', () => zip(), 'a.docx', mediaGroups.document.mimeTypes[1]!],
    ['half a picture', truncatedJpeg, 'a.jpg', 'image/jpeg'],
    ['a bomb', () => pictureBomb(), 'a.png', 'image/png'],
    [
      'a page that calls itself a picture',
      () => Buffer.from('<svg onload="alert(1)"/>'),
      'a.png',
      'image/png',
    ],
    ['noise', () => randomBytes(10_000), 'a.mp4', 'video/mp4'],
  ])('refuses %s, in words, and keeps nothing of it', async (_what, make, name, type) => {
    const before = onDisk().media
    const id = await person.send(await make(), name, type)
    const upload = await ended(person, id)
    expect(upload.state).toBe('refused')
    expect(upload.problem.zh).toMatch(/\p{Script=Han}/u)
    expect(upload.mediaId).toBeNull()
    await until(() => !existsSync(fileOf(id)))
    expect(onDisk().media).toEqual(before)
    expect((await person.ask('DELETE', `/uploads/${id}`)).status).toBe(204)
  })

  it('is looked at once more after a crash, and is still one file', async () => {
    const id = await person.send(docx(), 'a.docx', mediaGroups.document.mimeTypes[1])
    const first = await ended(person, id)
    await sql(`select enqueue_job('examine', $1, $2)`, [`upload:${id}`, { upload: id }])
    await until(async () => {
      const [row] = await sql(
        `select count(*)::int as n from jobs where state in ('waiting', 'working') and kind = 'examine'`,
      )
      return row.n === 0
    })
    const second = await person.status(id)
    expect(second).toEqual(first)
  })
})

describe('The sweeper', () => {
  beforeAll(async () => {
    person = await scene.person()
    await until(
      async () =>
        (await sql(`select 1 from jobs where kind = 'examine' and state = 'working'`)).length === 0,
    )
    await sql(`delete from jobs`)
  })

  it('finishes what arrived and was not noted', async () => {
    const id = await person.begin(1_000)
    writeFileSync(fileOf(id), Buffer.alloc(1_000))
    await sweep()
    expect(['received', 'examining', 'refused']).toContain((await rowOf(id)).state)
  })

  it('puts what arrived back in the queue when its job is gone', async () => {
    const id = await person.begin(1_000)
    writeFileSync(fileOf(id), Buffer.alloc(1_000))
    await sql(`update uploads set state = 'examining' where id = $1`, [id])
    await sweep()
    expect((await sql('select kind from jobs where key = $1', [`upload:${id}`])).length).toBe(1)
    await ended(person, id)
  })

  it('takes rows without a file and files without a row, but never what is young', async () => {
    const id = await person.begin(1_000)
    rmSync(fileOf(id))
    writeFileSync(fileOf('f'.repeat(32)), 'stray')
    mkdirSync(environment().mediaDir, { recursive: true })
    const media = path.join(environment().mediaDir, `${crypto.randomUUID()}-320x213.webp`)
    writeFileSync(media, 'stray')
    await sweep(60_000)
    expect(await rowOf(id)).toBeDefined()
    expect(existsSync(fileOf('f'.repeat(32)))).toBe(true)
    expect(existsSync(media)).toBe(true)
    await sql(`update uploads set created_at = now() - interval '1 hour' where id = $1`, [id])
    const kept = onDisk().media.length
    await new Promise((resolve) => setTimeout(resolve, 5))
    await sweep()
    expect(await rowOf(id)).toBeUndefined()
    expect(existsSync(fileOf('f'.repeat(32)))).toBe(false)
    expect(onDisk().media).toHaveLength(kept - 1)
  })

  it('takes files that no work uses after a week, those of the staff never', async () => {
    const rows = await sql('select id, participant_id from media')
    expect(rows.length).toBeGreaterThan(0)
    await sql(`update media set created_at = now() - interval '6 days'`)
    await sweep()
    expect(await sql('select id from media')).toHaveLength(rows.length)
    await sql(`update media set created_at = now() - interval '8 days'`)
    await sql('update media set participant_id = null where id = $1', [rows[0]!.id])
    await sweep()
    expect(await sql('select id from media')).toEqual([{ id: rows[0]!.id }])
  })
})
