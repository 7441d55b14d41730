import { readFileSync } from 'node:fs'

const everyMs = 500

/**
 * Calls back once when this process was started by npm and npm is gone: told to stop, npm passes that on to
 * a shell, which ends without passing it on. The system announces no parent's death, so it is looked at.
 */
export function whenNpmIsGone(gone: () => void): void {
  if (!process.env.npm_lifecycle_event) return
  const shell = process.ppid
  const npm = parentOf(shell)
  const timer = setInterval(() => {
    if (process.ppid === shell && parentOf(shell) === npm) return
    clearInterval(timer)
    gone()
  }, everyMs)
  timer.unref()
}

// Where there is no /proc the shell alone is watched.
function parentOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]
  } catch {
    return undefined
  }
}
