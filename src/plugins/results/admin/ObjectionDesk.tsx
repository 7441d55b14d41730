'use client'

export function ObjectionDesk() {
  return null
}
