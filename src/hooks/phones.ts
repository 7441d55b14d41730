import type { CollectionBeforeChangeHook, FieldHook, PayloadRequest } from 'payload'
import { readMaskedContacts } from '../access/contacts.ts'
import { environment } from '../environment.ts'
import { maskPhone, normalisePhone } from '../domain/phone.ts'
import { isSealed, seal, unseal, type SealingKey } from '../database/sealed.ts'
import { refusal } from './refuse.ts'

type Author = { id?: string | null; phone?: string | null }

/**
 * A phone number is never read in clear: not by a caller, not by our own Local API calls. Callers who
 * have no part in the entry read none at all.
 */
export const maskWhenRead: FieldHook = async ({ value, originalDoc, overrideAccess, req }) => {
  if (!isSealed(value)) return value
  const may = overrideAccess || (await readMaskedContacts(req, originalDoc))
  return may ? maskPhone(open(value)) : null
}

/**
 * Seals the authors' numbers on the way in. A number that comes back masked, as forms and clients
 * send it, keeps what is stored under the same row; a masked number that stands for nothing is
 * refused rather than stored.
 */
export const sealAuthorPhones: CollectionBeforeChangeHook = async ({
  data,
  collection,
  originalDoc,
  req,
}) => {
  const authors: Author[] = data.authors ?? []
  if (authors.every(({ phone }) => phone === undefined || phone === null)) return data
  const stored = authors.some(({ phone }) => phone?.includes('*'))
    ? await storedPhones(req, collection.slug, originalDoc?.id)
    : new Map<string, string>()
  data.authors = authors.map((author, index) => ({
    ...author,
    phone: sealed(author, index, stored),
  }))
  return data
}

/** The stored numbers of an entry's authors in clear, by row id. For the logged unmasking alone. */
export async function openPhones(
  req: PayloadRequest,
  collection: string,
  id: number,
): Promise<Map<string, string>> {
  const stored = await storedPhones(req, collection, id)
  return new Map([...stored].map(([row, value]) => [row, open(value)]))
}

function sealed({ id, phone }: Author, index: number, stored: Map<string, string>): string | null {
  const given = phone?.trim() ?? ''
  if (given === '') return null
  if (given.startsWith('sealed:')) return bad(index)
  if (given.includes('*')) {
    const kept = stored.get(id ?? '')
    return kept && maskPhone(open(kept)) === given ? kept : bad(index)
  }
  const normal = normalisePhone(given)
  return normal ? seal(normal, currentKey()) : bad(index)
}

function bad(index: number): never {
  const place = `authors.${index}.phone`
  throw refusal(
    400,
    {
      zh: `第 ${index + 1} 位作者的电话不是有效号码`,
      en: `Author ${index + 1}: not a valid phone number`,
    },
    { code: 'bad-phone', path: place },
  )
}

async function storedPhones(
  req: PayloadRequest,
  collection: string,
  id: unknown,
): Promise<Map<string, string>> {
  if (id === undefined || id === null) return new Map()
  // The adapter's own read: no hooks, so the values come sealed as they are stored.
  const doc = await req.payload.db.findOne<{ id: number; authors?: Author[] }>({
    collection: collection as 'videos',
    where: { id: { equals: id } },
    req,
  })
  const rows = doc?.authors ?? []
  return new Map(
    rows.flatMap(({ id: row, phone }) => (row && isSealed(phone) ? [[row, phone] as const] : [])),
  )
}

function open(value: string): string {
  return unseal(value, [currentKey()])
}

function currentKey(): SealingKey {
  const { fieldKey, fieldKeyId } = environment()
  return { id: fieldKeyId, key: fieldKey }
}
