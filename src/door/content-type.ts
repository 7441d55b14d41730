import type { IncomingMessage } from 'node:http'
import { doorWords } from './words.ts'
import { TurnedAway } from './turn-away.ts'

export type BodyKind = 'json' | 'multipart' | 'form' | 'other' | 'none'

const kinds: Record<string, BodyKind> = {
  'application/json': 'json',
  'multipart/form-data': 'multipart',
  'application/x-www-form-urlencoded': 'form',
}

/**
 * What a request's body says it is. Writes the header in the one spelling that Payload compares with
 * (`Application/JSON ; charset=utf-8` would be no JSON to it).
 *
 * @throws TurnedAway 400 for a multipart body without boundary, 415 for a compressed one
 */
export function bodyKind(request: IncomingMessage): BodyKind {
  const { headers } = request
  const encoding = headers['content-encoding']
  if (encoding && encoding.toLowerCase() !== 'identity') {
    throw new TurnedAway(415, doorWords.encoding, 'content-encoding')
  }
  const [type = '', ...parameters] = (headers['content-type'] ?? '').split(';')
  const name = type.trim().toLowerCase()
  if (!name) return 'none'
  const kind = kinds[name] ?? 'other'
  if (kind === 'multipart' && !/;\s*boundary="?[^";\s]{1,200}/i.test(headers['content-type']!)) {
    throw new TurnedAway(400, doorWords.boundary, 'boundary')
  }
  if (kind === 'json' || kind === 'form') headers['content-type'] = name
  if (kind === 'multipart') headers['content-type'] = [name, ...parameters].join(';')
  return kind
}
