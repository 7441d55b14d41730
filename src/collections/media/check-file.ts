import { randomUUID } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { fileTypeFromBuffer, fileTypeFromFile } from 'file-type'
import type { CollectionBeforeOperationHook, PayloadRequest } from 'payload'
import sharp from 'sharp'
import { createMedia } from '../../access/media.ts'
import { largestPicturePixels, mediaGroupOf, mediaGroups } from '../../domain/media-types.ts'
import { findBadText } from '../../domain/text.ts'
import { refusal } from '../../hooks/refuse.ts'
import { heicToJpeg } from './heic.ts'

type UploadedFile = NonNullable<PayloadRequest['file']>

const heic = ['image/heic', 'image/heif']

/**
 * Looks at what a file is, not at what it is called: its type by content, its size by type, and for
 * pictures that every pixel can be decoded. HEIC becomes JPEG. The stored name is random, the
 * caller's is kept beside it. Runs before anything is written.
 */
export const checkFile: CollectionBeforeOperationHook = async ({
  args,
  operation,
  overrideAccess,
  req,
}) => {
  if (operation === 'update' && req.file) {
    const words = {
      zh: '文件不能替换，请上传新文件',
      en: 'A file cannot be replaced: upload another',
    }
    throw refusal(400, words, { code: 'file-fixed' })
  }
  if (operation !== 'create' && operation !== 'update') return args
  // Payload asks later; nobody's picture is decoded for a stranger. What refuses is still Payload.
  if (!overrideAccess && !(await createMedia({ req }))) return args
  const data = withoutFileFacts((args as { data?: Data }).data)
  delete req.query?.uploadEdits
  if (operation === 'update') return { ...args, data }
  if (!req.file) {
    throw refusal(
      400,
      { zh: '请选择要上传的文件', en: 'Choose a file to upload' },
      { code: 'no-file', path: 'file' },
    )
  }
  const file = req.file
  const mimeType = await typeOf(file)
  const group = mimeType === null ? null : mediaGroupOf(mimeType)
  if (mimeType === null || group === null) {
    const what = mimeType ?? '未知内容 / unknown content'
    const words = { zh: `不接受这种文件（${what}）`, en: `Files like this are not taken (${what})` }
    throw refusal(400, words, { code: 'file-type', path: 'file' })
  }
  const claimed = mediaGroupOf(file.mimetype?.split(';')[0] ?? '')
  if (claimed !== null && claimed !== group) {
    const words = {
      zh: `文件自称是${mediaGroups[claimed].label.zh}，内容却是${mediaGroups[group].label.zh}（${mimeType}）`,
      en: `The file claims to be a ${mediaGroups[claimed].label.en} but is a ${mediaGroups[group].label.en} (${mimeType})`,
    }
    throw refusal(400, words, { code: 'file-not-what-it-claims', path: 'file' })
  }
  const { maxBytes } = mediaGroups[group]
  if (file.size > maxBytes) {
    const words = {
      zh: `文件 ${megabytes(file.size)} MB，超过上限 ${megabytes(maxBytes)} MB`,
      en: `The file has ${megabytes(file.size)} MB, at most ${megabytes(maxBytes)} MB`,
    }
    throw refusal(413, words, { code: 'file-size', path: 'file' })
  }
  const originalName = nameOf(file)
  let stored = mimeType
  if (group === 'image') {
    if (heic.includes(mimeType)) {
      await replace(file, await decodable(async () => heicToJpeg(await bytesOf(file))))
      stored = 'image/jpeg'
    }
    await checkPicture(file)
  }
  file.mimetype = stored
  file.name = `${randomUUID()}.${extensions[stored] ?? 'bin'}`
  req.context.storedName = file.name
  // Not as data: a caller may not write it, so Payload would drop it.
  req.context.originalName = originalName
  return { ...args, data }
}

type Data = Record<string, unknown>

const fileFacts = [
  'url',
  'thumbnailURL',
  'filename',
  'mimeType',
  'filesize',
  'width',
  'height',
  'focalX',
  'focalY',
  'sizes',
]

/**
 * What Payload finds out about a file is not the caller's to say. Whoever could write the names of a
 * row's copies would read, and by deleting the row delete, the files of others; with a `url` and
 * edits in the query Payload would fetch whatever address stands there.
 */
function withoutFileFacts(data: Data | undefined): Data | undefined {
  if (!data) return data
  return Object.fromEntries(Object.entries(data).filter(([name]) => !fileFacts.includes(name)))
}

const extensions: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'video/webm': 'webm',
  'video/x-m4v': 'm4v',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/x-m4a': 'm4a',
  'audio/wav': 'wav',
  'audio/ogg': 'ogg',
  'audio/aac': 'aac',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
}

async function typeOf(file: UploadedFile): Promise<string | null> {
  if (file.size === 0) return null
  const found = file.tempFilePath
    ? await fileTypeFromFile(file.tempFilePath)
    : await fileTypeFromBuffer(file.data)
  return found?.mime ?? null
}

async function checkPicture(file: UploadedFile): Promise<void> {
  await decodable(async () => {
    const picture = sharp(file.tempFilePath ?? file.data, {
      limitInputPixels: largestPicturePixels,
      failOn: 'truncated',
    })
    const { width = 0, height = 0, pages = 1 } = await picture.metadata()
    if (width < 16 || height < 16 || pages > 1)
      throw new Error(`${width} × ${height}, ${pages} frames`)
    // Decodes all of it: a truncated or damaged picture shows only at the end.
    await picture.resize(64, 64, { fit: 'inside' }).raw().toBuffer()
  })
}

async function decodable<T>(decode: () => Promise<T>): Promise<T> {
  try {
    return await decode()
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : ''
    const tooLarge = /pixel limit/i.test(reason ?? '')
    const words = tooLarge
      ? {
          zh: `图片超过 ${largestPicturePixels / 1e6} 百万像素`,
          en: `The picture has more than ${largestPicturePixels / 1e6} megapixels`,
        }
      : {
          zh: '图片不完整、已损坏或不是单幅静态图片',
          en: 'The picture is truncated, damaged or not a single still',
        }
    throw refusal(400, words, {
      code: tooLarge ? 'picture-too-large' : 'picture-damaged',
      path: 'file',
    })
  }
}

async function bytesOf(file: UploadedFile): Promise<Buffer> {
  return file.tempFilePath ? readFile(file.tempFilePath) : file.data
}

async function replace(file: UploadedFile, bytes: Buffer): Promise<void> {
  file.size = bytes.length
  if (file.tempFilePath) await writeFile(file.tempFilePath, bytes)
  else file.data = bytes
}

function nameOf(file: UploadedFile): string {
  // No folders, no control characters.
  const name = (file.name ?? '')
    .split(/[\\/]/)
    .at(-1)!
    .replace(/\p{Cc}/gu, '')
    .slice(0, 200)
  return findBadText(name) ? '' : name
}

function megabytes(bytes: number): string {
  return (bytes / 1024 ** 2).toFixed(1)
}
