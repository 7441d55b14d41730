import { Readable } from 'node:stream'
import { LRUCache } from 'lru-cache'
import { FilesAway, type FileFacts } from '../../database/files/store.ts'
import type { Core } from '../core.ts'
import { unavailable } from '../problem.ts'
import { isSince, partAsked } from './part-asked.ts'
import { outside, type Send, type Sending } from './sending.ts'

/**
 * Sends files that lie elsewhere than on the disk, with the same heads: only the part that is asked
 * for is fetched, as fast as the reader takes it, and no longer than he does.
 */
export function sendStored({ files }: Pick<Core, 'files'>): Send {
  // A name is never given to another file, so what is known of one stays true.
  const known = new LRUCache<string, FileFacts>({ max: 20_000 })

  async function factsOf(name: string): Promise<FileFacts | null> {
    const facts = known.get(name) ?? (await orUnavailable(() => files.stat(name)))
    if (facts) known.set(name, { size: facts.size, modified: facts.modified })
    return facts
  }

  return async ({ name, file, request, reply }) => {
    const { method, headers } = request.raw
    const facts = await factsOf(name)
    if (!facts) return false
    const { size, modified } = facts
    const head: Record<string, string | number> = {
      'accept-ranges': 'bytes',
      'last-modified': modified.toUTCString(),
    }
    if (asksWhetherNew(headers) && isSince(headers['if-modified-since'], modified)) {
      void reply.code(304).headers(head).type(file.type).send()
      return true
    }
    const { 'if-range': ifRange } = headers
    const isFresh = ifRange === undefined || isSince(String(ifRange), modified)
    const asked = partAsked(isFresh ? headers.range : undefined, size)
    if (asked === 'outside') throw outside(`bytes */${size}`)
    const part = asked === 'whole' ? undefined : asked
    head['content-length'] = part ? part.end - part.start + 1 : size
    if (part) head['content-range'] = `bytes ${part.start}-${part.end}/${size}`
    const isHead = method === 'HEAD' || size === 0
    const found = isHead ? undefined : await orUnavailable(() => files.read(name, part))
    if (found === null) {
      known.delete(name)
      return false
    }
    reply.code(part ? 206 : 200).headers(head)
    // Of a text Fastify would count the bytes itself.
    void reply.type(file.type).send(found ? found.stream : Readable.from([]))
    return true
  }
}

function asksWhetherNew(headers: Sending['request']['raw']['headers']): boolean {
  if (headers['if-none-match'] !== undefined) return false
  return !headers['cache-control']?.includes('no-cache')
}

async function orUnavailable<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    throw error instanceof FilesAway ? unavailable(error) : error
  }
}
