import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Caller } from './caller.ts'
import type { RateLimits } from './rate-limits.ts'
import type { Target } from './target.ts'

/** One request on its way through the door to Next, and all that was found out about it. */
export type Visit = {
  request: IncomingMessage
  response: ServerResponse
  target: Target
  caller: Caller
  /** See `callerNetwork`. */
  network: string
  limits: RateLimits
  uploadLimit: number
  production: boolean
}

/** Checks a visit; resolves to the request that Next gets (its body may have been read and put back). */
export type Admit = (visit: Visit) => Promise<IncomingMessage>
