import type { PayloadRequest } from 'payload'
import { DeskRefusal } from '../../domain/participation/desk-refusal.ts'
import { blocking, rulesNotMet, type Finding } from '../../domain/rules/index.ts'
import { idOf } from '../../fields/id-of.ts'
import type { Entry } from '../../hooks/steps/entry.ts'
import { participationFindingsOf } from '../../hooks/steps/participation-findings.ts'
import type { EntryPlace } from './entry-reference.ts'
import { refusedAs } from './desk-refusals.ts'
import { inOrder } from './own-view.ts'

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
  const found = await participationFindingsOf(req, { kind: place.kind, entry, campaign })
  try {
    await submit()
  } catch (error) {
    const refused = refusedAs(error)
    if (!(refused instanceof DeskRefusal) || refused.code !== 'rules-not-met') throw error
    const known = new Set(refused.findings.map(({ rule, path }) => `${rule} ${path}`))
    const more = found.filter(({ rule, path }) => !known.has(`${rule} ${path}`))
    const { status, code } = refused
    const all = inOrder([...(refused.findings as Finding[]), ...more])
    throw new DeskRefusal(status, code, rulesNotMet(place.kind, blocking(all)), all)
  }
}
