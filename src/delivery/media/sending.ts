import type { FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '../problem.ts'
import type { PublicFile } from '../read/files.ts'

/** A public file, and who asks for it. */
export type Sending = {
  name: string
  file: PublicFile
  request: FastifyRequest
  reply: FastifyReply
}

/**
 * Sends it from where files lie; false: the bytes are not there, and nothing was said of it yet. It
 * gives no reply back: to wait for one is to wait until all is sent.
 */
export type Send = (sending: Sending) => Promise<boolean>

/** @param contentRange how long the file is: bytes, star, slash, length */
export function outside(contentRange: string): Problem {
  return new Problem('range-not-satisfiable', undefined, {
    headers: { 'content-range': contentRange },
  })
}
