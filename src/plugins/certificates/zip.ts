import { PassThrough, Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { StoredCertificate } from '../../database/certificates/rows.ts'
import { mediaFiles } from '../../database/files/media-files.ts'

/**
 * One zip, made while it is sent. Files are opened one after the other; one that cannot be read breaks
 * the answer off, so that nobody takes a part for the whole.
 */
export async function zipOf(
  certificates: readonly StoredCertificate[],
  name: string,
): Promise<Response> {
  const files = await mediaFiles()
  const zip = new ZipFile()
  const out = new PassThrough()
  zip.on('error', (error: Error) => out.destroy(error))
  zip.outputStream.on('error', (error: Error) => out.destroy(error))
  for (const one of certificates) {
    const path = `${plain(one.levelZh)}/${one.number} ${plain(one.name)}.pdf`
    zip.addReadStreamLazy(path, { compress: false, size: one.fileBytes! }, (give) => {
      files.read(one.fileName).then(
        (found) => {
          if (!found || out.destroyed) {
            found?.stream.destroy()
            return void out.destroy(new Error(`A file is not where files are: ${one.fileName}`))
          }
          found.stream.on('error', (error) => out.destroy(error))
          out.on('close', () => found.stream.destroy())
          give(null, found.stream)
        },
        (error: Error) => out.destroy(error),
      )
    })
  }
  zip.end()
  zip.outputStream.pipe(out)
  return new Response(Readable.toWeb(out) as ReadableStream<Uint8Array>, {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}

// No folders, nothing that a file system would not have in a name, and not too long for one.
function plain(text: string): string {
  const short = [...text.replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]/gu, ' ').trim()].slice(0, 40).join('')
  return short.replace(/\.+$/, '') || '-'
}
