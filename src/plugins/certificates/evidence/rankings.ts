import type { RunIn } from '../../../database/run-in.ts'
import { headOf, publicHead } from '../../../database/voting/seal/heads.ts'
import { parseLocked, type VoteFact } from '../../../domain/judging/locked.ts'
import type { RankingLine, VoteCount } from '../../../domain/results/evidence.ts'
import { iso, judgingFile } from './parts.ts'
import { valueFile, type PackFile } from './pieces.ts'

type Round = { id: number; key: string }

/** Every locked ranking of the track, how its rounds were judged, and the votes that any of them counts. */
export async function rankingFiles(run: RunIn, result: number): Promise<PackFile[]> {
  const rounds = await run<Round>(
    `select j.id, j.key from judging_rounds j join results r on r.track_id = j.track_id
      where r.id = $1 and exists (select from judging_locks l where l.round_id = j.id) order by j.window_from, j.id`,
    [result],
  )
  const files: PackFile[] = []
  const index: RankingLine[] = []
  const votes = new Map<string, VoteFact>()
  for (const round of rounds) {
    const locks = await run<{ version: number; sha256: string; at: string }>(
      `select version, sha256, ${iso('confirmed_at')} as at from judging_locks where round_id = $1 order by version`,
      [round.id],
    )
    for (const { version, sha256, at } of locks) {
      const file = `rankings/${round.key}-v${version}.json`
      index.push({ round: round.key, version, file, sha256, at })
      const text = () => textOf(run, round.id, version)
      files.push({
        name: file,
        async *pieces() {
          yield await text()
        },
      })
      const vote = parseLocked(await text())?.vote
      if (vote) votes.set(`${vote.round} ${vote.head?.number}`, vote)
    }
    files.push(judgingFile(run, round))
  }
  const counts: VoteCount[] = []
  for (const vote of votes.values()) counts.push(await countOf(run, vote))
  return [valueFile('rankings/index.json', index), ...files, valueFile('votes.json', counts)]
}

// One at a time: the marks of a large round are megabytes.
async function textOf(run: RunIn, round: number, version: number): Promise<string> {
  const [lock] = await run<{ text: string }>(
    'select text from judging_locks where round_id = $1 and version = $2',
    [round, version],
  )
  return lock!.text
}

/** A vote as a ranking counted it: what was voided after its lock is under a later head, and still counts. */
async function countOf(run: RunIn, { round, head: named }: VoteFact): Promise<VoteCount> {
  const db = {
    query: async (text: string, values: unknown[] = []) => ({ rows: await run(text, values) }),
  }
  const head = named && (await headOf(db as never, named.number))
  const [ballot] = await run<{ id: number }>(
    'select round_id as id from ballot_rounds where slug = $1',
    [round],
  )
  const votesUpTo = [head?.votesTx ?? 0, head?.votesId ?? 0]
  const voidsUpTo = [head?.voidsTx ?? 0, head?.voidsId ?? 0]
  const entries = await run<VoteCount['entries'][number]>(
    `select c.entry, (coalesce(v.count, 0) - coalesce(o.count, 0))::int as total, coalesce(o.count, 0)::int as voided
      from ballot_candidates c
      left join (select number, count(*) from votes
        where round_id = $1 and (tx, id) <= ($2::bigint, $3::bigint) group by 1) v using (number)
      left join (select number, count(*) from vote_voids
        where round_id = $1 and (tx, id) <= ($4::bigint, $5::bigint) group by 1) o using (number)
      where c.round_id = $1 order by c.entry`,
    [ballot!.id, ...votesUpTo, ...voidsUpTo],
  )
  const voids = await run<{ class: string; count: number }>(
    `select class, count(*)::int as count from vote_voids
      where round_id = $1 and (tx, id) <= ($2::bigint, $3::bigint) group by 1 order by 1`,
    [ballot!.id, ...voidsUpTo],
  )
  return {
    ...{ round, entries, total: entries.reduce((sum, { total }) => sum + total, 0) },
    voids: Object.fromEntries(voids.map((one) => [one.class, one.count])),
    head: head ? publicHead(head) : null,
  }
}
