import { words } from '../../words.ts'
import { refuse } from './refusals.ts'
import type { Checked } from './check.ts'

/**
 * Several works in one request, `{ work, … }` each, as a phone sends them that was offline. A work that
 * stands twice is refused: which of the two is meant cannot be known.
 *
 * @param most the most rows of a request
 */
export function readBatch(
  given: unknown,
  most = 200,
): Checked<{ work: string; row: Record<string, unknown> }[]> {
  if (!Array.isArray(given) || given.length > most) {
    const message = words(`应为列表，最多 ${most} 件`, `Must be a list of at most ${most} works`)
    return { ok: false, refusals: [refuse('not-a-list', '', message)] }
  }
  const seen = new Set<string>()
  const refusals = []
  const rows = []
  for (const [index, raw] of (given as unknown[]).entries()) {
    const row = (typeof raw === 'object' && raw !== null ? raw : {}) as Record<string, unknown>
    const { work } = row
    if (typeof work !== 'string' || work === '') {
      const message = words('未写明作品', 'The row names no work')
      refusals.push(refuse('work-unknown', `${index}.work`, message))
    } else if (seen.has(work)) {
      const message = words(`作品 ${work} 出现两次`, `${work} stands twice`)
      refusals.push(refuse('work-twice', `${index}.work`, message))
    } else {
      seen.add(work)
      rows.push({ work, row })
    }
  }
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, value: rows }
}
