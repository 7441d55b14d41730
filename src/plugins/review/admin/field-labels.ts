import { getTranslation, type I18nClient } from '@payloadcms/translations'
import type { ClientField } from 'payload'
import { formatDuration } from '../../../domain/characters.ts'
import type { FieldChange } from '../../../domain/diff.ts'
import { beijingDay } from '../../../domain/beijing-time.ts'
import type { Vars } from '../../../admin/elements/translate.ts'
import type { ReviewKey } from '../translations.ts'

type Say = (key: ReviewKey, vars?: Vars) => string

type Named = ClientField & { name: string }

/** A change of one field as people read it: `作者 1 · 姓名`, and both values in words. */
export type ReadableChange = { label: string; before: string; after: string }

type Reading = { fields: ClientField[]; i18n: I18nClient; say: Say }

/** Puts the labels and values of the form in place of paths and raw values. */
export function readableChange(change: FieldChange, reading: Reading): ReadableChange {
  const steps = change.path.split('.')
  const { label, field } = labelOf(steps, reading.fields, reading)
  const value = (raw: unknown) => valueText(raw, field, reading)
  return { label, before: value(change.before), after: value(change.after) }
}

function labelOf(
  steps: string[],
  fields: ClientField[],
  reading: Reading,
): { label: string; field?: Named } {
  const [name, ...rest] = steps
  const field = named(fields).find((one) => one.name === name)
  if (!field || name === undefined) return { label: steps.join('.') }
  const own =
    'label' in field && field.label ? getTranslation(field.label as string, reading.i18n) : name
  if (rest.length === 0) return { label: own, field }
  const [row, ...inner] = rest
  const place = /^\d+$/.test(row ?? '') ? `${own} ${Number(row) + 1}` : own
  if (inner.length === 0) return { label: place, field }
  const below = labelOf(inner, 'fields' in field ? field.fields : [], reading)
  return { ...below, label: `${place} · ${below.label}` }
}

// Fields with a name, also those inside rows and tabs that have none.
function named(fields: ClientField[]): Named[] {
  return fields.flatMap((field) => {
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => named(tab.fields))
    if ('name' in field && field.name) return [field as Named]
    return 'fields' in field ? named(field.fields) : []
  })
}

function valueText(raw: unknown, field: Named | undefined, { say, i18n }: Reading): string {
  if (raw === null || raw === undefined || raw === '') return say('empty')
  if (typeof raw === 'boolean') return say(raw ? 'yes' : 'no')
  if (field?.type === 'upload') return say('file', { id: String(raw) })
  if (field?.type === 'date') return beijingDay(String(raw))
  if (field?.name === 'durationSeconds' && typeof raw === 'number') return formatDuration(raw)
  if (field?.type === 'select') {
    const option = field.options.find((one) => typeof one === 'object' && one.value === raw)
    if (typeof option === 'object') return getTranslation(option.label as string, i18n)
  }
  return typeof raw === 'object' ? JSON.stringify(raw) : String(raw)
}
