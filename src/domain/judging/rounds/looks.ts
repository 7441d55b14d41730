import type { JudgingRound } from './types.ts'

/** Which marks of others a judge may see on a work, and whether the author's name stands beside it. */
export type RoundLook = { othersMarks: boolean; author: boolean; ownCanChange: boolean }

/**
 * What a judge sees of one work. Where others' marks show after the own ones, those cannot change any
 * more: nobody may copy. A locked round is over for everyone.
 */
export function roundLook({
  round: { window, blind, scoresShown },
  hasHandedIn,
  isLocked,
  now,
}: {
  round: Pick<JudgingRound, 'window' | 'blind' | 'scoresShown'>
  hasHandedIn: boolean
  isLocked: boolean
  now: Date
}): RoundLook {
  const isOver = isLocked || now >= window.to
  const shows = { never: false, 'after-own': hasHandedIn, 'after-close': isOver }
  return {
    othersMarks: shows[scoresShown],
    author: !blind,
    ownCanChange: !isOver && now >= window.from && !(hasHandedIn && scoresShown === 'after-own'),
  }
}
