import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { Problem } from '../problem.ts'

/** Queries that are asked for by their hash (Apollo's automatic persisted queries, version 1). */
export type PersistedQueries = {
  /**
   * Puts the query in where only its hash was sent.
   *
   * @throws Problem `unknown-query` when it was never sent whole, `bad-query` when hash and text differ
   */
  complete: (body: unknown) => { body: unknown; save: () => void }
}

const most = { queries: 1_000, bytes: 8 * 2 ** 20 }

/** Kept by a node for itself: a client that is told it is unknown sends the query once more. */
export function persistedQueries(): PersistedQueries {
  const known = new LRUCache<string, string>({
    max: most.queries,
    maxSize: most.bytes,
    sizeCalculation: (query) => 2 * query.length + 200,
  })
  const nothing = () => undefined
  return {
    complete(body) {
      const { query, hash } = partsOf(body)
      if (hash === undefined) return { body, save: nothing }
      if (query !== undefined) {
        if (sha256(query) !== hash) throw mismatch()
        return { body, save: () => void known.set(hash, query) }
      }
      const found = known.get(hash)
      if (found === undefined) throw unknownQuery()
      return { body: { ...(body as object), query: found }, save: nothing }
    },
  }
}

function partsOf(body: unknown): { query: string | undefined; hash: string | undefined } {
  if (typeof body !== 'object' || body === null) return { query: undefined, hash: undefined }
  const { query, extensions } = body as { query?: unknown; extensions?: unknown }
  const persisted = (extensions as { persistedQuery?: unknown } | null | undefined)?.persistedQuery
  if (persisted === undefined || persisted === null) return { query: undefined, hash: undefined }
  const { version, sha256Hash } = persisted as { version?: unknown; sha256Hash?: unknown }
  if (version !== 1 || typeof sha256Hash !== 'string' || !/^[0-9a-f]{64}$/.test(sha256Hash)) {
    throw new Problem('bad-query', {
      zh: 'extensions.persistedQuery 应为 { "version": 1, "sha256Hash": "64 位十六进制" }',
      en: 'extensions.persistedQuery must be { "version": 1, "sha256Hash": "64 hexadecimal digits" }',
    })
  }
  return { query: typeof query === 'string' ? query : undefined, hash: sha256Hash }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

function mismatch(): Problem {
  return new Problem('bad-query', {
    zh: 'sha256Hash 与查询不符',
    en: 'The sha256Hash is not the hash of the query',
  })
}

function unknownQuery(): Problem {
  // Apollo's clients look for this name.
  return new Problem(
    'unknown-query',
    {
      zh: '此哈希没有登记过查询，请连同 query 再发一次',
      en: 'PersistedQueryNotFound: send the query once together with its hash',
    },
    { findings: [{ path: 'extensions.persistedQuery', message: 'PersistedQueryNotFound' }] },
  )
}
