import type { FastifyRequest, preHandlerAsyncHookHandler } from 'fastify'
import type { Scope } from '../../../domain/participation/clients.ts'
import { Problem } from '../../problem.ts'
import { notSignedIn, type Session } from './session-token.ts'

type Sessions = { read: (token: string) => Promise<Session> }

const sessionOf = new WeakMap<FastifyRequest, Session>()

/**
 * Lets only participants through whose client may do this; ask {@link sessionIn} behind it.
 *
 * @throws Problem 401 `not-signed-in`, 403 `scope-missing`
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
    sessionOf.set(request, session)
  }
}

/** Whose request it is, behind {@link participantsOnly}. */
export function sessionIn(request: FastifyRequest): Session {
  const session = sessionOf.get(request)
  if (!session) throw new Error('Asked for a session where none is required')
  return session
}
