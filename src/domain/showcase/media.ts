import { mediaGroupOf } from '../media-types.ts'

/** A file's row, as far as it matters here. */
export type StoredFile = {
  id: number
  alt: string | null
  filename: string | null
  mimeType: string | null
  bytes: number | null
  width: number | null
  height: number | null
  sizes: Partial<Record<CopyName, StoredCopy>>
}

export type CopyName = 'wide' | 'card' | 'thumb'

export type StoredCopy = {
  filename: string | null
  mimeType: string | null
  bytes: number | null
  width: number | null
  height: number | null
}

export type Picture = { url: string; width: number; height: number }

/** A file as the public sees it. `role` is the name of the field that holds it. */
export type MediaItem = {
  role: string
  type: 'image' | 'video' | 'audio'
  mimeType: string
  url: string
  width: number | null
  height: number | null
  bytes: number | null
  alt: string | null
  sizes: Record<CopyName, Picture> | null
}

/** A name that anybody may fetch. */
export type PublicFile = { name: string; type: string; bytes: number | null }

type Copy = PublicFile & Picture

const copyNames = ['wide', 'card', 'thumb'] as const

/** Files have their address, relative to wherever the API is. */
export const mediaUrl = (name: string): string => `/v1/media/${name}`

/**
 * A file as it is shown, with the names that may be fetched because of it; null for what is never
 * shown: documents, and pictures without a copy. Of a picture only copies go out, which carry neither
 * place nor camera; a missing copy is stood in for by the next larger one.
 */
export function shownFile(
  role: string,
  file: StoredFile,
): { item: MediaItem; files: PublicFile[] } | null {
  const { filename, mimeType, bytes, width, height } = file
  const type = mediaGroupOf(mimeType ?? '')
  const alt = file.alt?.trim() ? file.alt : null
  if (type === 'image') {
    const copies = copiesOf(file)
    if (!copies) return null
    const { wide } = copies
    const item = {
      ...{ role, type, mimeType: wide.type, url: wide.url, width: wide.width },
      ...{ height: wide.height, bytes: wide.bytes, alt },
      sizes: {
        wide: pictureOf(wide),
        card: pictureOf(copies.card),
        thumb: pictureOf(copies.thumb),
      },
    }
    const files = copyNames.map((name) => fileOf(copies[name]))
    return { item, files: [...new Map(files.map((one) => [one.name, one])).values()] }
  }
  if ((type !== 'video' && type !== 'audio') || !filename || !mimeType) return null
  const url = mediaUrl(filename)
  const item = { role, type, mimeType, url, width, height, bytes, alt, sizes: null }
  return { item, files: [{ name: filename, type: mimeType, bytes }] }
}

function copiesOf({ sizes }: StoredFile): Record<CopyName, Copy> | null {
  const found = copyNames.map((name) => copyOf(sizes[name]))
  const largest = found.find((copy) => copy !== null)
  if (!largest) return null
  const [wide = largest, card = wide, thumb = card] = found.map((copy) => copy ?? undefined)
  return { wide, card, thumb }
}

function copyOf(copy: StoredCopy | undefined): Copy | null {
  if (!copy?.filename || !copy.mimeType || !copy.width || !copy.height) return null
  const { filename: name, mimeType: type, bytes, width, height } = copy
  return { name, type, bytes, url: mediaUrl(name), width, height }
}

const pictureOf = ({ url, width, height }: Copy): Picture => ({ url, width, height })
const fileOf = ({ name, type, bytes }: Copy): PublicFile => ({ name, type, bytes })
