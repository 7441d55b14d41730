import type { FastifyRequest, preHandlerAsyncHookHandler } from 'fastify'
import type { Scope } from '../../../domain/participation/clients.ts'
import { Problem } from '../../problem.ts'
import { notSignedIn, type Session } from './session-token.ts'
import type { LiveSessions } from './sessions.ts'

type Sessions = Pick<LiveSessions, 'read' | 'countWrite'>

const sessionOf = new WeakMap<FastifyRequest, Session>()

/**
 * Lets only participants through whose client may do this; ask {@link sessionIn} behind it.
 *
 * @throws Problem 401 `not-signed-in`, `token-invalid`, 403 `scope-missing`, `participant-blocked`, 429
 *   `too-many-requests`
 */
export function participantsOnly(sessions: Sessions, scope?: Scope): preHandlerAsyncHookHandler {
  return async (request) => {
    const [, token] =
      /^Bearer ([\w.~+/-]{20,4000}=*)$/i.exec(request.headers.authorization ?? '') ?? []
    if (!token) throw notSignedIn()
    const session = await sessions.read(token)
    if (scope && !session.scopes.includes(scope)) {
      throw new Problem('scope-missing', {
        zh: `此接入方没有“${scope}”权限`,
        en: `This client has no scope ${scope}`,
      })
    }
    if (isWrite(request)) await sessions.countWrite(session)
    sessionOf.set(request, session)
  }
}

// The parts of an upload are bounded by its size, not by their number.
function isWrite({ method, routeOptions }: FastifyRequest): boolean {
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return false
  return !(method === 'PATCH' && routeOptions.url?.includes('/uploads/'))
}

/** Whose request it is, behind {@link participantsOnly}. */
export function sessionIn(request: FastifyRequest): Session {
  const session = sessionOf.get(request)
  if (!session) throw new Error('Asked for a session where none is required')
  return session
}
