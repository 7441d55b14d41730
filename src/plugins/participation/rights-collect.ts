import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { asParticipant } from '../../access/person.ts'
import { certificatesOfParticipant } from '../../database/certificates/rows.ts'
import { mediaFiles } from '../../database/files/media-files.ts'
import { ownObjections } from '../../database/results/own-objections.ts'
import { runIn } from '../../database/run-in.ts'
import { query, sql, type SQL } from '../../database/sql.ts'
import { entryKindList, entryKinds, type EntryKind } from '../../domain/kinds.ts'
import type { Asking, OwnData, OwnFile } from '../../domain/participation/rights.ts'
import {
  revocationWords,
  verification,
  verificationWords,
} from '../../domain/results/certificates.ts'
import { statusWords, type Status } from '../../domain/workflow.ts'
import { openPhones } from '../../hooks/phones.ts'

/** Everything that is kept of a person, as they gave it; what the staff say among themselves is not theirs. */
export async function collectOwnData(
  payload: Payload,
  { participant, cameFrom }: Asking,
): Promise<OwnData> {
  const user = asParticipant({ id: participant, cameFrom })
  const req = await createLocalReq({ user: user as never }, payload)
  // Whoever was several participants finds what they agreed to as each of them.
  const theirs = sql`(select id from participants where id = ${participant} or merged_into = ${participant})`
  const [self] = await query(
    req,
    sql`select created_at as since, seen_at as "lastSeen", member, phone_verified as "phoneVerified"
      from participants where id = ${participant}`,
  )
  const identities = await query(
    req,
    sql`select i.kind, coalesce(c.name, i.issuer) as "by", i.created_at as since from participant_identities i
      left join api_clients c on i.kind = 'client' and c.id::text = i.issuer
      where i.participant_id = ${participant} order by i.id`,
  )
  const consents = await query(
    req,
    sql`select kind, entry_id as "entry", purpose, granted, terms_version as "termsVersion", at
      from consents where participant_id in ${theirs} order by id`,
  )
  const uploads = await query(
    req,
    sql`select id, "group", file_name as "fileName", bytes::float8 as bytes, state, created_at as "createdAt"
      from uploads where participant_id = ${participant} order by created_at`,
  )
  const objections = await ownObjections(runIn(req), { participant })
  const { works, steps } = await worksOf(req, participant)
  const { files, listed } = await filesOf(req, participant)
  const certificates = await ownCertificates(req, participant)
  return {
    documents: [
      { name: 'me.json', content: { ...self, identities } },
      { name: 'entries.json', content: works },
      { name: 'steps.json', content: steps },
      { name: 'consents.json', content: consents },
      { name: 'uploads.json', content: uploads },
      { name: 'objections.json', content: objections },
      { name: 'certificates.json', content: certificates.listed },
      { name: 'files.json', content: listed },
    ],
    files: [...files, ...certificates.files],
  }
}

async function worksOf(req: PayloadRequest, participant: number) {
  const works: unknown[] = []
  const steps: unknown[] = []
  for (const kind of entryKindList) {
    const ids = await idsOf(req, sql`${sql.identifier(kind)} where participant_id = ${participant}`)
    for (const id of ids) {
      works.push(await wholeWork(req, kind, id))
      steps.push(
        ...(await query(
          req,
          // Who of the staff it was is their affair; of which office and unit is the person's, too.
          sql`select l.kind, l.entry_id as "entry", l.created_at as at, l.action, l."from", l."to",
              case when l.action = 'unmask' then null else l.reason end as reason,
              l.actor_role as "by", u.name as unit
            from review_logs l left join units u on u.id = l.actor_unit_id
            where l.kind = ${kind} and l.entry_id = ${id} and l.action <> 'note' order by l.id`,
        )),
      )
    }
  }
  return { works, steps }
}

async function wholeWork(req: PayloadRequest, kind: EntryKind, id: number) {
  const work = await req.payload.findByID({
    ...{ collection: kind as 'videos', id, depth: 0, disableErrors: true, req },
    ...{ overrideAccess: false, user: req.user },
  })
  const phones = await openPhones(req, kind, id)
  return {
    ...{ kind, kindLabel: entryKinds[kind].label, ...work },
    statusLabel: statusWords[work?.status as Status],
    // Stored sealed and shown masked; to those who gave them they are given back in clear.
    authors: work?.authors?.map((author) => ({ ...author, phone: phones.get(author.id ?? '') })),
  }
}

/** As everybody may look them up by their numbers, with the PDFs that are there. */
async function ownCertificates(req: PayloadRequest, participant: number) {
  const stored = await mediaFiles()
  const files: OwnFile[] = []
  const listed: unknown[] = []
  for (const one of await certificatesOfParticipant(runIn(req), participant)) {
    const state = verification(one)
    const bytes = (await stored.stat(one.fileName))?.size ?? null
    const pdf = `certificates/${one.number}.pdf`
    listed.push({
      ...{ number: one.number, entry: one.entry, work: one.work, name: one.name, unit: one.unit },
      ...{ level: { zh: one.levelZh, en: one.levelEn }, track: one.track, campaign: one.campaign },
      ...{ day: one.day, state, stateText: verificationWords[state], replacedBy: one.replacedBy },
      ...{ revokedAt: one.revokedAt?.toISOString() ?? null, reason: revocationWords(one) },
      file: bytes === null ? null : pdf,
    })
    if (bytes !== null) files.push({ name: pdf, stored: one.fileName, bytes })
  }
  return { files, listed }
}

type FileRow = {
  id: number
  filename: string | null
  original: string
  kind: string | null
  entry: number | null
  mimeType: string | null
  /** What was read out of the file: when and with which camera a picture was taken, how long a film is. */
  facts: unknown
  createdAt: string
}

async function filesOf(req: PayloadRequest, participant: number) {
  const stored = await mediaFiles()
  const rows = await query<FileRow>(
    req,
    sql`select id, filename, coalesce(original_name, filename, '') as original, entry_kind as kind, entry_id::int as entry,
        mime_type as "mimeType", facts, created_at as "createdAt"
      from media where participant_id = ${participant} order by id`,
  )
  const files: OwnFile[] = []
  const listed: unknown[] = []
  for (const { id, filename, original, kind, entry, ...known } of rows) {
    const name = `files/${kind ? `${kind}-${entry}` : 'unused'}/${id}-${plainName(original)}`
    const bytes = filename ? ((await stored.stat(filename))?.size ?? null) : null
    listed.push({ id, name: bytes === null ? null : name, original, kind, entry, bytes, ...known })
    if (filename && bytes !== null) files.push({ name, stored: filename, bytes })
  }
  return { files, listed }
}

async function idsOf(req: PayloadRequest, from: SQL): Promise<number[]> {
  return (await query<{ id: number }>(req, sql`select id from ${from} order by id`)).map(
    ({ id }) => id,
  )
}

// A name that every system can unpack: no folders, no control characters, nothing reserved.
function plainName(name: string): string {
  return name
    .replace(/[\u0000-\u001F<>:"/\\|?*\u007F]/g, '_')
    .replace(/^\.+/, '_')
    .slice(-120)
}
