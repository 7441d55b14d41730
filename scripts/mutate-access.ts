/**
 * `npm run mutate:access`: replaces each access function, one after the other, by `() => true` and
 * asks the permission matrix. Prints which cell noticed; exits with 1 when one was not noticed.
 * `MUTATE_ONLY=media.ts,plainly` tries only those whose name holds one of the texts.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { findMutants, isChosen } from '../tests/harness/mutable-access.ts'

type Line = { id: string; wrong: string | null; ms: number }

const folder = mkdtempSync(path.join(os.tmpdir(), 'mutants-'))
const file = path.join(folder, 'report.jsonl')
const mutants = findMutants().filter(({ id }) => isChosen(id))
const started = performance.now()

const vitest = spawn(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '--project', 'mutation', '--reporter', 'dot'],
  {
    env: { ...process.env, MUTATE: '1', MUTATE_REPORT: file },
    stdio: ['ignore', 'ignore', 'inherit'],
  },
)
let printed = 0
const watching = setInterval(() => (printed = print(printed)), 500)
const code = await new Promise<number>((resolve) =>
  vitest.on('close', (status) => resolve(status ?? 1)),
)
clearInterval(watching)
print(printed)

const lines = read()
const [baseline, ...rest] = lines
const survivors = rest.filter(({ wrong }) => wrong === null)
const untried = mutants.filter(({ id }) => !rest.some((line) => line.id === id))
rmSync(folder, { recursive: true, force: true })
console.log(
  `\n${mutants.length} access functions, ${survivors.length} survivors, ${untried.length} not tried, ${seconds(performance.now() - started)}`,
)
for (const { id } of survivors) console.log(`survived: ${id}`)
const sound = baseline !== undefined && baseline.wrong === null && untried.length === 0
process.exit(code === 0 && sound && survivors.length === 0 ? 0 : 1)

function read(): Line[] {
  if (!existsSync(file)) return []
  const text = readFileSync(file, 'utf8')
  return text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line)
}

function print(from: number): number {
  const lines = read()
  for (const { id, wrong, ms } of lines.slice(from)) {
    const nothing = id.startsWith('(')
    const what = wrong === null ? (nothing ? 'holds' : 'SURVIVED') : wrong
    console.log(`${seconds(ms).padStart(8)}  ${id.padEnd(52)} ${what.slice(0, 120)}`)
  }
  return lines.length
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}
