import type { CollectionBeforeOperationHook } from 'payload'
import { holdNames } from '../../database/showcase/names.ts'

/** Lets one change of campaigns, tracks and units at a time through, before any row of it is locked. */
export const holdNamesFirst: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (['create', 'update', 'delete'].includes(operation)) await holdNames(req)
  return args
}
