'use client'

export function ResultDesk() {
  return null
}
