import { entryKindList } from '../../domain/kinds.ts'
import type { Standing } from '../../domain/results/certificates.ts'
import type { RunIn } from '../run-in.ts'

/** A certificate as its row has it; what its page and its lists are made of. */
export type StoredCertificate = {
  number: string
  batch: number
  result: number
  version: number
  listSha256: string
  entry: string
  place: string
  name: string
  work: string
  unit: string
  level: string
  levelZh: string
  levelEn: string
  track: string
  campaign: string
  day: string
  fileName: string
  fileSha256: string | null
  fileBytes: number | null
  madeAt: Date | null
  revokedAt: Date | null
  revokedReason: string | null
  /** The version of the list that no longer has it; null: not revoked, or by somebody with a reason. */
  revokedVersion: number | null
  replacedBy: string | null
  /** The version of the list that what replaces it comes from. */
  replacedVersion: number | null
}

type Row = Omit<StoredCertificate, 'madeAt' | 'revokedAt'> & {
  madeAt: number | null
  revokedAt: number | null
}

// Instants as milliseconds: drivers differ in what they make of a timestamptz.
const ms = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`

/** For a `select … from certificates c`; what it gives is for {@link certificateOf}. */
export const certificateColumns = `c.number, c.batch_id as batch, c.result_id as result, c.version,
  c.list_sha256 as "listSha256", c.entry, c.place, c.name, c.work, c.unit, c.level, c.level_zh as "levelZh",
  c.level_en as "levelEn", c.track, c.campaign, c.day, c.file_name as "fileName", c.file_sha256 as "fileSha256",
  c.file_bytes as "fileBytes", ${ms('c.made_at')} as "madeAt", ${ms('c.revoked_at')} as "revokedAt",
  c.revoked_reason as "revokedReason", c.revoked_version as "revokedVersion", c.replaced_by as "replacedBy",
  (select n.version from certificates n where n.number = c.replaced_by) as "replacedVersion"`

export function certificateOf(row: Record<string, unknown>): StoredCertificate {
  const { madeAt, revokedAt, ...rest } = row as unknown as Row
  const instant = (at: number | null) => (at === null ? null : new Date(Number(at)))
  return { ...rest, madeAt: instant(madeAt), revokedAt: instant(revokedAt) }
}

/** One by its number, or undefined; with the list that it comes from as the public knows it. */
export async function oneCertificate(
  run: RunIn,
  number: string,
): Promise<(StoredCertificate & { publicId: string }) | undefined> {
  const [row] = await run(
    `select ${certificateColumns}, v.public_id as "publicId" from certificates c
      join result_versions v on v.result_id = c.result_id and v.version = c.version where c.number = $1`,
    [number],
  )
  return row && { ...certificateOf(row), publicId: String(row.publicId) }
}

/** All of a list, in the order of their numbers. */
export async function certificatesOfResult(
  run: RunIn,
  result: number,
): Promise<StoredCertificate[]> {
  const rows = await run(
    `select ${certificateColumns} from certificates c where c.result_id = $1 order by c.number`,
    [result],
  )
  return rows.map(certificateOf)
}

/** Those of a list that are neither revoked nor replaced. */
export async function standingOf(run: RunIn, result: number): Promise<Standing[]> {
  return run<Standing>(
    `select number, place, name, work, unit, level from certificates
      where result_id = $1 and revoked_at is null and replaced_by is null order by number`,
    [result],
  )
}

/** Those of a list that somebody revoked with a reason; not those that a correction of the list took. */
export async function revokedByHand(run: RunIn, result: number): Promise<Standing[]> {
  return run<Standing>(
    `select number, place, name, work, unit, level from certificates
      where result_id = $1 and revoked_at is not null and revoked_version is null and replaced_by is null
      order by number`,
    [result],
  )
}

const works = (column: string) =>
  entryKindList.map((kind) => `select public_id from ${kind} where ${column}`).join(' union all ')

/** What a participant got for their works, the newest year first; only what has its file. */
export async function certificatesOfParticipant(
  run: RunIn,
  participant: number,
): Promise<StoredCertificate[]> {
  const rows = await run(
    `select ${certificateColumns} from certificates c
      where c.made_at is not null and c.entry in (${works('participant_id = $1')}) order by c.year desc, c.number`,
    [participant],
  )
  return rows.map(certificateOf)
}

/** What works of a unit and of those below it got; an empty path is everybody's. */
export async function certificatesOfUnits(
  run: RunIn,
  { path, limit, after }: { path: string; limit: number; after: string | null },
): Promise<StoredCertificate[]> {
  const scope = path === '' ? '' : `and c.entry in (${works(`starts_with(unit_path, $3)`)})`
  const values = [limit, after, ...(path === '' ? [] : [path])]
  const rows = await run(
    `select ${certificateColumns} from certificates c
      where c.made_at is not null and ($2::text is null or c.number > $2) ${scope} order by c.number limit $1`,
    values,
  )
  return rows.map(certificateOf)
}
