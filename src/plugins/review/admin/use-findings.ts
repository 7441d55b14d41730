'use client'
import { useAllFormFields, useConfig, useDebounce, useFormModified } from '@payloadcms/ui'
import type { FormState } from 'payload'
import { reduceFieldsToValues } from 'payload/shared'
import { useMemo } from 'react'
import { useRemote } from '../../../admin/elements/remote.ts'
import { checkEntry, type Finding } from '../../../domain/rules/index.ts'
import { idOf } from '../../../fields/id-of.ts'
import type { Call } from '../call.ts'
import { entryFacts, fileFields, type StoredFile } from '../../../hooks/steps/entry-facts.ts'
import { useEntry } from './use-desk.ts'

type Found = { findings: Finding[] | null; live: boolean }

/**
 * What the track's rules find: as the server sees the saved entry, or, once something was changed,
 * as the form stands now. The same rules run in both places; the server's word counts at a step.
 */
export function useFindings(call: Call | null, saved: Finding[] | null): Found {
  const { kind, id } = useEntry()
  const modified = useFormModified()
  const [fields] = useAllFormFields()
  const settled = useDebounce(fields, 300)
  const live = kind !== null && call !== null && (modified || id === null)
  const values = useMemo(() => (live ? valuesOf(settled ?? {}) : null), [live, settled])
  const uses = useMemo(
    () => (values && kind ? usesOf(values, fileFields(kind)) : []),
    [values, kind],
  )
  const files = useFiles(uses.map((use) => use.id))
  if (!live || !values) return { findings: saved, live: false }
  if (files === null) return { findings: saved, live: true }
  const { themes, ruleRows: rules } = call
  const facts = entryFacts({ kind, entry: values, uses, files, themes, now: new Date() })
  return { findings: checkEntry({ rules, facts }), live: true }
}

// An array without rows stands in the form as the number of its rows.
function valuesOf(fields: FormState): Record<string, unknown> {
  const values = reduceFieldsToValues(fields, true) as Record<string, unknown>
  const empty = Object.entries(values).filter(
    ([name, value]) => typeof value === 'number' && fields[name] && 'rows' in fields[name],
  )
  return { ...values, ...Object.fromEntries(empty.map(([name]) => [name, []])) }
}

function usesOf(values: Record<string, unknown>, names: string[]) {
  return names.flatMap((field) =>
    [values[field]].flat().flatMap((value) => {
      const id = idOf(value)
      return id === null ? [] : [{ id, field }]
    }),
  )
}

// Null while they are being asked for: a file that is not known yet would be called missing.
function useFiles(ids: number[]): ReadonlyMap<number, StoredFile> | null {
  const { config } = useConfig()
  const list = [...new Set(ids)].sort((a, b) => a - b).join(',')
  const query = `depth=0&limit=100&where[id][in]=${list}`
  const { data, failed } = useRemote<{ docs: StoredFile[] }>(
    list === '' ? null : `${config.routes.api}/media?${query}`,
  )
  return useMemo(() => {
    if (list === '' || failed) return new Map()
    return data && new Map(data.docs.map((file) => [file.id, file]))
  }, [list, data, failed])
}
