import { refusal, type Refusal } from './refusal.ts'
import { reviewWords } from './workflow/labels.ts'
import { workflow, type Action, type Review } from './workflow/table.ts'

/**
 * One step of the current pass, which begins with (and contains) the last submit. `actorId` must tell
 * people of different tables apart: pass `participant:5` when a user 5 may exist too.
 */
export type PassStep = { action: Action; actorId: number | string }

/**
 * No person performs two of the three reviews in one pass; who submitted may do the first review but
 * neither the second nor the final. Doing the *same* review again (after a take-down or an edit) is
 * not a second one. Source: the house plan's permission table.
 *
 * @returns the refusal (403), or null when this person may do this review
 */
export function checkSeparation({
  review,
  actorId,
  history,
  allowSamePerson,
}: {
  review: Review | undefined
  actorId: number | string
  history: readonly PassStep[]
  allowSamePerson: boolean
}): Refusal | null {
  if (!review || allowSamePerson) return null
  const own = history.filter((step) => String(step.actorId) === String(actorId))
  const asked = reviewWords[review]

  const earlier = own.map((step) => reviewOf(step.action)).find((done) => done && done !== review)
  if (earlier) {
    const done = reviewWords[earlier]
    return refusal(403, 'same-person', {
      zh: `您已做过这件作品的${done.zh}，不能再做${asked.zh}，请由另一人审核`,
      en: `You did the ${done.en} of this entry; somebody else must do the ${asked.en}`,
    })
  }
  if (review !== 'first' && own.some((step) => step.action === 'submit')) {
    return refusal(403, 'same-person', {
      zh: `这件作品由您报送，不能再由您${asked.zh}，请由另一人审核`,
      en: `You submitted this entry; somebody else must do the ${asked.en}`,
    })
  }
  return null
}

function reviewOf(action: Action): Review | undefined {
  return workflow.find((row) => row.action === action)?.review
}
