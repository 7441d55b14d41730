import type { PayloadRequest } from 'payload'
import { addDataAndFileToRequest } from 'payload'
import { personOf, type Person } from '../access/person.ts'
import { isEntryKind, type EntryKind } from '../domain/kinds.ts'
import { findBadText } from '../domain/text.ts'
import { refusal } from './refuse.ts'
import type { Entry } from './steps/entry.ts'

export type EntryRequest = { kind: EntryKind; entry: Entry; person: Person }

/**
 * Who asks about which entry.
 *
 * @throws 401 for strangers, 404 when the entry is not there for this person
 */
export async function entryRequest(req: PayloadRequest): Promise<EntryRequest> {
  const person = personOf(req)
  if (!person) throw refusal(401, { zh: '请先登录', en: 'Log in first' }, { code: 'not-logged-in' })
  const kind = req.routeParams?.collection
  const id = String(req.routeParams?.id ?? '')
  const entry =
    isEntryKind(kind) && /^\d{1,9}$/.test(id)
      ? await req.payload.findByID({
          collection: kind as 'videos',
          id: Number(id),
          depth: 0,
          overrideAccess: false,
          user: req.user,
          disableErrors: true,
          req,
        })
      : null
  if (!entry || !isEntryKind(kind)) {
    throw refusal(
      404,
      { zh: '没有这件作品，或您无权查看', en: 'No such entry, or not visible to you' },
      { code: 'not-found' },
    )
  }
  return { kind, entry: entry as Entry, person }
}

/** The JSON object of a request; fields other than those named are refused. */
export async function bodyOf(
  req: PayloadRequest,
  fields: string[],
): Promise<Record<string, unknown>> {
  await addDataAndFileToRequest(req)
  const data: unknown = req.data ?? {}
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    throw refusal(
      400,
      { zh: '请求体应为一个对象', en: 'The body must be an object' },
      { code: 'not-an-object' },
    )
  }
  const unknown = Object.keys(data).filter((key) => !fields.includes(key))
  if (unknown.length > 0) {
    const names = unknown.slice(0, 10).join(', ')
    throw refusal(
      400,
      { zh: `没有这些字段：${names}`, en: `No such fields: ${names}` },
      { code: 'unknown-field' },
    )
  }
  const bad = findBadText(data)
  if (bad) throw refusal(400, bad.message, { code: 'bad-text', path: bad.path })
  return data as Record<string, unknown>
}
