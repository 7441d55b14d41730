import { openFiles } from '../database/files/open.ts'
import { FilesAway } from '../database/files/store.ts'
import { EnvironmentError, type Environment } from '../environment.ts'

/**
 * Looks whether the bucket of the settings can be reached before anything is begun: a wrong key is said
 * at the start, not by the first upload. Afterwards nothing asks: /readyz is about the database.
 *
 * @throws EnvironmentError
 */
export async function reachFiles({ mediaDir, s3 }: Pick<Environment, 'mediaDir' | 's3'>) {
  if (!s3) return
  try {
    await (await openFiles({ mediaDir, s3 })).reach()
  } catch (error) {
    if (!(error instanceof FilesAway)) throw error
    throw new EnvironmentError([
      `The bucket ${s3.bucket}${s3.endpoint ? ` at ${s3.endpoint}` : ''} cannot be reached; check S3_* (docs/operators.md). ${error.message}`,
    ])
  }
}
