import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { atBest } from '../harness/at-best.ts'
import { openFiles } from '../../src/database/files/open.ts'
import { FilesAway, type FileStore } from '../../src/database/files/store.ts'
import { until } from '../harness/delivery.ts'
import { testBucket, type TestBucket } from '../harness/s3.ts'

let bucket: TestBucket
let folder: string
let bucketFiles: FileStore
let folderFiles: FileStore
const large = randomBytes(20 * 2 ** 20)

beforeAll(async () => {
  bucket = await testBucket()
  folder = mkdtempSync(path.join(inject('workFolder'), 'files-'))
  bucketFiles = await openFiles({ mediaDir: '/nowhere', s3: bucket.settings })
  folderFiles = await openFiles({ mediaDir: folder, s3: undefined })
})
beforeEach(() => {
  bucket.hang = false
  bucket.failing = undefined
})
afterAll(() => bucket.close())

const bytes = async (stream: NodeJS.ReadableStream) => {
  const pieces: Buffer[] = []
  for await (const piece of stream) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}
const read = async (files: FileStore, name: string, range?: { start: number; end: number }) => {
  const found = await files.read(name, range)
  return found && { size: found.facts.size, bytes: await bytes(found.stream) }
}
const namesOf = async (files: FileStore, prefix: string) => {
  const names: string[] = []
  for await (const name of files.list(prefix)) names.push(name)
  return names.sort()
}

describe.each([
  ['a folder', () => folderFiles],
  ['a bucket', () => bucketFiles],
])('%s', (_name, store) => {
  const put = (name: string, source: string | Buffer, type = 'image/webp') =>
    store().put(name, source, { type })

  it('gives back what was put in, whole and in parts', async () => {
    const content = randomBytes(1_000)
    await put('one.webp', content)
    expect(await read(store(), 'one.webp')).toEqual({ size: 1_000, bytes: content })
    const part = await read(store(), 'one.webp', { start: 990, end: 999 })
    expect(part).toEqual({ size: 1_000, bytes: content.subarray(990) })
    const facts = await store().stat('one.webp')
    expect(facts).toMatchObject({ size: 1_000 })
    expect(Math.abs(Date.now() - facts!.modified.getTime())).toBeLessThan(5_000)
  })

  it('takes a file that is larger than what is sent at once', async () => {
    const file = path.join(inject('workFolder'), `large-${randomBytes(4).toString('hex')}`)
    writeFileSync(file, large)
    await put('large.mp4', file, 'video/mp4')
    const found = await read(store(), 'large.mp4')
    expect(found!.bytes.equals(large)).toBe(true)
  })

  it('takes a file that nobody needs any more away from where it was', async () => {
    const file = path.join(inject('workFolder'), `moved-${randomBytes(4).toString('hex')}`)
    writeFileSync(file, 'moved')
    await store().put('moved.mp3', file, { type: 'audio/mpeg', move: true })
    expect((await read(store(), 'moved.mp3'))!.bytes.toString()).toBe('moved')
    expect(existsSync(file)).toBe(false)
    const since = Date.now() - (await store().storedAt('moved.mp3'))!.getTime()
    expect(Math.abs(since)).toBeLessThan(5_000)
    expect(await store().storedAt('nothing.mp3')).toBeNull()
  })

  it('knows no file that is not there, and removes none without complaint', async () => {
    expect(await store().read('nothing.webp')).toBeNull()
    expect(await store().stat('nothing.webp')).toBeNull()
    await store().remove(['nothing.webp'])
  })

  it('removes the files that are named, and lists the others by how they begin', async () => {
    for (const name of ['list-a.webp', 'list-b.webp', 'other.webp'])
      await put(name, Buffer.from('x'))
    expect(await namesOf(store(), 'list-')).toEqual(['list-a.webp', 'list-b.webp'])
    await store().remove(['list-a.webp'])
    expect(await namesOf(store(), 'list-')).toEqual(['list-b.webp'])
  })

  it.each(['../secret', 'a/b', '', '.', '..', '.hidden', 'a\0b', 'a\\b', 'x'.repeat(300)])(
    'knows no file %j',
    async (name) => {
      expect(await store().read(name)).toBeNull()
      expect(await store().stat(name)).toBeNull()
      await expect(put(name, Buffer.from('x'))).rejects.toThrow()
    },
  )

  it('keeps nothing of a file that cannot be read', async () => {
    await expect(put('half.mp4', '/nowhere/at/all')).rejects.toThrow(/ENOENT/)
    expect(await store().stat('half.mp4')).toBeNull()
  })
})

describe('a bucket', () => {
  it('holds files under media/, with their types, public to nobody', async () => {
    await bucketFiles.put('typed.webp', Buffer.from('x'), { type: 'image/webp', sha256: 'ab' })
    expect(bucket.objects.get('media/typed.webp')).toMatchObject({
      type: 'image/webp',
      metadata: { sha256: 'ab' },
      acl: undefined,
    })
    expect((await bucketFiles.stat('typed.webp'))!.sha256).toBe('ab')
  })

  it('is asked for no more of a file than its reader takes', async () => {
    bucket.objects.set('media/film.mp4', {
      ...{ body: Buffer.alloc(64 * 2 ** 20), type: 'video/mp4', metadata: {}, acl: undefined },
      modified: new Date(),
    })
    const [sent, brokenOff] = [bucket.sent(), bucket.brokenOff()]
    const { stream } = (await bucketFiles.read('film.mp4'))!
    for await (const piece of stream) {
      expect(piece.length).toBeGreaterThan(0)
      break
    }
    await until(() => bucket.brokenOff() === brokenOff + 1)
    expect(bucket.sent() - sent).toBeLessThan(16 * 2 ** 20)
  })

  it('that does not answer is away within two seconds', async () => {
    bucket.hang = true
    const both = await atBest(4_000, async () => {
      const from = performance.now()
      await expect(bucketFiles.read('one.webp')).rejects.toThrow(FilesAway)
      await expect(bucketFiles.reach()).rejects.toThrow(FilesAway)
      return performance.now() - from
    })
    expect(both).toBeLessThan(4_000)
  })

  it('that refuses or is not there is away, and no secret is in what is said of it', async () => {
    const wrong = { ...bucket.settings, accessKeyId: 'another', endpoint: bucket.settings.endpoint }
    const refused = await openFiles({ mediaDir: '', s3: wrong })
    await expect(refused.stat('one.webp')).rejects.toThrow(FilesAway)
    const none = await openFiles({ mediaDir: '', s3: { ...bucket.settings, bucket: 'none' } })
    const error = await none.reach().then(
      () => undefined,
      (thrown: Error) => thrown,
    )
    expect(error).toBeInstanceOf(FilesAway)
    expect(JSON.stringify([error!.message, error])).not.toContain('a-key')
    await bucketFiles.reach()
  })

  it('keeps no part of a file that could not be stored, and sweeps what a killed process left', async () => {
    const file = path.join(folder, 'to-send.mp4')
    writeFileSync(file, large)
    bucket.failing = (method) => method === 'PUT'
    await expect(bucketFiles.put('cut.mp4', file, { type: 'video/mp4' })).rejects.toThrow(FilesAway)
    expect([...bucket.objects.keys()]).not.toContain('media/cut.mp4')
    expect(bucket.unfinished.size).toBe(0)

    const parts = new Map<number, Buffer>()
    const old = { started: new Date(Date.now() - 3_600_000), type: '', parts }
    bucket.unfinished.set('old', { ...old, key: 'media/old.mp4' })
    bucket.unfinished.set('new', { ...old, key: 'media/new.mp4', started: new Date() })
    bucket.unfinished.set('theirs', { ...old, key: 'elsewhere/old.mp4' })
    bucket.failing = undefined
    expect(await bucketFiles.sweep(new Date(Date.now() - 60_000))).toBe(1)
    expect([...bucket.unfinished.keys()]).toEqual(['new', 'theirs'])
    bucket.unfinished.clear()
  })
})

it('a folder is swept of what a killed process left', async () => {
  writeFileSync(path.join(folder, '.part-old'), 'x')
  utimesSync(path.join(folder, '.part-old'), 1, 1)
  writeFileSync(path.join(folder, '.part-new'), 'x')
  expect(await folderFiles.sweep(new Date(Date.now() - 60_000))).toBe(1)
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual(['.part-new'])
})
