import { askAccess, countWork, goRound, seeMenus } from './matrix-doors-beside.ts'
import { createOne, deleteOne, readLists, readOne, updateOne } from './matrix-entries.ts'
import { lookAtDesks, takeSteps, writeNotes } from './matrix-steps.ts'
import { changeFiles, readFiles } from './matrix-files.ts'
import { takePart } from './matrix-participants.ts'
import { runJudging } from './matrix-judging.ts'
import { runRounds } from './matrix-rounds.ts'
import { runResults } from './matrix-results.ts'
import { keepPowers, manage, manageAccounts, readFields, readVersions } from './matrix-staff.ts'
import type { Stage } from './matrix-stage.ts'
import type { Tally } from './matrix-tally.ts'

/** Parts that take about as long as each other; each has a test file of its own. */
export type Part = 'works' | 'steps' | 'beside'
export type Section = {
  name: string
  part: Part
  run: (stage: Stage, tally: Tally) => Promise<void>
}

/** The matrix, part by part. */
export const sections: readonly Section[] = [
  { name: 'works in lists and counts', part: 'works', run: readLists },
  { name: 'works one by one', part: 'works', run: readOne },
  { name: 'making works', part: 'works', run: createOne },
  { name: 'changing works', part: 'works', run: updateOne },
  { name: 'deleting works', part: 'works', run: deleteOne },
  { name: 'steps of the workflow', part: 'steps', run: takeSteps },
  { name: 'desks', part: 'steps', run: lookAtDesks },
  { name: 'notes and contacts', part: 'beside', run: writeNotes },
  { name: 'what the access endpoints say', part: 'beside', run: askAccess },
  { name: 'to-do lists and counts', part: 'beside', run: countWork },
  { name: 'menus', part: 'beside', run: seeMenus },
  { name: 'ways round the front door', part: 'beside', run: goRound },
  { name: 'fields for staff', part: 'beside', run: readFields },
  { name: 'drafts and versions of articles', part: 'beside', run: readVersions },
  { name: 'files', part: 'works', run: readFiles },
  { name: 'bringing and changing files', part: 'works', run: changeFiles },
  { name: 'powers that nobody takes', part: 'beside', run: keepPowers },
  { name: 'accounts', part: 'beside', run: manageAccounts },
  { name: 'campaigns, tracks, units, quotas, articles, logs', part: 'beside', run: manage },
  { name: 'rounds of voting', part: 'beside', run: runRounds },
  { name: 'rounds of judging', part: 'steps', run: runJudging },
  { name: 'results and objections', part: 'steps', run: runResults },
  { name: 'participants', part: 'steps', run: takePart },
]
