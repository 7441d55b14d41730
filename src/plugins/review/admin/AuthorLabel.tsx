'use client'
import { useRowLabel } from '@payloadcms/ui'

export function AuthorLabel() {
  const { data, rowNumber = 0 } = useRowLabel<{ name?: string; workplace?: string }>()
  return <span>{[rowNumber + 1, data.name, data.workplace].filter(Boolean).join(' · ')}</span>
}
