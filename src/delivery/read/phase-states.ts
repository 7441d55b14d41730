import {
  contains,
  phaseNow,
  type Interval,
  type PhaseKey,
  type Windows,
} from '../../domain/phases.ts'

/** A phase as the read model holds it: ISO instants, `to` not included. */
export type Span = { key: PhaseKey; from: string; to: string }

export type PhaseState = 'past' | 'now' | 'future'

export type Seen = {
  /** The phase that is on; of several the one furthest along. */
  phaseNow: PhaseKey | null
  stateOf: (key: PhaseKey) => PhaseState
  /** When any of it changes next, in milliseconds since 1970. */
  until: number | undefined
}

/** How phases stand at one instant, and until when they stand so. */
export function seenAt(spans: readonly Span[], now: Date): Seen {
  const windows: Windows = { collect: null, judge: null, summary: null }
  for (const { key, from, to } of spans) windows[key] = { from: new Date(from), to: new Date(to) }
  const ends = spans.flatMap(({ from, to }) => [Date.parse(from), Date.parse(to)])
  const ahead = ends.filter((end) => end > now.getTime())
  return {
    phaseNow: phaseNow(windows, now),
    stateOf: (key) => state(windows[key], now),
    until: ahead.length > 0 ? Math.min(...ahead) : undefined,
  }
}

function state(window: Interval | null, now: Date): PhaseState {
  if (!window || window.to <= now) return 'past'
  return contains(window, now) ? 'now' : 'future'
}
