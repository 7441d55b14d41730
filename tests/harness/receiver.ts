import http from 'node:http'
import type { AddressInfo } from 'node:net'

export type ReceivedHook = { path: string; headers: Record<string, string>; body: string }

export type Receiver = {
  url: string
  port: number
  hooks: ReceivedHook[]
  /** Status of what comes next; 200 unless given. A location goes with 3xx; 0 never answers. */
  answer: (status: number, location?: string) => void
  close: () => Promise<void>
}

/** A client's server that is told by webhooks, on this machine. */
export async function openReceiver(): Promise<Receiver> {
  const hooks: ReceivedHook[] = []
  let status = 200
  let location: string | undefined
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const headers = request.headers as Record<string, string>
      hooks.push({ path: request.url!, headers, body: Buffer.concat(chunks).toString('utf8') })
      if (status === 0) return
      response.writeHead(status, location ? { location } : {}).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/hooks`,
    port,
    hooks,
    answer: (next, to) => {
      status = next
      location = to
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
