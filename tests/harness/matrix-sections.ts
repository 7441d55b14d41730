import { askAccess, countWork, goRound, seeMenus } from './matrix-doors-beside.ts'
import { createOne, deleteOne, readLists, readOne, updateOne } from './matrix-entries.ts'
import { lookAtDesks, takeSteps, writeNotes } from './matrix-steps.ts'
import { changeFiles, readFiles } from './matrix-files.ts'
import { takePart } from './matrix-participants.ts'
import { keepPowers, manage, manageAccounts, readFields, readVersions } from './matrix-staff.ts'
import type { Stage } from './matrix-stage.ts'
import type { Tally } from './matrix-tally.ts'

export type Section = { name: string; run: (stage: Stage, tally: Tally) => Promise<void> }

/** The matrix, part by part. */
export const sections: readonly Section[] = [
  { name: 'works in lists and counts', run: readLists },
  { name: 'works one by one', run: readOne },
  { name: 'making works', run: createOne },
  { name: 'changing works', run: updateOne },
  { name: 'deleting works', run: deleteOne },
  { name: 'steps of the workflow', run: takeSteps },
  { name: 'desks', run: lookAtDesks },
  { name: 'notes and contacts', run: writeNotes },
  { name: 'what the access endpoints say', run: askAccess },
  { name: 'to-do lists and counts', run: countWork },
  { name: 'menus', run: seeMenus },
  { name: 'ways round the front door', run: goRound },
  { name: 'fields for staff', run: readFields },
  { name: 'drafts and versions of articles', run: readVersions },
  { name: 'files', run: readFiles },
  { name: 'bringing and changing files', run: changeFiles },
  { name: 'powers that nobody takes', run: keepPowers },
  { name: 'accounts', run: manageAccounts },
  { name: 'campaigns, tracks, units, quotas, articles, logs', run: manage },
  { name: 'participants', run: takePart },
]
