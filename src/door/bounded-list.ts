import { queryLimits, turnedAway, withParameter } from './query-check.ts'

/** How many documents one bulk action (`PATCH` or `DELETE` on a whole collection) may touch. */
export const bulkLimit = 1_000

type Asked = { method: string; path: string; query: Record<string, unknown>; inAdmin: boolean }

/**
 * Gives every list a bound. `limit=0` means “everything” to Payload and is refused, but for the two
 * places where its own admin sends it (read in @payloadcms/ui 3.90.1): bulk actions of the list view,
 * which get {@link bulkLimit}, and the count of the trash, which reads `totalDocs` alone.
 *
 * @returns the query string to go on with
 * @throws TurnedAway 400
 */
export function boundedList(search: string, { method, path, query, inAdmin }: Asked): string {
  const { limit, pagination, trash } = query
  const isBulk = ['PATCH', 'DELETE'].includes(method) && /^\/api\/[^/]+$/.test(path)
  if (isBulk && (limit === undefined || (limit === '0' && inAdmin))) {
    return withParameter(search, 'limit', String(bulkLimit))
  }
  if (limit === '0') {
    if (inAdmin && method === 'GET' && trash === 'true') return withParameter(search, 'limit', '1')
    throw turnedAway({ code: 'limit', part: 'limit', limit: queryLimits.limit })
  }
  if (limit === undefined && pagination === 'false') {
    return withParameter(search, 'limit', String(queryLimits.limit))
  }
  return search
}
