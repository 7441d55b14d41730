import type { Payload, PayloadRequest } from 'payload'
import { participantOf } from '../../access/person.ts'
import { runIn } from '../../database/run-in.ts'
import { query, sql } from '../../database/sql.ts'
import { DeskRefusal } from '../../domain/participation/desk-refusal.ts'
import type { EntryDesk, OwnEntry, Who } from '../../domain/participation/entry-desk.ts'
import { editableStatuses } from '../../domain/workflow.ts'
import { refusal } from '../../hooks/refuse.ts'
import type { Entry } from '../../hooks/steps/entry.ts'
import { takeStep } from '../../hooks/steps/take-step.ts'
import { entryData } from './desk-input.ts'
import { act, look } from './desk-request.ts'
import { entryReferences, type EntryPlace } from './entry-reference.ts'
import { holdDrafts } from './hold-limits.ts'
import { cardsOf, placesOf } from './own-cards.ts'
import { ownEntry, versionOf } from './own-view.ts'
import { recordConsents } from './record-consents.ts'
import { withAllFindings } from './submit-findings.ts'

/** The desk at which participants' works are made, changed and sent in: Payload's Local API, once an act. */
export function openDesk(payload: Payload): EntryDesk {
  const references = entryReferences(payload.secret)

  const placeOf = (id: string): EntryPlace => {
    const place = references.read(id)
    if (!place) throw notTheirs()
    return place
  }
  const viewOf = async (req: PayloadRequest, place: EntryPlace): Promise<OwnEntry> => {
    const participant = participantOf(req)!
    const entry = await readOwn(req, place)
    return ownEntry(req, { references, participant, kind: place.kind, entry })
  }

  return {
    list: (who, page) =>
      look(payload, who, async ({ req }) => {
        const { places, next } = await placesOf(req, who, page)
        const cards = await cardsOf(req, references, places)
        return { entries: cards.map(({ reviewedBy: _, ...card }) => card), next }
      }),

    read: (who, id) => look(payload, who, ({ req }) => viewOf(req, placeOf(id))),

    create: (who, given, settle) =>
      act(payload, who, async (request) => {
        const { req } = request
        const { kind, consents } = given
        await holdDrafts(req, who.participant, null)
        const data = await entryData(request, kind, given)
        const made = await req.payload.create({
          ...{ collection: kind as 'videos', data: data as never, depth: 0, req },
          ...{ overrideAccess: false, user: req.user },
        })
        if (consents) {
          await recordConsents(req, who, { kind, entry: made as Entry, given: consents })
        }
        const answer = await viewOf(req, { kind, id: made.id })
        await settle?.(runIn(req), answer)
        return answer
      }),

    change: (who, id, { isExpected, ...given }, settle) =>
      act(payload, who, async (request) => {
        const { req } = request
        const place = placeOf(id)
        const { kind } = place
        const entry = await heldOwn(req, who, place, isExpected)
        const data = await entryData(request, kind, given, entry)
        if (Object.keys(data).length > 0) {
          refuseSentIn(entry)
          await req.payload.update({
            ...{ collection: kind as 'videos', id: entry.id, data: data as never, depth: 0, req },
            ...{ overrideAccess: false, user: req.user },
          })
        }
        // Consents are the person's own in every state: also of what is published.
        if (given.consents) await recordConsents(req, who, { kind, entry, given: given.consents })
        const answer = await viewOf(req, place)
        await settle?.(runIn(req), answer)
        return answer
      }),

    remove: (who, id, { isExpected }, settle) =>
      act(payload, who, async ({ req }) => {
        const place = placeOf(id)
        const entry = await heldOwn(req, who, place, isExpected)
        if (entry.status !== 'draft' || entry.publicId) {
          const words = {
            zh: '报送过的作品有编号，不能删除；可以撤回',
            en: 'A work that was sent in has a number and stays; withdraw it instead',
          }
          throw refusal(409, words, { code: 'wrong-status' })
        }
        await req.payload.delete({
          ...{ collection: place.kind as 'videos', id: entry.id, depth: 0, req },
          ...{ overrideAccess: false, user: req.user },
        })
        await settle?.(runIn(req), null)
      }),

    step: (who, id, action, settle) =>
      act(payload, who, async ({ req }) => {
        const place = placeOf(id)
        await heldOwn(req, who, place)
        const step = () => takeStep(req, participantOf(req)!, { ...place, action })
        await (action === 'submit' ? withAllFindings(req, place, step) : step())
        const answer = await viewOf(req, place)
        await settle?.(runIn(req), answer)
        return answer
      }),
  }
}

/** The work's row, locked until the transaction ends; another's is not there. */
async function heldOwn(
  req: PayloadRequest,
  who: Who,
  place: EntryPlace,
  isExpected?: (version: string) => boolean,
): Promise<Entry> {
  await query(
    req,
    sql`select id from ${sql.identifier(place.kind)}
      where id = ${place.id} and participant_id = ${who.participant} for update`,
  )
  const entry = await readOwn(req, place)
  if (isExpected && !isExpected(versionOf(entry.updatedAt))) {
    throw new DeskRefusal(412, 'changed-meanwhile', {
      zh: '作品已在别处修改，请读取最新内容后再改',
      en: 'The work was changed elsewhere: read it again first',
    })
  }
  return entry
}

async function readOwn(req: PayloadRequest, { kind, id }: EntryPlace): Promise<Entry> {
  const found = await req.payload.findByID({
    ...{ collection: kind as 'videos', id, depth: 0, disableErrors: true, req },
    ...{ overrideAccess: false, user: req.user },
  })
  // Published works of others can be read as well, but not here.
  if (!found || (found as Entry).participantId !== participantOf(req)!.id) throw notTheirs()
  return found as Entry
}

const changeable = editableStatuses('owner')

function refuseSentIn({ status }: Entry): void {
  if (changeable.includes(status)) return
  const words = {
    zh: '作品已报送，不能修改；撤回或被退回后可以修改',
    en: 'The work was sent in and cannot be changed unless it is withdrawn or returned',
  }
  throw refusal(409, words, { code: 'wrong-status' })
}

function notTheirs() {
  return refusal(404, { zh: '没有这件作品', en: 'No such work' }, { code: 'not-found' })
}
