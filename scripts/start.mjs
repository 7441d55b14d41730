// `npm start` and `npm run dev` (--dev): the ground, then the process itself (src/server.ts).
import { checkNode, ensureDependencies, readTypeScript, root } from './ground.mjs'

checkNode()
process.chdir(root)
const dev = process.argv.includes('--dev')
process.env.NODE_ENV = dev ? 'development' : 'production'
process.env.NEXT_TELEMETRY_DISABLED = '1'
await ensureDependencies()
await readTypeScript()
const { run } = await import('../src/server.ts')
await run({ dev })
