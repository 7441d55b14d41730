import { entryKindList, type EntryKind } from '../kinds.ts'
import { categoryFields, type FieldShape } from '../rules/index.ts'

/** What a participant writes of a work of any kind, beside its place, age and consents. */
export const commonOwnFields = {
  title: 'text',
  theme: 'text',
  summary: 'longText',
  authors: 'rows',
  cover: 'file',
  originalDeclared: 'declaration',
  ageGroup: 'text',
  guardianConsent: 'file',
} as const satisfies Record<string, FieldShape>

/** The fields of a kind that a participant writes, by name; the staff's API has the same names. */
export function ownFieldsOf(kind: EntryKind): Readonly<Record<string, FieldShape>> {
  return { ...commonOwnFields, subtype: 'text', ...categoryFields[kind] }
}

/** All fields that any kind has. The same name means the same shape in all kinds. */
export const everyOwnField: Readonly<Record<string, FieldShape>> = Object.assign(
  {},
  ...entryKindList.map(ownFieldsOf),
)
