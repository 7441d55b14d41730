/**
 * `tsx scripts/migration.ts NAME` writes a migration for what the collections changed;
 * `--check` fails when the committed migrations do not lead to the collections as they are.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

// Some of what is awaited below holds no handle: without one Node would leave in the middle.
setInterval(() => undefined, 60_000)
process.env.NEXT_PHASE ??= 'phase-production-build'
const { default: config } = await import('../payload.config.ts')
const { getPayload } = await import('payload')
const payload = await getPayload({ config, disableDBConnect: true, disableOnInit: true })
const name = process.argv[2]

if (name === '--check') {
  const statements = await drift()
  if (statements.length > 0) {
    console.error(
      `The migrations lack:\n${statements.join('\n')}\nRun npm run migration NAME and commit what it writes.`,
    )
    process.exit(1)
  }
  console.log('Migrations are up to date.')
} else if (name && /^[a-z0-9_]+$/.test(name)) {
  await payload.db.createMigration({ payload, migrationName: name, forceAcceptWarning: true })
  tidy()
} else {
  console.error('Give the migration a name (a-z, 0-9, _), or --check.')
  process.exit(1)
}
process.exit(0)

// The generator imports types as values, which an ES module cannot do.
function tidy(): void {
  const folder = payload.db.migrationDir
  const file = path.join(
    folder,
    readdirSync(folder)
      .filter((each) => /^\d.*\.ts$/.test(each))
      .sort()
      .at(-1)!,
  )
  const text = readFileSync(file, 'utf8')
  writeFileSync(
    file,
    text
      .replace(
        /^import .*$/m,
        "import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'",
      )
      .replaceAll('{ db, payload, req }', '{ db }'),
  )
}

async function drift(): Promise<string[]> {
  const { generateDrizzleJson, generateMigration } = payload.db.requireDrizzleKit()
  const folder = payload.db.migrationDir
  const last = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .at(-1)
  if (!last) return ['everything: there is no migration yet']
  const before = JSON.parse(readFileSync(path.join(folder, last), 'utf8'))
  return generateMigration(before, await generateDrizzleJson(payload.db.schema))
}
