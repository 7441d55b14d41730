import type { ResultList } from '../../domain/results/frozen.ts'
import {
  checkFiling,
  dueAt,
  isNamed,
  type Evidence,
  type GivenObjection,
} from '../../domain/results/objections.ts'
import { noticeState, servedVersion } from '../../domain/results/public-notice.ts'
import { readResultSettings, type ResultFields } from '../../domain/results/settings.ts'
import { parsePublicId } from '../../domain/public-id.ts'
import { isSameOrBelow } from '../../domain/unit-tree.ts'
import { words, type Words } from '../../domain/words.ts'
import type { RunIn } from '../run-in.ts'
import { seal, type SealingKey } from '../sealed.ts'
import { noticeClock, versionsOf } from './versions.ts'

export type Objector =
  | { kind: 'participant'; participant: number }
  | { kind: 'unit'; unit: number; unitPath: string; user: number }

export type FilingRefusal = {
  status: 400 | 403 | 404 | 409
  code: string
  message: Words
  path?: string
}
export type Filed = { ok: true; id: number; number: string } | { ok: false; refusal: FilingRefusal }

/** The job that tells the desk of a new objection. */
export const objectionFiledJob = 'objection-filed'

/**
 * Files an objection to a list on notice: name and contact are sealed, files are kept for the desk. For a
 * transaction; of a refusal nothing is written.
 *
 * @param list public id of the list
 */
export async function fileObjection(
  run: RunIn,
  {
    list,
    objector,
    given,
    key,
  }: { list: string; objector: Objector; given: GivenObjection; key: SealingKey },
): Promise<Filed> {
  const no = (refusal: FilingRefusal): Filed => ({ ok: false, refusal })
  const [found] = await run<{ id: number }>(
    'select distinct result_id as id from result_versions where public_id = $1',
    [list],
  )
  // Whoever makes the list final waits until this is in, or is waited for.
  const [row] = found
    ? await run<{ id: number } & ResultFields>(
        `select id, accept_days::int as "acceptDays", rule_days::int as "ruleDays", least_days::int as "leastDays",
           rest_days as "restDays", work_days as "workDays", needs_evidence as "needsEvidence",
           to_char(notice_from at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "noticeFrom",
           to_char(notice_to at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "noticeTo"
         from results where id = $1 for share`,
        [found.id],
      )
    : []
  const versions = row ? await versionsOf(run, row.id) : []
  const now = await noticeClock(run)
  const served = servedVersion(versions, now)
  if (!row || !served) {
    const message = words('没有找到，或已不再公开', 'Not found, or no longer public')
    return no({ status: 404, code: 'not-found', message })
  }
  const { settings } = readResultSettings(row)
  if (!settings) throw new Error(`The settings of the results ${row.id} cannot be read`)
  await holdObjector(run, objector)
  const work = given.entry === null ? null : await workOf(run, given.entry)
  const { awards } = JSON.parse(served.text) as ResultList
  const against = checkFiling({
    notice: noticeState(served, now),
    objector: { kind: objector.kind, hasRealName: isNamed(given) },
    entry:
      given.entry === null
        ? null
        : {
            isListed: awards.some(({ entry }) => entry === given.entry),
            isOwn: work !== null && (await isOwn(run, objector, work)),
          },
    isPending: await hasPending(run, row.id, objector, given.entry),
    ground: given.ground,
    evidence: given.evidence.length,
    needsEvidence: settings.needsEvidence,
  })
  if (against) return no(against)
  const names = await evidenceNames(run, objector, given.evidence)
  if ('missing' in names) {
    const message = words(
      `没有文件 ${names.missing}，或已作他用`,
      `There is no file ${names.missing}, or it is used elsewhere`,
    )
    return no({ status: 400, code: 'bad-value', message, path: names.path })
  }
  const due = dueAt('filed', { filed: now, accepted: null }, settings.terms, settings.calendar)
  const person = objector.kind === 'participant' ? objector.participant : null
  const [unit, user] = objector.kind === 'unit' ? [objector.unit, objector.user] : [null, null]
  const [made] = await run<{ id: number; number: string }>(
    // As long as it needs to be: `lpad` cuts off what is longer, and 10000 was 1000 again.
    `insert into objections (number, result_id, entry, ground, evidence, objector_kind, state, filed_at, due_at,
       objector_name, objector_contact, participant_id, unit_id, filed_by_id, work_unit_path, created_at, updated_at)
     select 'Y-' || lpad(n::text, greatest(4, length(n::text)), '0'), $1::int, $2, $3, $4::jsonb, $5, 'filed',
       $6::timestamptz, $7::timestamptz, $8, $9, $10::int, $11::int, $12::int, $13, now(), now()
     from nextval('objection_numbers') n
     returning id, number`,
    [
      ...[row.id, given.entry, given.ground, JSON.stringify(names.evidence), objector.kind],
      ...[now.toISOString(), due?.toISOString() ?? null, seal(given.name, key)],
      ...[seal(given.contact, key), person, unit, user, work?.unitPath ?? null],
    ],
  )
  await keepFiles(run, made!.id, given.evidence)
  await run(
    `insert into objection_log (objection_id, actor_id, action, "to") values ($1, $2, 'file', 'filed')`,
    [made!.id, user],
  )
  await run('select enqueue_job($1, $2, $3::jsonb)', [
    ...[objectionFiledJob, `objection:${made!.id}`, JSON.stringify({ objection: made!.id })],
  ])
  return { ok: true, ...made! }
}

// Of two objections of one objector on one work the second finds the first.
async function holdObjector(run: RunIn, objector: Objector): Promise<void> {
  if (objector.kind === 'participant') {
    await run('select id from participants where id = $1 for no key update', [objector.participant])
  } else await run('select id from units where id = $1 for no key update', [objector.unit])
}

async function hasPending(
  run: RunIn,
  result: number,
  objector: Objector,
  entry: string | null,
): Promise<boolean> {
  const [column, id] =
    objector.kind === 'participant'
      ? ['participant_id', objector.participant]
      : ['unit_id', objector.unit]
  const rows = await run(
    `select id from objections where result_id = $1 and ${column} = $2::int and entry is not distinct from $3::text
       and state in ('filed', 'accepted') limit 1`,
    [result, id, entry],
  )
  return rows.length > 0
}

type Work = { unitPath: string; participant: number | null }

async function workOf(run: RunIn, entry: string): Promise<Work | null> {
  const kind = parsePublicId(entry)?.kind
  if (!kind) return null
  const [row] = await run<Work>(
    `select unit_path as "unitPath", participant_id::int as participant from ${kind} where public_id = $1`,
    [entry],
  )
  return row ?? null
}

async function isOwn(run: RunIn, objector: Objector, work: Work): Promise<boolean> {
  if (objector.kind === 'unit') return isSameOrBelow(work.unitPath, objector.unitPath)
  if (work.participant === null) return false
  const rows = await run(
    'select id from participants where id = $2::int and (id = $1::int or merged_into = $1::int)',
    [objector.participant, work.participant],
  )
  return rows.length > 0
}

async function evidenceNames(
  run: RunIn,
  objector: Objector,
  evidence: readonly Evidence[],
): Promise<{ evidence: object[] } | { missing: number; path: string }> {
  const named: object[] = []
  for (const [index, one] of evidence.entries()) {
    if ('link' in one) {
      named.push(one)
      continue
    }
    const [own, value] =
      objector.kind === 'participant'
        ? ['participant_id = $2::int', objector.participant]
        : ['created_by_id = $2::int', objector.user]
    const [file] = await run<{ name: string; mimeType: string | null }>(
      `select coalesce(original_name, filename, '') as name, mime_type as "mimeType" from media
         where id = $1::int and ${own} and entry_id is null for update`,
      [one.file, value],
    )
    if (!file) return { missing: one.file, path: `evidence.${index}` }
    named.push({ file: one.file, ...file })
  }
  return { evidence: named }
}

// A file of an objection is in nobody's sight but the desk's and its owner's: no unit path, no track.
async function keepFiles(run: RunIn, id: number, evidence: readonly Evidence[]): Promise<void> {
  for (const one of evidence) {
    if ('link' in one) continue
    await run(
      `update media set entry_kind = 'objections', entry_id = $2::int, entry_field = 'evidence', track_id = null,
         unit_path = null, status = 'submitted', open = false where id = $1::int`,
      [one.file, id],
    )
  }
}
