import { createLocalReq, type Payload } from 'payload'
import { activeMatcher } from '../../database/content-safety/lists.ts'
import { forgetChecks, markChecked } from '../../database/content-safety/checks.ts'
import { storeHits, type StoredHit } from '../../database/content-safety/hits.ts'
import { inTransaction, queryAlone, sql } from '../../database/sql.ts'
import { excerptOf } from '../../domain/content-safety/excerpt.ts'
import { findHits, type Matcher } from '../../domain/content-safety/find-hits.ts'
import { entryKindList, isEntryKind, type EntryKind } from '../../domain/kinds.ts'
import type { JobHandler } from '../../hooks/job-handlers.ts'
import { readTexts } from './read-texts.ts'

/** Looks for the words of all active lists in one work. */
export const checkWords: JobHandler = async ({ payload, data, finish }) => {
  const work = workIn(data)
  const hits = await hitsIn(payload, await activeMatcher(payload), work)
  await finish((req) => (hits ? storeHits(req, work, hits) : forgetChecks(req, work)))
}

/** After a change of a list: looks at every work under review once more, one after the other. */
export const checkAllWords: JobHandler = async ({ payload, progress, signal }) => {
  const matcher = await activeMatcher(payload)
  const works = await underReview(payload)
  for (const [index, work] of works.entries()) {
    signal.throwIfAborted()
    const req = await createLocalReq({}, payload)
    await inTransaction(req, async () => {
      // Held before it is read: what an edit's own check found is never written over by older words.
      await markChecked(req, work, 'words', 0)
      const hits = await hitsIn(payload, matcher, work)
      if (hits) await storeHits(req, work, hits)
    })
    await progress((index + 1) / works.length)
  }
}

/** The work that a job's data names. */
export function workIn({ kind, id }: Record<string, unknown>): { kind: EntryKind; id: number } {
  if (!isEntryKind(kind) || typeof id !== 'number') throw new Error('The job names no entry')
  return { kind, id }
}

/** Null when the work is gone. */
async function hitsIn(
  payload: Payload,
  matcher: Matcher,
  work: { kind: EntryKind; id: number },
): Promise<StoredHit[] | null> {
  const texts = await readTexts(payload, work)
  if (!texts) return null
  return texts.flatMap(({ path, text }) =>
    findHits(matcher, text).map((hit) => ({
      path,
      ...hit,
      ...excerptOf(text, hit.start, hit.end),
    })),
  )
}

async function underReview(payload: Payload): Promise<{ kind: EntryKind; id: number }[]> {
  const works: { kind: EntryKind; id: number }[] = []
  for (const kind of entryKindList) {
    const rows = await queryAlone<{ id: number }>(
      payload,
      sql`select id from ${sql.identifier(kind)}
        where status in ('submitted', 'recommended', 'accepted') order by id`,
    )
    works.push(...rows.map(({ id }) => ({ kind, id })))
  }
  return works
}
