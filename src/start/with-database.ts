import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startEmbeddedDatabase } from '../database/embedded.ts'
import { completeEnvironment } from '../environment.ts'
import { claim, currentInstance, FolderInUse, type Claim, type Instance } from './instance.ts'

const startsWithin = 300_000

/**
 * Runs a command on the product's database and completes `process.env` for it, so that
 * `payload.config.ts` may be imported inside `work`. The database is the one of `DATABASE_URL`, or that
 * of the server that runs on this `DATA_DIR` (waited for while it starts), or the embedded one, started
 * for as long as the work lasts; the folder is held all the while.
 *
 * @param as the command's name, shown to whoever finds the folder in use
 * @throws FolderInUse when another command holds the folder, EnvironmentError on a wrong setting
 */
export async function withDatabase<Result>(
  work: (given: { databaseUrl: string }) => Promise<Result>,
  as = 'command',
): Promise<Result> {
  let release = async () => {}
  await completeEnvironment(process.env, async (dataDir) => {
    const held = await claimOrJoin(dataDir, as)
    if ('databaseUrl' in held) return held.databaseUrl
    try {
      const database = await startEmbeddedDatabase(dataDir)
      release = async () => {
        await database.stop()
        held.release()
      }
      held.tell({ databaseUrl: database.url })
      return database.url
    } catch (error) {
      held.release()
      throw error
    }
  })
  try {
    return await work({ databaseUrl: process.env.DATABASE_URL! })
  } finally {
    await release()
  }
}

/** The data folder as the settings give it, absolute. */
export function dataFolder(source = process.env): string {
  return path.resolve(source.DATA_DIR || '.data')
}

async function claimOrJoin(dataDir: string, as: string): Promise<Claim | { databaseUrl: string }> {
  const deadline = Date.now() + startsWithin
  for (;;) {
    try {
      return claim(dataDir, as)
    } catch (error) {
      if (!(error instanceof FolderInUse) || error.holder.as !== 'server') throw error
      const running: Instance | undefined = currentInstance(dataDir)
      // Joined only once it listens: before that its tables may still be missing.
      if (running?.databaseUrl && running.url) return { databaseUrl: running.databaseUrl }
      if (Date.now() > deadline) throw error
      await wait(200)
    }
  }
}
