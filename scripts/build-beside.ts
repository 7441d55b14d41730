// Builds the admin while something else runs, out of its way. Ends with the process that started it.
import os from 'node:os'
import path from 'node:path'
import { buildWhenChanged } from '../src/start/build.ts'

process.once('disconnect', () => process.exit(1))
os.setPriority(os.constants.priority.PRIORITY_LOW)
// Whoever needs the build asks for it again, and says what is wrong with it.
await buildWhenChanged(path.resolve(import.meta.dirname, '..'), () => undefined).catch(
  () => (process.exitCode = 1),
)
process.exit()
