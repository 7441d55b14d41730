'use client'
import { useConfig, useListQuery } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'
import { usePoll } from '../../../admin/elements/poll.ts'
import { useRemote } from '../../../admin/elements/remote.ts'
import { isUnfinished, Standing, type HowFar } from './Standing.tsx'

type Row = HowFar & { id: number }

/** How far a file is, in a list; one question answers for all rows that are not finished. */
export function ProcessingCell({ rowData }: DefaultCellComponentProps) {
  const row = rowData as Row
  const { data } = useListQuery()
  const { config } = useConfig()
  const open = ((data?.docs ?? [row]) as Row[]).filter(isUnfinished).map(({ id }) => id)
  const address = isUnfinished(row) ? `${config.routes.api}/media?${question(open)}` : null
  const now = useRemote<{ docs: Row[] }>(address, address).data?.docs
  usePoll(now && !now.some(isUnfinished) ? null : address, 3)
  return <Standing {...(now?.find(({ id }) => id === row.id) ?? row)} />
}

function question(ids: number[]): string {
  return new URLSearchParams({
    'where[id][in]': ids.join(','),
    'select[processing]': 'true',
    'select[progress]': 'true',
    'select[problem]': 'true',
    depth: '0',
    limit: '100',
    pagination: 'false',
  }).toString()
}
