import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './ground.mjs'

/**
 * Imports the process (src/server.ts) as one file of JavaScript, made for this start and gone after it.
 * A node that answers readers needs no reader of TypeScript beside it then: that is a thread and a
 * good 30 MB of its 150, and most of the time it takes to start.
 */
export async function importAsOneFile() {
  const { buildSync } = await import('esbuild')
  const folder = path.join(root, '.server')
  const file = path.join(folder, `server-${process.pid}.mjs`)
  mkdirSync(folder, { recursive: true })
  try {
    buildSync({
      entryPoints: [path.join(root, 'src/server.ts')],
      outfile: file,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      packages: 'external',
      // Their roles need Payload and its configuration; they are started another way.
      external: ['*/start-whole.ts', '*/start-worker.ts'],
      logLevel: 'warning',
    })
    return await import(pathToFileURL(file).href)
  } finally {
    rmSync(file, { force: true })
  }
}
