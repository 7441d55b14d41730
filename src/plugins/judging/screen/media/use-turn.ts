'use client'
import { useEffect, useRef } from 'react'

/**
 * Does something each time that somebody asks for it by key: `turn` counts how often. What comes to hand
 * later has not been asked.
 */
export function useTurn(turn: number, isActive: boolean, act: () => void): void {
  const seen = useRef(turn)
  useEffect(() => {
    if (turn === seen.current) return
    seen.current = turn
    if (isActive) act()
  })
}
