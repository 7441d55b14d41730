import type { CertificateTemplate } from '../../domain/results/certificates.ts'
import type { RunIn } from '../run-in.ts'

export type StoredBatch = {
  id: number
  result: number
  template: CertificateTemplate
  seal: string | null
}

export async function readBatch(run: RunIn, id: number): Promise<StoredBatch | undefined> {
  const [row] = await run<StoredBatch>(
    `select id, result_id as result, template, seal from certificate_batches where id = $1`,
    [id],
  )
  return row
}

/** What is made of the files of a list's batches, the newest first. */
export type BatchProgress = {
  id: number
  total: number
  made: number
  at: string
  by: string | null
}

export async function batchesOf(run: RunIn, result: number): Promise<BatchProgress[]> {
  return run<BatchProgress>(
    `select b.id, count(c.number)::int as total, count(c.number) filter (where c.made_at is not null or c.revoked_at is not null)::int as made,
        to_char(b.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, u.name as by
      from certificate_batches b left join certificates c on c.batch_id = b.id left join users u on u.id = b.by_id
      where b.result_id = $1 group by b.id, u.name order by b.id desc limit 20`,
    [result],
  )
}

/** Its certificates that have no file yet. */
export async function unmadeOf(run: RunIn, batch: number): Promise<string[]> {
  const rows = await run<{ number: string }>(
    `select number from certificates where batch_id = $1 and made_at is null and revoked_at is null order by number`,
    [batch],
  )
  return rows.map(({ number }) => number)
}

/** @returns false: somebody else wrote it a moment ago */
export async function writeMade(
  run: RunIn,
  { number, sha256, bytes, at }: { number: string; sha256: string; bytes: number; at: Date },
): Promise<boolean> {
  const rows = await run(
    `update certificates set file_sha256 = $2, file_bytes = $3, made_at = $4::timestamptz
      where number = $1 and made_at is null returning number`,
    [number, sha256, bytes, at.toISOString()],
  )
  return rows.length > 0
}

/** What people are told of a certificate that has its file. */
export type Issued = {
  number: string
  entry: string
  work: string
  track: string
  level: string
  levelZh: string
  version: number
  publicId: string
}

/** A batch's certificates that stand and are made. */
export async function issuedIn(run: RunIn, batch: number): Promise<Issued[]> {
  return run<Issued>(
    `select c.number, c.entry, c.work, c.track, c.level, c.level_zh as "levelZh", c.version, v.public_id as "publicId"
      from certificates c join result_versions v on v.result_id = c.result_id and v.version = c.version
      where c.batch_id = $1 and c.made_at is not null and c.revoked_at is null and c.replaced_by is null
      order by c.number`,
    [batch],
  )
}
