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
}

const plan = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as Plan
const ballots = readFileSync(plan.ballots, 'utf8').trimEnd().split('\n')
const statuses: Record<string, number> = {}
const times: number[] = []
const begun = performance.now()
const ends = begun + plan.seconds * 1_000
let next = 0

await Promise.all(Array.from({ length: plan.connections }, keepCasting))
const seconds = (performance.now() - begun) / 1_000
times.sort((a, b) => a - b)
const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]!
const result: Cast = {
  ...{ cast: times.length, seconds, statuses },
  ...{ p50: at(0.5), p99: at(0.99), longest: at(1) },
}
process.stdout.write(`${JSON.stringify(result)}\n`)
process.exit(0)

async function keepCasting(): Promise<void> {
  const socket = net.connect(plan.port, plan.host)
  socket.setNoDelay(true)
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  const answers = readAnswers(socket)
  for (let index = next++; index < ballots.length; index = next++) {
    const due = plan.rate === undefined ? performance.now() : begun + (index * 1_000) / plan.rate
    if (due > ends || performance.now() > ends) break
    const wait = due - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    const answer = answers()
    socket.write(requestOf(ballots[index]!))
    const status = await answer
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

/** One answer at a time on a socket: its status once its last byte is there. */
function readAnswers(socket: net.Socket): () => Promise<string> {
  let answered: ((status: string) => void) | undefined
  let failed: ((error: Error) => void) | undefined
  let text = ''
  socket.on('data', (chunk: Buffer) => {
    text += chunk.toString('latin1')
    const head = text.indexOf('\r\n\r\n')
    if (head < 0) return
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(text.slice(0, head))?.[1] ?? 0)
    if (text.length < head + 4 + length) return
    const status = text.slice(9, 12)
    text = ''
    answered?.(status)
  })
  const lost = () => failed?.(new Error('The server closed a connection'))
  socket.on('error', lost)
  socket.on('close', lost)
  return () =>
    new Promise((resolve, reject) => {
      answered = resolve
      failed = reject
    })
}
