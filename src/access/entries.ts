import type { Where } from 'payload'
import { editableStatuses, hostStatuses } from '../domain/workflow.ts'
import { editor, participant, province, staff, staffButJudges, supervisor } from './person.ts'
import { allOf, anyOf, type Rule } from './rule.ts'
import { inOnesOwnWork, ofHostedTracks, ofOneselfAsParticipant, ofOwnUnits } from './scope.ts'

/** What anybody may see: published works. */
export const published: Rule = () => ({ status: { equals: 'published' } })

/** Anything that was sent in: every state but a draft. */
export const sentIn: Rule = () => ({ status: { not_equals: 'draft' } })

/** The states from which a host sees a work of its track. */
export const atTheHost: Rule = () => ({ status: { in: [...hostStatuses] } })

/** Not yet sent in, or given back: the owner side still writes. */
export const stillOpen: Rule = () => ({ status: { in: editableStatuses('unitEditor') } })

/** Neither refused nor drawn back: such a work is reopened before anybody changes it. */
export const alive: Rule = () => ({ status: { in: editableStatuses('province') } })

/** Never sent in: it has no number, nobody has seen it. */
export const neverSentIn: Rule = () => {
  const conditions: Where[] = [{ status: { equals: 'draft' } }, { publicId: { exists: false } }]
  return { and: conditions }
}

export const readEntries = anyOf(
  province,
  published,
  ofOwnUnits,
  ofOneselfAsParticipant,
  allOf(ofHostedTracks, atTheHost),
  allOf(supervisor, sentIn),
)

export const createEntries = anyOf(province, editor, participant)

export const updateEntries = anyOf(
  allOf(province, alive),
  allOf(anyOf(ofOwnUnits, ofOneselfAsParticipant), stillOpen),
)

// A number once given is never given again, so what has one stays.
export const deleteEntries = allOf(anyOf(province, ofOwnUnits, ofOneselfAsParticipant), neverSentIn)

/** What the reviewers and the work's own participant see of it, and nobody else. */
export const staffOrOwner = anyOf(staff, inOnesOwnWork)

/** The same without the judges, who work blind. */
export const staffButJudgesOrOwner = anyOf(staffButJudges, inOnesOwnWork)
