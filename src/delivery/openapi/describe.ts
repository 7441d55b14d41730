import { fastify } from 'fastify'
import { localFiles } from '../../database/files/local.ts'
import type { TakingPart } from '../../domain/participation/taking-part.ts'
import { openAllowances } from '../allowances.ts'
import { openAnswers } from '../answer.ts'
import type { Changes } from '../changes.ts'
import type { Core } from '../core.ts'
import type { Database } from '../database.ts'
import { openCursors } from '../cursor.ts'
import { publicApi } from '../public-api.ts'
import { rememberWords } from '../read/word-memory.ts'
import { openIdentity } from '../taking-part/identity/identity.ts'
import type { Voting } from '../voting/voting.ts'

/** The description of `/v1` (OpenAPI 3.1) as its routes give it, without a database. */
export async function describePublicApi(): Promise<Record<string, unknown>> {
  const app = fastify()
  const takingPart = {} as TakingPart
  const options = { corsOrigins: [], allow: openAllowances(1), reading: true, takingPart }
  await app.register(publicApi(unread(), options), { prefix: '/v1' })
  try {
    const answer = await app.inject('/v1/openapi.json')
    if (answer.statusCode !== 200) throw new Error(answer.body)
    return answer.json()
  } finally {
    await app.close()
  }
}

/** Enough for routes to be there; none of them is asked. */
function unread(): Core {
  const nothing = () => undefined
  const refuse = () => Promise.reject(new Error('There is no database to describe from'))
  const changes: Changes = {
    isListening: () => false,
    subscribe: nothing,
    close: () => Promise.resolve(),
  }
  const database: Database = {
    read: refuse,
    write: refuse,
    stats: () => ({ total: 0, idle: 0, waiting: 0 }),
    close: () => Promise.resolve(),
  }
  const log = { info: nothing, warn: nothing, error: nothing }
  const identity = openIdentity({ secret: '', database, log })
  return {
    database,
    changes,
    answers: openAnswers({ maxBytes: 0, changes }),
    cursors: openCursors(''),
    tracks: { all: refuse },
    words: rememberWords(),
    sessions: identity.sessions,
    identity,
    fieldKey: undefined,
    files: localFiles('/nowhere'),
    uploads: { folder: '', reserve: 0 },
    voting: {} as Voting,
    log,
  }
}
