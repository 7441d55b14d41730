import type pg from 'pg'
import { readPolicy, type VotePolicy } from '../../domain/voting/policy.ts'
import { readingOf } from './batch-statements.ts'

/** A round as a node knows it: how its ballots are read. Its rules are looked at in every batch. */
export type BallotRound = {
  id: number
  slug: string
  policy: VotePolicy
  policyText: string
  turnsFrom: number
  reading: { name: string; text: string }
}

/** @throws for a policy that is none: nothing is opened with such */
export function ballotRound(given: {
  id: number
  slug: string
  policyText: string
  turnsFrom: number
}): BallotRound {
  const { id, slug, policyText, turnsFrom } = given
  const { policy } = readPolicy(JSON.parse(policyText))
  if (!policy) throw new Error(`The policy of round ${slug} cannot be read`)
  return { id, slug, policyText, turnsFrom, policy, reading: readingOf(id, policy, turnsFrom) }
}

/** The round of this name, if there is one and its part of the ledger is there. */
export async function findRound(
  client: pg.PoolClient,
  slug: string,
): Promise<BallotRound | undefined> {
  const { rows } = await client.query({
    name: 'round of ballots',
    text: `select round_id as id, slug, policy::text as "policyText", turns_from as "turnsFrom"
      from ballot_rounds where slug = $1 and to_regclass('votes_' || round_id) is not null`,
    values: [slug],
  })
  return rows[0] && ballotRound(rows[0])
}
