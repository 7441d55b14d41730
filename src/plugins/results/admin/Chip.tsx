'use client'
import './results.scss'

type Tone = 'open' | 'done' | 'waiting' | 'late' | 'quiet'

/** A state in words, with a shape and a colour of its own. */
export function Chip({ tone, children }: { tone: Tone; children: string }) {
  return <span className={`result-chip result-chip--${tone}`}>{children}</span>
}
