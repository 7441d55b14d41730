import type { CollectionConfig, PayloadRequest } from 'payload'
import type { EntryKind } from '../domain/kinds.ts'
import type { Status } from '../domain/workflow.ts'

/** A step of the workflow that was just written, the entry's row and its log. */
export type StepTaken = {
  req: PayloadRequest
  kind: EntryKind
  id: number
  from: Status
  to: Status
}

/**
 * What follows from a step, in its transaction and with the entry's row locked. The transition writes
 * below Payload's hooks, so this is how a plugin hears of it without knowing the one that takes steps.
 */
export type AfterStep = (step: StepTaken) => Promise<void>

/** An entry collection on which every step is followed by this too. */
export function withAfterStep(collection: CollectionConfig, hook: AfterStep): CollectionConfig {
  const known = (collection.custom?.afterStep ?? []) as AfterStep[]
  return { ...collection, custom: { ...collection.custom, afterStep: [...known, hook] } }
}

/** Runs what follows from a step, one after the other; what one throws undoes the step. */
export async function runAfterSteps(step: StepTaken): Promise<void> {
  const { custom } = step.req.payload.collections[step.kind].config
  for (const hook of (custom?.afterStep ?? []) as AfterStep[]) await hook(step)
}
