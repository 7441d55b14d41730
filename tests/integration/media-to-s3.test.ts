import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { testBucket, type TestBucket } from '../harness/s3.ts'
import { testSettings } from '../harness/settings.ts'

// The command and the starts as an operator meets them: processes of their own.
let bucket: TestBucket
let env: NodeJS.ProcessEnv
let media: string
const databaseUrl = 'postgres://127.0.0.1:1/nobody'

beforeAll(async () => {
  bucket = await testBucket()
  const folder = mkdtempSync(path.join(inject('workFolder'), 'to-s3-'))
  const { PATH = '', HOME = '' } = process.env
  env = {
    ...{ NODE_ENV: 'production', PATH, HOME },
    ...testSettings({ databaseUrl, folder }),
    ...bucket.env,
  }
  media = env.MEDIA_DIR!
  mkdirSync(path.join(media, '.making'), { recursive: true })
})
beforeEach(() => void (bucket.failing = undefined))
afterAll(() => bucket.close())

function run(file: string, more: Record<string, string> = {}) {
  const args = ['--import', 'tsx', file]
  return promisify(execFile)(process.execPath, args, { env: { ...env, ...more } }).then(
    ({ stdout }) => ({ code: 0, out: stdout }),
    ({ code, stdout, stderr }) => ({ code, out: String(stdout) + String(stderr) }),
  )
}
const bring = () => run('scripts/media-to-s3.ts')

test('brings every file over, proved, once; goes on where it stopped; leaves the disk as it is', async () => {
  const all = {
    'a.jpg': randomBytes(1_000),
    'b-960x640.webp': randomBytes(500),
    'film.mp4': randomBytes(9 * 2 ** 20),
    'half.pdf': randomBytes(700),
  }
  for (const [name, bytes] of Object.entries(all)) writeFileSync(path.join(media, name), bytes)
  writeFileSync(path.join(media, '.part-x'), 'x')
  bucket.failing = (method, key) => method === 'PUT' && key === 'media/half.pdf'
  const cut = await bring()
  expect(cut.code).toBe(1)
  expect(cut.out).toContain('The bucket does not answer')
  expect(bucket.objects.size).toBe(3)

  // Of the same length, and something else.
  bucket.failing = undefined
  bucket.objects.set('media/half.pdf', {
    ...bucket.objects.get('media/a.jpg')!,
    body: randomBytes(700),
  })
  const rest = await bring()
  expect(rest).toMatchObject({ code: 0, out: expect.stringContaining('1 copied, 3 there already') })
  for (const [name, bytes] of Object.entries(all)) {
    expect(bucket.objects.get(`media/${name}`)!.body.equals(bytes), name).toBe(true)
  }
  expect(bucket.objects.get('media/a.jpg')!.type).toBe('image/jpeg')
  expect(bucket.objects.size).toBe(4)

  const from = bucket.calls.length
  expect((await bring()).out).toContain('0 copied, 4 there already, 0 failed')
  expect(bucket.calls.slice(from).filter((call) => !/^(HEAD|GET)/.test(call))).toEqual([])
  expect(readdirSync(media)).toHaveLength(6)
})

test('without a bucket there is nothing to do, and it says so', async () => {
  const none = Object.fromEntries(Object.keys(bucket.env).map((name) => [name, '']))
  const { code, out } = await run('scripts/media-to-s3.ts', none)
  expect([code, out]).toEqual([1, expect.stringContaining('S3_* must be set')])
})

test.each(['delivery', 'worker'])(
  'a start as %s is refused while the bucket is away',
  async (ROLE) => {
    bucket.failing = () => true
    const { code, out } = await run('scripts/start.mjs', { ROLE, PORT: '0' })
    expect(code).not.toBe(0)
    expect(out).toContain('The bucket campaign at http://127.0.0.1:')
    expect(out).toContain('cannot be reached')
    expect(out).not.toContain('a-key-that-only-tests-know')
  },
)
