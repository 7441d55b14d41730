import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { Words } from '../domain/words.ts'
import { linger } from './linger.ts'
import { isPublic, sendProblem } from './problem.ts'
import { TurnedAway, turnedAwayBody } from './turn-away.ts'
import { doorWords } from './words.ts'

/** Answers what a check threw, or what Fastify itself found wrong with a request. */
export function answerError(
  error: FastifyError | TurnedAway,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  linger(request.raw, reply.raw)
  if (error instanceof TurnedAway) {
    return reply.code(error.statusCode).headers(error.headers).send(turnedAwayBody(error))
  }
  const isTheirs = isForCaller(error)
  if (isPublic(request.url)) {
    const words = isTheirs ? doorWords.address : doorWords.failed
    const [status, code] = isTheirs ? [error.statusCode!, 'bad-request'] : [500, 'failed']
    return sendProblem(request, reply, { status, title: words.zh, words, code })
  }
  return isTheirs
    ? reply.code(error.statusCode!).send(bodyOf(doorWords.address, 'bad-request'))
    : reply.code(500).send(bodyOf(doorWords.failed, 'failed'))
}

/** Whether an error is the caller's mistake. */
export function isForCaller({ statusCode }: { statusCode?: number }): boolean {
  return statusCode !== undefined && statusCode >= 400 && statusCode < 500
}

/** The last word to a caller whose request Node could not even read. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy()
  const tooLong = error.code === 'HPE_HEADER_OVERFLOW'
  const status = tooLong ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400
  const body = JSON.stringify(
    bodyOf(tooLong ? doorWords.headersTooLong : doorWords.unreadable, 'unreadable'),
  )
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/json; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  )
}

function bodyOf({ zh, en }: Words, code: string) {
  return turnedAwayBody({ message: `${zh} / ${en}`, code })
}
