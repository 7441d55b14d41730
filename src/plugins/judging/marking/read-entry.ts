import type { CollectionSlug, PayloadRequest } from 'payload'
import { filesById } from '../../../database/showcase/stored-files.ts'
import { judgedDocuments, judgedMedia } from '../../../domain/judging/shown-fields.ts'
import type { EntryKind } from '../../../domain/kinds.ts'
import { mediaGroupOf } from '../../../domain/media-types.ts'
import { shownFile, type PublicFile, type StoredFile } from '../../../domain/showcase/media.ts'
import { idsOf } from '../../../domain/showcase/values.ts'

export type JudgedFile = PublicFile & {
  group: 'image' | 'video' | 'audio' | 'document'
  width: number | null
  height: number | null
  seconds: number | null
  /** A smaller copy of a picture; a still of a film, the waveform of a sound. */
  preview: PublicFile | null
  poster: PublicFile | null
}

export type JudgedEntry = {
  entry: Readonly<Record<string, unknown>>
  files: JudgedFile[]
  /** Files that are not ready yet, and documents that a blind round keeps back. */
  pending: number
  withheld: number
}

/**
 * A work as judges get it, whether or not it is published: read below access, since what they see is
 * decided by the tables of shown fields alone. Of its files only what was made of them is named, which
 * carries neither place, camera, author nor title; of documents the file itself, in rounds that are not
 * blind.
 */
export async function readJudgedEntry(
  req: PayloadRequest,
  { kind, publicId, blind }: { kind: EntryKind; publicId: string; blind: boolean },
): Promise<JudgedEntry> {
  const entry = await req.payload.db.findOne<{ id: number } & Record<string, unknown>>({
    collection: kind as CollectionSlug,
    where: { publicId: { equals: publicId } },
    req,
  })
  if (!entry) throw new Error(`${publicId} is judged but not there`)
  const roles = judgedMedia(kind, blind)
  const documents = judgedDocuments(kind)
  const ids = [...new Set([...roles, ...documents].flatMap((role) => idsOf(entry[role])))]
  const stored = await filesById(req, ids, 'none')
  const shown = roles.flatMap((role) =>
    idsOf(entry[role]).map((id) => judgedFile(role, stored.get(id))),
  )
  const papers = documents.flatMap((role) => idsOf(entry[role]).map((id) => stored.get(id)))
  const files = shown.flatMap((one) => one ?? [])
  return {
    entry,
    files: blind ? files : [...files, ...papers.flatMap((one) => documentOf(one) ?? [])],
    pending: shown.length - files.length,
    withheld: blind ? papers.length : 0,
  }
}

function judgedFile(role: string, file: StoredFile | undefined): JudgedFile | null {
  // As if it came from outside: never the original, staff's own works neither.
  const shown = file && shownFile(role, { ...file, isFromOutside: true })
  if (!shown) return null
  const { item, files } = shown
  const named = (url: string | undefined) => files.find(({ name }) => url?.endsWith(`/${name}`))
  const main = named(item.url)
  if (!main) return null
  return {
    ...main,
    ...{ group: item.type, width: item.width, height: item.height, seconds: item.durationSeconds },
    preview: named(item.sizes?.card.url) ?? null,
    poster: named(item.poster?.url) ?? null,
  }
}

function documentOf(file: StoredFile | undefined): JudgedFile | null {
  if (!file?.filename || !file.mimeType) return null
  const group = mediaGroupOf(file.mimeType)
  if (group === 'image') return judgedFile('attachments', file)
  if (group !== 'document') return null
  const { filename: name, mimeType: type, bytes } = file
  const nothing = { width: null, height: null, seconds: null, preview: null, poster: null }
  return { name, type, bytes, group, ...nothing }
}
