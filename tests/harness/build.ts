import path from 'node:path'
import { buildWhenChanged } from '../../src/start/build.ts'

/** The admin as `npm start` builds it, when it is not built yet. */
export default async function setup(): Promise<void> {
  await buildWhenChanged(path.resolve(import.meta.dirname, '../..'), (line) => console.log(line))
}
