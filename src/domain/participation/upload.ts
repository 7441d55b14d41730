import { mediaGroupOf, mediaGroups, type MediaGroup } from '../media-types.ts'
import { findBadText } from '../text.ts'
import { words, type Words } from '../words.ts'

/** What becomes of an upload, in this order; `refused` may follow on each but `ready`. */
export const uploadStates = ['receiving', 'received', 'examining', 'ready', 'refused'] as const
export type UploadState = (typeof uploadStates)[number]

/** What one person may have under way, or brought and not used yet. */
export const uploadAllowance = { bytes: 3 * 1024 ** 3, count: 40 } as const

/** From the last chunk on. */
export const uploadExpiresAfterHours = 24

/** Files that no work uses are taken away after so long. */
export const unusedFilesStayDays = 7

export type UploadOffer = { fileName: string; fileType: string; bytes: number }

export type UploadRefusal = {
  code: 'upload-empty' | 'upload-type' | 'too-large' | 'upload-name' | 'upload-quota'
  words: Words
}

/**
 * Whether a file may be sent, by what its sender says of it; what it really is shows when it is there.
 *
 * @param fileType a content type; where it is empty or general the name's ending says it
 */
export function judgeOffer({
  fileName,
  fileType,
  bytes,
}: UploadOffer): { group: MediaGroup; fileName: string } | UploadRefusal {
  const name = fileName
    .split(/[\\/]/)
    .at(-1)!
    .replace(/\p{Cc}/gu, '')
    .trim()
    .slice(0, 200)
  if (name === '' || findBadText(name)) {
    return {
      code: 'upload-name',
      words: words('缺少文件名（filename）', 'The file has no name (filename)'),
    }
  }
  const group = groupOf(fileType, name)
  if (!group) {
    const what = fileType || name.split('.').at(-1)!.slice(0, 20)
    return {
      code: 'upload-type',
      words: words(`不接受这种文件（${what}）`, `Files like this are not taken (${what})`),
    }
  }
  if (bytes === 0) return { code: 'upload-empty', words: words('文件是空的', 'The file is empty') }
  const { maxBytes, label } = mediaGroups[group]
  if (bytes > maxBytes) {
    return {
      code: 'too-large',
      words: words(
        `${label.zh} ${megabytes(bytes)} MB，超过上限 ${megabytes(maxBytes)} MB`,
        `A ${label.en.toLowerCase()} of ${megabytes(bytes)} MB, at most ${megabytes(maxBytes)} MB`,
      ),
    }
  }
  return { group, fileName: name }
}

/** Whether one more file goes into what a person may have lying with us; null when it does. */
export function judgeAllowance(
  held: { bytes: number; count: number },
  bytes: number,
): UploadRefusal | null {
  if (held.count >= uploadAllowance.count) {
    return {
      code: 'upload-quota',
      words: words(
        `已有 ${held.count} 个文件未完成或未使用，最多 ${uploadAllowance.count} 个`,
        `${held.count} files are unfinished or unused, at most ${uploadAllowance.count}`,
      ),
    }
  }
  if (held.bytes + bytes <= uploadAllowance.bytes) return null
  return {
    code: 'upload-quota',
    words: words(
      `未完成和未使用的文件共 ${megabytes(held.bytes)} MB，加上此文件超过 ${megabytes(uploadAllowance.bytes)} MB`,
      `Unfinished and unused files have ${megabytes(held.bytes)} MB; with this one it is more than ${megabytes(uploadAllowance.bytes)} MB`,
    ),
  }
}

// Some phones say nothing of what they send.
const byEnding: Record<string, MediaGroup> = {
  ...{ jpg: 'image', jpeg: 'image', png: 'image', webp: 'image', heic: 'image', heif: 'image' },
  ...{ mp4: 'video', mov: 'video', webm: 'video', m4v: 'video' },
  ...{ mp3: 'audio', m4a: 'audio', wav: 'audio', ogg: 'audio', aac: 'audio' },
  ...{ pdf: 'document', docx: 'document' },
}

function groupOf(fileType: string, name: string): MediaGroup | null {
  const type = fileType.split(';')[0]!.trim().toLowerCase()
  if (type !== '' && type !== 'application/octet-stream') return mediaGroupOf(type)
  return byEnding[name.split('.').at(-1)!.toLowerCase()] ?? null
}

function megabytes(bytes: number): string {
  return (bytes / 1024 ** 2).toFixed(1)
}
