import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Worker } from '../../src/hooks/worker.ts'
import { testCampaign, type TestCampaign } from '../harness/campaign.ts'
import { until } from '../harness/delivery.ts'
import { jpeg, mp4, phoneJpeg, upload as uploadTo, type Stored } from '../harness/files.ts'
import { film, sound, turned, type Shot } from '../harness/films.ts'
import { openScene, type Scene } from '../harness/scene.ts'

// From a file that came in to what the public sees of it, with the worker and its child process.
let campaign: TestCampaign
let scene: Scene
let worker: Worker
let verify: () => Promise<unknown>

const nothing = () => undefined
const log = { debug: nothing, info: nothing, warn: nothing, error: nothing }

beforeAll(async () => {
  campaign = await testCampaign()
  scene = await openScene(campaign)
  const { openWorker } = await import('../../src/plugins/media-pipeline/worker.ts')
  const { rebuildShowcase } = await import('../../src/database/showcase/rebuild.ts')
  const { verifyShowcase } = await import('../../src/database/showcase/verify.ts')
  await rebuildShowcase(campaign.payload)
  verify = () => verifyShowcase(campaign.payload, { documents: false })
  worker = openWorker(campaign.payload, { log, concurrency: 1, pollSeconds: 1 })
})
afterEach(async () => expect(await verify()).toEqual([]))
afterAll(async () => {
  await worker.close()
  await campaign.close()
})

const types = { mp4: 'video/mp4', mov: 'video/quicktime', webm: 'video/webm' }

const send = (bytes: Buffer, type: string): Promise<Stored> =>
  uploadTo(campaign, 'yixing', bytes, { type, name: 'a' })

const sendFilm = async (shot: Shot = {}) => send(await film(shot), types[shot.format ?? 'mp4'])

const rowOf = async (id: number) =>
  (
    await campaign.sql(
      `select processing, problem, progress::float8, duration_seconds::float8 as duration, width::int, height::int, facts
       from media where id = $1`,
      [id],
    )
  )[0]

/** The row of a file once it has been worked on. */
async function processed(id: number): Promise<any> {
  for (;;) {
    const row = await rowOf(id)
    if (row.processing === 'done' || row.processing === 'failed') return row
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
}

const renditionsOf = (id: number) =>
  campaign.sql(
    `select name, file_name as file, mime_type as type, bytes::int, width, height from media_renditions
     where media_id = $1 order by name`,
    [id],
  )

const onDisk = (name: string) => existsSync(path.join(process.env.MEDIA_DIR!, name))

const documentOf = async (kind: string, id: number) =>
  (
    await campaign.sql(
      'select card, document, id from showcase_entries where kind = $1 and entry_id = $2',
      [kind, id],
    )
  )[0]

const filesOf = async (publicId: string): Promise<string[]> =>
  (
    await campaign.sql('select name from showcase_files where owner = $1', [`entry:${publicId}`])
  ).map(({ name }) => name)

const again = (id: number) =>
  campaign.sql(
    `select enqueue_job('process', 'media:' || $1::int, jsonb_build_object('mediaId', $1::int))`,
    [id],
  )

describe('a film', () => {
  it('gets its renditions, a poster, its length and its prints', async () => {
    const { id } = await sendFilm({ seconds: 2 })
    const row = await processed(id)
    expect(row).toMatchObject({ processing: 'done', problem: null, progress: 1, width: 320 })
    expect(row.duration).toBeCloseTo(2, 1)
    expect(row.facts).toMatchObject({ videoCodec: 'h264', rotation: 0 })
    const made = await renditionsOf(id)
    expect(made).toMatchObject([
      { name: '720p', type: 'video/mp4', width: 320, height: 180 },
      { name: 'poster', type: 'image/webp', width: 320, height: 180 },
    ])
    for (const { file } of made) expect(onDisk(file)).toBe(true)
    const prints = await campaign.sql('select frame from picture_prints where media_id = $1', [id])
    expect(prints.length).toBeGreaterThan(5)
    const making = path.join(process.env.MEDIA_DIR!, '.making')
    await expect.poll(() => readdirSync(making), { timeout: 10_000 }).toEqual([])
  })

  it('made ready twice has one set, and the files of the first are gone', async () => {
    const { id } = await sendFilm({ seconds: 1 })
    await processed(id)
    const first = await renditionsOf(id)
    await again(id)
    await expect
      .poll(async () => (await renditionsOf(id))[0]?.file, { timeout: 60_000 })
      .not.toBe(first[0].file)
    await expect.poll(() => first.some(({ file }) => onDisk(file)), { timeout: 60_000 }).toBe(false)
    const second = await renditionsOf(id)
    expect(second.map(({ name }) => name)).toEqual(['720p', 'poster'])
    for (const { file } of second) expect(onDisk(file)).toBe(true)
  })

  it('that is deleted takes what was made of it along', async () => {
    const { id } = await sendFilm({ seconds: 1 })
    await processed(id)
    const made = await renditionsOf(id)
    await campaign.payload.delete({ collection: 'media', id })
    expect(await renditionsOf(id)).toEqual([])
    await expect.poll(() => made.some(({ file }) => onDisk(file)), { timeout: 60_000 }).toBe(false)
  })

  it('that nobody can play fails with words, and stays for the staff', async () => {
    const { id, filename } = await send(mp4(), 'video/mp4')
    const row = await processed(id)
    expect(row).toMatchObject({
      processing: 'failed',
      problem: expect.stringContaining('不完整或已损坏'),
    })
    expect(onDisk(filename)).toBe(true)
    expect(await renditionsOf(id)).toEqual([])
    const [job] = await campaign.sql(`select state, attempts from jobs where key = $1`, [
      `media:${id}`,
    ])
    expect(job).toEqual({ state: 'failed', attempts: 1 })
  })
})

describe('what the public sees', () => {
  it('of a film is what was made of it, and its poster where it has no cover', async () => {
    const stored = await send(turned(await film({ seconds: 2 }), 90), 'video/mp4')
    await processed(stored.id)
    const data = { video: stored.id, subtype: 'drama', durationSeconds: 99 }
    const id = await scene.make('videos', 'yixing', data)
    await scene.bring('videos', id, 'published')
    const made = await renditionsOf(stored.id)
    const { card, document, id: publicId } = await documentOf('videos', id)
    const [item] = document.media
    expect(item).toMatchObject({
      ...{ url: `/v1/media/${made[0].file}`, mimeType: 'video/mp4', width: 180, height: 320 },
      renditions: [{ name: '720p' }],
      poster: { url: `/v1/media/${made[1].file}`, width: 180, height: 320 },
    })
    expect(item.durationSeconds).toBeCloseTo(2, 1)
    expect(document.durationSeconds).toBe(item.durationSeconds)
    expect(card.cover).toEqual(item.poster)
    expect((await filesOf(publicId)).sort()).toEqual(made.map(({ file }) => file).sort())
  })

  it('of a film that is published first is the file, and what was made of it from then on', async () => {
    await worker.close()
    const stored = await sendFilm({ seconds: 1 })
    const id = await scene.make('videos', 'yixing', { video: stored.id, subtype: 'drama' })
    await scene.bring('videos', id, 'published')
    const before = await documentOf('videos', id)
    expect(before.document.media[0]).toMatchObject({ url: `/v1/media/${stored.filename}` })
    const { openWorker } = await import('../../src/plugins/media-pipeline/worker.ts')
    worker = openWorker(campaign.payload, { log, concurrency: 1, pollSeconds: 1 })
    await processed(stored.id)
    const { document, id: publicId } = await documentOf('videos', id)
    expect(document.media[0]).toMatchObject({ renditions: [{ name: '720p' }] })
    expect(await filesOf(publicId)).not.toContain(stored.filename)
  })

  it('of a sound is AAC with its waveform', async () => {
    const stored = await send(await sound(), 'audio/mpeg')
    expect((await processed(stored.id)).processing).toBe('done')
    const id = await scene.make('commentaries', 'yixing', { audio: stored.id, subtype: 'audio' })
    await scene.bring('commentaries', id, 'published')
    const { card, document } = await documentOf('commentaries', id)
    const [item] = document.media
    expect(item).toMatchObject({
      type: 'audio',
      mimeType: 'audio/mp4',
      renditions: [{ name: 'audio' }],
    })
    expect(item.waveform).toHaveLength(200)
    expect(card.cover).toEqual(item.poster)
  })

  it('of a picture is what it looks like blurred, and never how it was taken', async () => {
    const stored = await send(await phoneJpeg(), 'image/jpeg')
    const { facts } = await processed(stored.id)
    expect(facts).toMatchObject({ camera: 'Beispiel Phone 1', hasPlace: true })
    expect(JSON.stringify(facts)).not.toMatch(/118|somebody/)
    const id = await scene.make('photos', 'yixing', { pictures: [stored.id] })
    await scene.bring('photos', id, 'published')
    const { card, document } = await documentOf('photos', id)
    expect(document.media[0]).toMatchObject({ blurhash: facts.blurhash, colour: facts.colour })
    expect(card.cover.blurhash).toBe(facts.blurhash)
    expect(JSON.stringify(document)).not.toMatch(/Beispiel|hasPlace/)
  })

  it('is finished for the work that it was given to in that very moment', async () => {
    const { createLocalReq } = await import('payload')
    const { finishProcessing } = await import('../../src/database/media/processing.ts')
    const { inTransaction } = await import('../../src/database/sql.ts')
    const [{ id }, photo] = [
      await send(await jpeg(), 'image/jpeg'),
      await scene.make('photos', 'yixing', {}),
    ]
    const { facts } = await processed(id)
    await campaign.sql(`update media set processing = 'working' where id = $1`, [id])
    const other = await campaign.payload.db.pool.connect()
    await other.query('begin')
    await other.query(`update media set entry_kind = 'photos', entry_id = $2 where id = $1`, [
      id,
      photo,
    ])
    const req = await createLocalReq({}, campaign.payload)
    const made = { facts, prints: [], durationSeconds: null, width: null, height: null }
    const finishing = inTransaction(req, () => finishProcessing(req, id, { made, renditions: [] }))
    const waits = `select count(*)::int as count from pg_stat_activity where datname = current_database()
      and wait_event_type = 'Lock' and query like '%from media%for update%'`
    await until(async () => (await campaign.sql(waits))[0].count === 1)
    await other.query('commit')
    other.release()
    await finishing
    expect((await rowOf(id)).processing).toBe('done')
    await campaign.sql('update media set entry_kind = null, entry_id = null where id = $1', [id])
  })

  it('is the same after an update from before there was any of this', async () => {
    const stored = await send(await jpeg(), 'image/jpeg')
    await processed(stored.id)
    await campaign.sql(`update media set processing = null where id = $1`, [stored.id])
    const id = await scene.make('photos', 'yixing', { pictures: [stored.id] })
    await scene.bring('photos', id, 'published')
    const migration =
      await import('../../src/database/migrations/20261122_130600_renditions_shown.ts')
    const db = campaign.payload.db.drizzle
    await campaign.sql(`delete from showcase_entries where entry_id <> $1 or kind <> 'photos'`, [
      id,
    ])
    const { document: now } = await documentOf('photos', id)
    await migration.down({ db } as never)
    const { document: before } = await documentOf('photos', id)
    expect(Object.keys(before.media[0])).not.toContain('renditions')
    expect(Object.keys(before.cover)).not.toContain('blurhash')
    await migration.up({ db } as never)
    expect((await documentOf('photos', id)).document).toEqual(now)
    const { rebuildShowcase } = await import('../../src/database/showcase/rebuild.ts')
    await rebuildShowcase(campaign.payload)
  })
})

describe('the rules', () => {
  it('judge the length that was measured, whatever was declared', async () => {
    const stored = await sendFilm({ seconds: 3 })
    await processed(stored.id)
    await campaign.sql(`insert into tracks_rules (_order, _parent_id, id, rule, severity, maximum)
      select 2, id, 'length', 'duration', 'blocking', 2 from tracks where slug = 'micro-videos'`)
    const data = { video: stored.id, subtype: 'drama', durationSeconds: 1 }
    const id = await scene.make('videos', 'yixing', data)
    const { status, body } = await scene.step('videos', id, 'yixing', 'submit')
    await campaign.sql(`delete from tracks_rules where id = 'length'`)
    expect(status).toBe(422)
    expect(body.errors[0].data.findings).toEqual([
      expect.objectContaining({
        rule: 'duration',
        path: 'video',
        message: '时长 0:03，超过上限 0:02',
      }),
    ])
  })
})
