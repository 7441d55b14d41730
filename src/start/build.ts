import { fork } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { claim, FolderInUse, type Claim } from './instance.ts'
import { sourceHash } from './source-hash.ts'

const tail = 6_000

/**
 * Builds the admin with `next build` in a child process when the sources changed since the last whole
 * build; the note of what was built is written last, so a build that was cut off is made again. Two
 * starts in one checkout take turns.
 *
 * @param say a line for the terminal
 * @throws with the end of the build's log
 */
export async function buildWhenChanged(
  root: string,
  say: (line: string) => void,
  stopping?: AbortSignal,
): Promise<void> {
  if (isBuilt(root)) return
  const turn = await takeTurn(root, stopping)
  try {
    if (isBuilt(root)) return
    say(
      '正在构建管理后台（首次约一两分钟）……  Building the admin (a minute or two the first time) …',
    )
    const started = Date.now()
    rmSync(noteOf(root), { force: true })
    const hash = sourceHash(root)
    await nextBuild(root, stopping)
    writeFileSync(noteOf(root), JSON.stringify({ hash }))
    const seconds = Math.round((Date.now() - started) / 1000)
    say(`管理后台构建完成，用时 ${seconds} 秒。  Admin built in ${seconds} s.`)
  } finally {
    turn.release()
  }
}

function isBuilt(root: string): boolean {
  if (!existsSync(noteOf(root)) || !existsSync(path.join(root, '.next/BUILD_ID'))) return false
  try {
    return JSON.parse(readFileSync(noteOf(root), 'utf8')).hash === sourceHash(root)
  } catch {
    return false
  }
}

function noteOf(root: string): string {
  return path.join(root, '.next/built-from.json')
}

async function takeTurn(root: string, stopping: AbortSignal | undefined): Promise<Claim> {
  const folder = path.join(root, 'node_modules/.cache/admin-build')
  mkdirSync(folder, { recursive: true })
  for (;;) {
    try {
      return claim(folder, 'build')
    } catch (error) {
      if (!(error instanceof FolderInUse)) throw error
      await wait(250, undefined, { signal: stopping })
    }
  }
}

// A build that outlives a killed start would still write into .next when the next start builds.
const endsWithItsParent = `data:text/javascript,${encodeURIComponent(
  "process.once('disconnect', () => process.exit(1))",
)}`

async function nextBuild(root: string, stopping: AbortSignal | undefined): Promise<void> {
  const next = path.join(root, 'node_modules/next/dist/bin/next')
  const child = fork(next, ['build'], {
    cwd: root,
    execArgv: ['--import', endsWithItsParent],
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    signal: stopping,
  })
  let printed = ''
  const keep = (chunk: Buffer) => (printed = (printed + chunk.toString()).slice(-tail))
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (status, signal) => resolve(status ?? signal))
  })
  if (code !== 0) throw new Error(`The admin could not be built (next build: ${code}):\n${printed}`)
}
