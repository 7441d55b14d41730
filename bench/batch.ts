import { fork, type ChildProcess } from 'node:child_process'
import path from 'node:path'

/** One request to the staff API of a node; `path` begins behind `/api`. */
export type Asked = {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT'
  path: string
  token?: string
  body?: unknown
  /** Send the answer's body back, not only its status and time. */
  keep?: boolean
}
/** `every`: one each so many ms, whether or not those before it are answered; their times begin then. */
export type Batch = { asked: Asked[]; concurrency: number; every?: number }
export type Reply = { status: number; ms: number; body?: any }
/** `ms` is the time of the whole batch, `cpu` what the process worked for it. */
export type Replies = { ms: number; cpu: number; replies: Reply[]; error?: string }

export type BenchNode = {
  /** Runs the requests, `concurrency` at a time. @throws when one is not answered with 200 or 201 */
  run: (asked: Asked[], concurrency?: number) => Promise<Replies>
  /** Runs the requests, one each so many ms. */
  pace: (asked: Asked[], every: number) => Promise<Replies>
  close: () => Promise<void>
}

/** Starts node.ts on a database; `bare`: without our rules. */
export async function openNode(
  settings: Record<string, string>,
  { bare = false }: { bare?: boolean } = {},
): Promise<BenchNode> {
  const child = fork(path.join(import.meta.dirname, 'node.ts'), bare ? ['bare'] : [], {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, NODE_ENV: 'production', ...settings },
    serialization: 'advanced',
    // Standard output is for the figures.
    stdio: ['ignore', process.stderr, process.stderr, 'ipc'],
  })
  await nextMessage(child)
  const done = async (batch: Batch): Promise<Replies> => {
    const { asked } = batch
    const replied = nextMessage(child)
    child.send(batch)
    const answer = (await replied) as Replies
    const failed = answer.replies.findIndex((reply) => reply && reply.status > 201)
    if (answer.error || failed >= 0) {
      const { status, body } = answer.replies[failed] ?? {}
      const what = `${asked[failed]?.method} ${asked[failed]?.path}`
      throw new Error(answer.error ?? `${what}: ${status} ${JSON.stringify(body).slice(0, 600)}`)
    }
    return answer
  }
  return {
    run: (asked, concurrency = 1) => done({ asked, concurrency }),
    pace: (asked, every) => done({ asked, concurrency: asked.length, every }),
    close: async () => {
      if (child.exitCode !== null) return
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.disconnect()
      await gone
    },
  }
}

function nextMessage(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`A bench process ended with ${code}`))
    child.once('exit', ended)
    child.once('message', (message) => {
      child.removeListener('exit', ended)
      resolve(message)
    })
  })
}
