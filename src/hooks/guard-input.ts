import type { CollectionBeforeOperationHook, Field, SanitizedCollectionConfig } from 'payload'
import { fieldAffectsData, fieldHasSubFields, tabHasName } from 'payload/shared'
import { findBadText } from '../domain/text.ts'
import { wrongType } from './guard-types.ts'
import { refusal } from './refuse.ts'

/**
 * Refuses what Payload would quietly drop or PostgreSQL would choke on: fields that do not exist and
 * texts with control characters. Asked for callers only, not for this program's own writes.
 */
export const guardInput: CollectionBeforeOperationHook = ({
  args,
  collection,
  operation,
  overrideAccess,
  req,
}) => {
  if (operation !== 'create' && operation !== 'update') return args
  const data: unknown = args.data
  // A file may come without a word about it.
  if (data === undefined && (overrideAccess || req.file)) return args
  if (data === null || typeof data !== 'object' || Array.isArray(data)) {
    throw refusal(
      400,
      { zh: '请求体应为一个对象', en: 'The body must be an object' },
      { code: 'not-an-object' },
    )
  }
  const bad = findBadText(data)
  if (bad) {
    const { path, message } = bad
    throw refusal(
      400,
      { zh: `${path}：${message.zh}`, en: `${path}: ${message.en}` },
      { code: 'bad-text', path },
    )
  }
  if (overrideAccess) return args
  const wrong = wrongType(data as Record<string, unknown>, collection.flattenedFields)
  if (wrong) {
    const { path, wanted } = wrong
    throw refusal(
      400,
      { zh: `${path} 应为${wanted.zh}`, en: `${path} must be ${wanted.en}` },
      { code: 'wrong-type', path },
    )
  }
  const unknown = unknownPaths(
    data as Record<string, unknown>,
    collection.fields,
    knownToPayload(collection),
  )
  if (unknown.length > 0) {
    const names = unknown.slice(0, 10).join(', ')
    throw refusal(
      400,
      { zh: `没有这些字段：${names}`, en: `No such fields: ${names}` },
      { code: 'unknown-field', paths: unknown.slice(0, 50) },
    )
  }
  // When a document was made and changed is not the caller's to say; forms send it along.
  const rest = Object.entries(data).filter(([name]) => !['createdAt', 'updatedAt'].includes(name))
  return { ...args, data: Object.fromEntries(rest) }
}

const always = ['id', 'createdAt', 'updatedAt']
const versioned = ['_status', 'publishedLocale', 'autosave']
const account = [
  'password',
  'confirm-password',
  'email',
  'username',
  'sessions',
  'collection',
  'apiKey',
  'apiKeyIndex',
  'enableAPIKey',
  'resetPasswordToken',
  'resetPasswordExpiration',
  'salt',
  'hash',
  'loginAttempts',
  'lockUntil',
  '_strategy',
  '_verified',
]
const file = [
  'file',
  'url',
  'thumbnailURL',
  'filename',
  'mimeType',
  'filesize',
  'width',
  'height',
  'focalX',
  'focalY',
  'sizes',
  'prefix',
  '_objectKey',
]

function knownToPayload(collection: SanitizedCollectionConfig): Set<string> {
  return new Set([
    ...always,
    ...(collection.versions ? versioned : []),
    ...(collection.auth ? account : []),
    ...(collection.upload ? file : []),
  ])
}

function unknownPaths(
  data: Record<string, unknown>,
  fields: Field[],
  extra: Set<string>,
  prefix = '',
): string[] {
  const named = new Map(flattened(fields).map((field) => [field.name, field.fields] as const))
  return Object.entries(data).flatMap(([key, value]) => {
    const path = `${prefix}${key}`
    if (extra.has(key)) return []
    if (!named.has(key)) return [path]
    const inner = named.get(key)
    if (!inner || typeof value !== 'object' || value === null) return []
    const rows = Array.isArray(value) ? value : [value]
    return rows.flatMap((row, index) =>
      typeof row === 'object' && row !== null && !Array.isArray(row)
        ? unknownPaths(
            row as Record<string, unknown>,
            inner,
            new Set(['id']),
            `${path}.${Array.isArray(value) ? `${index}.` : ''}`,
          )
        : [],
    )
  })
}

type Named = { name: string; fields: Field[] | undefined }

function flattened(fields: Field[]): Named[] {
  return fields.flatMap((field): Named[] => {
    if (field.type === 'tabs') {
      return field.tabs.flatMap((tab) =>
        tabHasName(tab) ? [{ name: tab.name, fields: tab.fields }] : flattened(tab.fields),
      )
    }
    if (fieldAffectsData(field)) {
      const inner =
        (field.type === 'array' || field.type === 'group') && 'fields' in field
          ? field.fields
          : undefined
      return [{ name: field.name, fields: inner }]
    }
    return fieldHasSubFields(field) ? flattened(field.fields) : []
  })
}
