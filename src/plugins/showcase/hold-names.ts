import type { CollectionBeforeOperationHook } from 'payload'
import { holdNames } from '../../database/showcase/names.ts'

/**
 * Lets one change of campaigns, tracks, units and articles at a time through, before any row of it is
 * locked: what they show copies names from one another.
 */
export const holdNamesFirst: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (['create', 'update', 'delete'].includes(operation)) await holdNames(req)
  return args
}
