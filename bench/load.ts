import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'

export type Load = {
  url: string
  connections: number
  /** Seconds. */
  duration?: number
  method?: 'GET' | 'POST'
  body?: string
  headers?: Record<string, string>
}

/** Requests a second, and latencies in milliseconds. */
export type Measured = { rate: number; p50: number; p99: number; bytes: number }

const autocannon = createRequire(import.meta.url).resolve('autocannon/autocannon.js')

/**
 * Puts a load on an address with autocannon, in a process of its own.
 *
 * @throws when an answer was not 2xx: a figure over refusals says nothing
 */
export async function load({
  url,
  connections,
  duration = 4,
  method = 'GET',
  body,
  headers = {},
}: Load): Promise<Measured> {
  const named = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}=${value}`])
  const args = [
    '--json',
    '-t',
    '60',
    '-c',
    String(connections),
    '-d',
    String(duration),
    '-m',
    method,
    ...named,
  ]
  if (body !== undefined) args.push('-b', body)
  const child = spawn(process.execPath, [autocannon, ...args, url], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
  await new Promise((resolve) => child.once('exit', resolve))
  const result = JSON.parse(text)
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${url}: ${result.non2xx} refusals, ${result.errors} errors`)
  }
  return {
    rate: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    bytes: result.throughput.average,
  }
}
