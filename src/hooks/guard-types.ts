import type { FlattenedField } from 'payload'
import type { Words } from '../domain/words.ts'

/** Where a value has not the type of its field, and what is wanted there. */
export type WrongType = { path: string; wanted: Words }

type Data = Record<string, unknown>

const wanted = {
  text: { zh: '文字', en: 'a text' },
  texts: { zh: '文字的列表', en: 'a list of texts' },
  number: { zh: '数字', en: 'a number' },
  yesOrNo: { zh: 'true 或 false', en: 'true or false' },
  date: { zh: '日期文字', en: 'a date as text' },
  id: { zh: '编号（id）', en: 'an id' },
  ids: { zh: '编号（id）的列表', en: 'a list of ids' },
  rows: { zh: '对象的列表', en: 'a list of objects' },
  object: { zh: '对象', en: 'an object' },
} satisfies Record<string, Words>

/**
 * The first value whose type is not its field's. Payload turns many such into texts (`true` becomes
 * “true”, an object its JSON) or drops them without a word; a caller should rather be told.
 */
export function wrongType(
  data: Data,
  fields: readonly FlattenedField[],
  prefix = '',
): WrongType | null {
  for (const field of fields) {
    if (!Object.hasOwn(data, field.name)) continue
    const value = data[field.name]
    const path = `${prefix}${field.name}`
    // Payload, and what of ours goes through rows, enters these without looking, and stumbles.
    if (field.type === 'group' && value === null) return { path, wanted: wanted.object }
    if (field.type === 'array' && (value === null || value === '')) {
      return { path, wanted: wanted.rows }
    }
    // How forms send nothing; Payload knows what to make of it.
    if (value === null || value === undefined || value === '') continue
    const wrong = wantedOf(field, value)
    if (wrong) return { path, wanted: wrong }
    const inside = insideOf(field, value, path)
    if (inside) return inside
  }
  return null
}

function insideOf(field: FlattenedField, value: unknown, path: string): WrongType | null {
  if (field.type === 'group') return wrongType(value as Data, field.flattenedFields, `${path}.`)
  if (field.type !== 'array' || !Array.isArray(value)) return null
  for (const [index, row] of value.entries()) {
    const wrong = wrongType(row, field.flattenedFields, `${path}.${index}.`)
    if (wrong) return wrong
  }
  return null
}

function wantedOf(field: FlattenedField, value: unknown): Words | null {
  const many = 'hasMany' in field && field.hasMany === true
  switch (field.type) {
    case 'text':
    case 'textarea':
    case 'email':
    case 'select':
      if (many) return listOf(value, isText) ? null : wanted.texts
      return isText(value) ? null : wanted.text
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? null : wanted.number
    case 'checkbox':
      return typeof value === 'boolean' ? null : wanted.yesOrNo
    case 'date':
      return isText(value) || value instanceof Date ? null : wanted.date
    case 'relationship':
    case 'upload':
      if (many) return listOf(value, isReference) ? null : wanted.ids
      return isReference(value) ? null : wanted.id
    case 'array':
      // The admin sends a list without rows as the number of its rows.
      return value === 0 || listOf(value, isObject) ? null : wanted.rows
    case 'group':
    case 'richText':
      return isObject(value) ? null : wanted.object
    default:
      return null
  }
}

const isText = (value: unknown) => typeof value === 'string'

const isObject = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const listOf = (value: unknown, one: (value: unknown) => boolean) =>
  Array.isArray(value) && value.every(one)

/** A bare id, as number or digits, or a document that has one, as forms send filled-in relations. */
function isReference(value: unknown): boolean {
  if (typeof value === 'object' && value !== null && 'id' in value) return isReference(value.id)
  return /^\d{1,9}$/.test(typeof value === 'number' || isText(value) ? String(value) : '')
}
