import type { PayloadRequest } from 'payload'
import type { Participant } from '../../access/person.ts'
import { consentsOf } from '../../database/consents.ts'
import { ruleChangesOf } from '../../database/rule-changes.ts'
import type { EntryKind } from '../../domain/kinds.ts'
import type { OwnAct, OwnEntry } from '../../domain/participation/entry-desk.ts'
import { ownFieldsOf } from '../../domain/participation/own-fields.ts'
import { blocking, type FieldShape, type Finding } from '../../domain/rules/index.ts'
import { dayOrNull } from '../../domain/showcase/values.ts'
import { actionsFor, editableBy, type Status } from '../../domain/workflow.ts'
import { usesOf } from '../../fields/file-uses.ts'
import { idOf } from '../../fields/id-of.ts'
import type { Entry } from '../../hooks/steps/entry.ts'
import { findingsOf } from '../../hooks/steps/facts.ts'
import { participationFindingsOf } from '../../hooks/steps/participation-findings.ts'
import { situationOf } from '../../hooks/steps/situation.ts'
import { cardsOf } from './own-cards.ts'
import type { EntryReferences } from './entry-reference.ts'
import { fileRows, ownFile, type FileRow } from './own-files.ts'

type Asked = {
  references: EntryReferences
  participant: Participant
  kind: EntryKind
  /** As the participant reads it through Payload's access rules. */
  entry: Entry
}

/** A participant's own work with all that a phone shows of it. */
export async function ownEntry(req: PayloadRequest, asked: Asked): Promise<OwnEntry> {
  const { references, participant, kind, entry } = asked
  const [card] = await cardsOf(req, references, [{ kind, id: entry.id }])
  const situation = await situationOf(req, kind, entry, participant)
  const { track, campaign, now } = situation
  const status = entry.status as Status
  const uses = usesOf(entry, req.payload.collections[kind].config)
  const files = await fileRows(
    req,
    uses.map(({ id }) => id),
  )
  const consents = await consentsOf(req, kind, entry.id)
  const termsVersion = campaign.terms?.version || null
  const sent = entry.submittedAt ?? null
  const changes = sent ? await ruleChangesOf(req, [track.id], sent) : null
  const { reviewedBy, ...told } = card!
  return {
    ...ownFields(kind, entry, files),
    ...told,
    version: versionOf(entry.updatedAt),
    reviewedBy,
    submittedAt: sent,
    publishedAt: entry.publishedAt ?? null,
    may: [
      ...(editableBy({ status, standings: situation.standings }) ? (['change'] as const) : []),
      ...(status === 'draft' && !entry.publicId ? (['delete'] as const) : []),
      ...stepsNow(actionsFor({ ...situation, status, actorId: `participant:${participant.id}` })),
    ],
    findings: inOrder([
      ...(await findingsOf(req, { kind, entry, track, now })),
      ...(await participationFindingsOf(req, { kind, entry, campaign })),
    ]),
    consents,
    termsVersion,
    ruleChanges: changes?.get(track.id) ?? [],
  }
}

/** What `If-Match` is compared with: whoever writes to a row writes this too. */
export function versionOf(updatedAt: string | Date): string {
  return new Date(updatedAt).getTime().toString(36)
}

/** Blocking findings first. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  return [...blocking(findings), ...findings.filter(({ severity }) => severity !== 'blocking')]
}

function stepsNow(possible: readonly { action: string }[]): OwnAct[] {
  return possible.flatMap(({ action }) =>
    action === 'submit' || action === 'withdraw' || action === 'reopen' ? [action] : [],
  )
}

function ownFields(kind: EntryKind, entry: Entry, files: ReadonlyMap<number, FileRow>) {
  const shown = Object.entries(ownFieldsOf(kind)).map(([name, shape]) => [
    name,
    shownAs(shape, entry[name], files),
  ])
  return Object.fromEntries(shown) as Record<string, unknown>
}

function shownAs(shape: FieldShape, value: unknown, files: ReadonlyMap<number, FileRow>): unknown {
  const file = (one: unknown) => {
    const row = files.get(idOf(one) ?? 0)
    return row ? [ownFile(row)] : []
  }
  switch (shape) {
    case 'file':
      return file(value)[0] ?? null
    case 'files':
      return ((value ?? []) as unknown[]).flatMap(file)
    case 'texts':
    case 'rows':
      return value ?? []
    case 'date':
      return dayOrNull(value)
    case 'declaration':
      return value === true
    default:
      return value ?? null
  }
}
