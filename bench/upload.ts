import { randomBytes } from 'node:crypto'
import { createWriteStream, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fastify } from 'fastify'
import pg from 'pg'
import { openDelivery } from '../src/delivery/delivery.ts'
import { openSessions } from '../src/delivery/taking-part/identity/session-token.ts'
import type { Ground } from './ground.ts'
import { median, report, type Line } from './line.ts'

const megabyte = 2 ** 20
const size = 256 * megabyte
const rounds = 5
const secret = 'a-secret-of-this-benchmark-alone'

/**
 * One upload of 256 MB by tus, in chunks of 1 MB and in one piece, beside the same client sending the
 * same to a bare `node:http` server that writes it to the same disk. Megabytes a second; turn by turn.
 */
export async function upload(ground: Ground, only?: string): Promise<Line[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bench-uploads-'))
  const bytes = randomBytes(megabyte)
  const { url: databaseUrl } = await ground.database('uploads')
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const sink = await openSink(folder)
  const delivery = await openDelivery({
    ...{ databaseUrl, secret, mediaDir: folder, uploadDir: folder },
    ...{ corsOrigins: [], cacheBytes: 0, rateLimitScale: 1e6, uploadReserve: 0 },
    takingPart: {} as never,
    log: { info: () => undefined, warn: () => undefined, error: console.error },
  })
  const app = fastify()
  await app.register(delivery.plugin, { prefix: '/v1' })
  const ours = await app.listen({ port: 0, host: '127.0.0.1' })
  try {
    const token = await participant(client)
    const cases = [
      { name: '256 MB in chunks of 1 MB', chunk: megabyte },
      { name: '256 MB in one piece', chunk: size },
    ].filter(({ name }) => !only || name.includes(only))
    const lines: Line[] = []
    for (const { name, chunk } of cases) {
      const [byTus, bare]: [number[], number[]] = [[], []]
      for (let round = 0; round < rounds; round += 1) {
        byTus.push(await rate(() => sendByTus(ours, token, bytes, chunk)))
        bare.push(await rate(() => sendBare(sink.url, bytes, chunk)))
        await client.query(`delete from uploads; delete from jobs where kind = 'examine'`)
        // Not the folder itself: the sink writes into it.
        for (const name of readdirSync(folder)) rmSync(path.join(folder, name))
      }
      lines.push(
        report({
          ...{ bench: 'upload', case: name, unit: 'MB/s', atLeast: 0.7 },
          ...{ ours: median(byTus), peer: median(bare) },
        }),
      )
    }
    return lines
  } finally {
    await app.close()
    await delivery.close()
    sink.server.close()
    await client.end()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function participant(client: pg.Client): Promise<string> {
  const { rows } = await client.query('insert into participants default values returning id')
  const clients = await client.query(
    `insert into api_clients (name, client_id, kind, rate_tier, active) values ('bench', 'bench', 'app', 'normal', true) returning id`,
  )
  const { id } = clients.rows[0]
  await client.query(
    `insert into api_clients_texts (parent_id, path, "order", text) values ($1, 'scopes', 1, 'entries:write')`,
    [id],
  )
  const session = { participant: rows[0].id, client: id, scopes: ['entries:write'], epoch: 1 }
  return openSessions(secret).issue(session as never, 3600)
}

async function rate(work: () => Promise<void>): Promise<number> {
  const started = performance.now()
  await work()
  return size / megabyte / ((performance.now() - started) / 1000)
}

async function sendByTus(url: string, token: string, bytes: Buffer, chunk: number): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, 'tus-resumable': '1.0.0' }
  const metadata = `filename ${Buffer.from('a.mp4').toString('base64')},filetype ${Buffer.from('video/mp4').toString('base64')}`
  const created = await send(
    `${url}/v1/uploads`,
    'POST',
    { ...headers, 'upload-length': size, 'upload-metadata': metadata },
    bytes,
    0,
  )
  const at = new URL(created.location!, url).href
  for (let offset = 0; offset < size; offset += chunk) {
    const type = 'application/offset+octet-stream'
    await send(
      at,
      'PATCH',
      { ...headers, 'upload-offset': offset, 'content-type': type },
      bytes,
      chunk,
    )
  }
}

async function sendBare(url: string, bytes: Buffer, chunk: number): Promise<void> {
  const name = randomBytes(8).toString('hex')
  for (let offset = 0; offset < size; offset += chunk) {
    await send(`${url}/${name}?${offset}`, 'PUT', {}, bytes, chunk)
  }
}

function send(
  url: string,
  method: string,
  headers: Record<string, string | number>,
  bytes: Buffer,
  length: number,
): Promise<{ location?: string }> {
  return new Promise((resolve, reject) => {
    const sending = request(url, { method, headers: { ...headers, 'content-length': length } })
    sending.on('error', reject)
    sending.on('response', (response) => {
      response.resume()
      response.on('end', () => {
        const { statusCode = 0, headers: got } = response
        if (statusCode < 300) resolve({ location: got.location })
        // Shed on a busy machine; as any client it comes back, and the time counts.
        else if (statusCode === 503) {
          setTimeout(() => resolve(send(url, method, headers, bytes, length)), 250)
        } else reject(new Error(`${method} ${statusCode}`))
      })
    })
    const next = (left: number) => {
      if (left === 0) return void sending.end()
      const part = bytes.subarray(0, Math.min(left, bytes.length))
      sending.write(part, () => next(left - part.length))
    }
    next(length)
  })
}

/** What a program without any of this does with a body: write it to the disk. */
async function openSink(folder: string): Promise<{ server: Server; url: string }> {
  const server = createServer((request_, response) => {
    const { pathname, search } = new URL(request_.url!, 'http://x')
    const start = Number(search.slice(1))
    const file = path.join(folder, `bare${pathname.slice(1)}`)
    const to = createWriteStream(file, { flags: start === 0 ? 'w' : 'r+', start })
    pipeline(request_, to).then(
      () => response.writeHead(204).end(),
      () => response.writeHead(500).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}
