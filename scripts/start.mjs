// `npm start` and `npm run dev` (--dev): the ground, then the process itself (src/server.ts).
import cluster from 'node:cluster'
import { checkNode, ensureDependencies, readTypeScript, root } from './ground.mjs'
import { importAsOneFile } from './one-file.mjs'

checkNode()
process.chdir(root)
const dev = process.argv.includes('--dev')
process.env.NODE_ENV = dev ? 'development' : 'production'
process.env.NEXT_TELEMETRY_DISABLED = '1'
// A process of several finds what the first one made sure of.
if (cluster.isPrimary) await ensureDependencies()
const { run } = await openProcess()
await run({ dev })

async function openProcess() {
  if (process.env.ROLE === 'delivery' && !dev) return importAsOneFile()
  await readTypeScript()
  return import('../src/server.ts')
}
