import { createLocalReq } from 'payload'
import { isEntryKind } from '../../domain/kinds.ts'
import { textsToCompare } from '../../domain/likeness/entry-texts.ts'
import { inTransaction } from '../../database/sql.ts'
import { nearPictures } from '../../database/likeness/near-pictures.ts'
import { nearTexts, storeTextPrints } from '../../database/likeness/near-texts.ts'
import { forgetWork, hideWork, storePairs } from '../../database/likeness/pairs.ts'
import type { JobHandler } from '../../hooks/job-handlers.ts'

/**
 * Compares one work with all others that were ever sent in, whatever their unit and year. Its own
 * prints are there for others to find before it looks for theirs: of two works that are compared at
 * the same time at least one finds the other.
 */
export const compareEntry: JobHandler = async ({ payload, data, finish }) => {
  const { kind, id } = data
  if (!isEntryKind(kind) || typeof id !== 'number') throw new Error('The job names no entry')
  const work = { kind, id }
  const entry = await payload.findByID({
    collection: kind as 'videos',
    id,
    depth: 0,
    disableErrors: true,
  })
  if (!entry) return finish((req) => forgetWork(req, work))
  // A draft, a reopened one too, is nobody else's business.
  if (entry.status === 'draft') return finish((req) => hideWork(req, work))
  const texts = textsToCompare(kind, entry as unknown as Record<string, unknown>)
  const req = await createLocalReq({}, payload)
  await inTransaction(req, () => storeTextPrints(req, work, texts))
  const found = [
    ...(await nearPictures({ payload }, work)),
    ...(await nearTexts({ payload }, work, texts)),
  ]
  await finish((req) => storePairs(req, work, found))
}
