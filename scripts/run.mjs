// `node scripts/run.mjs COMMAND`: the ground, then a command's steps, each in a process of its own.
import { fork, spawnSync } from 'node:child_process'
import { checkNode, ensureDependencies, root } from './ground.mjs'

const typeScript = ['--import', 'tsx']
const bin = (name) => [`node_modules/${name}`]
const vitest = [...bin('vitest/vitest.mjs'), 'run', '--passWithNoTests']

/** What each command runs, in order; the first that fails ends it with its exit code. */
const commands = {
  // One after the other: each kind sets up a PostgreSQL of its own, and servers want the machine alone.
  // The last needs the admin's build, which until then takes what time the others leave over.
  test: [
    ['unit', ...vitest, '--project', 'unit'],
    ['integration', ...vitest, '--project', 'integration'],
    ['http and browser', ...vitest, '--project', 'http', '--project', 'browser'],
  ],
  'test:browser': [['browser', ...vitest, '--project', 'browser']],
  check: [
    ['types', ...bin('typescript/bin/tsc'), '--noEmit'],
    ['lint and doors', ...bin('eslint/bin/eslint.js'), '.', '--max-warnings=0'],
    ['format', ...bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'],
    ['generated files', ...typeScript, 'scripts/generate.ts', '--check'],
    ['migrations', ...typeScript, 'scripts/migration.ts', '--check'],
  ],
  generate: [[...typeScript, 'scripts/generate.ts']],
  migration: [[...typeScript, 'scripts/migration.ts']],
  demo: [[...typeScript, 'seed/demo/run.ts']],
  'demo:token': [[...typeScript, 'seed/demo/token.ts']],
  'showcase:rebuild': [[...typeScript, 'scripts/showcase.ts', 'rebuild']],
  'showcase:verify': [[...typeScript, 'scripts/showcase.ts', 'verify']],
  'media:to-s3': [[...typeScript, 'scripts/media-to-s3.ts']],
  'ledger:export': [[...typeScript, 'scripts/ledger-export.ts']],
  'ledger:verify': [[...typeScript, 'scripts/ledger-verify.ts']],
  'evidence:verify': [[...typeScript, 'scripts/evidence-verify.ts']],
  bench: [[...typeScript, 'bench/run.ts']],
  'simulate:votes': [[...typeScript, 'scripts/simulate-votes.ts']],
  'mutate:access': [[...typeScript, 'scripts/mutate-access.ts']],
}

checkNode()
process.chdir(root)
const [name, ...rest] = process.argv.slice(2)
const steps = commands[name]
if (!steps) {
  console.error(`Commands: ${Object.keys(commands).join(', ')}`)
  process.exit(1)
}
await ensureDependencies()
if (name === 'test' && rest.length === 0) buildBeside()
for (const step of steps) {
  const labelled = !step[0].startsWith('-') && !step[0].includes('/')
  const args = labelled ? step.slice(1) : step
  if (labelled) console.log(`· ${step[0]}`)
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' }
  const { status, signal } = spawnSync(process.execPath, [...args, ...rest], {
    stdio: 'inherit',
    env,
  })
  if (status !== 0) process.exit(status ?? (signal ? 130 : 1))
}

function buildBeside() {
  const options = { execArgv: typeScript, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] }
  const child = fork('scripts/build-beside.ts', options)
  // Nobody waits for it; it ends when this process does.
  child.unref()
  child.channel.unref()
}
