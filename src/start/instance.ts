import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { birthOf, isAlive } from '../database/process-identity.ts'

/** What `DATA_DIR/running.json` says about the one process that works on this folder. */
export type Instance = {
  pid: number
  /** See `birthOf`: a pid alone is given out again. */
  birth: string
  /** ISO time of the start. */
  started: string
  /** `server`, or the name of the command that holds the folder for a while. */
  as: string
  /** Set once it listens. */
  url?: string
  /** Set once the database answers. Holds a password: the file has mode 0600. */
  databaseUrl?: string
}

/** The hold on a data folder. `tell` adds what became known, `release` gives the folder back. */
export type Claim = { tell: (news: Partial<Instance>) => void; release: () => void }

/** Somebody else works on this folder; the message is for the terminal. */
export class FolderInUse extends Error {
  override name = 'FolderInUse'
  constructor(
    readonly holder: Instance,
    dataDir: string,
  ) {
    const where = holder.url ? `，地址 ${holder.url}` : ''
    const at = holder.url ? ` at ${holder.url}` : ' and is still starting'
    super(
      `数据目录 ${dataDir} 正由进程 ${holder.pid}（${holder.as}）使用${where}。\n` +
        `Process ${holder.pid} (${holder.as}) already works on ${dataDir}${at}: stop it first, or set DATA_DIR and PORT for a second one.`,
    )
  }
}

/**
 * Takes hold of a data folder; what a dead process left is taken over.
 *
 * @throws FolderInUse while another process holds it
 */
export function claim(dataDir: string, as: string): Claim {
  mkdirSync(dataDir, { recursive: true })
  const file = lockFile(dataDir)
  const started = new Date().toISOString()
  const mine: Instance = { pid: process.pid, birth: birthOf(process.pid), started, as }
  const aside = write(file, mine)
  try {
    while (!link(aside, file)) {
      const holder = currentInstance(dataDir)
      if (holder) throw new FolderInUse(holder, dataDir)
      clearStale(file)
    }
  } finally {
    rmSync(aside, { force: true })
  }
  let held = true
  return {
    tell(news) {
      if (!held) return
      Object.assign(mine, news)
      renameSync(write(file, mine), file)
    },
    release() {
      if (held) rmSync(file, { force: true })
      held = false
    },
  }
}

/** The live process that holds the folder, or undefined (nobody, or one that is gone). */
export function currentInstance(dataDir: string): Instance | undefined {
  return liveInstance(lockFile(dataDir))
}

function lockFile(dataDir: string): string {
  return path.join(dataDir, 'running.json')
}

function liveInstance(file: string): Instance | undefined {
  let found: Instance
  try {
    found = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
  const same = !found.birth || birthOf(found.pid) === found.birth
  return isAlive(found.pid) && same ? found : undefined
}

// Moved away first and looked at again: a third process may have taken it over in between.
function clearStale(file: string): void {
  const away = `${file}.stale-${process.pid}`
  try {
    renameSync(file, away)
  } catch {
    return
  }
  if (liveInstance(away)) link(away, file)
  rmSync(away, { force: true })
}

function write(file: string, content: Instance): string {
  const aside = `${file}.${process.pid}`
  writeFileSync(aside, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 })
  return aside
}

function link(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}
