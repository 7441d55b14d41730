import type { RunIn } from '../../../database/run-in.ts'
import { judgeCodes } from '../../../database/judging/codes.ts'
import { headOf, publicHead } from '../../../database/voting/seal/heads.ts'
import { resultKeysOf } from '../../../database/results/keys.ts'
import { versionsOf } from '../../../database/results/versions.ts'
import { jwkOf } from '../../../database/voting/seal/keys.ts'
import { parseLocked, type LockedRanking } from '../../../domain/judging/locked.ts'
import type {
  CertificateLine,
  JudgingFile,
  ListLine,
  ObjectionLine,
  RankingLine,
  VotesFile,
} from '../../../domain/results/evidence.ts'

/** A file of the pack: a text as it was frozen, or a value that is written as JSON. */
export type PackFile = { name: string; text: string } | { name: string; value: unknown }

const iso = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** All versions of the list, byte by byte, with their signatures and what they apply. */
export async function listFiles(run: RunIn, result: number): Promise<PackFile[]> {
  const versions = await versionsOf(run, result)
  const applied = await run<{ version: number; number: string }>(
    `select r.version, o.number from result_rulings r join objections o on o.id = r.objection_id
      where r.result_id = $1 order by r.version, o.id`,
    [result],
  )
  const index = versions.map(
    ({ version, sha256, signature, key, confirmedAt, finalAt }): ListLine => ({
      ...{ version, file: `lists/v${version}.json`, sha256, signature, key },
      ...{ at: confirmedAt.toISOString(), finalAt: finalAt?.toISOString() ?? null },
      rulings: applied.filter((one) => one.version === version).map(({ number }) => number),
    }),
  )
  const texts = versions.map(({ version, text }) => ({ name: `lists/v${version}.json`, text }))
  return [{ name: 'lists/index.json', value: index }, ...texts]
}

type Round = { id: number; key: string }

/** Every locked ranking of the track, and how its round was judged. */
export async function rankingFiles(
  run: RunIn,
  result: number,
): Promise<{ files: PackFile[]; rankings: LockedRanking[] }> {
  const rounds = await run<Round>(
    `select j.id, j.key from judging_rounds j join results r on r.track_id = j.track_id
      where r.id = $1 and exists (select from judging_locks l where l.round_id = j.id) order by j.window_from, j.id`,
    [result],
  )
  const files: PackFile[] = []
  const index: RankingLine[] = []
  const rankings: LockedRanking[] = []
  for (const round of rounds) {
    const locks = await run<{ version: number; text: string; sha256: string; at: string }>(
      `select version, text, sha256, ${iso('confirmed_at')} as at from judging_locks where round_id = $1 order by version`,
      [round.id],
    )
    for (const { version, text, sha256, at } of locks) {
      const file = `rankings/${round.key}-v${version}.json`
      index.push({ round: round.key, version, file, sha256, at })
      files.push({ name: file, text })
      const locked = parseLocked(text)
      if (locked) rankings.push(locked)
    }
    files.push({ name: `judging/${round.key}.json`, value: await judgingOf(run, round) })
  }
  return { files: [{ name: 'rankings/index.json', value: index }, ...files], rankings }
}

/** Judges by what they are called in the round, never by name. */
async function judgingOf(run: RunIn, { id, key }: Round): Promise<JudgingFile> {
  const codes = await judgeCodes(run, id)
  const called = <Row extends { id: number }>({ id: judge, ...row }: Row) => ({
    judge: codes.get(Number(judge)) ?? 'J0',
    ...row,
  })
  const panel = await run<{ id: number; addedAt: string; leftAt: string | null }>(
    `select judge_id as id, ${iso('added_at')} as "addedAt", ${iso('left_at')} as "leftAt"
      from judging_panel where round_id = $1 order by added_at, judge_id`,
    [id],
  )
  const assignment = await run<Omit<JudgingFile['assignment'][number], 'judge'> & { id: number }>(
    `select p.judge_id as id, w.number, p.dropped_why as why, ${iso('p.assigned_at')} as "assignedAt",
        ${iso('p.dropped_at')} as dropped, p.handed_in_at is not null as "handedIn", p.marks, p.passes
      from judging_pairs p join judging_works w using (round_id, entry)
      where p.round_id = $1 order by w.number, p.judge_id`,
    [id],
  )
  const recusals = await run<{ id: number; number: number; kind: string; at: string }>(
    `select c.judge_id as id, w.number, c.kind, ${iso('c.at')} as at
      from judging_conflicts c join judging_works w on w.entry = c.entry and w.round_id = $1
      join judging_panel p on p.round_id = $1 and p.judge_id = c.judge_id order by w.number, c.judge_id`,
    [id],
  )
  const log = await run(
    `select ${iso('at')} as at, action, reason from judging_log where round_id = $1 order by id`,
    [id],
  )
  return {
    ...{ round: key, panel: panel.map(called), assignment: assignment.map(called) },
    ...{ recusals: recusals.map(called), log },
  }
}

/** The vote that the rankings count: totals, what was voided and why, and the signed head of the ledger. */
export async function votesOf(run: RunIn, rankings: readonly LockedRanking[]): Promise<VotesFile> {
  const vote = rankings.filter(({ vote: one }) => one !== null).at(-1)?.vote
  if (!vote) return null
  const entries = await run<{ entry: string; total: number; voided: number }>(
    `select c.entry, (coalesce(v.count, 0) - coalesce(o.count, 0))::int as total, coalesce(o.count, 0)::int as voided
      from ballot_rounds b join ballot_candidates c using (round_id)
      left join (select round_id, number, count(*) from votes group by 1, 2) v using (round_id, number)
      left join (select round_id, number, count(*) from vote_voids group by 1, 2) o using (round_id, number)
      where b.slug = $1 order by c.entry`,
    [vote.round],
  )
  const voids = await run<{ class: string; count: number }>(
    `select o.class, count(*)::int as count from vote_voids o join ballot_rounds b using (round_id)
      where b.slug = $1 group by 1 order by 1`,
    [vote.round],
  )
  const db = {
    query: async (text: string, values: unknown[] = []) => ({ rows: await run(text, values) }),
  }
  const head = vote.head && (await headOf(db as never, vote.head.number))
  return {
    ...{ round: vote.round, total: vote.total, entries },
    voids: Object.fromEntries(voids.map((one) => [one.class, one.count])),
    head: head ? publicHead(head) : null,
  }
}

/** What was objected and how it was ruled on; not by whom, nor in which words, which may tell. */
export function objectionsOf(run: RunIn, result: number): Promise<ObjectionLine[]> {
  return run<ObjectionLine>(
    `select number, entry, state, effect, ruling, ${iso('filed_at')} as "filedAt", ${iso('accepted_at')} as "acceptedAt",
        ${iso('due_at')} as "dueAt", ${iso('ruled_at')} as "ruledAt", applied_in::int as "appliedIn",
        encode(sha256(convert_to(coalesce(ground, ''), 'UTF8')), 'hex') as "groundSha256"
      from objections where result_id = $1 order by id`,
    [result],
  )
}

/** The steps of the works on the lists through the three reviews, by the office of who took them. */
export function reviewsOf(run: RunIn, entries: readonly string[]): Promise<unknown[]> {
  return run(
    `select public_id as entry, ${iso('created_at')} as at, action, "from", "to", actor_role as role from review_logs
      where public_id in (select jsonb_array_elements_text($1::jsonb)) order by public_id, created_at, id`,
    [JSON.stringify(entries)],
  )
}

export function certificateLines(run: RunIn, result: number): Promise<CertificateLine[]> {
  return run<CertificateLine>(
    `select number, entry, name, work, level, version, list_sha256 as "listSha256", file_sha256 as "fileSha256",
        case when revoked_at is not null then 'revoked' when replaced_by is not null then 'replaced'
          when made_at is null then 'waiting' else 'valid' end as state, replaced_by as "replacedBy"
      from certificates where result_id = $1 order by number`,
    [result],
  )
}

/** What people did to the list and its certificates. */
export async function logsOf(run: RunIn, result: number): Promise<unknown> {
  const columns = `${iso('at')} as at, actor_id as "actor", action, reason`
  return {
    result: await run(`select ${columns} from result_log where result_id = $1 order by id`, [
      result,
    ]),
    certificates: await run(
      `select ${columns}, number from certificate_log where result_id = $1 order by id`,
      [result],
    ),
  }
}

/** Every public key that anything in the pack may be signed with. */
export async function keysOf(run: RunIn): Promise<unknown> {
  const ledger = await run<{ key: string }>(
    `select encode(public, 'base64') as key from ledger_keys order by since, id`,
    [],
  )
  return {
    results: await resultKeysOf(run),
    ledger: ledger.map(({ key }) => jwkOf(Buffer.from(key, 'base64'))),
  }
}
