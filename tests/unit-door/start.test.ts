import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rateLimits } from '../../src/door/rate-limits.ts'
import { TurnedAway } from '../../src/door/turn-away.ts'
import { completeEnvironment, EnvironmentError, readEnvironment } from '../../src/environment.ts'
import { drainer } from '../../src/start/drain.ts'
import { waitBefore } from '../../src/start/processes/wait.ts'
import { sourceFiles, sourceHash } from '../../src/start/source-hash.ts'

const root = path.resolve(import.meta.dirname, '../..')
let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'unit-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('what a build is made of', () => {
  it('changes with a file’s content and name, and with nothing that the build does not read', () => {
    mkdirSync(path.join(folder, 'src/door'), { recursive: true })
    const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text)
    write('src/a.ts', '1')
    write('src/server.ts', '1')
    write('src/door/x.ts', '1')
    const before = sourceHash(folder)
    write('src/server.ts', '2')
    write('src/door/x.ts', '2')
    write('README.md', '2')
    expect(sourceHash(folder)).toBe(before)
    write('src/a.ts', '2')
    const after = sourceHash(folder)
    expect(after).not.toBe(before)
    write('src/b.ts', '')
    expect(sourceHash(folder)).not.toBe(after)
  })

  it('imports nothing from the rooms that are left out', () => {
    const files = sourceFiles(root).filter((file) => /\.(?:ts|tsx|mjs|js)$/.test(file))
    expect(files.length).toBeGreaterThan(50)
    const strays = files.flatMap((file) => {
      const text = readFileSync(path.join(root, file), 'utf8')
      const imports = [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(
        ([, name]) => name!,
      )
      return imports
        .map((name) => path.relative(root, path.resolve(root, path.dirname(file), name)))
        .filter((target) => /^src\/(?:door|start|delivery|server\.ts)/.test(target))
        .filter(() => !/^src\/database\/embedded/.test(file))
        .map((target) => `${file} → ${target}`)
    })
    expect(strays).toEqual([])
  })
})

describe('settings', () => {
  const whole = {
    DATABASE_URL: 'postgres://127.0.0.1/x',
    PUBLIC_URL: 'https://works.example/',
    PAYLOAD_SECRET: 'a-secret-of-twenty-four-characters',
    FIELD_KEY: Buffer.alloc(32).toString('base64'),
  }

  it('are read with their defaults', () => {
    expect(readEnvironment(whole, '/srv')).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'https://works.example',
      dataDir: '/srv/.data',
      mediaDir: '/srv/media',
      role: 'all',
      trustProxy: false,
      rateLimitScale: 1,
      uploadLimit: 2 ** 30,
      deliveryProcesses: 1,
    })
    expect(readEnvironment({ ...whole, DELIVERY_PROCESSES: '4' }).deliveryProcesses).toBe(4)
  })

  it.each(['DATABASE_URL', 'PUBLIC_URL', 'PAYLOAD_SECRET', 'FIELD_KEY'])(
    'name %s when it is missing',
    (name) => {
      expect(() => readEnvironment({ ...whole, [name]: undefined })).toThrow(new RegExp(name))
    },
  )

  it('take a bucket whole or not at all, and name what is missing of it', () => {
    const s3 = {
      S3_BUCKET: 'works',
      S3_REGION: 'cn-east-1',
      S3_ACCESS_KEY_ID: 'id',
      S3_SECRET_ACCESS_KEY: 'a-secret',
    }
    expect(readEnvironment(whole).s3).toBeUndefined()
    expect(readEnvironment({ ...whole, ...s3 }).s3).toEqual({
      bucket: 'works',
      endpoint: undefined,
      region: 'cn-east-1',
      accessKeyId: 'id',
      secretAccessKey: 'a-secret',
      forcePathStyle: false,
    })
    for (const name of Object.keys(s3)) {
      const some = { ...whole, ...s3, [name]: undefined }
      expect(() => readEnvironment(some)).toThrow(new RegExp(`- ${name} must be set`))
    }
    expect(() => readEnvironment({ ...whole, S3_ENDPOINT: 'https://s3.example' })).toThrow(
      'S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY must be set',
    )
    const wrong = { ...whole, ...s3, S3_ENDPOINT: 's3.example', S3_FORCE_PATH_STYLE: 'yes' }
    expect(() => readEnvironment(wrong)).toThrow(
      /S3_ENDPOINT must be[\s\S]*S3_FORCE_PATH_STYLE must/,
    )
  })

  it.each([
    ['PORT', '70000'],
    ['PORT', '1.5'],
    ['PUBLIC_URL', 'ftp://x.example'],
    ['DATABASE_URL', 'mysql://x'],
    ['PAYLOAD_SECRET', 'short'],
    ['FIELD_KEY', 'c2hvcnQ='],
    ['ROLE', 'king'],
    ['LOG_LEVEL', 'loud'],
    ['SMTP_URL', 'http://x'],
    ['ADMIN_EMAIL', 'nobody'],
    ['ADMIN_PASSWORD', 'short'],
    ['UPLOAD_LIMIT', '1 GB'],
    ['RATE_LIMIT_SCALE', '0'],
    ['METRICS_TOKEN', 'short'],
    ['CORS_ORIGINS', 'https://app.example.org/path'],
    ['CORS_ORIGINS', 'app.example.org'],
    ['DELIVERY_PROCESSES', '0'],
    ['DELIVERY_PROCESSES', 'all'],
    ['DELIVERY_PROCESSES', '65'],
    ['CACHE_BYTES', '64 MB'],
    ['CACHE_BYTES', '-1'],
  ])('refuse %s=%s in a sentence', (name, value) => {
    expect(() => readEnvironment({ ...whole, [name]: value })).toThrow(new RegExp(`- ${name} `))
  })

  it('let a node that only answers the public do without the key of contact details', () => {
    expect(readEnvironment({ ...whole, ROLE: 'delivery', FIELD_KEY: undefined }).role).toBe(
      'delivery',
    )
    expect(() => readEnvironment({ ...whole, ROLE: 'admin', FIELD_KEY: undefined })).toThrow(
      /FIELD_KEY/,
    )
  })

  it('read origins one by one', () => {
    const { corsOrigins } = readEnvironment({
      ...whole,
      CORS_ORIGINS: 'https://a.example, http://b.example:81',
    })
    expect(corsOrigins).toEqual(['https://a.example', 'http://b.example:81'])
    expect(readEnvironment(whole).corsOrigins).toEqual([])
  })

  it('name everything that is wrong at once, and no secret', () => {
    const read = () => readEnvironment({ ...whole, PAYLOAD_SECRET: 'hush', PORT: '-1', ROLE: 'x' })
    expect(read).toThrow(EnvironmentError)
    expect(read).toThrow(/PORT[^]*PAYLOAD_SECRET[^]*ROLE/)
    expect(read).not.toThrow(/hush/)
  })

  it('are completed once and stay the same, in files of one’s own', async () => {
    const complete = async () => {
      const target: Record<string, string | undefined> = { DATA_DIR: folder, PORT: '4567' }
      await completeEnvironment(target, async () => 'postgres://127.0.0.1/kept')
      return target
    }
    const [first, second] = [await complete(), await complete()]
    expect(second).toEqual(first)
    expect(readEnvironment(first)).toMatchObject({ publicUrl: 'http://127.0.0.1:4567' })
    expect(statSync(path.join(folder, 'secrets.json')).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder)).toEqual(['secrets.json'])
  })

  it('of a deployment are not completed, and a wrong one starts no database', async () => {
    const deployment: Record<string, string | undefined> = { DATABASE_URL: whole.DATABASE_URL }
    await completeEnvironment(deployment, () => Promise.reject(new Error('started')))
    expect(deployment).toEqual({ DATABASE_URL: whole.DATABASE_URL })
    const wrong = { DATA_DIR: folder, PORT: 'x' }
    const start = () => Promise.reject(new Error('started'))
    await expect(completeEnvironment(wrong, start)).rejects.toThrow(EnvironmentError)
  })
})

describe('a process that fell', () => {
  it('waits longer each time that it falls soon, half a minute at most', () => {
    const waits = [0]
    for (let times = 0; times < 10; times += 1) waits.push(waitBefore(waits.at(-1)!, 100))
    expect(waits.slice(1, 5)).toEqual([200, 400, 800, 1_600])
    expect(waits.at(-1)).toBe(30_000)
    expect(waitBefore(30_000, 3_600_000)).toBe(200)
  })
})

describe('draining', () => {
  const ending = (done: string[], name: string, end: () => unknown = () => undefined) => ({
    name,
    end: async () => {
      done.push(name)
      await end()
    },
  })

  it('ends everything in order, once, whatever fails', async () => {
    const done: string[] = []
    const failed: string[] = []
    const drain = drainer({
      first: ending(done, 'start'),
      rest: () => [
        ending(done, 'door', () => Promise.reject(new Error('no'))),
        ending(done, 'database'),
      ],
      within: 1_000,
      onError: (name) => failed.push(name),
      onTimeout: () => undefined,
    })
    await Promise.all([drain(), drain()])
    await drain()
    expect([done, failed]).toEqual([['start', 'door', 'database'], ['door']])
  })

  it('waits for nothing beyond its time, but begins every ending', async () => {
    const done: string[] = []
    const late: string[] = []
    const drain = drainer({
      first: ending(done, 'start'),
      rest: () => [
        ending(done, 'door', () => new Promise(() => undefined)),
        ending(done, 'database'),
      ],
      within: 50,
      onError: () => undefined,
      onTimeout: (name) => late.push(name),
    })
    await drain()
    expect([done, late]).toEqual([['start', 'door', 'database'], ['door']])
  })
})

describe('rate limits', () => {
  it('count by name and key, and by the scale', async () => {
    const limits = rateLimits(0.4)
    await limits.take('loginFailuresByAccount', 'a')
    await limits.take('loginFailuresByAccount', 'a')
    await expect(limits.take('loginFailuresByAccount', 'a')).rejects.toThrow(TurnedAway)
    await expect(limits.take('loginFailuresByAccount', 'b')).resolves.toBeUndefined()
    await expect(limits.take('mailByAccount', 'a')).resolves.toBeUndefined()
  })

  it('say when to come back', async () => {
    const limits = rateLimits(0.01)
    await limits.take('loginByAddress', 'x')
    const refused = await limits.take('loginByAddress', 'x').catch((error: unknown) => error)
    expect(refused).toMatchObject({ statusCode: 429 })
    const seconds = Number((refused as TurnedAway).headers['retry-after'])
    expect(seconds).toSatisfy((value: number) => value >= 1 && value <= 60)
  })

  it('give back and forget', async () => {
    const limits = rateLimits(0.01)
    await limits.take('loginByAddress', 'x')
    await limits.giveBack('loginByAddress', 'x')
    await limits.take('loginByAddress', 'x')
    await limits.forget('loginByAddress', 'x')
    await limits.take('loginByAddress', 'x')
    await expect(limits.take('loginByAddress', 'x')).rejects.toThrow(TurnedAway)
  })
})
