import { setTimeout as wait } from 'node:timers/promises'
import type { Task } from '../../src/media-work/task.ts'

// What files can do to whoever opens them, for the tests of the sandbox.
export const tasks: Record<string, Task> = {
  double: async ({ value }: { value: number }, progress) => {
    progress(0.5)
    return { doubled: value * 2, pid: process.pid }
  },
  refuse: async () => {
    throw new Error('no')
  },
  crash: async () => process.abort(),
  exit: async () => process.exit(0),
  spin: async () => {
    for (;;);
  },
  grow: async () => {
    const kept: Buffer[] = []
    for (;;) {
      kept.push(Buffer.alloc(32 * 2 ** 20, 1))
      await wait(20)
    }
  },
  look: async () => ({ env: process.env, cwd: process.cwd() }),
}
