'use client'
import { useRowLabel } from '@payloadcms/ui'

export function RuleLabel() {
  const { data, rowNumber = 0 } = useRowLabel<{ rule?: string }>()
  return <span>{[rowNumber + 1, data.rule].filter(Boolean).join(' · ')}</span>
}
