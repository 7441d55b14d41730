import { spawn } from 'node:child_process'
import path from 'node:path'
import { fill, settle } from './fill.ts'
import type { BenchDatabase } from './ground.ts'

const root = path.resolve(import.meta.dirname, '..')

/** Published photographs and videos, half of each, and the read model of them, made by its own command. */
export async function fillShowcase(database: BenchDatabase, size: number): Promise<BenchDatabase> {
  process.stderr.write(`  ${size} published entries and their read model\n`)
  await fill(database, 'photos', size / 2, 'published')
  await fill(database, 'videos', size / 2, 'published')
  // As after a public vote: few have many, and many have few.
  await rebuild(database.settings)
  await database.sql(
    `update showcase_entries set votes = (1000000 / (1 + (hashint8extended(entry_id, 77) & 65535)))::int`,
  )
  await settle(database.sql)
  return database
}

async function rebuild(settings: Record<string, string>): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/showcase.ts', 'rebuild'], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production', ...settings },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const code = await new Promise((resolve) => child.once('exit', resolve))
  if (code !== 0) throw new Error(`showcase:rebuild ended with ${String(code)}`)
}
