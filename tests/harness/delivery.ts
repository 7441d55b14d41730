import { mkdtempSync } from 'node:fs'
import path from 'node:path'
import { fastify, type FastifyInstance } from 'fastify'
import pg from 'pg'
import { inject } from 'vitest'
import { openDelivery, type Delivery, type DeliveryOptions } from '../../src/delivery/delivery.ts'
import { testDatabase } from './database.ts'
import { rowsThrough, showcaseTracks, type ShowcaseRows } from './showcase-rows.ts'

export type Got = { status: number; headers: Headers; text: string; body: any }

export type Node = {
  url: string
  app: FastifyInstance
  delivery: Delivery
  get: (target: string, init?: RequestInit) => Promise<Got>
  /** All entries' ids along a list, page by page. */
  walk: (target: string) => Promise<string[]>
  /** Lines that were logged as errors. */
  errors: string[]
  close: () => Promise<void>
}

export type DeliveryScene = {
  databaseUrl: string
  mediaDir: string
  client: pg.Client
  rows: ShowcaseRows
  /** Another node on the same database, listening on a port of its own; patient unless told otherwise. */
  node: (options?: Partial<DeliveryOptions>) => Promise<Node>
  close: () => Promise<void>
}

/** A read model of one's own: empty but for a campaign and a track a kind. */
export async function deliveryScene(): Promise<DeliveryScene> {
  const database = await testDatabase()
  const mediaDir = mkdtempSync(path.join(inject('workFolder'), 'public-media-'))
  const client = new pg.Client({ connectionString: database.url })
  client.on('error', () => undefined)
  await client.connect()
  await client.query(
    'truncate showcase_documents, showcase_files, showcase_places, showcase_entries',
  )
  const rows = rowsThrough(client)
  await rows.campaign('2022', 1)
  for (const track of showcaseTracks) await rows.track(track)
  const nodes: Node[] = []
  return {
    databaseUrl: database.url,
    mediaDir,
    client,
    rows,
    node: async (options = {}) => {
      const node = await startNode({ databaseUrl: database.url, mediaDir, ...options })
      nodes.push(node)
      return node
    },
    close: async () => {
      await Promise.all(nodes.map((node) => node.close()))
      await client.end().catch(() => undefined)
      await database.drop()
    },
  }
}

/** The public API over a campaign with Payload: participants are answered, too. */
export function nodeFor(
  campaign: { payload: { config: unknown } },
  options: Partial<DeliveryOptions> = {},
): Promise<Node> {
  const { custom } = campaign.payload.config as {
    custom: { takingPart: (payload: unknown) => NonNullable<DeliveryOptions['takingPart']> }
  }
  return startNode({
    databaseUrl: process.env.DATABASE_URL!,
    mediaDir: process.env.MEDIA_DIR!,
    uploadDir: path.join(process.env.DATA_DIR!, 'uploads'),
    takingPart: custom.takingPart(campaign.payload),
    ...options,
  })
}

/** For tests of what is answered, not of how soon on a busy machine. */
export const patient = { connectWithin: 20_000, statementWithin: 20_000, answerWithin: 20_000 }

async function startNode(
  options: Partial<DeliveryOptions> & Pick<DeliveryOptions, 'databaseUrl' | 'mediaDir'>,
): Promise<Node> {
  const errors: string[] = []
  const delivery = await openDelivery({
    secret: 'a-secret-that-only-tests-know',
    corsOrigins: [],
    cacheBytes: 8 * 2 ** 20,
    rateLimitScale: 1_000,
    // Tests share the machine with each other: being slow is not what they are about.
    mostDelay: 0,
    patience: patient,
    log: {
      info: () => undefined,
      warn: () => undefined,
      error: (...said: unknown[]) => void errors.push(String(said.at(-1))),
    },
    ...options,
  })
  const app = fastify({ trustProxy: true, routerOptions: { maxParamLength: 4_096 } })
  await app.register(delivery.plugin, { prefix: '/v1' })
  app.get('/beside', async () => 'the admin')
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const get = async (target: string, init?: RequestInit): Promise<Got> => {
    // As plain HTTP does: fetch of its own accord would ask for compressed answers.
    const headers = { 'accept-encoding': 'identity', ...init?.headers }
    const response = await fetch(url + target, { ...init, headers })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json')
    const body = isJson && text ? JSON.parse(text) : undefined
    return { status: response.status, headers: response.headers, text, body }
  }
  let closed: Promise<void> | undefined
  return {
    url,
    app,
    delivery,
    get,
    errors,
    async walk(target) {
      const ids: string[] = []
      let next: string | null = ''
      while (next !== null) {
        const mark: string = target.includes('?') ? '&' : '?'
        const page: Got = await get(next ? `${target}${mark}cursor=${next}` : target)
        if (page.status !== 200) throw new Error(`${page.status} ${page.text}`)
        ids.push(...page.body.data.map(({ id }: { id: string }) => id))
        next = page.body.page.next
      }
      return ids
    },
    close: () => (closed ??= app.close().then(() => delivery.close())),
  }
}

/** Resolves when the node hears of changes. */
export async function listening({ delivery }: Node): Promise<void> {
  await until(() => delivery.stats().listening)
}

/**
 * Asks again and again, for so many milliseconds at most. How fast something is, tests say themselves:
 * this is only when to give up.
 */
export async function until(
  holds: () => boolean | Promise<boolean>,
  within = 60_000,
): Promise<void> {
  const deadline = Date.now() + within
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('It never came to that')
    // A pause, however short: what is waited for needs the processor, too.
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
