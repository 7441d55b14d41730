import type { PayloadRequest } from 'payload'
import { mediaFiles } from '../../database/files/media-files.ts'
import { query, sql, type SQL } from '../../database/sql.ts'
import { removeUpload } from '../../database/upload-files.ts'
import type { JobHandler } from '../../hooks/job-handlers.ts'

/** Files whose rows are gone: names of media, ids of uploads. */
export type RemovedFiles = { media: string[]; uploads: string[] }

export const removeFilesJob = { kind: 'remove-files', mostAttempts: 5 }

/** Removes files from where they lie; those that are gone already are fine. */
export const removeFiles: JobHandler<RemovedFiles> = async ({ payload, data }) => {
  await (await mediaFiles()).remove(data.media)
  for (const id of data.uploads) await removeUpload(payload, id)
}

/** The files of a participant that no work uses: originals, copies, and what was made of them. */
export function filesOfUnused(req: PayloadRequest, participant: number): Promise<string[]> {
  return fileNames(req, sql`m.participant_id = ${participant} and m.entry_id is null`)
}

/** The names of all files that belong to media rows, `m` in the condition. */
export async function fileNames(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  condition: SQL,
): Promise<string[]> {
  const rows = await query<{ name: string }>(
    req,
    sql`select distinct name from (
      select unnest(array[m.filename, m.sizes_wide_filename, m.sizes_card_filename, m.sizes_thumb_filename]) as name
        from media m where ${condition}
      union all
      select r.file_name from media_renditions r join media m on m.id = r.media_id where ${condition}) names
    where name is not null`,
  )
  return rows.map(({ name }) => name)
}
