'use client'
import { useConfig } from '@payloadcms/ui'
import { usePathname } from 'next/navigation'
import type { Where } from 'payload'
import { useRemote, type Remote } from './remote.ts'
import type { EntryKind } from '../../domain/kinds.ts'
import type { Standing, Status } from '../../domain/workflow.ts'
import type { Words } from '../../domain/words.ts'

export type ToDoItem = {
  kind: EntryKind
  label: Words
  status: Status
  statusLabel: Words
  standing: Standing
  count: number
  where: Where
}

/** What waits for the reader, asked for again on every page and whenever `version` changes. */
export function useToDo(version?: unknown): Remote<{ where: Where; items: ToDoItem[] }> {
  const { config } = useConfig()
  const path = usePathname()
  return useRemote(`${config.routes.api}/to-do`, `${path} ${String(version)}`)
}
