'use client'
import type { DefaultCellComponentProps } from 'payload'
import { StatusChip } from '../../../admin/elements/StatusChip.tsx'

/** The state of an entry in a list. */
export function StatusCell({ cellData }: DefaultCellComponentProps) {
  return <StatusChip status={cellData} />
}
