import { Metadata } from '@tus/server'
import type { IncomingHttpHeaders } from 'node:http'
import { judgeOffer, type UploadRefusal } from '../../../domain/participation/upload.ts'
import { words } from '../../../domain/words.ts'
import { invalidParameter, Problem } from '../../problem.ts'
import { checksumAlgorithms, type Checksum } from './receive-chunk.ts'

/**
 * What the headers of a creation say of the file that is to come.
 *
 * @throws Problem 400 for headers that are none, and why such a file is not taken
 */
export function readOffer(headers: IncomingHttpHeaders) {
  const length = headers['upload-length']
  if (headers['upload-defer-length'] !== undefined || typeof length !== 'string') {
    throw invalidParameter(
      'Upload-Length',
      words('缺少；不支持 Upload-Defer-Length', 'is missing; Upload-Defer-Length is not supported'),
    )
  }
  if (!/^\d{1,15}$/.test(length)) {
    throw invalidParameter('Upload-Length', words('应为字节数', 'must be a number of bytes'))
  }
  const metadata = readMetadata(headers['upload-metadata'])
  const bytes = Number(length)
  const judged = judgeOffer({
    fileName: metadata.filename ?? metadata.name ?? '',
    fileType: metadata.filetype ?? metadata.type ?? '',
    bytes,
  })
  if ('code' in judged) throw refusalOf(judged)
  return { ...judged, bytes }
}

export function refusalOf({ code, words: said }: UploadRefusal): Problem {
  if (code === 'upload-name') return invalidParameter('Upload-Metadata', said)
  return new Problem(code, said, { headers: { 'tus-resumable': '1.0.0' } })
}

/** @throws Problem 400 */
export function readChecksum(header: string | string[] | undefined): Checksum | undefined {
  if (header === undefined) return undefined
  const [algorithm, value, more] = String(header).split(' ')
  const known = checksumAlgorithms.find((one) => one === algorithm)
  if (!known || !value || more !== undefined) {
    throw invalidParameter(
      'Upload-Checksum',
      words(
        `应为算法（${checksumAlgorithms.join('、')}）和 Base64 摘要`,
        `must be one of ${checksumAlgorithms.join(', ')}, a space and the digest in Base64`,
      ),
    )
  }
  return { algorithm: known, value }
}

function readMetadata(header: string | string[] | undefined): Record<string, string | null> {
  if (typeof header !== 'string') return {}
  try {
    if (header.length > 4_000) throw new Error('too long')
    return Metadata.parse(header)
  } catch {
    throw invalidParameter(
      'Upload-Metadata',
      words(
        '应为“键 Base64 值”，以逗号分隔',
        'must be pairs of a key and a value in Base64, divided by commas',
      ),
    )
  }
}
