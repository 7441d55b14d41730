import type { CollectionBeforeChangeHook, CollectionBeforeOperationHook } from 'payload'
import { holdNames, ownName, type Named } from '../../database/showcase/names.ts'
import { idOf } from '../../fields/id-of.ts'

/**
 * Lets one change of campaigns, tracks, units and articles at a time through, before any row of it is
 * locked: what they show copies names from one another.
 */
export const holdNamesFirst: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (['create', 'update', 'delete'].includes(operation)) await holdNames(req)
  return args
}

/** Before a name may change: waits for the publications that copy it. */
export const ownNameFirst =
  (what: Named): CollectionBeforeChangeHook =>
  async ({ data, operation, originalDoc, req }) => {
    // A unit that moves has locked all its entries, which is more; and it did so first.
    const moves = what === 'unit' && idOf(data.parent) !== idOf(originalDoc?.parent)
    if (operation === 'update' && !moves) await ownName(req, what, Number(originalDoc.id))
    return data
  }
