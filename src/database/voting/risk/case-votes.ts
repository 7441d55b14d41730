import { needsTraces, type CaseQuery } from '../../../domain/voting/cases.ts'

/** Runs a statement with `$1`, `$2` … in the transaction of whoever asks. */
export type Run = <Row extends Record<string, unknown>>(
  text: string,
  values: readonly unknown[],
) => Promise<Row[]>

/** The most votes that one case may be about; more are several cases. */
export const mostVotes = 500_000
/** So many votes are shown of a case, drawn by lot. */
const sampleSize = 50

/** What a case’s query finds now, in numbers, and some of it. */
export type CaseEvidence = {
  votes: number
  voters: number
  /** Votes whose traces are still kept; the numbers below are of these. */
  traced: number
  networks: number
  devices: number
  /** Votes of identities younger than a day. */
  young: number
  first: Date | null
  last: Date | null
  /** Works with most of these votes. */
  entries: { number: number; entry: string; title: string | null; votes: number }[]
  rows: SampledVote[]
}

export type SampledVote = {
  vote: string
  number: number
  entry: string
  participant: number
  at: Date
  /** Age of the identity. */
  hours: number | null
  network: string | null
  device: string | null
}

/**
 * Finds the votes of a case in the ledger, those that are void already left out.
 *
 * @param freeze writes them down as the votes of this case: exactly these are made void
 */
export async function findCaseVotes(
  run: Run,
  { caseId, roundId, query }: { caseId: number; roundId: number; query: CaseQuery },
  { freeze = false } = {},
): Promise<CaseEvidence> {
  const values: unknown[] = [roundId, caseId]
  const value = (one: unknown) => `$${values.push(one)}`
  const found = needsTraces(query) ? fromTraces(query, value) : fromVotes(query, value)
  const [row] = await run<{ evidence: Evidence }>(
    `with found as materialized (
       ${found} limit ${mostVotes + 1}
     ), frozen as (
       ${freeze ? 'insert into vote_case_votes (case_id, vote_id, number) select $2::int, vote_id, number from found where (select count(*) from found) <= ' + mostVotes : 'select 1'}
     ), named as materialized (
       select c.number, c.entry, s.card ->> 'title' as title
       from ballot_candidates c left join showcase_entries s on s.id = c.entry where c.round_id = $1
     )
     select json_build_object(
       'votes', count(*), 'voters', count(distinct participant_id), 'traced', count(since),
       'networks', count(distinct network), 'devices', count(distinct device),
       'young', count(*) filter (where at - since < interval '24 hours'),
       'first', min(at), 'last', max(at),
       'entries', (select coalesce(json_agg(e), '[]') from (
          select number, entry, title, count(*)::int as votes from found join named using (number)
          group by 1, 2, 3 order by 4 desc, 1 limit 20) e),
       'rows', (select coalesce(json_agg(r), '[]') from (
          select vote_id::text as vote, number, entry, participant_id as participant, at,
            floor(extract(epoch from at - since) / 3600)::int as hours, network, device
          from found join named using (number)
          -- By lot, and the same lot for whoever looks again.
          order by md5(vote_id::text || ':' || $2::int) limit ${sampleSize}) r)
     ) as evidence from found`,
    values,
  )
  return readEvidence(row!.evidence)
}

/** Makes the frozen votes of a case void. Those that another case made so meanwhile stay its own. */
export async function voidCaseVotes(
  run: Run,
  { caseId, roundId, class: of }: { caseId: number; roundId: number; class: string },
): Promise<number> {
  const [row] = await run<{ voided: number }>(
    `with made as (
       insert into vote_voids (round_id, vote_id, number, class, case_id)
       select $2::int, vote_id, number, $3::text, $1::int from vote_case_votes where case_id = $1::int
       order by vote_id
       on conflict (round_id, vote_id) do nothing returning 1)
     select count(*)::int as voided from made`,
    [caseId, roundId, of],
  )
  return row!.voided
}

type Value = (one: unknown) => string

// With a trace everything that is asked for stands in the trace, but whether the vote is there at all.
function fromTraces(query: CaseQuery, value: Value): string {
  const { network, device, youngerThanHours, sharedBy } = query
  return `select t.vote_id, t.number, t.participant_id, t.at, t.since, t.network, t.device
    from vote_traces t
    where ${conditions(query, 't', value).join(' and ')}
      ${network === undefined ? '' : `and t.network = ${value(network)}`}
      ${device === undefined ? '' : `and t.device = ${value(device)}`}
      ${youngerThanHours === undefined ? '' : `and t.at - t.since < make_interval(hours => ${value(youngerThanHours)}::int)`}
      ${
        sharedBy === undefined
          ? ''
          : `and t.device in (select device from vote_traces where round_id = $1 and device is not null
               group by device having count(distinct participant_id) >= ${value(sharedBy)}::int)`
      }
      and exists (select from votes v where v.round_id = $1
        and v.participant_id = t.participant_id and v.id = t.vote_id)
      and ${notVoid('t.vote_id')}`
}

function fromVotes(query: CaseQuery, value: Value): string {
  return `select v.id as vote_id, v.number, v.participant_id, v.at, t.since, t.network, t.device
    from votes v left join vote_traces t on t.vote_id = v.id
    where ${conditions(query, 'v', value).join(' and ')} and ${notVoid('v.id')}`
}

function conditions(
  { entry, from, to, participants }: CaseQuery,
  table: 't' | 'v',
  value: Value,
): string[] {
  const all = [`${table}.round_id = $1`]
  if (entry !== undefined) {
    all.push(
      `${table}.number = (select number from ballot_candidates where round_id = $1 and entry = ${value(entry)})`,
    )
  }
  if (from !== undefined) all.push(`${table}.at >= ${value(from)}::timestamptz`)
  if (to !== undefined) all.push(`${table}.at < ${value(to)}::timestamptz`)
  if (participants !== undefined) {
    const ids = value(participants)
    all.push(
      `${table}.participant_id in (select id from participants where id = any(${ids}::int[]) or merged_into = any(${ids}::int[]))`,
    )
  }
  return all
}

const notVoid = (vote: string) =>
  `not exists (select from vote_voids x where x.round_id = $1 and x.vote_id = ${vote})`

type InJson<T> = { [K in keyof T]: T[K] extends Date | null ? string | null : T[K] }
type Evidence = Omit<InJson<CaseEvidence>, 'rows'> & { rows: InJson<SampledVote>[] }

function readEvidence({ first, last, rows, ...rest }: Evidence): CaseEvidence {
  const date = (text: string | null) => (text === null ? null : new Date(text))
  return {
    ...rest,
    ...{ first: date(first), last: date(last) },
    rows: rows.map(({ at, ...row }) => ({ ...row, at: new Date(at as string) })),
  }
}
