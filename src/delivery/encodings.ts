import { promisify } from 'node:util'
import zlib from 'node:zlib'

export type Encoding = 'br' | 'gzip'

const known = new Map<string, Encoding | undefined>()
const mostKnown = 256

/** The compressed form that an `Accept-Encoding` asks for first, of those that are made; `br` among equals. */
export function encodingFor(header: string | undefined): Encoding | undefined {
  if (header === undefined || header === '') return undefined
  if (known.has(header)) return known.get(header)
  const encoding = negotiate(header)
  // Browsers send a handful of these; whoever makes up more is answered all the same.
  if (known.size < mostKnown) known.set(header, encoding)
  return encoding
}

function negotiate(header: string): Encoding | undefined {
  const weights = new Map<string, number>()
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', ...rest] = part.split(';').map((text) => text.trim())
    const q = rest.find((text) => text.startsWith('q='))
    const weight = q === undefined ? 1 : Number(q.slice(2))
    weights.set(name, weight >= 0 && weight <= 1 ? weight : 0)
  }
  const weigh = (name: string) => weights.get(name) ?? weights.get('*') ?? 0
  const [br, gzip, plain] = [weigh('br'), weigh('gzip'), weights.get('identity') ?? 0]
  if (Math.max(br, gzip) === 0 || plain > Math.max(br, gzip)) return undefined
  return br >= gzip ? 'br' : 'gzip'
}

const brotli = promisify(zlib.brotliCompress)
const gzip = promisify(zlib.gzip)

/** Compresses off the main thread. Brotli's 5 of 11: near its best in size, at a tenth of the time. */
export function compress(body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'gzip') return gzip(body, { level: 6 })
  return brotli(body, {
    params: {
      [zlib.constants.BROTLI_PARAM_QUALITY]: 5,
      [zlib.constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  })
}
