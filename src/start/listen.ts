import { createServer } from 'node:net'
import type { FastifyInstance } from 'fastify'

/** Somebody else listens there. */
export class AddressTaken extends Error {
  override name = 'AddressTaken'
  constructor(host: string, port: number) {
    super(
      `端口 ${port} 已被占用，请设置 PORT 后重试。\n` +
        `Port ${port} on ${host} is taken: stop what listens there, or set PORT.`,
    )
  }
}

/**
 * Looks whether the address is free before anything slow is begun. What is no port at all is left for
 * the check of the settings to say.
 *
 * @throws AddressTaken
 */
export async function expectFree(host: string, port: number): Promise<void> {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return
  const probe = createServer()
  const free = await new Promise<boolean>((resolve) => {
    probe.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code !== 'EADDRINUSE'))
    probe.listen({ host, port, exclusive: true }, () => resolve(true))
  })
  await new Promise((resolve) => probe.close(resolve))
  if (!free) throw new AddressTaken(host, port)
}

/** @throws AddressTaken */
export async function listen(app: FastifyInstance, host: string, port: number): Promise<void> {
  try {
    await app.listen({ host, port, backlog: 1_024 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') throw new AddressTaken(host, port)
    throw error
  }
}
