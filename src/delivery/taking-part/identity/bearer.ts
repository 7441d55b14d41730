import type {
  FastifyInstance,
  FastifyRequest,
  preHandlerAsyncHookHandler,
  preHandlerHookHandler,
} from 'fastify'
import type { Scope } from '../../../domain/participation/clients.ts'
import { Problem } from '../../problem.ts'
import { notSignedIn, type Session } from './session-token.ts'
import type { LiveSessions } from './sessions.ts'

type Sessions = {
  read: (token: string) => Session | Promise<Session>
  countWrite: LiveSessions['countWrite']
}
type Count = (session: Session) => void

const sessionKey = Symbol('session')
type WithSession = { [sessionKey]?: Session | undefined }

/** Gives requests a place for whose they are. */
export function rememberSessions(app: FastifyInstance): void {
  app.decorateRequest(sessionKey, undefined)
}

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
): preHandlerHookHandler {
  return (request, _reply, done) => {
    const enter = (session: Session) => {
      if (scope && !session.scopes.includes(scope)) {
        throw new Problem('scope-missing', {
          zh: `此接入方没有“${scope}”权限`,
          en: `This client has no scope ${scope}`,
        })
      }
      if (isWrite(request)) count(session)
      ;(request as WithSession)[sessionKey] = session
    }
    let session: Session | Promise<Session>
    try {
      session = sessions.read(tokenOf(request))
      if (!(session instanceof Promise)) enter(session)
    } catch (error) {
      done(error as Error)
      return
    }
    if (session instanceof Promise) session.then(enter).then(() => done(), done)
    else done()
  }
}

/**
 * Lets strangers through as well; ask {@link sessionIfAny} behind it. A token that is given has to be
 * good: who believes to be known should not be answered as a stranger.
 */
export function participantIfAny(sessions: Pick<LiveSessions, 'read'>): preHandlerAsyncHookHandler {
  return async (request) => {
    if (request.headers.authorization === undefined) return
    ;(request as WithSession)[sessionKey] = await sessions.read(tokenOf(request))
  }
}

export const sessionIfAny = (request: FastifyRequest): Session | undefined =>
  (request as WithSession)[sessionKey]

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
  const session = sessionIfAny(request)
  if (!session) throw new Error('Asked for a session where none is required')
  return session
}
