import { createOne, deleteOne, readLists, readOne, updateOne } from './matrix-entries.ts'
import { lookAtDesks, takeSteps, writeNotes } from './matrix-steps.ts'
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
]
