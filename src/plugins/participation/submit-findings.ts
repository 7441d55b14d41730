import type { PayloadRequest } from 'payload'
import { consentsOf } from '../../database/consents.ts'
import { DeskRefusal } from '../../domain/participation/desk-refusal.ts'
import { participationFindings } from '../../domain/participation/findings.ts'
import { blocking, type Finding } from '../../domain/rules/index.ts'
import { usesOf } from '../../fields/file-uses.ts'
import { idOf } from '../../fields/id-of.ts'
import type { Entry } from '../../hooks/steps/entry.ts'
import type { EntryPlace } from './entry-reference.ts'
import { fileRows } from './own-files.ts'
import { refusedAs } from './desk-refusals.ts'

/** What stands against a participant's work beside the rules of its track, as it is stored. */
export async function participationFindingsOf(
  req: PayloadRequest,
  {
    kind,
    entry,
    termsVersion,
  }: { kind: EntryPlace['kind']; entry: Entry; termsVersion: string | null },
): Promise<Finding[]> {
  const uses = usesOf(entry, req.payload.collections[kind].config)
  const files = await fileRows(
    req,
    uses.map(({ id }) => id),
  )
  return participationFindings({
    ...{ kind, termsVersion, ageGroup: entry.ageGroup },
    hasGuardianConsent: idOf(entry.guardianConsent) !== null,
    consents: await consentsOf(req, kind, entry.id),
    files: uses.flatMap(({ id, field }) => {
      const row = files.get(id)
      return row ? [{ field, ...row }] : []
    }),
  })
}

/**
 * Submits; a refusal by the track's rules tells of consents, age and files as well, so that a phone
 * shows all that is missing at once.
 */
export async function withAllFindings(
  req: PayloadRequest,
  place: EntryPlace,
  submit: () => Promise<unknown>,
): Promise<void> {
  const entry = (await req.payload.findByID({
    ...{ collection: place.kind as 'videos', id: place.id, depth: 0, req },
  })) as Entry
  const campaign = await req.payload.findByID({
    ...{ collection: 'campaigns', id: idOf(entry.campaign)!, depth: 0, req },
  })
  const termsVersion = campaign.terms?.version || null
  const found = await participationFindingsOf(req, { kind: place.kind, entry, termsVersion })
  try {
    await submit()
  } catch (error) {
    const refused = refusedAs(error)
    if (!(refused instanceof DeskRefusal) || refused.code !== 'rules-not-met') throw error
    const known = new Set(refused.findings.map(({ rule, path }) => `${rule} ${path}`))
    const more = found.filter(({ rule, path }) => !known.has(`${rule} ${path}`))
    const { status, code, words } = refused
    throw new DeskRefusal(status, code, words, [
      ...refused.findings,
      ...blocking(more),
      ...more.filter(({ severity }) => severity !== 'blocking'),
    ])
  }
}
