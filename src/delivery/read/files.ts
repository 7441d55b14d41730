import { cacheUntilChanged, type Matches } from '../cache.ts'
import type { Core } from '../core.ts'
import { Problem, notFound } from '../problem.ts'

export type PublicFile = { owner: string; type: string }

export type PublicFiles = {
  /** The public file of this name, or null. What is not there is looked for anew each time. */
  find: (name: string) => Promise<PublicFile | null>
}

/** Which files anybody may fetch: those that the read model names, and no other one on the disk. */
export function publicFiles({
  database,
  changes,
}: Pick<Core, 'database' | 'changes'>): PublicFiles {
  const cache = cacheUntilChanged<PublicFile>({
    maxBytes: 8 * 2 ** 20,
    bytesOf: ({ owner, type }) => 2 * (owner.length + type.length),
    changes,
  })
  const load = async (name: string) => {
    const [row] = await database.read<PublicFile>(
      'public file',
      'select owner, type from showcase_files where name = $1',
      [name],
    )
    if (!row) throw notFound()
    return { value: row, matches: belongsTo(row.owner) }
  }
  return {
    async find(name) {
      // PostgreSQL takes no NUL, and no file system a longer name.
      if (name.length > 255 || name.includes('\0')) return null
      try {
        return await cache.through(name, () => load(name))
      } catch (error) {
        if (error instanceof Problem && error.code === 'not-found') return null
        throw error
      }
    },
  }
}

function belongsTo(owner: string): Matches {
  const entry = owner.startsWith('entry:') ? owner.slice('entry:'.length) : undefined
  return (change) => {
    if (entry !== undefined) return 'entry' in change && change.entry === entry
    return 'document' in change && change.document === 'article'
  }
}
