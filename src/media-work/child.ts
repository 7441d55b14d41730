import { Worker } from 'node:worker_threads'
import type { Task } from './task.ts'

// The process in which files are opened that nobody vouches for. It is forked by the worker
// (src/plugins/media-pipeline/sandbox.ts), which kills it when it takes too long or too much memory,
// and does the tasks of one table, one at a time.

type Order = { id: number; task: string; input: never }

const { tasks } = (await import(process.argv[2]!)) as { tasks: Record<string, Task> }

// A thread of its own notices that nobody waits any more, even while a decoder holds this one.
const watch = `const parent = process.ppid
  setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL') }, 500)`
new Worker(watch, { eval: true }).unref()
process.on('disconnect', () => process.exit(0))

process.on('message', ({ id, task, input }: Order) => {
  const say = (said: object) => void process.send?.({ id, ...said })
  const known = Object.hasOwn(tasks, task) ? tasks[task]! : undefined
  const work = known
    ? known(input, (share) => say({ progress: share }))
    : Promise.reject(new Error(`There is no task ${task}`))
  work.then(
    (result) => say({ result }),
    (error: unknown) => say({ error: error instanceof Error ? error.message : String(error) }),
  )
})

process.send?.({ ready: true })
