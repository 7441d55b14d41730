'use client'

export function DueCell() {
  return null
}
