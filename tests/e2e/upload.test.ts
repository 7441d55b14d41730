import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { connect, createServer as createProxy, type AddressInfo, type Server } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { environment } from '../../src/environment.ts'
import { testBrowser, type TestBrowser } from '../harness/browser.ts'
import { ownTempFolder } from '../harness/files.ts'
import { film } from '../harness/films.ts'
import { ended, uploadScene, type Uploader, type UploadScene } from '../harness/uploads.ts'

// A phone uploads a film from a page of another origin, by tus-js-client as front ends use it, over a
// line that breaks twice in the middle of a chunk.

const chunk = 512 * 1024
const client = path.resolve('node_modules/tus-js-client/dist/tus.min.js')

let scene: UploadScene
let person: Uploader
let browser: TestBrowser
let bytes: Buffer
let page: { url: string; server: Server }
let line: { url: string; server: Server; cuts: () => number }

beforeAll(async () => {
  ownTempFolder()
  scene = await uploadScene()
  person = await scene.person()
  bytes = await film({ width: 1280, height: 720, seconds: 6, filters: 'noise=alls=50:allf=t' })
  page = await servePage()
  const node = await scene.node({ corsOrigins: [page.url] })
  line = await breakingLine(Number(new URL(node.url).port))
  browser = await testBrowser(page.url)
  await scene.work()
})
afterAll(async () => {
  await browser?.close()
  page?.server.close()
  line?.server.close()
  await scene?.close()
})

test('an upload from a phone loses its connection twice and finishes', async () => {
  expect(bytes.length).toBeGreaterThan(3 * chunk)
  const { page: phone, context } = await browser.open()
  await phone.setViewportSize({ width: 390, height: 844 })
  await phone.goto('/')
  const told = await phone.evaluate(sendFilm, {
    endpoint: `${line.url}/v1/uploads`,
    token: person.token,
    chunk,
  })
  expect(told.error).toBeUndefined()
  expect(told.retries).toBeGreaterThanOrEqual(2)
  expect(line.cuts()).toBe(2)

  const upload = told.url!.split('/').at(-1)!
  const state = await ended(person, upload)
  expect(state).toMatchObject({ state: 'ready', fileName: '工地之光.mp4', bytes: bytes.length })
  const sql = scene.campaign.sql
  const [{ filename }] = await sql('select filename from media where id = $1', [state.mediaId])
  expect(readFileSync(path.join(environment().mediaDir, filename)).equals(bytes)).toBe(true)
  expect(scene.errors).toEqual([])
  await context.close()
})

type Told = { url?: string; retries: number; error?: string }

/** Runs in the page. */
async function sendFilm(given: { endpoint: string; token: string; chunk: number }): Promise<Told> {
  const { tus } = window as unknown as { tus: any }
  const film = await (await fetch('/film.mp4')).blob()
  let retries = 0
  return new Promise((resolve) => {
    const upload = new tus.Upload(film, {
      endpoint: given.endpoint,
      chunkSize: given.chunk,
      retryDelays: [100, 500, 1000, 2000],
      metadata: { filename: '工地之光.mp4', filetype: 'video/mp4' },
      headers: { Authorization: `Bearer ${given.token}` },
      onShouldRetry: () => {
        retries += 1
        return true
      },
      onError: (error: Error) => resolve({ retries, error: error.message }),
      onSuccess: () => resolve({ retries, url: upload.url }),
    })
    upload.start()
  })
}

async function servePage() {
  const server = createServer((request, response) => {
    if (request.url === '/tus.js') return response.end(readFileSync(client))
    if (request.url === '/film.mp4') return response.end(bytes)
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end('<!doctype html><title>上传</title><script src="/tus.js"></script>')
  })
  return { server, url: await listening(server) }
}

/** Passes everything on, and breaks the line twice when a part of a chunk has gone over it. */
async function breakingLine(port: number) {
  let cuts = 0
  let passed = 0
  const after = [1.5 * chunk, 2.8 * chunk]
  const server = createProxy((from) => {
    const to = connect(port, '127.0.0.1')
    const drop = () => {
      from.destroy()
      to.destroy()
    }
    from.on('error', drop).on('close', drop)
    to.on('error', drop).on('close', drop)
    to.pipe(from)
    from.on('data', (piece) => {
      passed += piece.length
      to.write(piece)
      if (cuts < after.length && passed > after[cuts]!) {
        cuts += 1
        drop()
      }
    })
  })
  return { server, url: await listening(server), cuts: () => cuts }
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
