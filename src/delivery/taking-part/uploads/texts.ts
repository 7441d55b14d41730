import { problemResponses } from '../../schemas/problem.ts'
import type { UploadProgress, UploadRow } from './rows.ts'

export const uploadParameters = {
  type: 'object',
  required: ['id'],
  additionalProperties: false,
  properties: {
    id: { type: 'string', pattern: '^[0-9a-f]{32}$', description: '上传的编号 / Id of the upload' },
  },
}

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: 'Problem#' } } },
})

const responses = {
  ...problemResponses,
  401: problem('没有身份 / Not signed in'),
  403: problem('没有权限 / Not allowed'),
}

const about = { tags: ['uploads'] }

/** What OpenAPI says of each route. */
export const uploadTexts = {
  create: {
    ...about,
    operationId: 'createUpload',
    summary: '开始上传一个文件（tus 1.0） / Begin to upload a file (tus 1.0)',
    description:
      'Upload-Metadata 须含 filename，最好有 filetype；建议每块 0.5–1 MB。/ Upload-Metadata names filename, better filetype, too; chunks of 0.5 to 1 MB are best.',
    response: {
      ...responses,
      201: { description: '已创建，地址在 Location / Created; Location says where', type: 'null' },
      413: problem('文件过大 / Too large'),
      415: problem('不接受这种文件 / Such files are not taken'),
      507: problem('存储空间不足 / No room'),
    },
  } as object,
  head: {
    ...about,
    operationId: 'headUpload',
    summary: '已收到多少字节 / How many bytes have arrived',
    params: uploadParameters,
    response: { 200: { description: 'Upload-Offset', type: 'null' }, ...responses },
  } as object,
  patch: {
    ...about,
    operationId: 'patchUpload',
    summary: '续传一块 / Go on with the next chunk',
    params: uploadParameters,
    response: {
      ...responses,
      204: { description: 'Upload-Offset', type: 'null' },
      409: problem('偏移量不符 / Wrong offset'),
      410: problem('已过期 / Expired'),
      423: problem('另一个连接正在上传 / Another connection is at it'),
      507: problem('存储空间不足 / No room'),
    },
  } as object,
  remove: {
    ...about,
    operationId: 'deleteUpload',
    summary: '取消上传 / Call an upload off',
    params: uploadParameters,
    response: { 204: { description: '已取消 / Called off', type: 'null' }, ...responses },
  } as object,
  get: {
    ...about,
    operationId: 'getUpload',
    summary: '上传与处理的进展 / How far an upload is',
    params: uploadParameters,
    response: { 200: { $ref: 'Upload#' }, ...responses },
  } as object,
}

/** An upload as its owner sees it. */
export function describeUpload(row: UploadRow, offset: number, progress: UploadProgress): string {
  const { id, state, fileName, group, bytes, mediaId, problem: why, createdAt, expiresAt } = row
  const looked = { receiving: null, received: null, ready: 1, refused: 1 } as const
  return JSON.stringify({
    ...{ id, state, fileName, group, bytes, offset },
    progress: state === 'examining' ? (progress.examined ?? 0) : looked[state],
    mediaId,
    processing: progress.processing,
    processingProgress: progress.processing === 'done' ? 1 : progress.processed,
    problem: why,
    createdAt: createdAt.toISOString(),
    expiresAt: state === 'receiving' ? expiresAt.toISOString() : null,
  })
}
