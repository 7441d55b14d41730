import { mediaGroups } from '../../domain/media-types.ts'
import { uploadStates } from '../../domain/participation/upload.ts'
import type { Schema } from './schema.ts'
import { instant, oneOf, orNull, shape, text, whole, type NamedSchema } from './shape.ts'

const share: Schema = {
  type: ['number', 'null'],
  minimum: 0,
  maximum: 1,
  description: '进度 0–1；空为尚未开始 / How far it is, 0 to 1; null: not begun',
}

export const uploadSchema: NamedSchema = shape('Upload', '一个上传的文件 / An uploaded file', {
  id: text('编号 / Id', '0123456789abcdef0123456789abcdef'),
  state: oneOf(
    uploadStates,
    'UploadState',
    'receiving 上传中，received 已收到，examining 检查中，ready 可以使用，refused 不予接受 / where it stands',
  ),
  fileName: text('文件名 / File name', '光影.jpg'),
  group: oneOf(Object.keys(mediaGroups), 'MediaGroup', '文件种类 / Kind of file'),
  bytes: whole('文件大小 / Size in bytes', 3_000_000),
  offset: whole('已收到的字节数 / Bytes that have arrived', 1_048_576),
  progress: { ...share, description: `检查的${share.description as string}（examining）` },
  mediaId: orNull(
    whole('可用于作品的文件编号；就绪前为空 / To be used in an entry; null until ready', 12),
  ),
  processing: {
    type: ['string', 'null'],
    description: '供展示版本的处理：waiting、working、done、failed / Public copies being made',
  },
  processingProgress: share,
  problem: orNull({
    title: 'UploadProblem',
    type: 'object',
    description: '不予接受的原因 / Why it was refused',
    required: ['zh', 'en'],
    additionalProperties: false,
    properties: { zh: text('中文 / Chinese'), en: text('英文 / English') },
  }),
  createdAt: instant('开始时间 / When it began'),
  expiresAt: orNull(instant('未完成的上传何时失效 / When an unfinished one is thrown away')),
})
