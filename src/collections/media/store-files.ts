import { APIError, type CollectionBeforeChangeHook, type PayloadRequest } from 'payload'
import { mediaFiles } from '../../database/files/media-files.ts'
import { FilesAway } from '../../database/files/store.ts'
import { query, sql } from '../../database/sql.ts'

const stayAwakeEvery = 20_000

type Copies = Record<string, { filename?: string | null; mimeType?: string | null } | undefined>

/**
 * Puts a new file and its copies into the bucket, before the row that names them; when the row then
 * cannot be written `removeOrphans` takes them out. On a disk Payload itself writes them.
 */
export const storeFiles: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  const files = await mediaFiles()
  const { file, payloadUploadSizes = {} } = req
  if (operation !== 'create' || files.folder !== undefined || !file) return data
  const sizes = (data.sizes ?? {}) as Copies
  try {
    await whileAwake(req, async () => {
      await files.put(String(data.filename), file.tempFilePath ?? file.data, {
        type: data.mimeType,
      })
      for (const [size, bytes] of Object.entries(payloadUploadSizes)) {
        const { filename, mimeType } = sizes[size] ?? {}
        if (filename && mimeType) await files.put(filename, bytes, { type: mimeType })
      }
    })
  } catch (error) {
    if (!(error instanceof FilesAway)) throw error
    req.payload.logger.error({ err: error, msg: 'A file could not be stored' })
    throw filesAway()
  }
  return data
}

/** No refusal: nothing is wrong with the file, and who tries again may be lucky. */
export function filesAway(): APIError {
  const words =
    '文件存储暂时无法使用，请稍后重试 / Files cannot be stored or read just now, try again'
  return new APIError(words, 503, { code: 'files-away' }, true)
}

// PostgreSQL ends a transaction that says nothing for a minute; a large film takes longer.
async function whileAwake(req: PayloadRequest, work: () => Promise<void>): Promise<void> {
  const speak = () => void query(req, sql`select 1`).catch(() => undefined)
  const timer = setInterval(speak, stayAwakeEvery)
  try {
    await work()
  } finally {
    clearInterval(timer)
  }
}
