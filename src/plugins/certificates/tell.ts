import type { PayloadRequest } from 'payload'
import { issuedIn, type Issued } from '../../database/certificates/batches.ts'
import { runIn } from '../../database/run-in.ts'
import { query, sql } from '../../database/sql.ts'
import { parsePublicId } from '../../domain/public-id.ts'
import { notify, type Recipient } from '../../hooks/notices.ts'
import { addressOf } from './address.ts'

/**
 * Tells a work's unit and participant the numbers of its certificates, once their files are there; in one
 * notice, however many authors it has. Told again, nobody hears it twice.
 */
export async function tellIssued(req: PayloadRequest, batch: number): Promise<void> {
  const issued = await issuedIn(runIn(req), batch)
  const byEntry = new Map<string, Issued[]>()
  for (const one of issued) byEntry.set(one.entry, [...(byEntry.get(one.entry) ?? []), one])
  for (const [entry, all] of byEntry) {
    const { work, track, level, levelZh, version, publicId } = all[0]!
    const place = await placeOf(req, entry)
    if (!place) continue
    const numbers = all.map(({ number }) => number)
    const values = {
      ...{ entryId: entry, entryTitle: work, track, level: levelZh },
      ...{ certificate: numbers.join('、'), link: numbers.map(addressOf).join(' ') },
    }
    const { unit, participant } = place
    const to: Recipient<'certificate-issued'>[] = [
      { kind: 'submitting-unit', unitId: unit, values },
      ...(participant === null
        ? []
        : [{ kind: 'participant' as const, participantId: participant, values }]),
    ]
    const ids = { entry, level, result: publicId, version: String(version) }
    await notify(req, {
      ...{ event: 'certificate-issued', about: entry, batch: `certificates:${batch}`, to },
      ids: { ...ids, certificate: numbers.join(' ') },
    })
  }
}

async function placeOf(req: PayloadRequest, entry: string) {
  const kind = parsePublicId(entry)?.kind
  if (!kind) return undefined
  const [row] = await query<{ unit: number; participant: number | null }>(
    req,
    sql`select unit_id::int as unit, participant_id::int as participant from ${sql.identifier(kind)}
      where public_id = ${entry}`,
  )
  return row
}
