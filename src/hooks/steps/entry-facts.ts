import type { EntryKind } from '../../domain/kinds.ts'
import { caseSections, categoryFields, type EntryFacts } from '../../domain/rules/index.ts'

/** What is known of a stored file. */
export type StoredFile = {
  id: number
  mimeType?: string | null
  filesize?: number | null
  width?: number | null
  height?: number | null
  /** Measured; null while nobody has looked into the file. */
  durationSeconds?: number | null
}

type Asked = {
  kind: EntryKind
  /** Field values by name; anything a form may hold. */
  entry: Record<string, unknown>
  /** Which files stand in which field. Files that are not known are left out. */
  uses: readonly { id: number; field: string }[]
  files: ReadonlyMap<number, StoredFile>
  themes: readonly string[]
  now: Date
}

/** An entry as its rules look at it: the same for the server's check and for the one while typing. */
export function entryFacts({ kind, entry, uses, files, themes, now }: Asked): EntryFacts {
  const sections = caseSections.map(({ name }) => entry[name] ?? '').join('\n')
  return {
    kind,
    subtype: entry.subtype as string | undefined,
    title: entry.title as string | undefined,
    summary: entry.summary as string | undefined,
    theme: entry.theme as string | undefined,
    authors: (entry.authors ?? []) as EntryFacts['authors'],
    fields: entry,
    body: kind === 'cases' ? sections : (entry.body as string | undefined),
    files: uses.flatMap(({ id, field }) => {
      const file = files.get(id)
      if (!file) return []
      const { width, height, durationSeconds } = file
      return [
        {
          ...{ role: field, mimeType: file.mimeType ?? '', bytes: file.filesize ?? 0 },
          ...{ width, height, durationSeconds },
        },
      ]
    }),
    now,
    themes,
  }
}

/** The names of the fields of a kind that hold files. */
export function fileFields(kind: EntryKind): string[] {
  const own = Object.entries(categoryFields[kind]).filter(([, shape]) => /^files?$/.test(shape))
  return ['cover', ...own.map(([name]) => name)]
}
