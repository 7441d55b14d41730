import type { PayloadRequest } from 'payload'
import { query, sql } from '../../database/sql.ts'
import type { EntryKind } from '../../domain/kinds.ts'
import { formatPublicId } from '../../domain/public-id.ts'
import type { Campaign } from '../../payload-types.ts'

/**
 * The next number of a campaign and kind. The counter's row stays locked until the transaction ends:
 * a step that is undone gives its number back, so there are no gaps.
 */
export async function nextPublicId(
  req: PayloadRequest,
  campaign: Campaign,
  kind: EntryKind,
): Promise<string> {
  const [row] = await query<{ last: number }>(
    req,
    sql`
    insert into public_id_counters (campaign_id, kind, last) values (${campaign.id}, ${kind}, 1)
    on conflict (campaign_id, kind) do update set last = public_id_counters.last + 1
    returning last`,
  )
  return formatPublicId({ year: campaign.year, kind, number: row!.last })
}
