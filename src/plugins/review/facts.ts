import type { PayloadRequest } from 'payload'
import { usesOf } from '../../collections/entries/media-use.ts'
import { caseSections, checkEntry, type EntryFacts, type Finding, type TrackRule } from '../../domain/rules/index.ts'
import type { EntryKind } from '../../domain/kinds.ts'
import type { Track } from '../../payload-types.ts'
import type { Entry } from './entry-request.ts'

/** What the track's rules find in an entry as it stands, blocking findings first. */
export async function findingsOf(req: PayloadRequest, question: { kind: EntryKind; entry: Entry; track: Track; now: Date }): Promise<Finding[]> {
  const rules = (question.track.rules ?? []) as unknown as TrackRule[]
  return checkEntry({ rules, facts: await factsOf(req, question) })
}

async function factsOf(req: PayloadRequest, { kind, entry, track, now }: { kind: EntryKind; entry: Entry; track: Track; now: Date }): Promise<EntryFacts> {
  const uses = usesOf(entry, req.payload.collections[kind].config)
  const { docs } = await req.payload.find({
    collection: 'media',
    where: { id: { in: uses.map(({ id }) => id) } },
    depth: 0,
    pagination: false,
    req,
  })
  const byId = new Map(docs.map((doc) => [doc.id, doc]))
  return {
    kind,
    subtype: entry.subtype,
    title: entry.title,
    summary: entry.summary,
    theme: entry.theme,
    authors: entry.authors ?? [],
    fields: entry,
    body: kind === 'cases' ? caseSections.map(({ name }) => entry[name] ?? '').join('\n') : (entry.body as string | undefined),
    files: uses.flatMap(({ id, field }) => {
      const file = byId.get(id)
      if (!file) return []
      return [{ role: field, mimeType: file.mimeType ?? '', bytes: file.filesize ?? 0, width: file.width, height: file.height }]
    }),
    now,
    themes: track.themes ?? [],
  }
}
