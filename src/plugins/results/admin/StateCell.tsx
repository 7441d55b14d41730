'use client'

export function ResultStateCell() {
  return null
}

export function ObjectionStateCell() {
  return null
}
