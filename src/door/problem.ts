import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Words } from '../domain/words.ts'
import { routeName } from './route-name.ts'

type Said = { status: number; title: string; words: Words; code: string }

/** Whether an address is the public API's, whose errors have a form of their own. */
export function isPublic(url: string): boolean {
  return /^\/v1(?:[/?]|$)/.test(url)
}

/** Answers in the public API's form (RFC 9457) what the door answers in its place. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, title, words, code }: Said,
): FastifyReply {
  return reply
    .code(status)
    .type('application/problem+json')
    .header('x-content-type-options', 'nosniff')
    .send({
      type: 'about:blank',
      title,
      status,
      detail: `${words.zh} / ${words.en}`,
      code,
      instance: routeName(request.url),
    })
}
