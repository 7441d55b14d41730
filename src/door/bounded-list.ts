import { isWhole, queryLimits, turnedAway, withParameter } from './query-check.ts'

/** How many documents one bulk action (`PATCH` or `DELETE` on a whole collection) may touch. */
export const bulkLimit = 1_000

type Asked = { method: string; path: string; query: Record<string, unknown>; inAdmin: boolean }

/**
 * Gives every list a bound of 100 documents, every bulk action one of {@link bulkLimit}. `limit=0` means
 * “everything” to Payload and is refused, but for the places where its own admin sends it or a number
 * over the bound (read in @payloadcms/ui 3.90.1):
 * - bulk actions of the list view: `limit=0`, or none (EditMany, PublishMany, DeleteMany, RestoreMany);
 * - the count of the trash, which reads `totalDocs` alone: `limit=0` (ListEmptyTrashButton);
 * - the names in relation columns: `limit=250` for the ids on the page (RelationshipProvider).
 *
 * @returns the query string to go on with
 * @throws TurnedAway 400
 */
export function boundedList(search: string, asked: Asked): string {
  const { limit, pagination } = asked.query
  const bound = asked.inAdmin ? boundForAdmin(asked) : undefined
  if (bound !== undefined) return withParameter(search, 'limit', String(bound))
  if (limit !== undefined && !isWhole(limit, 1, queryLimits.limit)) {
    throw turnedAway({ code: 'limit', part: 'limit', limit: queryLimits.limit })
  }
  if (limit !== undefined) return search
  if (isBulk(asked)) return withParameter(search, 'limit', String(bulkLimit))
  if (pagination === 'false') return withParameter(search, 'limit', String(queryLimits.limit))
  return search
}

function boundForAdmin(asked: Asked): number | undefined {
  const { limit, trash, where } = asked.query
  if (limit === '0' && isBulk(asked)) return bulkLimit
  if (asked.method !== 'GET') return undefined
  if (limit === '0' && trash === 'true') return 1
  const byId = (where as { id?: { in?: unknown } } | undefined)?.id?.in
  return limit === '250' && byId !== undefined ? queryLimits.limit : undefined
}

function isBulk({ method, path }: Asked): boolean {
  return ['PATCH', 'DELETE'].includes(method) && /^\/api\/[^/]+\/?$/.test(path)
}
