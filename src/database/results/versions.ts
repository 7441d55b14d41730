import type { NoticeVersion } from '../../domain/results/public-notice.ts'
import type { RunIn } from '../run-in.ts'

/** A frozen version as its row has it, and when somebody made it final. */
export type StoredVersion = NoticeVersion & {
  result: number
  publicId: string
  campaign: string
  track: string
  text: string
  sha256: string
  signature: string
  key: string
  reason: string | null
  confirmedAt: Date
}

type Row = Omit<StoredVersion, 'window' | 'finalAt' | 'confirmedAt'> &
  Record<'from' | 'to' | 'confirmedAt', number> & { finalAt: number | null }

// Instants as milliseconds: drivers differ in what they make of a timestamptz.
const ms = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`

/** For a `select … from ${versionTables}`; what it gives is for {@link versionOf}. */
export const versionColumns = `v.result_id as result, v.version, v.public_id as "publicId", v.campaign, v.track,
  v.text, v.sha256, v.signature, v.key_id as key, v.reason, ${ms('v.opens_at')} as "from", ${ms('v.closes_at')} as "to",
  ${ms('v.confirmed_at')} as "confirmedAt", ${ms('f.final_at')} as "finalAt"`
export const versionTables = `result_versions v
  left join result_finals f on f.result_id = v.result_id and f.version = v.version`

export function versionOf(row: Record<string, unknown>): StoredVersion {
  const { from, to, finalAt, confirmedAt, ...rest } = row as unknown as Row
  return {
    ...rest,
    window: { from: new Date(Number(from)), to: new Date(Number(to)) },
    finalAt: finalAt === null ? null : new Date(Number(finalAt)),
    confirmedAt: new Date(Number(confirmedAt)),
  }
}

/** All versions of a list, the first one first; shown or not. */
export async function versionsOf(run: RunIn, result: number): Promise<StoredVersion[]> {
  const rows = await run(
    `select ${versionColumns} from ${versionTables} where v.result_id = $1 order by v.version`,
    [result],
  )
  return rows.map(versionOf)
}

/** Now, by the clock of notices. */
export async function noticeClock(run: RunIn): Promise<Date> {
  const [row] = await run<{ now: number }>(`select ${ms('notice_clock()')} as now`, [])
  return new Date(Number(row!.now))
}
