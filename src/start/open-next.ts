import type { IncomingMessage, ServerResponse } from 'node:http'

type Where = { dev: boolean; root: string; host: string; port: number }

type Opened = {
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  close: () => Promise<void>
}

/** Opens Next. In production it serves what `buildWhenChanged` built. */
export async function openNext({ dev, root, host, port }: Where): Promise<Opened> {
  const { default: next } = await import('next')
  // The package is CommonJS: Node hands it over whole, bundlers hand over its default.
  const make = typeof next === 'function' ? next : (next as { default: typeof next }).default
  // Not quiet: that would keep its errors to itself, and they belong in the log.
  const app = make({ dev, dir: root, hostname: host, port, quiet: false })
  await app.prepare()
  return { handle: app.getRequestHandler(), close: () => app.close() }
}
