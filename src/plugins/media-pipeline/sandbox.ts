import { fork, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { JobLog, Sandbox, SandboxTask } from '../../hooks/job-handlers.ts'

/** The child ended while it worked: it crashed, or it was killed for breaking a limit. */
export class SandboxDied extends Error {
  override name = 'SandboxDied'
}

export type SandboxHolder = Sandbox & {
  close: () => Promise<void>
  /** The child's process id, while there is one. */
  pid: () => number | undefined
}

type Said = { id: number; progress?: number; result?: unknown; error?: string } | { ready: true }

const inside = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../media-work')
const usualSeconds = 120
const usualMegabytes = 1_024
const watchEvery = 200
const mostOutput = 4_000

/**
 * One child process for the tasks of src/media-work, forked at the first and kept for the next. It has
 * no settings, no secrets and no address of the database in its environment, and lives in an empty
 * folder. Whatever a file does to it, this process goes on.
 *
 * @param tasks the module with the table of tasks
 */
export function openSandbox(log: JobLog, tasks = path.join(inside, 'tasks.ts')): SandboxHolder {
  let child: Child | undefined
  let lastId = 0
  let closed = false

  async function run<Result>({
    task,
    input,
    onProgress,
    signal,
    limits,
  }: SandboxTask): Promise<Result> {
    signal?.throwIfAborted()
    if (closed) throw new Error('The sandbox is closed')
    const { seconds = usualSeconds, megabytes = usualMegabytes } = limits ?? {}
    child ??= forkChild(tasks)
    const mine = child
    const id = ++lastId
    return new Promise<Result>((resolve, reject) => {
      let over = false
      const end = (settle: () => void) => {
        if (over) return
        over = true
        clearTimeout(late)
        clearInterval(watch)
        signal?.removeEventListener('abort', abort)
        mine.process.off('message', hear)
        mine.process.off('exit', died)
        mine.process.off('error', failed)
        settle()
      }
      const kill = (error: Error) => {
        if (child === mine) child = undefined
        mine.process.kill('SIGKILL')
        end(() => reject(error))
      }
      const abort = () => kill(signal!.reason as Error)
      const late = setTimeout(
        () => kill(new SandboxDied(`${task} took longer than ${seconds} s`)),
        seconds * 1000,
      )
      const watch = setInterval(() => {
        const used = megabytesOf(mine.process.pid!)
        if (used > megabytes) {
          kill(
            new SandboxDied(`${task} took ${Math.round(used)} MB of memory, at most ${megabytes}`),
          )
        }
      }, watchEvery)
      const died = (code: number | null, by: string | null) => {
        if (child === mine) child = undefined
        const tail = mine.output().trim()
        end(() =>
          reject(
            new SandboxDied(`${task}: the child ended by ${by ?? code}${tail && `: ${tail}`}`),
          ),
        )
      }
      const failed = (error: Error) => {
        if (child === mine) child = undefined
        end(() => reject(error))
      }
      const hear = (said: Said) => {
        if (!('id' in said) || said.id !== id) return
        if (said.progress !== undefined) onProgress?.(said.progress)
        else if (said.error !== undefined) end(() => reject(new Error(said.error)))
        else end(() => resolve(said.result as Result))
      }
      mine.process.on('message', hear)
      mine.process.once('exit', died)
      mine.process.once('error', failed)
      signal?.addEventListener('abort', abort, { once: true })
      mine.process.send({ id, task, input }, (error) => {
        if (error) log.debug({ err: error }, 'the child could not be told')
      })
    })
  }

  return {
    run,
    pid: () => child?.process.pid,
    async close() {
      closed = true
      const last = child
      child = undefined
      if (last && last.process.exitCode === null && last.process.signalCode === null) {
        const gone = new Promise((resolve) => last.process.once('exit', resolve))
        last.process.kill('SIGKILL')
        await gone
      }
    },
  }
}

type Child = { process: ChildProcess; output: () => string }

function forkChild(tasks: string): Child {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'media-work-'))
  const typeScript = createRequire(import.meta.url).resolve('tsx')
  const child = fork(path.join(inside, 'child.ts'), [pathToFileURL(tasks).href], {
    cwd: folder,
    env: {
      PATH: process.env.PATH ?? '',
      HOME: folder,
      TMPDIR: folder,
      LANG: 'C.UTF-8',
      TZ: 'UTC',
    } as never,
    execArgv: ['--max-old-space-size=512', '--import', pathToFileURL(typeScript).href],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'json',
  })
  let output = ''
  const keep = (chunk: Buffer) => void (output = (output + chunk.toString()).slice(-mostOutput))
  child.stdout!.on('data', keep)
  child.stderr!.on('data', keep)
  child.on('error', () => undefined)
  child.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  // When memory runs out the kernel is to take this one, never the server.
  try {
    writeFileSync(`/proc/${child.pid}/oom_score_adj`, '1000')
  } catch {
    // Not Linux, or not allowed: the limit of this file stands all the same.
  }
  return { process: child, output: () => output }
}

const pageBytes = 4_096

/** Resident memory; 0 where there is no /proc. */
function megabytesOf(pid: number): number {
  try {
    const [, pages] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')
    return (Number(pages) * pageBytes) / 2 ** 20
  } catch {
    return 0
  }
}
