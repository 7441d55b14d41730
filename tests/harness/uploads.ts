import { mkdirSync, readdirSync } from 'node:fs'
import { fastify, type FastifyInstance } from 'fastify'
import { openDelivery, type DeliveryOptions } from '../../src/delivery/delivery.ts'
import { openSessions } from '../../src/delivery/taking-part/identity/session-token.ts'
import { environment } from '../../src/environment.ts'
import type { JobHandlers, JobLog } from '../../src/hooks/job-handlers.ts'
import type { OpenWorker, Worker } from '../../src/hooks/worker.ts'
import { testCampaign, type TestCampaign } from './campaign.ts'
import { patient } from './delivery.ts'

export const quiet: JobLog = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
}

export type Uploader = {
  id: number
  token: string
  /** Any request on `/v1`, as tus 1.0 has it. */
  ask: (method: string, target: string, headers?: object, body?: Buffer) => Promise<Got>
  /** Announces a file; resolves to the upload's id. */
  begin: (bytes: number, name?: string, type?: string) => Promise<string>
  /** Sends a file in chunks; resolves to the upload's id. */
  send: (bytes: Buffer, name?: string, type?: string, chunk?: number) => Promise<string>
  patch: (id: string, offset: number, body: Buffer, headers?: object) => Promise<Got>
  offset: (id: string) => Promise<number>
  status: (id: string) => Promise<any>
}

export type Got = { status: number; headers: Headers; body: any }

export type UploadScene = {
  campaign: TestCampaign
  url: string
  app: FastifyInstance
  errors: string[]
  person: () => Promise<Uploader>
  work: (handlers?: JobHandlers) => Promise<Worker>
  /** Names in the folder of uploads. */
  folder: () => string[]
  node: (options?: Partial<DeliveryOptions>) => Promise<{ url: string; close: () => Promise<void> }>
  close: () => Promise<void>
}

export const metadata = (name: string, type: string) => ({
  'upload-metadata': `filename ${Buffer.from(name).toString('base64')},filetype ${Buffer.from(type).toString('base64')}`,
})

/** Uploads over HTTP on a campaign of one's own. */
export async function uploadScene(): Promise<UploadScene> {
  const campaign = await testCampaign()
  const { payload, sql } = campaign
  const settings = environment()
  mkdirSync(settings.uploadDir, { recursive: true })
  const sessions = openSessions(settings.payloadSecret)
  const errors: string[] = []
  const closers: (() => Promise<unknown>)[] = []
  const { id: client } = await payload.create({
    collection: 'api-clients',
    data: { name: '工会 App', clientId: 'app', kind: 'app', scopes: ['entries:write'] } as never,
  })

  const node = async (options: Partial<DeliveryOptions> = {}) => {
    const delivery = await openDelivery({
      ...{ databaseUrl: settings.databaseUrl, secret: settings.payloadSecret },
      ...{ mediaDir: settings.mediaDir, uploadDir: settings.uploadDir, uploadReserve: 0 },
      ...{ corsOrigins: [], cacheBytes: 0, rateLimitScale: 1_000, mostDelay: 0, patience: patient },
      ...(settings.s3 && { s3: settings.s3 }),
      takingPart: payload.config.custom!.takingPart(payload),
      log: {
        info: () => undefined,
        warn: () => undefined,
        error: (...said: unknown[]) => void errors.push(said.map(said1).join(' ')),
      },
      ...options,
    })
    const app = fastify()
    await app.register(delivery.plugin, { prefix: '/v1' })
    const url = await app.listen({ port: 0, host: '127.0.0.1' })
    let closed: Promise<void> | undefined
    const close = () => (closed ??= app.close().then(() => delivery.close()))
    closers.push(close)
    return { url, app, close }
  }
  const { url, app } = await node()

  const telling: JobLog = {
    ...quiet,
    warn: (...said) => void errors.push(said.map(said1).join(' ')),
    error: (...said) => void errors.push(said.map(said1).join(' ')),
  }

  return {
    ...{ campaign, url, app, errors, node },
    folder: () => readdirSync(settings.uploadDir).sort(),
    work: async (handlers) => {
      const open = payload.config.custom!.openWorker as OpenWorker
      const worker = await open(payload, { log: telling, handlers })
      closers.push(worker.close)
      return worker
    },
    person: async () => {
      const [{ id }] = await sql('insert into participants default values returning id')
      const session = {
        participant: id,
        client: Number(client),
        scopes: ['entries:write'],
        epoch: 1,
      }
      return uploader(url, id, await sessions.issue(session as never, 3600))
    },
    close: async () => {
      for (const close of closers.reverse()) await close()
      await campaign.close()
    },
  }
}

/** What somebody with this token does. */
export function uploader(url: string, id: number, token: string): Uploader {
  const ask: Uploader['ask'] = async (method, target, headers = {}, body) => {
    const response = await fetch(`${url}/v1${target}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'tus-resumable': '1.0.0', ...headers },
      body: body as never,
    })
    const text = await response.text()
    const { status } = response
    if (status === 503) {
      // Told to come back, as all of these tests’ servers and their children share one machine.
      await new Promise((resolve) => setTimeout(resolve, 500))
      return ask(method, target, headers, body)
    }
    return { status, headers: response.headers, body: text ? JSON.parse(text) : null }
  }
  const begin: Uploader['begin'] = async (bytes, name = '样片.mp4', type = 'video/mp4') => {
    const headers = { 'upload-length': String(bytes), ...metadata(name, type) }
    const { status, headers: got, body } = await ask('POST', '/uploads', headers)
    if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`)
    return got.get('location')!.split('/').at(-1)!
  }
  const patch: Uploader['patch'] = (upload, offset, body, headers = {}) =>
    ask(
      'PATCH',
      `/uploads/${upload}`,
      {
        'upload-offset': String(offset),
        'content-type': 'application/offset+octet-stream',
        ...headers,
      },
      body,
    )
  return {
    ...{ id, token, ask, begin, patch },
    send: async (bytes, name, type, chunk = 512 * 1024) => {
      const upload = await begin(bytes.length, name, type)
      for (let at = 0; at < bytes.length; at += chunk) {
        const { status, body } = await patch(upload, at, bytes.subarray(at, at + chunk))
        if (status !== 204) throw new Error(`${status} ${JSON.stringify(body)}`)
      }
      return upload
    },
    offset: async (upload) => {
      const { status, headers } = await ask('HEAD', `/uploads/${upload}`)
      if (status !== 200) throw new Error(String(status))
      return Number(headers.get('upload-offset'))
    },
    status: async (upload) => (await ask('GET', `/uploads/${upload}`)).body,
  }
}

/** Waits until an upload has come to its end, and gives what became of it. */
export async function ended(person: Uploader, upload: string): Promise<any> {
  // Its child process starts for the first of them.
  const deadline = Date.now() + 90_000
  for (;;) {
    const found = await person.status(upload)
    if (['ready', 'refused'].includes(found.state)) return found
    if (Date.now() > deadline) throw new Error(`Still ${found.state}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

function said1(one: unknown): string {
  const err = (one as { err?: Error })?.err
  return err ? `${err.stack} ${(err.cause as Error | undefined)?.stack ?? ''}` : String(one)
}
