import type { Field } from 'payload'
import { nobody } from '../access/person.ts'
import { plainly, type Rule } from '../access/rule.ts'

/**
 * A field that only this program writes: no caller can, by any way in. What a caller sends for it is
 * dropped, as Payload does with every field that the caller may not write.
 */
export function serverOwned<F extends Field>(field: F, read?: Rule): F {
  const closed = plainly(nobody)
  const admin = 'admin' in field ? field.admin : undefined
  return {
    ...field,
    access: { create: closed, update: closed, ...(read ? { read: plainly(read) } : {}) },
    admin: { readOnly: true, ...admin },
  } as F
}

/** A field that only some people read; for everybody else it is not there, not even in a query. */
export function readableFor<F extends Field>(rule: Rule, field: F): F {
  const access = 'access' in field ? field.access : undefined
  return { ...field, access: { ...access, read: plainly(rule) } } as F
}
