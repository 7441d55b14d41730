import { fromBuffer } from 'yauzl'

const mostBytes = 512 * 2 ** 20

/** All files of a zip. @throws Error for what is none, is damaged, names a file twice or unpacks to over 512 MB */
export function readZip(bytes: Buffer): Promise<Map<string, Uint8Array>> {
  return new Promise((resolve, reject) => {
    const files = new Map<string, Uint8Array>()
    let total = 0
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error)
      zip.on('error', reject)
      zip.on('end', () => resolve(files))
      zip.on('entry', (entry) => {
        total += entry.uncompressedSize
        if (total > mostBytes) return reject(new Error('The zip unpacks to over 512 MB'))
        if (files.has(entry.fileName)) return reject(new Error(`Twice in it: ${entry.fileName}`))
        zip.openReadStream(entry, (failed, stream) => {
          if (failed) return reject(failed)
          const chunks: Buffer[] = []
          stream.on('error', reject)
          stream.on('data', (chunk: Buffer) => chunks.push(chunk))
          stream.on('end', () => {
            files.set(entry.fileName, Buffer.concat(chunks))
            zip.readEntry()
          })
        })
      })
      zip.readEntry()
    })
  })
}
