import { judgeCodes } from '../../../database/judging/codes.ts'
import { resultKeysOf } from '../../../database/results/keys.ts'
import { versionsOf } from '../../../database/results/versions.ts'
import type { RunIn } from '../../../database/run-in.ts'
import { jwkOf } from '../../../database/voting/seal/keys.ts'
import type {
  CertificateLine,
  JudgingFile,
  ListLine,
  ObjectionLine,
} from '../../../domain/results/evidence.ts'
import { each, listFile, objectText, rowsOf, valueFile, type PackFile } from './pieces.ts'

export const iso = (column: string) =>
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
  const texts = versions.map(({ version, text }) => ({
    ...{ name: `lists/v${version}.json`, pieces: () => [text] },
  }))
  return [valueFile('lists/index.json', index), ...texts]
}

/** How a round was judged: judges by what they are called in the round, never by name. */
export function judgingFile(run: RunIn, { id, key }: { id: number; key: string }): PackFile {
  return { name: `judging/${key}.json`, pieces: () => judgingOf(run, id, key) }
}

type Pair = Omit<JudgingFile['assignment'][number], 'judge'>

async function* judgingOf(run: RunIn, id: number, key: string): AsyncGenerator<string> {
  const codes = await judgeCodes(run, id)
  const called = <Row extends { id: number }>({ id: judge, ...row }: Row) => ({
    judge: codes.get(Number(judge)) ?? 'J0',
    ...row,
  })
  const panel = rowsOf<{ id: number; addedAt: string; leftAt: string | null }>(
    run,
    `select judge_id as id, ${iso('added_at')} as "addedAt", ${iso('left_at')} as "leftAt"
      from judging_panel where round_id = $1 order by added_at, judge_id`,
    [id],
  )
  const assignment = rowsOf<Pair & { id: number }>(
    run,
    `select p.judge_id as id, w.number, p.dropped_why as why, ${iso('p.assigned_at')} as "assignedAt",
        ${iso('p.dropped_at')} as dropped, p.handed_in_at is not null as "handedIn", p.marks, p.passes
      from judging_pairs p join judging_works w using (round_id, entry)
      where p.round_id = $1 order by w.number, p.judge_id`,
    [id],
  )
  const recusals = rowsOf<{ id: number; number: number; kind: string; at: string }>(
    run,
    `select c.judge_id as id, w.number, c.kind, ${iso('c.at')} as at
      from judging_conflicts c join judging_works w on w.entry = c.entry and w.round_id = $1
      join judging_panel p on p.round_id = $1 and p.judge_id = c.judge_id order by w.number, c.judge_id`,
    [id],
  )
  const log = rowsOf(
    run,
    `select ${iso('at')} as at, action, reason from judging_log where round_id = $1 order by id`,
    [id],
  )
  yield* objectText([
    ['round', key],
    ['panel', each(panel, called)],
    ['assignment', each(assignment, called)],
    ['recusals', each(recusals, called)],
    ['log', log],
  ])
}

/** What was objected and how it was ruled on; not by whom, nor in which words, which may tell. */
export const objectionsFile = (run: RunIn, result: number): PackFile =>
  listFile('objections.json', () =>
    rowsOf<ObjectionLine>(
      run,
      `select number, entry, state, effect, ruling, ${iso('filed_at')} as "filedAt", ${iso('accepted_at')} as "acceptedAt",
        ${iso('due_at')} as "dueAt", ${iso('ruled_at')} as "ruledAt", applied_in::int as "appliedIn",
        encode(sha256(convert_to(coalesce(ground, ''), 'UTF8')), 'hex') as "groundSha256"
      from objections where result_id = $1 order by id`,
      [result],
    ),
  )

/** The steps of the works on the lists through the three reviews, by the office of who took them. */
export const reviewsFile = (run: RunIn, result: number): PackFile =>
  listFile('reviews.json', () =>
    rowsOf(
      run,
      `select public_id as entry, ${iso('created_at')} as at, action, "from", "to", actor_role as role from review_logs
      where public_id in (select a ->> 'entry' from result_versions v, jsonb_array_elements(v.text::jsonb -> 'awards') a
        where v.result_id = $1) order by public_id, created_at, id`,
      [result],
    ),
  )

export const certificatesFile = (run: RunIn, result: number): PackFile =>
  listFile('certificates.json', () =>
    rowsOf<CertificateLine>(
      run,
      `select number, entry, name, work, level, version, list_sha256 as "listSha256", file_sha256 as "fileSha256",
        case when revoked_at is not null then 'revoked' when replaced_by is not null then 'replaced'
          when made_at is null then 'waiting' else 'valid' end as state, replaced_by as "replacedBy"
      from certificates where result_id = $1 order by number`,
      [result],
    ),
  )

/** What people did to the list and its certificates. */
export function logFile(run: RunIn, result: number): PackFile {
  const columns = `${iso('at')} as at, actor_id as "actor", action, reason`
  const rows = (text: string) => rowsOf(run, text, [result])
  return {
    name: 'log.json',
    pieces: () =>
      objectText([
        ['result', rows(`select ${columns} from result_log where result_id = $1 order by id`)],
        [
          'certificates',
          rows(`select ${columns}, number from certificate_log where result_id = $1 order by id`),
        ],
      ]),
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
