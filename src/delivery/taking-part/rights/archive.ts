import { PassThrough, type Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { FileStore } from '../../../database/files/store.ts'
import type { OwnData } from '../../../domain/participation/rights.ts'

/**
 * One zip of a person's documents and files, made while it is sent: it is never whole in memory or on
 * the disk. Files are opened one after the other; one that cannot be read breaks the answer off, so
 * that nobody takes half of their data for all of it.
 */
export function archiveOf({ documents, files }: OwnData, stored: FileStore): Readable {
  const zip = new ZipFile()
  const out = new PassThrough()
  zip.on('error', (error: Error) => out.destroy(error))
  zip.outputStream.on('error', (error: Error) => out.destroy(error))
  for (const { name, content } of documents) {
    zip.addBuffer(Buffer.from(`${JSON.stringify(content, null, 2)}\n`), name)
  }
  for (const { name, stored: file, bytes } of files) {
    // Pictures, films and sound are packed already.
    zip.addReadStreamLazy(name, { compress: false, size: bytes }, (give) => {
      stored.read(file).then(
        (found) => {
          if (!found || out.destroyed) {
            found?.stream.destroy()
            return void out.destroy(new Error(`A file is not where files are: ${file}`))
          }
          const { stream } = found
          stream.on('error', (error) => out.destroy(error))
          out.on('close', () => stream.destroy())
          give(null, stream)
        },
        (error: Error) => out.destroy(error),
      )
    })
  }
  zip.end()
  zip.outputStream.pipe(out)
  return out
}
