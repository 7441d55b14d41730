import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { enqueueJob } from '../../src/database/jobs/enqueue.ts'
import { mostTries } from '../../src/domain/job-retries.ts'
import { claimJob, finishJob, JobLost, releaseAbandoned } from '../../src/database/jobs/queue.ts'
import { inTransaction, query, sql } from '../../src/database/sql.ts'
import { jobKindWords } from '../../src/domain/job-kinds.ts'
import { words } from '../../src/domain/words.ts'
import {
  jobHandlersOf,
  JobRefused,
  type JobHandlers,
  type JobLog,
} from '../../src/hooks/job-handlers.ts'
import { openSandbox, SandboxDied } from '../../src/plugins/media-pipeline/sandbox.ts'
import type { Worker } from '../../src/hooks/worker.ts'
import { openWorker } from '../../src/plugins/media-pipeline/worker.ts'
import { testCampaign, type TestCampaign } from '../harness/campaign.ts'
import { until } from '../harness/delivery.ts'
import { jpeg, upload } from '../harness/files.ts'

const quiet: JobLog = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
}

let campaign: TestCampaign
let workers: Worker[] = []

beforeAll(async () => {
  campaign = await testCampaign()
})

afterEach(async () => {
  await Promise.all(workers.map((one) => one.close()))
  workers = []
  await campaign.sql('delete from jobs')
})

afterAll(() => campaign.close())

const work = (handlers: JobHandlers, options: object = {}) => {
  const worker = openWorker(campaign.payload, { log: quiet, handlers, concurrency: 1, ...options })
  workers.push(worker)
  return worker
}

const put = (kind: string, key: string, data: object = {}, more: object = {}) =>
  enqueueJob({ payload: campaign.payload }, { kind, key, data, ...more })

const jobOf = async (key: string) =>
  (await campaign.sql('select * from jobs where key = $1 order by id desc limit 1', [key]))[0]

const ended = (key: string, within?: number) =>
  until(async () => ['done', 'failed'].includes((await jobOf(key))?.state), within)

describe('The queue', () => {
  it('does each of 60 jobs once with 6 workers at once', async () => {
    const times = new Map<number, number>()
    for (let n = 0; n < 60; n++) await put('count', `n:${n}`, { n })
    const count = async ({ data }: { data: { n?: number } }) =>
      void times.set(data.n!, (times.get(data.n!) ?? 0) + 1)
    for (let n = 0; n < 6; n++) work({ count: { handler: count } })
    await until(async () => {
      const [row] = await campaign.sql(`select count(*)::int as n from jobs where state = 'done'`)
      return row.n === 60
    })
    expect([...times.values()]).toEqual(Array(60).fill(1))
  })

  it('wakes for a new job at once, and knows it only when what made it necessary is written', async () => {
    const done: string[] = []
    work({ note: { handler: async ({ job }) => void done.push(job.key) } }, { pollSeconds: 60 })
    const { createLocalReq } = await import('payload')
    const lost = await createLocalReq({}, campaign.payload)
    await inTransaction(lost, async () => {
      await enqueueJob(lost, { kind: 'note', key: 'undone', data: {} })
      throw new Error('not after all')
    }).catch(() => undefined)
    await put('note', 'kept')
    await ended('kept')
    expect(done).toEqual(['kept'])
    expect(await jobOf('undone')).toBeUndefined()
  })

  it('keeps one job of a key, and does it once more when it was asked for meanwhile', async () => {
    const seen: number[] = []
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    await put('again', 'one', { n: 1 })
    await put('again', 'one', { n: 2 })
    work({
      again: {
        handler: async ({ data }) => {
          seen.push(data.n as number)
          if (seen.length === 1) await held
        },
      },
    })
    await until(() => seen.length === 1)
    await put('again', 'one', { n: 3 })
    await put('again', 'one', { n: 4 })
    release()
    await ended('one')
    expect(seen).toEqual([2, 4])
    expect(await campaign.sql('select id from jobs')).toHaveLength(1)
  })

  it('tries again after a fault, and gives up after the most that it is allowed', async () => {
    const failed: string[] = []
    let tries = 0
    await put('faulty', 'x', {}, { mostAttempts: 2 })
    work({
      faulty: {
        handler: async () => {
          tries += 1
          throw new Error(`fault ${tries}`)
        },
        onFailed: async ({ words: { en } }) => void failed.push(en),
      },
    })
    await until(
      async () => (await jobOf('x')).attempts === 1 && (await jobOf('x')).state === 'waiting',
    )
    const { run_at: runAt, error } = await jobOf('x')
    expect(runAt.getTime()).toBeGreaterThan(Date.now() + 3_000)
    expect(error).toBe('fault 1')
    await campaign.sql('update jobs set run_at = now()')
    await put('faulty', 'another to wake it', {}, { runAt: new Date(Date.now() + 1e6) })
    await ended('x')
    expect(await jobOf('x')).toMatchObject({ state: 'failed', attempts: 2, error: 'fault 2' })
    expect(tries).toBe(2)
    expect(failed).toHaveLength(1)
  })

  it('fails at once, with words for people, what no other try would help', async () => {
    await put('refused', 'r')
    const handler = async () => {
      throw new JobRefused(words('不行', 'No'))
    }
    work({ refused: { handler } })
    await ended('r')
    expect(await jobOf('r')).toMatchObject({
      state: 'failed',
      attempts: 1,
      words: { zh: '不行', en: 'No' },
    })
  })

  it('lets another take up what a dead worker held; the dead one writes nothing any more', async () => {
    await put('held', 'h')
    const dead = (await claimJob(campaign.payload, {
      kinds: ['held'],
      worker: 'dead',
      leaseSeconds: 30,
    }))!
    expect(await releaseAbandoned(campaign.payload)).toBe(0)
    await campaign.sql(`update jobs set locked_until = now() - interval '1 s'`)
    let done = 0
    work({ held: { handler: async () => void (done += 1) } })
    await ended('h')
    const late = finishJob(campaign.payload, dead, {
      work: async (req) => void (await query(req, sql`delete from jobs`)),
    })
    await expect(late).rejects.toThrow(JobLost)
    expect(done).toBe(1)
    expect(await jobOf('h')).toMatchObject({ state: 'done', attempts: 2 })
  })

  it('gives up a job that its workers died of again and again', async () => {
    let heard = 0
    await put('deadly', 'd', {}, { mostAttempts: 2 })
    for (let n = 0; n < mostTries; n++) {
      const job = await claimJob(campaign.payload, {
        ...{ kinds: ['deadly'], worker: `w${n}`, leaseSeconds: 0 },
      })
      expect(job!.attempts).toBeLessThanOrEqual(job!.mostAttempts)
      await releaseAbandoned(campaign.payload)
    }
    const handler = async () => {
      throw new Error('never reached')
    }
    work({ deadly: { handler, onFailed: async () => void (heard += 1) } })
    await ended('d')
    expect((await jobOf('d')).error).toBe('The worker ended before the job did')
    expect(heard).toBe(1)
  })

  it('writes the outcome and that it is done together or not at all', async () => {
    await campaign.sql('create table if not exists outcome (n int)')
    await put('whole', 'w', {}, { mostAttempts: 1 })
    work({
      whole: {
        handler: async ({ finish }) =>
          finish(async (req) => {
            await query(req, sql`insert into outcome values (1)`)
            throw new Error('at the last moment')
          }),
      },
    })
    await ended('w')
    expect((await jobOf('w')).state).toBe('failed')
    expect(await campaign.sql('select * from outcome')).toEqual([])
    await campaign.sql('drop table outcome')
  })

  it('does recurring jobs by the timetable, even after failures', async () => {
    let times = 0
    const handler = async () => {
      times += 1
      throw new Error('every time')
    }
    work({ daily: { handler, everySeconds: 86_400 } })
    await until(async () => (await jobOf('daily'))?.error === 'every time')
    for (let n = 2; n <= 4; n++) {
      await campaign.sql('update jobs set run_at = now()')
      await put('nothing', `wake ${n}`)
      await until(async () => times === n && (await jobOf('daily')).state === 'waiting')
    }
  })

  it('keeps a slot for short jobs beside a long one', async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    work({
      film: { handler: () => held, long: true },
      look: { handler: async () => undefined },
    })
    await put('film', 'f1')
    await put('film', 'f2')
    await put('look', 'l')
    await ended('l')
    const films = await campaign.sql(`select state from jobs where kind = 'film' order by id`)
    expect(films).toEqual([{ state: 'working' }, { state: 'waiting' }])
    release()
    await ended('f2')
  })

  it('stops without waiting for a job that does not heed it, and the job is taken up again', async () => {
    const worker = work({ stuck: { handler: () => new Promise(() => {}) } }, { leaseSeconds: 2 })
    await put('stuck', 's')
    await until(async () => (await jobOf('s')).state === 'working')
    await worker.close()
    await campaign.sql(`update jobs set locked_until = now() - interval '1 s'`)
    work({ stuck: { handler: async () => undefined } })
    await ended('s')
  })
})

describe('Staff', () => {
  it('sees and retries jobs as the province; nobody else does', async () => {
    await put('nobody-does-this', 'failed one', { a: 1 })
    await campaign.sql(
      `update jobs set state = 'failed', attempts = 3, error = 'x', words = '{"zh":"不行","en":"No"}', finished_at = now()`,
    )
    const listed = await campaign.call('GET', '/background-jobs', { as: 'province' })
    expect(listed.body.counts).toEqual({ waiting: 0, working: 0, failed: 1 })
    const [job] = listed.body.jobs
    expect(job).toMatchObject({ kind: 'nobody-does-this', state: 'failed', words: { zh: '不行' } })
    const retry = (as?: string, id = job.id) =>
      campaign.call('POST', `/background-jobs/${id}/retry`, { as })
    for (const as of ['wuxi', 'judge', 'supervisor']) {
      expect((await campaign.call('GET', '/background-jobs', { as })).status).toBe(403)
      expect((await retry(as)).status).toBe(403)
    }
    expect((await retry()).status).toBe(401)
    expect((await retry('province', 'x')).status).toBe(404)
    expect((await retry('province')).body).toEqual({ state: 'waiting' })
    expect((await retry('province')).status).toBe(404)
    expect(await jobOf('failed one')).toMatchObject({
      state: 'waiting',
      attempts: 0,
      data: { a: 1 },
    })
  })

  it('has a file of its scope made ready once more, and sees how far it is', async () => {
    const { id } = await upload(campaign, 'wuxi', await jpeg())
    await campaign.sql(`update media set processing = 'failed', problem = '坏了' where id = $1`, [
      id,
    ])
    await campaign.sql('delete from jobs')
    const at = `/media/${id}/process`
    const look = await campaign.call('GET', at, { as: 'wuxi' })
    expect(look.body).toMatchObject({ processing: 'failed', problem: '坏了', progress: null })
    expect(look.body).toMatchObject({ mimeType: 'image/jpeg', durationSeconds: null, facts: {} })
    expect(look.body.copies.map(({ name }: { name: string }) => name)).toContain('thumb')
    for (const as of ['suzhou', 'judge']) {
      expect((await campaign.call('GET', at, { as })).status).toBe(404)
      expect((await campaign.call('POST', at, { as })).status).toBe(404)
    }
    expect((await campaign.call('POST', at)).status).toBe(401)
    expect((await campaign.call('POST', at, { as: 'wuxi' })).status).toBe(200)
    expect((await campaign.call('POST', at, { as: 'province' })).status).toBe(200)
    expect(await campaign.sql('select kind, key, state from jobs')).toEqual([
      { kind: 'process', key: `media:${id}`, state: 'waiting' },
    ])
    expect((await campaign.call('GET', '/media/x/process', { as: 'wuxi' })).status).toBe(404)
  })

  it('reads what a job is about; of the timetable it is told only what failed or runs', async () => {
    const { id } = await upload(campaign, 'wuxi', await jpeg(), { name: '车间.jpg' })
    await campaign.sql('delete from jobs')
    await put('process', `media:${id}`, { mediaId: id })
    await put('process', 'media:999999999', { mediaId: 999999999 })
    await put('retention', 'retention')
    const { body } = await campaign.call('GET', '/background-jobs', { as: 'province' })
    expect(body.counts).toEqual({ waiting: 2, working: 0, failed: 0 })
    const abouts = body.jobs.map(({ key, about }: { key: string; about: unknown }) => [key, about])
    expect(Object.fromEntries(abouts)).toEqual({
      [`media:${id}`]: { title: '车间.jpg', collection: 'media', id },
      'media:999999999': null,
    })
  })

  it('finds a file waiting whose failed job the province puts back', async () => {
    const { id } = await upload(campaign, 'wuxi', await jpeg())
    await campaign.sql(`update media set processing = 'failed', problem = 'x' where id = $1`, [id])
    await campaign.sql(`update jobs set state = 'failed', attempts = 3, finished_at = now()`)
    const [job] = (await campaign.call('GET', '/background-jobs', { as: 'province' })).body.jobs
    await campaign.call('POST', `/background-jobs/${job.id}/retry`, { as: 'province' })
    const { body } = await campaign.call('GET', `/media/${id}/process`, { as: 'wuxi' })
    expect(body).toMatchObject({ processing: 'waiting', problem: null })
  })

  it('is not told of a failure that has been seen to since', async () => {
    const failed = () => campaign.sql(`select id from jobs where state = 'failed'`)
    await put('mended', 'm')
    await campaign.sql(`update jobs set state = 'failed', finished_at = now()`)
    await put('mended', 'm')
    expect(await failed()).toHaveLength(1)
    work({ mended: { handler: async () => undefined } })
    await ended('m')
    expect(await failed()).toEqual([])

    const { id } = await upload(campaign, 'wuxi', await jpeg())
    await campaign.sql(`update jobs set state = 'failed', finished_at = now() where key = $1`, [
      `media:${id}`,
    ])
    await campaign.call('POST', `/media/${id}/process`, { as: 'wuxi' })
    expect(await failed()).toEqual([])
  })

  it('reads the name of every kind of job that a worker knows', () => {
    const kinds = Object.keys(jobHandlersOf(campaign.config))
    expect(kinds.length).toBeGreaterThanOrEqual(9)
    expect(kinds.filter((kind) => !jobKindWords[kind])).toEqual([])
  })
})

describe('The sandbox', () => {
  const tasks = path.resolve(import.meta.dirname, '../harness/sandbox-tasks.ts')
  const sandbox = openSandbox(quiet, tasks)
  afterAll(() => sandbox.close())
  type Doubled = { doubled: number; pid: number }
  const double = (value: number, onProgress?: (share: number) => void) =>
    sandbox.run<Doubled>({ task: 'double', input: { value }, onProgress })

  it('answers, tells how far it is, and keeps its process for the next task', async () => {
    const told: number[] = []
    const first = await double(2, (share) => told.push(share))
    expect(first.doubled).toBe(4)
    expect(told).toEqual([0.5])
    expect((await double(3)).pid).toBe(first.pid)
  })

  it.each([
    ['crashes', { task: 'crash' }, /SIGABRT/],
    ['ends by itself', { task: 'exit' }, /ended by 0/],
    ['never ends', { task: 'spin', limits: { seconds: 1 } }, /longer than 1 s/],
    ['takes all the memory', { task: 'grow', limits: { megabytes: 300 } }, /MB of memory/],
  ])('outlives a child that %s', async (_what, task, why) => {
    await expect(sandbox.run({ input: {}, ...task })).rejects.toThrow(why)
    await expect(sandbox.run({ input: {}, ...task })).rejects.toBeInstanceOf(SandboxDied)
    expect((await double(4)).doubled).toBe(8)
  })

  it('ends a task whose job is called off', async () => {
    const stop = new AbortController()
    const running = sandbox.run({ task: 'spin', input: {}, signal: stop.signal })
    stop.abort(new Error('called off'))
    await expect(running).rejects.toThrow('called off')
    expect((await double(5)).doubled).toBe(10)
  })

  it('hands on faults of tasks, and has no task but those of the table', async () => {
    await expect(sandbox.run({ task: 'refuse', input: {} })).rejects.toThrow('no')
    await expect(sandbox.run({ task: 'constructor', input: {} })).rejects.toThrow(
      'There is no task',
    )
  })

  it('sees neither settings nor secrets', async () => {
    const { env, cwd } = await sandbox.run<{ env: Record<string, string>; cwd: string }>({
      task: 'look',
      input: {},
    })
    expect(Object.keys(env).filter((name) => /URL|KEY|SECRET|DIR$/.test(name))).toEqual(['TMPDIR'])
    expect(path.basename(cwd)).toMatch(/^media-work-/)
  })

  it('gives a file up when the child has died of it twice', async () => {
    await put('kill', 'k', {}, { mostAttempts: 5 })
    const handler: JobHandlers[string]['handler'] = ({ sandbox: own }) =>
      own.run({ task: 'crash', input: {} })
    work({ kill: { handler } }, { tasks })
    await until(
      async () => (await jobOf('k')).attempts === 1 && (await jobOf('k')).state === 'waiting',
      30_000,
    )
    await campaign.sql('update jobs set run_at = now()')
    await put('nothing', 'wake')
    await ended('k', 30_000)
    expect(await jobOf('k')).toMatchObject({
      state: 'failed',
      crashes: 2,
      words: { zh: '文件无法处理' },
    })
  })
})
