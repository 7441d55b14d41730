import { doorWords } from './words.ts'
import { TurnedAway } from './turn-away.ts'

/** Where a request goes: `path` with every escape undone, `search` as it came (with `?`, or empty). */
export type Target = { path: string; rawPath: string; search: string; kind: TargetKind }

export type TargetKind = 'admin' | 'api' | 'graphql' | 'media' | 'static' | 'other'

const longest = 16 * 1024

/**
 * Reads a request's address strictly. What could mean one thing here and another behind the door
 * (doubled slashes, dots, backslashes, escaped slashes, NUL) is refused, so that no check is walked around.
 *
 * @throws TurnedAway 400 or 414
 */
export function readTarget(url: string): Target {
  if (url.length > longest + 2_048) {
    throw new TurnedAway(414, doorWords.addressTooLong(longest), 'address-too-long')
  }
  const [raw = '', ...rest] = url.split('?')
  const search = rest.length > 0 ? `?${rest.join('?')}` : ''
  if (search.length > longest) {
    throw new TurnedAway(414, doorWords.addressTooLong(longest), 'address-too-long')
  }
  const path = decodedPath(raw)
  if (path === undefined) throw new TurnedAway(400, doorWords.address, 'address')
  return { path, rawPath: raw, search, kind: kindOf(path) }
}

function decodedPath(raw: string): string | undefined {
  if (!raw.startsWith('/') || /%2f|%5c/i.test(raw)) return undefined
  try {
    const path = decodeURIComponent(raw)
    return /[\u0000-\u001f\u007f\\#]|\/\/|\/\.{1,2}(?:\/|$)/.test(path) ? undefined : path
  } catch {
    return undefined
  }
}

function kindOf(path: string): TargetKind {
  if (path === '/api/graphql' || path.startsWith('/api/graphql/')) return 'graphql'
  if (/^\/api\/[^/]+\/file\//.test(path)) return 'media'
  if (path === '/api' || path.startsWith('/api/')) return 'api'
  if (path === '/admin' || path.startsWith('/admin/')) return 'admin'
  return path.startsWith('/_next/') ? 'static' : 'other'
}
