import underPressure from '@fastify/under-pressure'
import type { FastifyInstance } from 'fastify'
import { Problem } from './problem.ts'

// The mean delay of the event loop over a second, in milliseconds, from which the public waits outside.
// One long task (a page of the admin that is rendered for the first time) is not yet a crowd.
const usualMostDelay = 400

/** Under pressure `/v1` answers only what it has in memory, so that the admin of the same process goes on. */
export async function shedLoad(app: FastifyInstance, mostDelay = usualMostDelay): Promise<void> {
  await app.register(underPressure, {
    maxEventLoopDelay: mostDelay,
    sampleInterval: 1_000,
    pressureHandler: () => Promise.reject(overloaded()),
  })
}

function overloaded(): Problem {
  return new Problem(
    'overloaded',
    { zh: '访问量过大，请稍后重试', en: 'Too much is asked at once, try again shortly' },
    { headers: { 'retry-after': '2' } },
  )
}
