import { randomUUID } from 'node:crypto'
import type { CertificateTemplate, Wanted } from '../../domain/results/certificates.ts'
import { certificateNumber } from '../../domain/results/certificates.ts'
import { parsePublicId } from '../../domain/public-id.ts'
import type { EntryKind } from '../../domain/kinds.ts'
import type { RunIn } from '../run-in.ts'
import type { StoredVersion } from '../results/versions.ts'

export type BatchFacts = {
  version: StoredVersion
  template: CertificateTemplate
  /** The name of the seal's file. */
  seal: string | null
  by: number
  /** As they are called on the certificates. */
  track: string
  campaign: string
  /** The day that stands on them. */
  day: string
}

/** A new batch. @returns its id */
export async function writeBatch(
  run: RunIn,
  { version: { result, version }, template, seal, by }: BatchFacts,
): Promise<number> {
  const [row] = await run<{ id: number }>(
    `insert into certificate_batches (result_id, version, template, seal, by_id)
      values ($1, $2, $3::jsonb, $4, $5) returning id`,
    [result, version, JSON.stringify(template), seal, by],
  )
  return row!.id
}

export type Numbered = Omit<Wanted, 'levelName'> & { number: string }

/**
 * Writes certificates that have their numbers; the files are made afterwards. Whatever they replace must
 * be marked first: one person of a work has one that stands.
 */
export async function writeCertificates(
  run: RunIn,
  batch: number,
  { version, track, campaign, day }: BatchFacts,
  rows: readonly Numbered[],
): Promise<void> {
  if (rows.length === 0) return
  await run(
    `insert into certificates (number, year, kind, serial, batch_id, result_id, version, list_sha256, entry, place,
        name, work, unit, level, level_zh, level_en, track, campaign, day, file_name)
      select r.number, r.year, r.kind, r.serial, $2::int, $3::int, $4::int, $5, r.entry, r.place, r.name, r.work, r.unit,
        r.level, r."levelZh", r."levelEn", $6, $7, $8, r.file
      from jsonb_to_recordset($1::jsonb) as r(number text, year int, kind text, serial int, entry text, place text,
        name text, work text, unit text, level text, "levelZh" text, "levelEn" text, file text) returning number`,
    [
      JSON.stringify(rows),
      ...[batch, version.result, version.version, version.sha256],
      ...[track, campaign, day],
    ],
  )
}

/** Gives each a number, in their order, and nobody else the same until the transaction ends. */
export async function numberCertificates(
  run: RunIn,
  wanted: readonly Wanted[],
): Promise<Numbered[]> {
  // Two batches at once take their numbers one after the other.
  await run(`select pg_advisory_xact_lock(hashtext('certificate numbers')) as held`, [])
  const last = await run<{ year: number; kind: string; serial: number }>(
    `select year, kind, max(serial)::int as serial from certificates group by year, kind`,
    [],
  )
  const serials = new Map(last.map(({ year, kind, serial }) => [`${year} ${kind}`, serial]))
  return wanted.map(({ levelName, ...one }) => {
    const { year, kind } = placeOf(one.entry)
    const serial = (serials.get(`${year} ${kind}`) ?? 0) + 1
    serials.set(`${year} ${kind}`, serial)
    return {
      ...{ ...one, year, kind, serial, levelZh: levelName.zh, levelEn: levelName.en },
      number: certificateNumber({ year, kind, serial }),
      // Nobody can guess it, and done twice it is the same file.
      file: `certificate-${randomUUID()}.pdf`,
    }
  })
}

function placeOf(entry: string): { year: number; kind: EntryKind } {
  const id = parsePublicId(entry)
  if (!id) throw new RangeError(`Not a public id: ${entry}`)
  return id
}

/** Marks what stands as replaced by another, which may be written afterwards in the same transaction. */
export async function replaceCertificate(run: RunIn, number: string, by: string): Promise<void> {
  await run(`update certificates set replaced_by = $2 where number = $1 returning number`, [
    number,
    by,
  ])
}

/**
 * @param version the version of the list that no longer has it, which everybody may know
 * @returns false: it is revoked already, or there is none
 */
export async function revokeCertificate(
  run: RunIn,
  number: string,
  reason: string,
  version: number | null = null,
): Promise<boolean> {
  const rows = await run(
    `update certificates set revoked_at = date_trunc('milliseconds', clock_timestamp()), revoked_reason = $2,
        revoked_version = $3::int
      where number = $1 and revoked_at is null returning number`,
    [number, reason, version],
  )
  return rows.length > 0
}

export type CertificateNote = {
  result: number
  number?: string | null
  by: number | null
  action: string
  reason?: string | null
  detail?: unknown
}

/** Writes down what somebody did, in the transaction that does it. */
export async function noteCertificate(run: RunIn, note: CertificateNote): Promise<void> {
  const { result, number = null, by, action, reason = null, detail } = note
  await run(
    `insert into certificate_log (result_id, number, actor_id, action, reason, detail)
      values ($1, $2, $3, $4, $5, $6::jsonb) returning id`,
    [result, number, by, action, reason, detail === undefined ? null : JSON.stringify(detail)],
  )
}
