import type { RenditionName } from '../media/made.ts'
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
  /** Sent by a participant: its original is shown to nobody outside. */
  isFromOutside?: boolean
  /** What was found out and made of it; absent or null until the file is ready. */
  ready?: ReadyFile | null
}

export type ReadyFile = {
  durationSeconds: number | null
  facts: Readonly<Record<string, unknown>>
  renditions: readonly StoredRendition[]
}

export type StoredRendition = StoredCopy & { name: RenditionName; durationSeconds: number | null }

export type CopyName = 'wide' | 'card' | 'thumb'

export type StoredCopy = {
  filename: string | null
  mimeType: string | null
  bytes: number | null
  width: number | null
  height: number | null
}

/** `blurhash`, where it is known, is what a page shows until the picture is there. */
export type Picture = { url: string; width: number; height: number; blurhash: string | null }

/** A film or sound in one of the forms that are made of it. */
export type Rendition = {
  name: string
  url: string
  mimeType: string
  width: number | null
  height: number | null
  bytes: number | null
}

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
  /** Of a picture, when known. */
  blurhash: string | null
  colour: string | null
  /** Of a film or sound, once it is ready; `url` is then one of the renditions. */
  durationSeconds: number | null
  renditions: Rendition[]
  poster: Picture | null
  /** Of a sound: 200 values from 0 to 100. */
  waveform: number[] | null
}

/** A name that anybody may fetch. */
export type PublicFile = { name: string; type: string; bytes: number | null }

type Copy = PublicFile & Omit<Picture, 'blurhash'>

const copyNames = ['wide', 'card', 'thumb'] as const

/** Files have their address, relative to wherever the API is. */
export const mediaUrl = (name: string): string => `/v1/media/${name}`

/**
 * A file as it is shown, with the names that may be fetched because of it; null for what is never
 * shown: documents, pictures without a copy, and what a participant sent until something is made of
 * it. Of a picture only copies go out, which carry neither place nor camera; a missing copy is stood
 * in for by the next larger one. Of a film or sound go out its renditions, and before there are any
 * (staff may publish at once) the file itself.
 */
export function shownFile(role: string, file: StoredFile): Shown | null {
  const type = mediaGroupOf(file.mimeType ?? '')
  if (type === 'image') return shownPicture(role, file)
  if (type !== 'video' && type !== 'audio') return null
  const made = file.ready ? shownRenditions({ role, type, file, ready: file.ready }) : null
  return made ?? shownOriginal({ role, type, file })
}

export type Shown = { item: MediaItem; files: PublicFile[] }

/** What stands for a whole work in lists: a picture itself, or a film's poster or a sound's waveform. */
export function coverOf(items: readonly MediaItem[]): Picture | null {
  const picture = items.find(({ type }) => type === 'image')
  return picture?.sizes?.card ?? items.find(({ poster }) => poster)?.poster ?? null
}

function shownPicture(role: string, file: StoredFile): Shown | null {
  const copies = copiesOf(file)
  if (!copies) return null
  const { wide, card, thumb } = copies
  const blurhash = textOf(file.ready?.facts.blurhash)
  const item: MediaItem = {
    ...{ role, type: 'image', mimeType: wide.type, url: wide.url, width: wide.width },
    ...{ height: wide.height, bytes: wide.bytes, alt: altOf(file) },
    sizes: {
      wide: pictureOf(wide, blurhash),
      card: pictureOf(card, blurhash),
      thumb: pictureOf(thumb, blurhash),
    },
    ...nothingMade,
    blurhash,
    colour: textOf(file.ready?.facts.colour),
  }
  return { item, files: onceEach(copyNames.map((name) => fileOf(copies[name]))) }
}

type Moving = { role: string; type: 'video' | 'audio'; file: StoredFile }

function shownOriginal({ role, type, file }: Moving): Shown | null {
  const { filename, mimeType, bytes, width, height } = file
  if (!filename || !mimeType || file.isFromOutside) return null
  const item: MediaItem = {
    ...{ role, type, mimeType, url: mediaUrl(filename), width, height, bytes },
    ...{ alt: altOf(file), sizes: null, ...nothingMade },
    durationSeconds: file.ready?.durationSeconds ?? null,
  }
  return { item, files: [{ name: filename, type: mimeType, bytes }] }
}

/** Names of what is played, the one that `url` names first: small enough for every phone's data. */
const played = { video: ['720p', '1080p'], audio: ['audio'] } as const
const still = { video: 'poster', audio: 'waveform' } as const

function shownRenditions({ role, type, file, ready }: Moving & { ready: ReadyFile }): Shown | null {
  const named = (name: string) => ready.renditions.find((one) => one.name === name)
  const forms = played[type].flatMap((name) => renditionOf(named(name)) ?? [])
  const [first] = forms
  if (!first) return null
  const poster = copyOf(named(still[type]))
  const item: MediaItem = {
    ...{ role, type, mimeType: first.mimeType, url: first.url, width: first.width },
    ...{ height: first.height, bytes: first.bytes, alt: altOf(file), sizes: null },
    ...{ ...nothingMade, durationSeconds: ready.durationSeconds },
    renditions: forms.map(({ fileName: _, ...form }) => form),
    poster: poster && pictureOf(poster),
    waveform: type === 'audio' ? numbersOf(ready.facts.waveform) : null,
  }
  const files = forms.map(({ fileName, mimeType, bytes }) => {
    return { name: fileName, type: mimeType, bytes }
  })
  return { item, files: [...files, ...(poster ? [fileOf(poster)] : [])] }
}

const nothingMade = {
  ...{ blurhash: null, colour: null, durationSeconds: null },
  ...{ renditions: [], poster: null, waveform: null },
}

function renditionOf(
  stored: StoredRendition | undefined,
): (Rendition & { fileName: string }) | null {
  if (!stored?.filename || !stored.mimeType) return null
  const { name, filename: fileName, mimeType, width, height, bytes } = stored
  return { name, url: mediaUrl(fileName), mimeType, width, height, bytes, fileName }
}

function altOf({ alt }: StoredFile): string | null {
  return alt?.trim() ? alt : null
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function numbersOf(value: unknown): number[] | null {
  return Array.isArray(value) && value.every((one) => typeof one === 'number') ? value : null
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

const pictureOf = ({ url, width, height }: Copy, blurhash: string | null = null): Picture => ({
  ...{ url, width, height, blurhash },
})
const fileOf = ({ name, type, bytes }: Copy): PublicFile => ({ name, type, bytes })
const onceEach = (files: PublicFile[]): PublicFile[] => [
  ...new Map(files.map((one) => [one.name, one])).values(),
]
