import type { Payload } from 'payload'
import { usesOf } from '../../fields/file-uses.ts'
import { textsOf, type EntryText } from '../../domain/content-safety/entry-texts.ts'
import type { EntryKind } from '../../domain/kinds.ts'

type Work = { kind: EntryKind; id: number }

/** Every text of a work as it now stands; null when it is gone. */
export async function readTexts(payload: Payload, work: Work): Promise<EntryText[] | null> {
  const read = await readWork(payload, work)
  return read && read.texts
}

/** A picture or film of a work, with the field that holds it. */
export type WorkFile = { mediaId: number; path: string; filename: string; mimeType: string }

/** A work's texts and files; null when it is gone. */
export async function readWork(
  payload: Payload,
  { kind, id }: Work,
): Promise<{ entry: Record<string, unknown>; texts: EntryText[]; files: WorkFile[] } | null> {
  const doc = await payload.findByID({
    collection: kind as 'videos',
    id,
    depth: 0,
    disableErrors: true,
  })
  if (!doc) return null
  const entry = doc as unknown as Record<string, unknown>
  const uses = usesOf(entry, payload.collections[kind].config)
  const { docs } = await payload.find({
    collection: 'media',
    where: { id: { in: uses.map((use) => use.id) } },
    depth: 0,
    pagination: false,
  })
  const media = new Map(docs.map((file) => [file.id, file]))
  const texts = textsOf(
    kind,
    entry,
    uses.map((use) => ({ field: use.field, alt: media.get(use.id)?.alt })),
  )
  const files = uses.flatMap((use): WorkFile[] => {
    const file = media.get(use.id)
    if (!file?.filename) return []
    const { filename, mimeType } = file
    return [{ mediaId: use.id, path: use.field, filename, mimeType: mimeType ?? '' }]
  })
  return { entry, texts, files }
}
