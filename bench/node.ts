/**
 * A process with one Payload, told over IPC what to answer: the staff REST API without a server or a
 * door in front, so that what is timed is Payload, our rules and PostgreSQL. `bare` as its argument:
 * the same collections without our rules (bare-config.ts).
 */
import { getPayload, handleEndpoints } from 'payload'
import { closePayload } from '../src/start/open-payload.ts'
import type { Asked, Batch, Replies, Reply } from './batch.ts'

// Some of what is awaited below holds no handle: without one Node would leave in the middle.
const hold = setInterval(() => undefined, 60_000)
const config = await (process.argv[2] === 'bare'
  ? import('./bare-config.ts').then(({ bareConfig }) => bareConfig())
  : import('../src/start/load-config.ts').then(({ loadConfig }) => loadConfig()))
const payload = await getPayload({ config })

process.on('message', (batch: Batch) => void run(batch).then((replies) => process.send!(replies)))
process.once('disconnect', () => {
  clearInterval(hold)
  void closePayload(payload).finally(() => process.exit(0))
})
process.send!('ready')

async function run({ asked, concurrency, every = 0 }: Batch): Promise<Replies> {
  const replies: Reply[] = []
  let next = 0
  const begun = performance.now()
  const used = process.cpuUsage()
  const cpu = () => {
    const { user, system } = process.cpuUsage(used)
    return (user + system) / 1_000
  }
  const worker = async () => {
    for (let index = next++; index < asked.length; index = next++) {
      const early = begun + index * every - performance.now()
      if (early > 0) await new Promise((resolve) => setTimeout(resolve, early))
      replies[index] = await answer(asked[index]!)
    }
  }
  try {
    await Promise.all(Array.from({ length: concurrency }, worker))
    return { ms: performance.now() - begun, cpu: cpu(), replies }
  } catch (error) {
    return { ms: performance.now() - begun, cpu: cpu(), replies, error: String(error) }
  }
}

async function answer({ method, path, token, body, keep }: Asked): Promise<Reply> {
  const request = new Request(`${process.env.PUBLIC_URL}/api${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `JWT ${token}` }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  const begun = performance.now()
  const response = await handleEndpoints({ config, request })
  const text = await response.text()
  const ms = performance.now() - begun
  const told = keep || response.status >= 400 ? JSON.parse(text) : undefined
  return { status: response.status, ms, body: told }
}
