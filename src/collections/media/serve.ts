import type { PayloadRequest, TypeWithID, UploadConfig, Where } from 'payload'
import { readMediaInScope } from '../../access/media.ts'
import { mediaFiles } from '../../database/files/media-files.ts'
import { sendFromBucket } from './send-from-bucket.ts'

type Handler = NonNullable<UploadConfig['handlers']>[number]
type FileRow = TypeWithID & { filename?: string; mimeType?: string }

/**
 * Payload has asked whether the caller may read the file's row; this asks for the bytes. The original
 * of a picture, with its place and camera, goes to staff in scope only; its copies to every reader.
 * Answers 404 for what is not there, and leaves the streaming (with Range) from a disk to Payload.
 */
export const serveInScope: Handler = async (req, { doc, params }) => {
  const { filename } = params
  const row = (doc as FileRow | undefined) ?? (await rowOf(req, filename))
  if (!row) return notFound()
  const files = await mediaFiles()
  const isOnDisk = files.folder !== undefined
  if (isOnDisk && !(await files.stat(filename))) return notFound()
  const isOriginal = row.filename === filename && row.mimeType?.startsWith('image/')
  if (isOriginal && !(await inScope(req, row.id))) return notFound()
  if (isOnDisk) return undefined as unknown as Response
  const type = row.filename === filename ? row.mimeType : undefined
  const sent = await sendFromBucket({ files, filename, req, type })
  if (!sent) return notFound()
  return new Response(sent.body, { status: sent.status, headers: safe(sent.headers) })
}

/** What every file is sent with: no guessing of types, no scripts, nothing kept by a cache in between. */
export const safeHeaders: NonNullable<UploadConfig['modifyResponseHeaders']> = ({ headers }) => {
  headers.set('X-Content-Type-Options', 'nosniff')
  headers.set('Cache-Control', 'private, no-cache')
  headers.set('Content-Security-Policy', "default-src 'none'; sandbox")
  const type = headers.get('Content-Type') ?? ''
  if (!/^(image|video|audio)\//.test(type)) headers.set('Content-Disposition', 'attachment')
  return headers
}

async function rowOf(req: PayloadRequest, filename: string): Promise<FileRow | null> {
  const names = ['filename', 'sizes.wide.filename', 'sizes.card.filename', 'sizes.thumb.filename']
  const where: Where = { or: names.map((name) => ({ [name]: { equals: filename } })) }
  return req.payload.db.findOne<FileRow>({ collection: 'media', where, req })
}

async function inScope(req: PayloadRequest, id: number | string): Promise<boolean> {
  const answer = await readMediaInScope({ req })
  if (typeof answer === 'boolean') return answer
  const { totalDocs } = await req.payload.count({
    collection: 'media',
    where: { and: [{ id: { equals: id } }, answer] },
    req,
  })
  return totalDocs > 0
}

function safe(headers: Headers): Headers {
  return safeHeaders({ headers }) ?? headers
}

function notFound(): Response {
  return Response.json({ errors: [{ message: '没有这个文件 / No such file' }] }, { status: 404 })
}
