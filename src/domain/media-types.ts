import type { Words } from './words.ts'

export type MediaGroup = 'image' | 'video' | 'audio' | 'document'

/** What may be uploaded, by what a file's content is (never by its name), and how large. */
export const mediaGroups: Record<
  MediaGroup,
  { label: Words; mimeTypes: string[]; maxBytes: number }
> = {
  image: {
    label: { zh: '图片', en: 'Picture' },
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/heif'],
    maxBytes: 60 * 1024 ** 2,
  },
  video: {
    label: { zh: '视频', en: 'Video' },
    mimeTypes: ['video/mp4', 'video/quicktime', 'video/webm', 'video/x-m4v'],
    maxBytes: 1024 ** 3,
  },
  audio: {
    label: { zh: '音频', en: 'Sound' },
    mimeTypes: ['audio/mpeg', 'audio/mp4', 'audio/x-m4a', 'audio/wav', 'audio/ogg', 'audio/aac'],
    maxBytes: 100 * 1024 ** 2,
  },
  document: {
    label: { zh: '文档', en: 'Document' },
    mimeTypes: [
      'application/pdf',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    maxBytes: 50 * 1024 ** 2,
  },
}

export const acceptedMimeTypes: string[] = Object.values(mediaGroups).flatMap(
  ({ mimeTypes }) => mimeTypes,
)

/** The group of a content type, or null when such files are not taken. */
export function mediaGroupOf(mimeType: string): MediaGroup | null {
  const found = Object.entries(mediaGroups).find(([, group]) => group.mimeTypes.includes(mimeType))
  return found ? (found[0] as MediaGroup) : null
}

/** Longest side of the public copy of a picture, in pixels. */
export const largestPictureSide = 2560

/** A decoder refuses more: a picture of 80 megapixels already needs some 320 MB. */
export const largestPicturePixels = 80e6
