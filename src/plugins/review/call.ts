import { entryKinds, type Subtype } from '../../domain/kinds.ts'
import {
  contains,
  intervalWords,
  phaseKeys,
  phaseWords,
  type PhaseKey,
  type Windows,
} from '../../domain/phases.ts'
import { describeRules, type TrackRule } from '../../domain/rules/index.ts'
import type { RuleChange } from '../../domain/participation/rule-changes.ts'
import type { Words } from '../../domain/words.ts'
import type { Track } from '../../payload-types.ts'

/** A phase as the admin shows it: `text` in words, `from` and `to` as ISO instants (`to` excluded). */
export type CallWindow = {
  phase: PhaseKey
  label: Words
  open: boolean
  text: Words | null
  from: string | null
  to: string | null
}

/** What a track asks of an entry, for people (`rules`) and for the check (`ruleRows`). */
export type Call = {
  title: string
  kind: Track['kind']
  themes: string[]
  subtypes: readonly Subtype[]
  rules: Words[]
  ruleRows: TrackRule[]
  /** What was changed after the call opened, the oldest first. */
  changes: RuleChange[]
  windows: CallWindow[]
}

/** The call of a track as it stands at one instant. */
export function callOf({
  track,
  windows,
  changes,
  now,
}: {
  track: Track
  windows: Windows
  changes: RuleChange[]
  now: Date
}): Call {
  const ruleRows = (track.rules ?? []) as unknown as TrackRule[]
  return {
    title: track.title,
    kind: track.kind,
    themes: track.themes ?? [],
    subtypes: entryKinds[track.kind].subtypes,
    rules: describeRules({ kind: track.kind, rules: ruleRows }),
    ruleRows,
    changes,
    windows: phaseKeys.map((phase) => {
      const window = windows[phase]
      return {
        phase,
        label: phaseWords[phase],
        open: window !== null && contains(window, now),
        text: window && intervalWords(window),
        from: window?.from.toISOString() ?? null,
        to: window?.to.toISOString() ?? null,
      }
    }),
  }
}
