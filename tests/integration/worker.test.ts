import { fork, spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { request } from 'node:http'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../../src/database/free-port.ts'
import { environment } from '../../src/environment.ts'
import { sweepUploads } from '../../src/plugins/media-pipeline/sweep.ts'
import { jpeg, onDisk, ownTempFolder } from '../harness/files.ts'
import {
  ended,
  quiet,
  uploader,
  uploadScene,
  type Uploader,
  type UploadScene,
} from '../harness/uploads.ts'

const root = path.resolve(import.meta.dirname, '../..')

let scene: UploadScene
let person: Uploader
let sql: UploadScene['campaign']['sql']
const children = new Set<ChildProcess>()

beforeAll(async () => {
  ownTempFolder()
  scene = await uploadScene()
  sql = scene.campaign.sql
  person = await scene.person()
})
afterAll(async () => {
  await Promise.all([...children].map(kill))
  await scene.close()
})

describe('A worker alone', () => {
  it('answers whether it is well, and nothing else; told to stop it stops', async () => {
    const { url, child } = await startWorker()
    const ask = async (target: string) => (await fetch(url + target)).status
    expect(await ask('/healthz')).toBe(200)
    expect(await ask('/readyz')).toBe(200)
    const metrics = await (await fetch(`${url}/metrics`)).text()
    expect(metrics).toMatch(/^jobs\{state="waiting"\} \d+$/m)
    expect(await Promise.all(['/', '/admin', '/api/users', '/v1/stats'].map(ask))).toEqual([
      404, 404, 404, 404,
    ])
    const exited = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    expect(await exited).toBe(0)
  })

  it('killed at any moment, leaves nothing undone, nothing twice and nothing lying about', async () => {
    const files = await Promise.all(
      ['#111111', '#222222', '#333333'].map((background) =>
        jpeg({ width: 1600, height: 1200, background }),
      ),
    )
    const uploads: string[] = []
    for (const [at, file] of files.entries()) {
      uploads.push(await person.send(file, `${at}.jpg`, 'image/jpeg'))
      const { child } = await startNode({ WITH_WORKER: '1' })
      await underWay(uploads[at]!)
      await wait(at * 150)
      await kill(child)
      // Its lease is over, as after half a minute.
      await sql(`update jobs set locked_until = now() - interval '1 s' where state = 'working'`)
    }
    const last = await startNode({ WITH_WORKER: '1' })
    const states = []
    for (const upload of uploads) states.push(await ended(person, upload))
    expect(states).toEqual(Array(3).fill(expect.objectContaining({ state: 'ready' })))
    const media = await sql('select id, filename from media where participant_id = $1', [person.id])
    expect(media).toHaveLength(3)
    expect(new Set(states.map(({ mediaId }) => mediaId)).size).toBe(3)

    await sql(`update jobs set locked_until = now() - interval '1 s' where state = 'working'`)
    await kill(last.child)
    await sweepUploads({ payload: scene.campaign.payload, log: quiet, settledAfter: 0 })
    expect(scene.folder()).toEqual([])
    const stems = media.map(({ filename }) => path.parse(filename).name)
    const strays = onDisk().media.filter(
      (name) => !name.startsWith('.') && !stems.some((stem) => name.startsWith(stem)),
    )
    const made = await sql('select file_name from media_renditions')
    expect(strays.filter((name) => !made.some(({ file_name: known }) => known === name))).toEqual(
      [],
    )
  })
})

describe('A server that is killed while it receives', () => {
  it('goes on from what lies on the disk, and loses no upload', async () => {
    const bytes = await bigJpeg()
    let node = await startNode()
    let there = uploader(node.url, person.id, person.token)
    const upload = await there.begin(bytes.length, '大图.jpg', 'image/jpeg')
    for (let cut = 0; cut < 2; cut++) {
      const offset = await there.offset(upload)
      const sending = drip(node.url, upload, offset, bytes.subarray(offset))
      const file = path.join(environment().uploadDir, upload)
      while (statSync(file).size <= offset) await wait(5)
      await kill(node.child)
      sending.destroy()
      node = await startNode()
      there = uploader(node.url, person.id, person.token)
      expect(await there.offset(upload)).toBe(statSync(file).size)
      expect(readFileSync(file).equals(bytes.subarray(0, statSync(file).size))).toBe(true)
    }
    const offset = await there.offset(upload)
    expect(offset).toBeGreaterThan(0)
    expect((await there.patch(upload, offset, bytes.subarray(offset))).status).toBe(204)
    await scene.work()
    const done = await ended(there, upload)
    expect(done).toMatchObject({ state: 'ready' })
    const [{ filename }] = await sql('select filename from media where id = $1', [done.mediaId])
    expect(readFileSync(path.join(environment().mediaDir, filename)).equals(bytes)).toBe(true)
  })
})

/** A JPEG of some megabytes: what follows its end is no picture, so it is noise inside. */
async function bigJpeg(): Promise<Buffer> {
  const { default: sharp } = await import('sharp')
  const [width, height] = [2400, 1600]
  const raw = randomBytes(width * height * 3)
  return sharp(raw, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer()
}

/** Sends slowly and never ends. */
function drip(url: string, upload: string, offset: number, bytes: Buffer) {
  const sending = request(`${url}/v1/uploads/${upload}`, {
    method: 'PATCH',
    headers: {
      authorization: `Bearer ${person.token}`,
      'tus-resumable': '1.0.0',
      'upload-offset': String(offset),
      'content-type': 'application/offset+octet-stream',
      'content-length': String(bytes.length),
    },
  })
  sending.on('error', () => undefined)
  sending.write(bytes.subarray(0, Math.floor(bytes.length / 3)))
  return sending
}

/** Until a worker has begun with it, or is through already. */
async function underWay(upload: string): Promise<void> {
  for (;;) {
    const [row] = await sql('select state from uploads where id = $1', [upload])
    if (row.state !== 'received') return
    await wait(5)
  }
}

async function startWorker() {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env: { ...process.env, ROLE: 'worker', PORT: String(port), NODE_OPTIONS: '' } as never,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.add(child)
  let printed = ''
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      printed += chunk.toString()
      if (printed.includes('Ctrl-C')) resolve()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (code) => reject(new Error(`The worker ended with ${code}:\n${printed}`)))
  })
  return { url, child }
}

async function startNode(
  more: Record<string, string> = {},
): Promise<{ url: string; child: ChildProcess }> {
  const child = fork(path.join(root, 'tests/harness/upload-node.ts'), {
    cwd: root,
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, ...more, NODE_OPTIONS: '' } as never,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  children.add(child)
  const { url } = await new Promise<{ url: string }>((resolve, reject) => {
    child.once('message', (said) => resolve(said as { url: string }))
    child.once('exit', (code) => reject(new Error(`The node ended with ${code}`)))
  })
  return { url, child }
}

async function kill(child: ChildProcess): Promise<void> {
  children.delete(child)
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}
