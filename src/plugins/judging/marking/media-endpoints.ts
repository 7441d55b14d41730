import type { Endpoint, PayloadRequest } from 'payload'
import { sendFromBucket } from '../../../collections/media/send-from-bucket.ts'
import { mediaFiles } from '../../../database/files/media-files.ts'
import { blindFileName } from '../../../domain/judging/blind.ts'
import type { PublicFile } from '../../../domain/showcase/media.ts'
import { words } from '../../../domain/words.ts'
import { refusal } from '../../../hooks/refuse.ts'
import { judgeRequest } from './judge-request.ts'
import { begun } from './read-endpoints.ts'
import { readJudgedEntry, type JudgedFile } from './read-entry.ts'
import { ownWork } from './work-endpoint.ts'

const base = '/judging/rounds/:id/works/:work/media/:place'

type Part = { path: string; fileOf: (file: JudgedFile) => PublicFile | null }
const parts: readonly Part[] = [
  { path: base, fileOf: (file) => file },
  { path: `${base}/preview`, fileOf: ({ preview }) => preview },
  { path: `${base}/poster`, fileOf: ({ poster }) => poster },
]

/**
 * `GET /api/judging/rounds/{id}/works/{work}/media/{place}`, `…/preview`, `…/poster`: bytes, with Range.
 * Under a name of the round's own (`12-2.webp`), with no date and no tag that could be compared with
 * what the public gets.
 */
export const mediaEndpoints: Endpoint[] = parts.map(({ path, fileOf }) => ({
  path,
  method: 'get',
  handler: async (req) => {
    const { id, judge } = judgeRequest(req)
    const round = await begun(req, { id, judge })
    const work = await ownWork(req, round, judge)
    const { kind } = round.track
    const { blind } = round.rules
    const { files } = await readJudgedEntry(req, { kind, publicId: work.entry, blind })
    const place = String(req.routeParams?.place ?? '')
    const judged = /^[1-9]\d{0,3}$/.test(place) ? files[Number(place) - 1] : undefined
    const file = judged && fileOf(judged)
    if (!file) throw noFile()
    const name = blindFileName(work.number, Number(place), extensionOf(file.type))
    return send(req, file, name)
  },
}))

async function send(req: PayloadRequest, file: PublicFile, name: string): Promise<Response> {
  const files = await mediaFiles()
  const sent = await sendFromBucket({ files, filename: file.name, req, type: file.type })
  if (!sent) throw noFile()
  const headers = new Headers()
  for (const kept of ['content-length', 'content-range', 'accept-ranges', 'content-type']) {
    const value = sent.headers.get(kept)
    if (value !== null) headers.set(kept, value)
  }
  const isDocument = !/^(?:image|video|audio)\//.test(file.type)
  headers.set('Content-Disposition', `${isDocument ? 'attachment' : 'inline'}; filename="${name}"`)
  headers.set('Cache-Control', 'private, no-store')
  headers.set('X-Content-Type-Options', 'nosniff')
  headers.set('Content-Security-Policy', "default-src 'none'; sandbox")
  return new Response(sent.body, { status: sent.status, headers })
}

const extensions: Record<string, string> = {
  'image/webp': 'webp',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'video/mp4': 'mp4',
  'audio/mp4': 'm4a',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
}
const extensionOf = (type: string): string => extensions[type] ?? 'bin'

const noFile = () => refusal(404, words('没有这个文件', 'No such file'), { code: 'not-found' })
