import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { participantOf, personOf } from '../../access/person.ts'
import { isSameOrBelow } from '../../domain/unit-tree.ts'
import { mayEnter } from '../../domain/eligibility.ts'
import { refusal } from '../../hooks/refuse.ts'
import { holdUnit } from '../../hooks/unit-path.ts'
import { idOf } from '../../fields/id-of.ts'

/**
 * Puts an entry where it belongs: the campaign follows from the track, the unit is the caller's own
 * when none is named, its path is copied for scopes. Refuses a unit outside the caller's scope and,
 * once an entry has its number, any other track or unit.
 */
export const placeEntry: CollectionBeforeChangeHook = async ({
  data,
  originalDoc,
  operation,
  collection,
  req,
}) => {
  const person = personOf(req)
  const participant = participantOf(req)
  const trackId = idOf(data.track)
  const unitId = idOf(data.unit) ?? person?.unitId ?? null
  if (
    originalDoc?.publicId &&
    (trackId !== idOf(originalDoc.track) || unitId !== idOf(originalDoc.unit))
  ) {
    const words = {
      zh: '报送后不能更换子项目或单位',
      en: 'Track and unit stay once an entry has been submitted',
    }
    throw refusal(409, words, { code: 'place-fixed' })
  }
  if (
    operation === 'update' &&
    trackId === idOf(originalDoc.track) &&
    unitId === idOf(originalDoc.unit)
  )
    return data

  const track = trackId === null ? null : await found(req, 'tracks', trackId)
  if (!track || track.kind !== collection.slug) {
    const words = { zh: '请选择本类作品的子项目', en: 'Choose a track of this kind' }
    throw refusal(400, words, { code: 'wrong-track', path: 'track' })
  }
  await holdUnit(req, unitId)
  const unit = unitId === null ? null : await found(req, 'units', unitId)
  if (!unit?.path) {
    throw refusal(
      400,
      { zh: '请选择报送单位', en: 'Choose the submitting unit' },
      { code: 'no-unit', path: 'unit' },
    )
  }
  if (person?.role === 'editor' && !isSameOrBelow(unit.path, person.unitPath)) {
    const words = {
      zh: '只能为本单位及下级单位报送',
      en: 'Only for your own unit and those below it',
    }
    throw refusal(403, words, { code: 'foreign-unit', path: 'unit' })
  }
  const why = mayEnter({ trackScope: track.scope, unitKind: unit.kind })
  if (why) throw refusal(409, why, { code: 'not-eligible', path: 'unit' })

  return {
    ...data,
    unit: unit.id,
    unitPath: unit.path,
    campaign: idOf(track.campaign),
    ...(operation === 'create'
      ? {
          createdBy: person?.id ?? null,
          participantId: participant?.id ?? null,
          cameFrom: participant?.cameFrom ?? null,
        }
      : {}),
  }
}

async function found<Slug extends 'tracks' | 'units'>(
  req: PayloadRequest,
  collection: Slug,
  id: number,
) {
  return req.payload.findByID({ collection, id, depth: 0, disableErrors: true, req })
}
