import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { S3Settings } from './database/files/settings.ts'
import { freePort } from './database/free-port.ts'

/** Every setting of the process, read and checked once. Paths are absolute, sizes in bytes. */
export type Environment = {
  host: string
  port: number
  publicUrl: string
  databaseUrl: string
  payloadSecret: string
  /** 32 bytes: encrypts contact details. */
  fieldKey: Buffer
  /** First 8 hex digits of the key's SHA-256: written beside every sealed value. */
  fieldKeyId: string
  dataDir: string
  mediaDir: string
  /** The bucket that files lie in instead of `mediaDir`; undefined: none. */
  s3: S3Settings | undefined
  /** Where uploads lie until they are whole and have been looked at. */
  uploadDir: string
  /** What uploads leave free on their disk, in bytes: the database may lie on it, too. */
  uploadReserve: number
  /** How many long jobs one worker does at a time. */
  workerConcurrency: number
  /** Processes of a node of ROLE=delivery, on one port. */
  deliveryProcesses: number
  adminEmail: string | undefined
  adminPassword: string | undefined
  smtpUrl: string | undefined
  trustProxy: boolean | number | string
  role: Role
  logLevel: string
  /** Largest upload the door lets through, in bytes; the kinds have their own, smaller limits. */
  uploadLimit: number
  /** Multiplies every rate limit of the door: many people behind one address, or a test suite. */
  rateLimitScale: number
  /** Sites whose pages may read `/v1` in a browser, as origins; `*` lets every site. */
  corsOrigins: string[]
  /** Most that answers of `/v1` may take up in memory, in bytes; 0 keeps none. */
  cacheBytes: number
  /** Opens `/metrics` to other addresses than loopback (`Authorization: Bearer …`). */
  metricsToken: string | undefined
  /** The official account that people sign in through; undefined: they cannot. */
  wechat: WeChatAccount | undefined
  /** Outside service that checks texts and pictures; undefined: there is none. */
  safetyUrl: string | undefined
  safetyKey: string
  /** Lets the check of works’ addresses go to this machine itself: for tests. */
  checkLoopback: boolean
  production: boolean
}

/** `authorizeUrl`: where browsers are sent to, `apiUrl`: where this server asks. */
export type WeChatAccount = {
  appId: string
  appSecret: string
  authorizeUrl: string
  apiUrl: string
}

export type Role = 'all' | 'admin' | 'delivery' | 'worker'

/** Names the settings at fault, one sentence each; the start prints it and stops. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError'
  constructor(readonly sentences: string[]) {
    super(
      `The settings do not allow a start:\n${sentences.map((line) => `  - ${line}`).join('\n')}`,
    )
  }
}

type Source = Record<string, string | undefined>

const roles: readonly Role[] = ['all', 'admin', 'delivery', 'worker']
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']
const requiredWithDatabase = ['PUBLIC_URL', 'PAYLOAD_SECRET', 'FIELD_KEY'] as const
// A node that only answers the public has nothing to decrypt.
const neverNeeded: Partial<Record<string, readonly string[]>> = { delivery: ['FIELD_KEY'] }

/**
 * Checks the settings and gives them their types.
 *
 * @param source usually `process.env` after {@link completeEnvironment}
 * @throws EnvironmentError that names every wrong or missing setting at once
 */
export function readEnvironment(source: Source = process.env, cwd = process.cwd()): Environment {
  const wrong: string[] = []
  const spared = neverNeeded[source.ROLE ?? ''] ?? []
  const missing = ['DATABASE_URL', ...requiredWithDatabase].filter(
    (name) => !source[name] && !spared.includes(name),
  )
  if (missing.length > 0) {
    wrong.push(`${missing.join(', ')} must be set when DATABASE_URL is (docs/operators.md).`)
  }
  const check = (name: string, fine: boolean, sentence: string) => {
    if (!fine) wrong.push(`${name} ${sentence} (got ${JSON.stringify(shown(name, source[name]))}).`)
  }

  const port = Number(source.PORT || '3000')
  check('PORT', Number.isInteger(port) && port >= 0 && port <= 65535, 'must be a port, 0 to 65535')
  const publicUrl = (source.PUBLIC_URL || '').replace(/\/+$/, '')
  if (publicUrl)
    check('PUBLIC_URL', isUrl(publicUrl, ['http:', 'https:']), 'must be a full http(s) address')
  const databaseUrl = source.DATABASE_URL || ''
  if (databaseUrl) {
    const fine = isUrl(databaseUrl, ['postgres:', 'postgresql:'])
    check('DATABASE_URL', fine, 'must be a postgres:// address')
  }
  const payloadSecret = source.PAYLOAD_SECRET || ''
  if (payloadSecret)
    check('PAYLOAD_SECRET', payloadSecret.length >= 24, 'needs at least 24 characters')
  const fieldKey = Buffer.from(source.FIELD_KEY || '', 'base64')
  if (source.FIELD_KEY) check('FIELD_KEY', fieldKey.length === 32, 'must be 32 bytes in base64')
  const role = (source.ROLE || 'all') as Role
  check('ROLE', roles.includes(role), `must be one of ${roles.join(', ')}`)
  const logLevel = source.LOG_LEVEL || 'info'
  check('LOG_LEVEL', logLevels.includes(logLevel), `must be one of ${logLevels.join(', ')}`)
  const uploadLimit = Number(source.UPLOAD_LIMIT || 2 ** 30)
  check('UPLOAD_LIMIT', Number.isInteger(uploadLimit) && uploadLimit > 0, 'must be a size in bytes')
  const rateLimitScale = Number(source.RATE_LIMIT_SCALE || '1')
  check('RATE_LIMIT_SCALE', rateLimitScale > 0, 'must be a number above 0')
  const workerConcurrency = Number(source.WORKER_CONCURRENCY || '1')
  const isCount = Number.isInteger(workerConcurrency) && workerConcurrency > 0
  check('WORKER_CONCURRENCY', isCount && workerConcurrency <= 16, 'must be 1 to 16')
  const deliveryProcesses = Number(source.DELIVERY_PROCESSES || '1')
  const isNumber = Number.isInteger(deliveryProcesses) && deliveryProcesses > 0
  check('DELIVERY_PROCESSES', isNumber && deliveryProcesses <= 64, 'must be 1 to 64')
  const uploadReserve = Number(source.UPLOAD_RESERVE || 2 ** 30)
  check(
    'UPLOAD_RESERVE',
    Number.isInteger(uploadReserve) && uploadReserve >= 0,
    'must be a size in bytes',
  )
  const corsOrigins = (source.CORS_ORIGINS || '').split(',').flatMap((text) => text.trim() || [])
  const areOrigins = corsOrigins.every((one) => one === '*' || isOrigin(one))
  check('CORS_ORIGINS', areOrigins, 'must be origins like https://app.example.org, or *')
  const cacheBytes = Number(source.CACHE_BYTES || 64 * 2 ** 20)
  check('CACHE_BYTES', Number.isInteger(cacheBytes) && cacheBytes >= 0, 'must be a size in bytes')
  const { WECHAT_APP_ID: wechatId, WECHAT_APP_SECRET: wechatSecret } = source
  check('WECHAT_APP_SECRET', !wechatId === !wechatSecret, 'goes together with WECHAT_APP_ID')
  const wechatUrl = (source.WECHAT_BASE_URL || '').replace(/\/+$/, '')
  if (wechatUrl)
    check('WECHAT_BASE_URL', isUrl(wechatUrl, ['http:', 'https:']), 'must be an http(s) address')
  const missingOfS3 = missingS3(source)
  if (missingOfS3.length > 0) {
    wrong.push(`${missingOfS3.join(', ')} must be set, too, for files in S3 (docs/operators.md).`)
  }
  if (source.S3_ENDPOINT)
    check(
      'S3_ENDPOINT',
      isUrl(source.S3_ENDPOINT, ['http:', 'https:']),
      'must be an http(s) address',
    )
  const pathStyle = source.S3_FORCE_PATH_STYLE || 'false'
  check('S3_FORCE_PATH_STYLE', ['true', 'false'].includes(pathStyle), 'must be true or false')
  if (source.METRICS_TOKEN) {
    check('METRICS_TOKEN', source.METRICS_TOKEN.length >= 16, 'needs at least 16 characters')
  }
  if (source.SAFETY_URL) {
    check('SAFETY_URL', isUrl(source.SAFETY_URL, ['http:', 'https:']), 'must be an http(s) address')
    check('SAFETY_KEY', Boolean(source.SAFETY_KEY), 'must be set when SAFETY_URL is')
  }
  if (source.SMTP_URL)
    check('SMTP_URL', isUrl(source.SMTP_URL, ['smtp:', 'smtps:']), 'must be an smtp:// address')
  if (source.ADMIN_EMAIL)
    check('ADMIN_EMAIL', /^[^@\s]+@[^@\s]+$/.test(source.ADMIN_EMAIL), 'must be an e-mail address')
  if (source.ADMIN_PASSWORD)
    check('ADMIN_PASSWORD', source.ADMIN_PASSWORD.length >= 12, 'needs at least 12 characters')

  if (wrong.length > 0) throw new EnvironmentError(wrong)
  return Object.freeze({
    host: source.HOST || '127.0.0.1',
    port,
    publicUrl,
    databaseUrl,
    payloadSecret,
    fieldKey,
    fieldKeyId: createHash('sha256').update(fieldKey).digest('hex').slice(0, 8),
    dataDir: path.resolve(cwd, source.DATA_DIR || '.data'),
    mediaDir: path.resolve(cwd, source.MEDIA_DIR || 'media'),
    s3: source.S3_BUCKET
      ? {
          bucket: source.S3_BUCKET,
          endpoint: source.S3_ENDPOINT?.replace(/\/+$/, '') || undefined,
          region: source.S3_REGION!,
          accessKeyId: source.S3_ACCESS_KEY_ID!,
          secretAccessKey: source.S3_SECRET_ACCESS_KEY!,
          forcePathStyle: pathStyle === 'true',
        }
      : undefined,
    uploadDir: path.resolve(
      cwd,
      source.UPLOAD_DIR || path.join(source.DATA_DIR || '.data', 'uploads'),
    ),
    uploadReserve,
    workerConcurrency,
    deliveryProcesses,
    adminEmail: source.ADMIN_EMAIL || undefined,
    adminPassword: source.ADMIN_PASSWORD || undefined,
    smtpUrl: source.SMTP_URL || undefined,
    trustProxy: trustProxyOf(source.TRUST_PROXY),
    role,
    logLevel,
    uploadLimit,
    rateLimitScale,
    corsOrigins,
    cacheBytes,
    metricsToken: source.METRICS_TOKEN || undefined,
    wechat:
      wechatId && wechatSecret
        ? {
            appId: wechatId,
            appSecret: wechatSecret,
            authorizeUrl: wechatUrl || 'https://open.weixin.qq.com',
            apiUrl: wechatUrl || 'https://api.weixin.qq.com',
          }
        : undefined,
    safetyUrl: source.SAFETY_URL || undefined,
    safetyKey: source.SAFETY_KEY || '',
    checkLoopback: source.CHECK_LOOPBACK === 'true',
    production: source.NODE_ENV === 'production',
  })
}

/** The settings of this process; read at the first call, the same object ever after. */
export function environment(): Environment {
  memo ??= readEnvironment(buildPlaceholders())
  return memo
}

/**
 * Fills in what a start without `DATABASE_URL` may leave out: secrets made once and kept in
 * `DATA_DIR` with mode 0600, and an address. With `DATABASE_URL` set by the caller it adds nothing,
 * so that {@link readEnvironment} refuses what a deployment has to say itself.
 *
 * @param target `process.env`; changed in place
 * @param startDatabase starts the embedded PostgreSQL and gives its address
 */
export async function completeEnvironment(
  target: Source,
  startDatabase: (dataDir: string) => Promise<string>,
  cwd = process.cwd(),
): Promise<void> {
  if (target.PORT === '0') target.PORT = String(await freePort())
  if (target.DATABASE_URL) return
  const dataDir = path.resolve(cwd, target.DATA_DIR || '.data')
  const secrets = keptSecrets(dataDir)
  target.PAYLOAD_SECRET ||= secrets.payloadSecret
  target.FIELD_KEY ||= secrets.fieldKey
  target.PUBLIC_URL ||= `http://${urlHost(target.HOST || '127.0.0.1')}:${target.PORT || '3000'}`
  // A wrong setting is said before anything is started.
  readEnvironment({ ...target, DATABASE_URL: 'postgres://127.0.0.1/check' }, cwd)
  target.DATABASE_URL = await startDatabase(dataDir)
}

let memo: Environment | undefined

// `next build` imports the configuration but opens nothing: it needs shapes, not secrets.
function buildPlaceholders(): Source {
  if (process.env.NEXT_PHASE !== 'phase-production-build') return process.env
  return {
    PUBLIC_URL: 'http://127.0.0.1:3000',
    DATABASE_URL: 'postgres://127.0.0.1/build',
    PAYLOAD_SECRET: 'only-while-the-admin-is-built',
    FIELD_KEY: Buffer.alloc(32).toString('base64'),
    ...process.env,
  }
}

function keptSecrets(dataDir: string): { payloadSecret: string; fieldKey: string } {
  const file = path.join(dataDir, 'secrets.json')
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true })
    const made = {
      payloadSecret: randomBytes(32).toString('hex'),
      fieldKey: randomBytes(32).toString('base64'),
    }
    // Written aside and renamed: a start that is cut off never leaves half a file.
    const aside = `${file}.${process.pid}`
    writeFileSync(aside, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 })
    renameSync(aside, file)
  }
  return JSON.parse(readFileSync(file, 'utf8'))
}

const neededForS3 = ['S3_BUCKET', 'S3_REGION', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY']

// All of them or none: half a bucket would be a folder that nobody meant.
function missingS3(source: Source): string[] {
  const asked = [...neededForS3, 'S3_ENDPOINT', 'S3_FORCE_PATH_STYLE'].some((name) => source[name])
  return asked ? neededForS3.filter((name) => !source[name]) : []
}

function isOrigin(text: string): boolean {
  return isUrl(text, ['http:', 'https:']) && new URL(text).origin === text
}

function isUrl(text: string, protocols: string[]): boolean {
  return URL.canParse(text) && protocols.includes(new URL(text).protocol)
}

function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}

function trustProxyOf(text: string | undefined): boolean | number | string {
  if (!text || text === 'false') return false
  if (text === 'true') return true
  return /^\d+$/.test(text) ? Number(text) : text
}

function shown(name: string, value: string | undefined): string {
  const secret = /SECRET|KEY|PASSWORD|TOKEN|URL/.test(name) && name !== 'PUBLIC_URL'
  return secret ? `${(value ?? '').length} characters` : (value ?? '')
}
