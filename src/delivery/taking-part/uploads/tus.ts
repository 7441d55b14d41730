import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { Server, type DataStore, type Upload } from '@tus/server'
import type { Words } from '../../../domain/words.ts'
import { words } from '../../../domain/words.ts'
import { Problem, unavailable } from '../../problem.ts'
import type { ProblemCode } from '../../problem-codes.ts'
import { exchange, type Exchange } from './exchange.ts'
import { uploadLocks } from './locks.ts'
import type { Checksum } from './receive-chunk.ts'

export type TusAnswer = { status: number; headers: Headers; ended: Exchange['ended'] }

export type Tus = {
  /**
   * Lets the library answer a request on an upload.
   *
   * @throws Problem for everything that the protocol refuses
   */
  answer: (request: {
    source: IncomingMessage
    row: Exchange['row']
    checksum?: Checksum
  }) => Promise<TusAnswer>
}

// Those that the library reads; the rest of a request is ours.
const passedOn = [
  'tus-resumable',
  'upload-offset',
  'upload-length',
  'content-type',
  'content-length',
]

/** The protocol tus 1.0 over the place of uploads. */
export function openTus(store: DataStore): Tus {
  const server = new Server({
    path: '/v1/uploads',
    datastore: store,
    relativeLocation: true,
    namingFunction: () => exchange.getStore()!.row.id,
    locker: uploadLocks(() => exchange.getStore()!),
  })
  // The body goes from the connection to the store: the library's way there leads through five streams.
  const writeToStore = (_body: unknown, { id, offset }: Upload) => store.write(nothing, id, offset)
  Object.assign(server.handlers.PATCH, { writeToStore })
  Object.assign(server.handlers.POST, { writeToStore })
  return {
    async answer({ source, row, checksum }) {
      const stop = new AbortController()
      const now: Exchange = {
        ...{ source, row, checksum, signal: stop.signal },
        lastByteAt: performance.now(),
        stop: () => stop.abort(),
      }
      const headers = new Headers()
      for (const name of passedOn) {
        const value = source.headers[name]
        if (typeof value === 'string') headers.set(name, value)
      }
      const asked = asRequest(source, headers)
      const response = await exchange
        .run(now, () => server.handleWeb(asked))
        .finally(() => now.file?.close())
      if (response.status >= 400) throw problemOf(response.status)
      return { status: response.status, headers: response.headers, ended: now.ended }
    },
  }
}

// All that the library asks of a Request. A real one costs as much as all the rest of a chunk's way
// through the library.
function asRequest({ url, method }: IncomingMessage, headers: Headers): Request {
  return { url: `http://uploads${url}`, method, headers, body: null } as Request
}

const nothing = Readable.from([])

const known: Record<number, [ProblemCode, Words]> = {
  403: [
    'bad-request',
    words('缺少 Upload-Offset 或 Content-Type', 'Upload-Offset or Content-Type is missing'),
  ],
  404: ['not-found', words('没有这个上传', 'There is no such upload')],
  409: [
    'upload-offset',
    words(
      'Upload-Offset 与已收到的字节数不符，请用 HEAD 查询',
      'Upload-Offset differs from what has arrived: ask with HEAD',
    ),
  ],
  410: ['upload-expired', words('上传已过期，请重新上传', 'The upload has expired: begin anew')],
  412: [
    'tus-version',
    words('需要请求头 Tus-Resumable: 1.0.0', 'Send the header Tus-Resumable: 1.0.0'),
  ],
  413: ['too-large', words('数据超过声明的文件大小', 'There is more than Upload-Length announced')],
  423: [
    'upload-busy',
    words(
      '另一个连接正在上传此文件，请稍后重试',
      'Another connection is sending this file, try again shortly',
    ),
  ],
  460: [
    'upload-checksum',
    words('校验和不一致，请重发此块', 'The checksum differs: send this chunk again'),
  ],
  507: [
    'storage-full',
    words('存储空间不足，请稍后重新上传', 'There is no room on the disk, try again later'),
  ],
}

function problemOf(status: number): Problem {
  const headers = { 'tus-resumable': '1.0.0' }
  const [code, said] = known[status] ?? []
  if (code) return new Problem(code, said, { headers })
  if (status === 503) return unavailable(undefined)
  if (status >= 500) return new Problem('failed')
  const protocol = words('不符合 tus 1.0 协议', 'This is not as tus 1.0 has it')
  return new Problem('bad-request', protocol, { headers })
}
