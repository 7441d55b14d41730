/**
 * Writes what is generated: from the configuration the types and the admin's import map, from the routes
 * of the public API its description and the client that its tests read it with.
 * `--check` writes nothing and fails when what is committed is out of date.
 */
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import openapiTypes, { astToString } from 'openapi-typescript'
import { describePublicApi } from '../src/delivery/openapi/describe.ts'

// Some of what is awaited below holds no handle: without one Node would leave in the middle.
setInterval(() => undefined, 60_000)
process.env.NEXT_PHASE ??= 'phase-production-build'
const check = process.argv.includes('--check')
const { default: promised } = await import('../payload.config.ts')
const config = await promised
const description = path.resolve('docs/openapi.json')
const client = path.resolve('tests/http/v1-client.d.ts')
const files = [
  config.typescript.outputFile,
  config.admin.importMap.importMapFile as string,
  ...[description, client],
]
const before = await Promise.all(files.map(content))

const { generateTypes } = await import('payload/node')
const { generateImportMap } = await import('payload')
await generateTypes(config, { log: false })
await generateImportMap(config, { force: true, log: false })
const api = await describePublicApi()
await writeFile(description, `${JSON.stringify(api, null, 2)}\n`)
const types = astToString(await openapiTypes(api as never, { exportType: true }))
await writeFile(
  client,
  `/* eslint-disable @typescript-eslint/consistent-type-definitions */\n// Written by npm run generate from docs/openapi.json.\n\n${types}`,
)

const after = await Promise.all(files.map(content))
const stale = files.filter((_, index) => before[index] !== after[index])
if (check && stale.length > 0) {
  await Promise.all(files.map((file, index) => writeFile(file, before[index] ?? '')))
  const names = stale.map((file) => path.relative(process.cwd(), file)).join(', ')
  console.error(`Out of date: ${names}. Run npm run generate and commit what it writes.`)
  process.exit(1)
}
console.log(
  stale.length > 0
    ? `Written: ${stale.map((file) => path.basename(file)).join(', ')}`
    : 'Generated files are up to date.',
)
process.exit(0)

async function content(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '')
}
