import type pg from 'pg'
import { openLedgerOf } from '../../src/database/voting/ledger.ts'
import { readPolicy, type VotePolicy } from '../../src/domain/voting/policy.ts'
import type { RoundState } from '../../src/domain/voting/decide.ts'

type Client = Pick<pg.Client, 'query'>

const hour = 3_600_000

/** What is left out of a policy in tests: open for a day, five a day, one a work, counts after the close. */
export const usualPolicy = (): Record<string, unknown> => ({
  window: {
    from: new Date(Date.now() - hour).toISOString(),
    to: new Date(Date.now() + 24 * hour).toISOString(),
  },
  period: { kind: 'day' },
  votesPerPeriod: 5,
  votesPerEntryPerPeriod: 1,
  votesPerEntry: null,
  ballot: { min: 1, max: 5 },
  counts: { shown: 'afterClose' },
  voters: 'participants',
  minimumAgeHours: 0,
})

export type TestRound = { id: number; slug: string; policy: VotePolicy }

/**
 * A round with its ledger, as the staff’s side would leave it: the campaign of the template, candidates
 * numbered from 1 in the order given. What `policy` leaves out is as in {@link usualPolicy}.
 */
export async function makeRound(
  client: Client,
  {
    slug,
    entries,
    policy: changed = {},
    state = 'open',
    title = `投票 ${slug}`,
    tracks = [],
  }: {
    slug: string
    entries: readonly string[]
    policy?: Record<string, unknown>
    state?: RoundState
    title?: string
    tracks?: readonly string[]
  },
): Promise<TestRound> {
  const data = { ...usualPolicy(), ...changed }
  const { policy, findings } = readPolicy(data)
  if (!policy) throw new Error(JSON.stringify(findings))
  const { rows } = await client.query(
    `insert into vote_rounds (title, slug, campaign_id, window_from, window_to, counts_shown, state)
     select $1, $2, (select min(id) from campaigns), $3, $4, $5, $6 returning id`,
    [title, slug, policy.window.from, policy.window.to, policy.counts.shown, state],
  )
  const id = Number(rows[0].id)
  await client.query(
    `insert into ballot_rounds (round_id, slug, title, about, campaign, tracks, state, policy, opened_at, closed_at)
     values ($1, $2, $3, '请为好作品投票', '2022', $4, $5::text, $6,
       case when $5::text <> 'draft' then clock_timestamp() end, case when $5::text = 'closed' then clock_timestamp() end)`,
    [id, slug, title, tracks, state, JSON.stringify(policy)],
  )
  await client.query(
    `insert into ballot_candidates (round_id, number, entry)
     select $1, at, entry from unnest($2::text[]) with ordinality as listed (entry, at)`,
    [id, entries],
  )
  await openLedgerOf((text, values) => client.query(text, values as unknown[]), id, policy)
  return { id, slug, policy }
}

/** What somebody of the staff would do to a round by hand. */
export async function setState(client: Client, { id }: TestRound, state: RoundState) {
  await client.query('update ballot_rounds set state = $2 where round_id = $1', [id, state])
}

/** Changes the policy as data, whatever votes are in: for tests of time, which cannot wait for it. */
export async function setPolicy(
  client: Client,
  { id }: TestRound,
  policy: Record<string, unknown>,
): Promise<void> {
  await client.query('update ballot_rounds set policy = policy || $2::jsonb where round_id = $1', [
    id,
    JSON.stringify(policy),
  ])
}

/** A participant who came so many hours ago. Returns the row's id. */
export async function makeVoter(
  client: Client,
  { member = false, hoursAgo = 100 }: { member?: boolean; hoursAgo?: number } = {},
): Promise<number> {
  const { rows } = await client.query(
    `insert into participants (member, created_at) values ($1, now() - $2 * interval '1 hour') returning id`,
    [member, hoursAgo],
  )
  return rows[0].id
}
