import type { PoolClient } from 'pg'
import { participantTables } from '../../../database/participant-tables.ts'
import { lockAllRounds } from '../../../database/voting/ledger.ts'

/**
 * Makes one participant of several that are one person: the oldest stays and gets all that the others
 * have. For a transaction that holds the merging to itself. Limits then count the union.
 *
 * @param ids of participants that are not merged yet, two or more
 * @returns the one that stays
 */
export async function mergeParticipants(client: PoolClient, ids: number[]): Promise<number> {
  const [stays, ...others] = [...ids].sort((a, b) => a - b) as [number, ...number[]]
  await client.query('select id from participants where id = any($1) order by id for update', [ids])
  // Ballots are decided by who is one person: none is under way while that changes.
  await lockAllRounds((text, values) => client.query(text, [...values]))
  for (const { table, merging } of participantTables) {
    if (merging === 'stay') continue
    const statement =
      merging === 'drop'
        ? `delete from ${table} where participant_id = any($1)`
        : `update ${table} set participant_id = $2 where participant_id = any($1)`
    await client.query(statement, merging === 'drop' ? [others] : [others, stays])
  }
  // Whoever was kept out through one door does not come in through another.
  await client.query(
    `update participants p set member = m.member, phone_verified = m.verified, blocked_at = m.blocked,
       created_at = m.created
     from (select bool_or(member) as member, bool_or(phone_verified) as verified,
             min(blocked_at) as blocked, min(created_at) as created
           from participants where id = any($1)) m
     where p.id = $2`,
    [ids, stays],
  )
  await client.query(
    `update participants set merged_into = $2, epoch = epoch + case when id = any($1) then 1 else 0 end
     where id = any($1) or merged_into = any($1)`,
    [others, stays],
  )
  return stays
}
