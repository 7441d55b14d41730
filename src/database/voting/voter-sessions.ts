import type pg from 'pg'

type Asked = { participant: number; epoch: number | undefined }
type Voter = { epoch: number; isGone: boolean; isBlocked: boolean }

/** Why a session casts nothing, undefined when it stands. A voter who is not there is gone. */
export function sessionEnd(
  voter: Voter | undefined,
  epoch: number | undefined,
): 'over' | 'blocked' | undefined {
  if (epoch === undefined) return undefined
  if (!voter || voter.isGone || voter.epoch !== epoch) return 'over'
  return voter.isBlocked ? 'blocked' : undefined
}

/** The same of many, in their order, where no transaction reads the voters anyway. */
export async function sessionsOf(
  client: pg.PoolClient,
  ballots: readonly Asked[],
): Promise<('over' | 'blocked' | undefined)[]> {
  const { rows } = await client.query<Voter & { id: number }>({
    name: 'sessions of voters',
    text: `select id, epoch::int as epoch, blocked_at is not null as "isBlocked",
        merged_into is not null or erased_at is not null as "isGone"
      from participants where id = any($1::int[])`,
    values: [`{${ballots.map(({ participant }) => participant).join()}}`],
  })
  const voters = new Map(rows.map((row) => [row.id, row]))
  return ballots.map(({ participant, epoch }) => sessionEnd(voters.get(participant), epoch))
}
