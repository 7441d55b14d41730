import type { PayloadRequest } from 'payload'
import { addressFactsOf } from '../../database/content-safety/address-checks.ts'
import { usesOf } from '../../fields/file-uses.ts'
import {
  addressesOf,
  checkEntry,
  type EntryFacts,
  type Finding,
  type TrackRule,
} from '../../domain/rules/index.ts'
import type { EntryKind } from '../../domain/kinds.ts'
import type { Track } from '../../payload-types.ts'
import { entryFacts } from './entry-facts.ts'
import type { Entry } from './entry.ts'

type Question = { kind: EntryKind; entry: Entry; track: Track; now: Date }

/** What the track's rules find in an entry as it stands, blocking findings first. */
export async function findingsOf(req: PayloadRequest, question: Question): Promise<Finding[]> {
  const rules = (question.track.rules ?? []) as unknown as TrackRule[]
  return checkEntry({ rules, facts: await factsOf(req, question) })
}

async function factsOf(
  req: PayloadRequest,
  { kind, entry, track, now }: Question,
): Promise<EntryFacts> {
  const uses = usesOf(entry, req.payload.collections[kind].config)
  const { docs } = await req.payload.find({
    collection: 'media',
    where: { id: { in: uses.map(({ id }) => id) } },
    depth: 0,
    pagination: false,
    req,
  })
  const files = new Map(docs.map((doc) => [doc.id, doc]))
  const facts = entryFacts({ kind, entry, uses, files, themes: track.themes ?? [], now })
  const addresses = addressesOf(kind, entry)
  return { ...facts, addresses: await addressFactsOf(req, { kind, id: entry.id }, addresses) }
}
