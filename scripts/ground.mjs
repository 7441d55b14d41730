// The ground every command stands on: a Node that can run it and the packages of the lock file.
// Plain JavaScript without imports from node_modules: it runs in a bare clone.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder, absolute. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

const oldestNode = [20, 9]
const modules = path.join(root, 'node_modules')
const marker = path.join(modules, '.installed.json')
const lockFile = path.join(root, 'package-lock.json')

/** Ends the process with a sentence when this Node is too old. */
export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number)
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return
  console.error(`需要 Node ${oldestNode.join('.')} 或更高版本，当前为 ${version}。`)
  console.error(`Node ${oldestNode.join('.')} or newer is needed; this is ${version}.`)
  process.exit(1)
}

/**
 * Installs what package-lock.json names unless it is there already, whole. A cut-off or partial
 * install (no marker, and not every package in place) is repeated. Ends the process with a sentence
 * when npm fails.
 */
export async function ensureDependencies() {
  if (isInstalled()) return
  await whileAlone(() => {
    if (isInstalled()) return
    if (isWhole()) return mark()
    console.log('正在安装依赖……  Installing dependencies (npm ci) …')
    const npm = process.env.npm_execpath
    const args = ['ci', '--include=dev', '--no-fund', '--no-audit', '--loglevel=error']
    const [program, ...first] = npm?.endsWith('.js') ? [process.execPath, npm] : ['npm']
    const options = {
      cwd: root,
      stdio: 'inherit',
      shell: process.platform === 'win32' && program === 'npm',
    }
    const { status, error } = spawnSync(program, [...first, ...args], options)
    if (status !== 0) {
      console.error('依赖安装失败，请检查网络后重试。')
      console.error(
        `npm ci failed${error ? ` (${error.message})` : ''}: mend what it says above and start again.`,
      )
      process.exit(1)
    }
    mark()
  })
}

/** Lets Node import this project's TypeScript. Call after {@link ensureDependencies}. */
export async function readTypeScript() {
  process.env.TSX_TSCONFIG_PATH = path.join(root, 'tsconfig.json')
  const { register } = await import('tsx/esm/api')
  register()
}

function isInstalled() {
  return existsSync(marker) && JSON.parse(readFileSync(marker, 'utf8')).lock === lockHash()
}

function mark() {
  writeFileSync(marker, `${JSON.stringify({ lock: lockHash() })}\n`)
}

function lockHash() {
  return createHash('sha256').update(readFileSync(lockFile)).digest('hex')
}

// npm writes its own record last of all: somebody may have installed by hand.
function isWhole() {
  const record = path.join(modules, '.package-lock.json')
  if (!existsSync(record)) return false
  const have = JSON.parse(readFileSync(record, 'utf8')).packages
  const want = JSON.parse(readFileSync(lockFile, 'utf8')).packages
  return Object.entries(want).every(
    ([place, { version, optional, peer, link }]) =>
      place === '' ||
      link ||
      have[place]?.version === version ||
      ((optional || peer) && !have[place]),
  )
}

// Two commands in one bare clone must not install on top of each other.
async function whileAlone(work) {
  const name = createHash('sha256').update(root).digest('hex').slice(0, 16)
  const place = path.join(os.tmpdir(), `npm-ci-${name}.pid`)
  const aside = `${place}.${process.pid}`
  writeFileSync(aside, String(process.pid))
  try {
    while (!taken(aside, place)) {
      if (isHeld(place)) await new Promise((resolve) => setTimeout(resolve, 250))
      else rmSync(place, { force: true })
    }
    await work()
    rmSync(place, { force: true })
  } finally {
    rmSync(aside, { force: true })
  }
}

// A hard link comes into being with its content, or not at all.
function taken(aside, place) {
  try {
    linkSync(aside, place)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

function isHeld(place) {
  try {
    process.kill(Number(readFileSync(place, 'utf8')), 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
