import type { CollectionBeforeOperationHook } from 'payload'
import { refusal } from './refuse.ts'

/** An id in an address is digits, all of it: Payload reads `1,2` and `1'--` as 1. */
export const guardId: CollectionBeforeOperationHook = ({
  args,
  collection,
  overrideAccess,
  req,
}) => {
  const { collection: asked, id } = req.routeParams ?? {}
  if (overrideAccess || asked !== collection.slug || id === undefined) return args
  if (!/^\d{1,9}$/.test(String(id))) {
    throw refusal(404, { zh: '没有这条记录', en: 'Not found' }, { code: 'not-found' })
  }
  return args
}
