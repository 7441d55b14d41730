/**
 * Casts votes over HTTP as fast as it is answered, or so many a second, in a process of its own: `node
 * --import tsx bench/vote-load.ts PLAN`. It writes and reads HTTP/1.1 on bare sockets, because a client
 * that costs more than the server would measure itself. Prints one line of JSON: `Cast`.
 */
import { readFileSync } from 'node:fs'
import net from 'node:net'

export type Plan = {
  host: string
  port: number
  round: string
  connections: number
  /** At most so long, in seconds; it ends sooner when all ballots are cast. */
  seconds: number
  /** Ballots a second over all connections, at even distances; as fast as answered unless given. */
  rate?: number
  /** A file of lines `TOKEN ENTRY`, each a ballot that is cast once. */
  ballots: string
}

/** How often which status came, times in milliseconds: from when a ballot was due to its whole answer. */
export type Cast = {
  cast: number
  seconds: number
  statuses: Record<string, number>
  p50: number
  p99: number
  longest: number
  /** What this client took itself, in milliseconds of a processor. */
  cpu: number
}

const plan = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as Plan
const ballots = readFileSync(plan.ballots, 'utf8').trimEnd().split('\n')
const statuses: Record<string, number> = {}
const times: number[] = []
const usedBefore = process.cpuUsage()
const begun = performance.now()
const ends = begun + plan.seconds * 1_000
let next = 0

await Promise.all(Array.from({ length: plan.connections }, keepCasting))
const seconds = (performance.now() - begun) / 1_000
const cpu = process.cpuUsage(usedBefore)
times.sort((a, b) => a - b)
const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]!
const result: Cast = {
  ...{ cast: times.length, seconds, statuses },
  ...{ p50: at(0.5), p99: at(0.99), longest: at(1), cpu: (cpu.user + cpu.system) / 1_000 },
}
process.stdout.write(`${JSON.stringify(result)}\n`)
process.exit(0)

async function keepCasting(): Promise<void> {
  const { socket, answer } = connected()
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  for (let index = next++; index < ballots.length; index = next++) {
    const due = plan.rate === undefined ? performance.now() : begun + (index * 1_000) / plan.rate
    if (due > ends || performance.now() > ends) break
    const wait = due - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    const answered = answer()
    socket.write(requestOf(ballots[index]!), 'latin1')
    const status = await answered
    statuses[status] = (statuses[status] ?? 0) + 1
    // From when it was due, not from when this side came to send it: nothing that waits is left out.
    times.push(performance.now() - due)
  }
  socket.destroy()
}

function requestOf(line: string): string {
  const [token, entry] = line.split(' ')
  const body = `{"round":"${plan.round}","entries":["${entry}"]}`
  return (
    `POST /v1/votes HTTP/1.1\r\nHost: ${plan.host}:${plan.port}\r\nAuthorization: Bearer ${token}\r\n` +
    `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`
  )
}

/** A connection with one answer at a time on it: its status once its last byte is there. */
function connected(): { socket: net.Socket; answer: () => Promise<string> } {
  let answered: ((status: string) => void) | undefined
  let failed: ((error: Error) => void) | undefined
  let text = ''
  const read = (chunk: Buffer, length: number) => {
    text += chunk.toString('latin1', 0, length)
    const head = text.indexOf('\r\n\r\n')
    if (head < 0) return
    const at = text.search(/\r\ncontent-length: /i)
    const body = at < 0 || at > head ? 0 : Number.parseInt(text.slice(at + 18, at + 28), 10)
    if (text.length < head + 4 + body) return
    const status = text.slice(9, 12)
    text = ''
    answered?.(status)
  }
  // Into one buffer for ever, past the stream: half of what a client costs is what it reads with.
  const callback = (length: number, buffer: Uint8Array) => {
    read(buffer as Buffer, length)
    return true
  }
  const onread = { buffer: Buffer.alloc(16 * 1024), callback }
  const socket = net.connect({ port: plan.port, host: plan.host, noDelay: true, onread })
  const lost = () => failed?.(new Error('The server closed a connection'))
  socket.on('error', lost)
  socket.on('close', lost)
  const answer = () =>
    new Promise<string>((resolve, reject) => {
      answered = resolve
      failed = reject
    })
  return { socket, answer }
}
