import net from 'node:net'

/** A wire to a database that can be cut and mended: an address of its own that leads there. */
export type Wire = { url: string; cut: () => Promise<void>; mend: () => Promise<void> }

export async function wireTo(databaseUrl: string): Promise<Wire> {
  const there = new URL(databaseUrl)
  const sockets = new Set<net.Socket>()
  const join = (near: net.Socket) => {
    const far = net.connect(Number(there.port), there.hostname)
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        sockets.delete(socket)
        other.destroy()
      })
      socket.pipe(other)
    }
  }
  let server = net.createServer(join)
  const listen = (port: number) =>
    new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  await listen(0)
  const { port } = server.address() as net.AddressInfo
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String(port)
  return {
    url: url.href,
    async cut() {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of sockets) socket.destroy()
      await closed
    },
    async mend() {
      server = net.createServer(join)
      await listen(port)
    },
  }
}
