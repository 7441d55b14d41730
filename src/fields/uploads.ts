import os from 'node:os'
import path from 'node:path'
import type { Config } from 'payload'
import { mediaGroups } from '../domain/media-types.ts'

const largest = Math.max(...Object.values(mediaGroups).map(({ maxBytes }) => maxBytes))

/** How uploads come in: to a file on disk, never cut off silently, one file a request. */
export const uploads: NonNullable<Config['upload']> = {
  abortOnLimit: true,
  responseOnLimit: `文件超过上限 ${largest / 1024 ** 2} MB / The file is larger than ${largest / 1024 ** 2} MB`,
  useTempFiles: true,
  tempFileDir: path.join(os.tmpdir(), 'campaign-uploads'),
  // Without one Payload lets no request of more than 50 MB in, whatever a file may have.
  requestSizeLimit: largest + 2 * 1024 ** 2,
  // Names stay whole (people want theirs) and are cleaned where they are kept, in checkFile. Not a
  // RegExp here: these options go to the browser with the configuration, which a RegExp cannot.
  safeFileNames: false,
  limits: { fileSize: largest, files: 1, fields: 20, fieldSize: 1024 ** 2 },
}
