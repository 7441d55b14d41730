import type { FastifyRequest, preHandlerAsyncHookHandler } from 'fastify'
import type { Scope } from '../../../domain/participation/clients.ts'
import { Problem } from '../../problem.ts'
import { notSignedIn, type Session } from './session-token.ts'
import type { LiveSessions } from './sessions.ts'

type Sessions = Pick<LiveSessions, 'read' | 'countWrite'>
type Count = (session: Session) => Promise<void>

const sessionOf = new WeakMap<FastifyRequest, Session>()

/**
 * Lets only participants through whose client may do this; ask {@link sessionIn} behind it.
 *
 * @param count counts what they change; as any other change unless given
 * @throws Problem 401 `not-signed-in`, `token-invalid`, 403 `scope-missing`, `participant-blocked`, 429
 *   `too-many-requests`
 */
export function participantsOnly(
  sessions: Sessions,
  scope?: Scope,
  count: Count = sessions.countWrite,
): preHandlerAsyncHookHandler {
  return async (request) => {
    const session = await sessions.read(tokenOf(request))
    if (scope && !session.scopes.includes(scope)) {
      throw new Problem('scope-missing', {
        zh: `此接入方没有“${scope}”权限`,
        en: `This client has no scope ${scope}`,
      })
    }
    if (isWrite(request)) await count(session)
    sessionOf.set(request, session)
  }
}

/**
 * Lets strangers through as well; ask {@link sessionIfAny} behind it. A token that is given has to be
 * good: who believes to be known should not be answered as a stranger.
 */
export function participantIfAny(sessions: Pick<LiveSessions, 'read'>): preHandlerAsyncHookHandler {
  return async (request) => {
    if (request.headers.authorization === undefined) return
    sessionOf.set(request, await sessions.read(tokenOf(request)))
  }
}

export const sessionIfAny = (request: FastifyRequest): Session | undefined => sessionOf.get(request)

function tokenOf({ headers }: FastifyRequest): string {
  const [, token] = /^Bearer ([\w.~+/-]{20,4000}=*)$/i.exec(headers.authorization ?? '') ?? []
  if (!token) throw notSignedIn()
  return token
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
