import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import {
  AggregatorRegistry,
  collectDefaultMetrics,
  Counter,
  Gauge,
  Histogram,
  Registry,
} from 'prom-client'
import { routeClass } from './route-name.ts'

/** What the public API counts about itself; the names of the metrics follow from the keys. */
export type PublicStats = () => {
  cache: { hits: number; misses: number; stale: number; items: number; bytes: number }
  pool: { total: number; idle: number; waiting: number }
  listening: boolean
  /** Ballots that wait, and what was written since the start. */
  ballots: { waiting: number; batches: number; votes: number }
}

/** How many jobs are in each state (waiting, working, failed). */
export type JobStats = () => Promise<Record<string, number>>

/** Notices that are not through yet, by state, and how long the oldest that may go has been due, in seconds. */
export type NoticeStats = () => Promise<{ counts: Record<string, number>; lateSeconds: number }>

type Told = {
  ofPublic?: PublicStats | undefined
  jobs?: JobStats | undefined
  notices?: NoticeStats | undefined
  /** The metrics of all processes of this node together, where there are several. */
  ofAll?: (() => Promise<string>) | undefined
}

/**
 * `/metrics` in Prometheus' text form: the process, and how long requests took by class of route. Open to
 * loopback (without a proxy in between), or with `METRICS_TOKEN`.
 */
export function answerMetrics(
  app: FastifyInstance,
  token: string | undefined,
  { ofPublic, jobs, notices, ofAll }: Told,
): void {
  const register = new Registry()
  collectDefaultMetrics({ register })
  if (ofPublic) watchPublic(register, ofPublic)
  if (jobs) watchJobs(register, jobs)
  if (notices) watchNotices(register, notices)
  if (ofAll) answerFirst(register)
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the first byte of a request to the last of its answer',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers: [register],
  })
  app.addHook('onResponse', (request, reply, done) => {
    const status = `${Math.floor(reply.raw.statusCode / 100)}xx`
    const labels = { route: routeOf(request), method: request.method, status }
    durations.observe(labels, reply.elapsedTime / 1000)
    done()
  })
  app.get('/metrics', async (request, reply) => {
    if (!isLoopback(request) && !hasToken(request, token)) return reply.callNotFound()
    // A process that starts just now, or hangs, does not answer.
    const text = await (ofAll?.() ?? register.metrics()).catch(() => null)
    if (text === null) return reply.code(503).type('text/plain').send('A process does not answer')
    return reply.type(register.contentType).send(text)
  })
}

// The first process of several asks each of them for its own.
function answerFirst(register: Registry): void {
  AggregatorRegistry.setRegistries([register])
  new AggregatorRegistry()
}

// Each route of the public API has its own line: there are few, and their patterns have an end.
function routeOf({ originalUrl, routeOptions }: FastifyRequest): string {
  const kind = routeClass(originalUrl)
  return kind === 'v1' ? (routeOptions.url ?? '/v1') : kind
}

function watchJobs(register: Registry, stats: JobStats): void {
  new Gauge({
    name: 'jobs',
    help: 'Jobs by state',
    labelNames: ['state'],
    registers: [register],
    async collect() {
      for (const [state, count] of Object.entries(await stats())) this.set({ state }, count)
    },
  })
}

function watchNotices(register: Registry, stats: NoticeStats): void {
  const registers = [register]
  // Both are asked at the same moment: one question answers them.
  let asked: ReturnType<NoticeStats> | undefined
  const now = () => (asked ??= stats().finally(() => (asked = undefined)))
  new Gauge({
    ...{ name: 'notices', help: 'Notices by state', labelNames: ['state'], registers },
    async collect() {
      const { counts } = await now()
      for (const [state, count] of Object.entries(counts)) this.set({ state }, count)
    },
  })
  new Gauge({
    ...{ name: 'notices_late_seconds', registers },
    help: 'How long the oldest notice that may go has been due',
    async collect() {
      this.set((await now()).lateSeconds)
    },
  })
}

function watchPublic(register: Registry, stats: PublicStats): void {
  const registers = [register]
  const gauge = (
    name: string,
    help: string,
    read: (now: ReturnType<PublicStats>) => number,
    aggregator: 'sum' | 'min' = 'sum',
  ) =>
    new Gauge({
      ...{ name, help, registers, aggregator },
      collect() {
        this.set(read(stats()))
      },
    })
  const counter = (name: string, help: string, read: (now: ReturnType<PublicStats>) => number) =>
    new Counter({
      name,
      help,
      registers,
      collect() {
        this.reset()
        this.inc(read(stats()))
      },
    })
  counter('public_cache_hits_total', 'Answers from memory', ({ cache }) => cache.hits)
  counter('public_cache_misses_total', 'Answers made anew', ({ cache }) => cache.misses)
  counter(
    'public_cache_stale_total',
    'Answers not kept: a change came while they were made',
    ({ cache }) => cache.stale,
  )
  gauge('public_cache_items', 'Answers in memory', ({ cache }) => cache.items)
  gauge('public_cache_bytes', 'Memory of kept answers', ({ cache }) => cache.bytes)
  gauge('public_pool_connections', 'Open connections', ({ pool }) => pool.total)
  gauge('public_pool_idle', 'Connections without work', ({ pool }) => pool.idle)
  gauge('public_pool_waiting', 'Questions that wait for a connection', ({ pool }) => pool.waiting)
  gauge('ballots_waiting', 'Ballots that wait for the ledger', ({ ballots }) => ballots.waiting)
  counter('votes_written_total', 'Votes written', ({ ballots }) => ballots.votes)
  counter('vote_batches_total', 'Batches of votes written', ({ ballots }) => ballots.batches)
  gauge(
    'public_listening',
    '1 while changes are heard',
    ({ listening }) => Number(listening),
    'min',
  )
}

// The socket's own address, and no proxy's word: behind one everybody comes from loopback.
function isLoopback({ raw, headers }: FastifyRequest): boolean {
  const address = raw.socket.remoteAddress ?? ''
  const proxied = headers['x-forwarded-for'] ?? headers.forwarded ?? headers.via
  return !proxied && /^(?:::1|127\.|::ffff:127\.)/.test(address)
}

function hasToken({ headers }: FastifyRequest, token: string | undefined): boolean {
  const have = Buffer.from(headers.authorization ?? '')
  const want = Buffer.from(`Bearer ${token}`)
  return token !== undefined && have.length === want.length && timingSafeEqual(have, want)
}
