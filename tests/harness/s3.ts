import { createHash, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { S3Settings } from '../../src/database/files/settings.ts'

/** A bucket in memory that answers the calls of S3 which we make. It looks whether they are signed, not how. */
export type TestBucket = {
  settings: S3Settings
  /** The same as settings of the environment. */
  env: Record<string, string>
  objects: Map<string, StoredObject>
  /** Uploads in parts that nobody has finished. */
  unfinished: Map<string, Unfinished>
  /** Method and address of every call, in order. */
  calls: string[]
  /** Bytes that went out, and answers that a reader broke off. */
  sent: () => number
  brokenOff: () => number
  /** While it is set every call waits for ever: the worst way to be away. */
  hang: boolean
  /** While it is set such calls are answered 503. */
  failing: ((method: string, key: string) => boolean) | undefined
  /** While it is set nothing more goes in. */
  full: boolean
  close: () => Promise<void>
}

export type StoredObject = {
  body: Buffer
  type: string
  metadata: Record<string, string>
  modified: Date
  acl: string | undefined
}
type Unfinished = { key: string; started: Date; type: string; parts: Map<number, Buffer> }

const bucketName = 'campaign'

export async function testBucket(): Promise<TestBucket> {
  const objects = new Map<string, StoredObject>()
  const unfinished = new Map<string, Unfinished>()
  let sent = 0
  let brokenOff = 0
  const server = createServer((request, response) => {
    const url = new URL(request.url!, 'http://bucket')
    const [, bucket, ...rest] = url.pathname.split('/')
    const key = decodeURIComponent(rest.join('/'))
    made.calls.push(`${request.method} ${request.url}`)
    if (made.hang) return
    answer({ request, response, url, bucket: bucket!, key }).catch((error: unknown) =>
      fail(response, 500, 'InternalError', String(error)),
    )
  })

  async function answer({ request, response, url, bucket, key }: Asked): Promise<void> {
    const { method = '', headers } = request
    const query = url.searchParams
    const body = method === 'PUT' || method === 'POST' ? await bytesOf(request) : Buffer.alloc(0)
    if (!headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential=a-key-id/')) {
      return fail(response, 403, 'AccessDenied')
    }
    if (headers['content-encoding']?.includes('aws-chunked')) {
      return fail(response, 501, 'NotImplemented', 'aws-chunked')
    }
    if (made.failing?.(method, key)) return fail(response, 503, 'SlowDown')
    if (made.full && method === 'PUT') return fail(response, 507, 'XMinioStorageFull')
    if (bucket !== bucketName) return fail(response, 404, 'NoSuchBucket')
    if (!key && query.has('uploads')) return listUnfinished(response, query.get('prefix') ?? '')
    if (!key && query.has('delete')) return removeMany(response, body)
    if (!key) return list(response, query)
    const uploadId = query.get('uploadId')
    if (query.has('uploads') || uploadId !== null) {
      return parts({ method, key, query, uploadId, request, response, body })
    }
    if (method === 'PUT') return put(request, response, key, body)
    if (method === 'DELETE') {
      objects.delete(key)
      return end(response, 204)
    }
    return get(request, response, key)
  }

  function put(request: IncomingMessage, response: ServerResponse, key: string, body: Buffer) {
    const { headers } = request
    const metadata = Object.fromEntries(
      Object.entries(headers).flatMap(([name, value]) =>
        name.startsWith('x-amz-meta-') ? [[name.slice('x-amz-meta-'.length), String(value)]] : [],
      ),
    )
    store(key, { body, metadata, type: headers['content-type'] ?? '', acl: aclOf(headers) })
    end(response, 200, '', { etag: etagOf(body) })
  }

  function store(key: string, object: Omit<StoredObject, 'modified'>): void {
    // To the second, as S3 has it.
    const modified = new Date(Math.floor(Date.now() / 1000) * 1000)
    objects.set(key, { ...object, modified })
  }

  function get(request: IncomingMessage, response: ServerResponse, key: string): void {
    const object = objects.get(key)
    if (!object) return fail(response, 404, 'NoSuchKey')
    const { body, type, metadata, modified } = object
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
    const start = Number(from ?? 0)
    const last = Math.min(Number(to ?? body.length - 1), body.length - 1)
    if (from !== undefined && start >= body.length) return fail(response, 416, 'InvalidRange')
    const part = from === undefined ? body : body.subarray(start, last + 1)
    response.writeHead(from === undefined ? 200 : 206, {
      'content-length': part.length,
      'content-type': type,
      'last-modified': modified.toUTCString(),
      etag: etagOf(body),
      ...(from === undefined ? {} : { 'content-range': `bytes ${start}-${last}/${body.length}` }),
      ...Object.fromEntries(
        Object.entries(metadata).map(([name, value]) => [`x-amz-meta-${name}`, value]),
      ),
    })
    if (request.method === 'HEAD') return void response.end()
    send(response, part)
  }

  // Piece by piece as the reader takes it, so that a test sees what was asked for and not wanted.
  function send(response: ServerResponse, body: Buffer): void {
    let at = 0
    response.on('close', () => void (response.writableFinished || (brokenOff += 1)))
    const more = () => {
      while (at < body.length) {
        const piece = body.subarray(at, (at += 64 * 1024))
        sent += piece.length
        if (!response.write(piece)) return void response.once('drain', more)
      }
      response.end()
    }
    more()
  }

  function list(response: ServerResponse, query: URLSearchParams): void {
    const prefix = query.get('prefix') ?? ''
    const after = query.get('continuation-token') ?? ''
    const most = Math.min(Number(query.get('max-keys') ?? 1_000), 1_000)
    const keys = [...objects.keys()].filter((key) => key.startsWith(prefix) && key > after).sort()
    const page = keys.slice(0, most)
    const next = keys.length > most ? page.at(-1) : undefined
    const rows = page.map((key) => {
      const { body, modified } = objects.get(key)!
      return `<Contents><Key>${key}</Key><Size>${body.length}</Size><LastModified>${modified.toISOString()}</LastModified></Contents>`
    })
    const token = next ? `<NextContinuationToken>${next}</NextContinuationToken>` : ''
    xml(
      response,
      `<ListBucketResult><IsTruncated>${Boolean(next)}</IsTruncated>${token}${rows.join('')}</ListBucketResult>`,
    )
  }

  function listUnfinished(response: ServerResponse, prefix: string): void {
    const rows = [...unfinished].filter(([, { key }]) => key.startsWith(prefix))
    const shown = rows.map(
      ([id, { key, started }]) =>
        `<Upload><Key>${key}</Key><UploadId>${id}</UploadId><Initiated>${started.toISOString()}</Initiated></Upload>`,
    )
    xml(
      response,
      `<ListMultipartUploadsResult><IsTruncated>false</IsTruncated>${shown.join('')}</ListMultipartUploadsResult>`,
    )
  }

  function removeMany(response: ServerResponse, body: Buffer): void {
    const keys = [...body.toString().matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key]) => key!)
    for (const key of keys) objects.delete(key)
    const rows = keys.map((key) => `<Deleted><Key>${key}</Key></Deleted>`)
    xml(response, `<DeleteResult>${rows.join('')}</DeleteResult>`)
  }

  function parts({ method, key, query, uploadId, request, response, body }: InParts): void {
    if (uploadId === null) {
      const id = randomBytes(8).toString('hex')
      const type = request.headers['content-type'] ?? ''
      unfinished.set(id, { key, started: new Date(), type, parts: new Map() })
      return xml(
        response,
        `<InitiateMultipartUploadResult><Bucket>${bucketName}</Bucket><Key>${key}</Key><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`,
      )
    }
    const upload = unfinished.get(uploadId)
    if (!upload) return fail(response, 404, 'NoSuchUpload')
    if (method === 'DELETE') {
      unfinished.delete(uploadId)
      return end(response, 204)
    }
    if (method === 'PUT') {
      upload.parts.set(Number(query.get('partNumber')), body)
      return end(response, 200, '', { etag: etagOf(body) })
    }
    const sorted = [...upload.parts].sort(([one], [other]) => one - other)
    if (method === 'GET') {
      const rows = sorted.map(
        ([number, part]) =>
          `<Part><PartNumber>${number}</PartNumber><ETag>${etagOf(part)}</ETag><Size>${part.length}</Size></Part>`,
      )
      return xml(
        response,
        `<ListPartsResult><IsTruncated>false</IsTruncated>${rows.join('')}</ListPartsResult>`,
      )
    }
    // As S3 has it: every part but the last has at least 5 MB.
    if (sorted.slice(0, -1).some(([, part]) => part.length < 5 * 2 ** 20)) {
      return fail(response, 400, 'EntityTooSmall')
    }
    const whole = Buffer.concat(sorted.map(([, part]) => part))
    store(key, { body: whole, metadata: {}, type: upload.type, acl: undefined })
    unfinished.delete(uploadId)
    xml(
      response,
      `<CompleteMultipartUploadResult><Key>${key}</Key><ETag>${etagOf(whole)}</ETag></CompleteMultipartUploadResult>`,
    )
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const settings: S3Settings = {
    bucket: bucketName,
    endpoint,
    region: 'us-east-1',
    accessKeyId: 'a-key-id',
    secretAccessKey: 'a-key-that-only-tests-know',
    forcePathStyle: true,
  }
  const made: TestBucket = {
    settings,
    env: {
      S3_BUCKET: bucketName,
      S3_ENDPOINT: endpoint,
      S3_REGION: settings.region,
      S3_ACCESS_KEY_ID: settings.accessKeyId,
      S3_SECRET_ACCESS_KEY: settings.secretAccessKey,
      S3_FORCE_PATH_STYLE: 'true',
    },
    objects,
    unfinished,
    calls: [],
    sent: () => sent,
    brokenOff: () => brokenOff,
    hang: false,
    failing: undefined,
    full: false,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return made
}

type Asked = {
  request: IncomingMessage
  response: ServerResponse
  url: URL
  bucket: string
  key: string
}
type InParts = Pick<Asked, 'request' | 'response' | 'key'> & {
  method: string
  query: URLSearchParams
  uploadId: string | null
  body: Buffer
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

function aclOf(headers: IncomingMessage['headers']): string | undefined {
  return headers['x-amz-acl'] as string | undefined
}

function etagOf(body: Buffer): string {
  return `"${createHash('md5').update(body).digest('hex')}"`
}

function end(
  response: ServerResponse,
  status: number,
  text = '',
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, headers).end(text)
}

function xml(response: ServerResponse, text: string): void {
  end(response, 200, `<?xml version="1.0" encoding="UTF-8"?>${text}`, {
    'content-type': 'application/xml',
  })
}

function fail(response: ServerResponse, status: number, code: string, message = code): void {
  response
    .writeHead(status, { 'content-type': 'application/xml' })
    .end(
      `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`,
    )
}
