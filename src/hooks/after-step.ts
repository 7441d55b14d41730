import type { CollectionConfig, PayloadRequest } from 'payload'
import type { Actor } from '../access/person.ts'
import type { EntryKind } from '../domain/kinds.ts'
import type { Status } from '../domain/workflow.ts'
import type { Entry } from './steps/entry.ts'
import type { Situation } from './steps/situation.ts'

/** A step of the workflow that was just written, the entry's row and its log. */
export type StepTaken = {
  req: PayloadRequest
  kind: EntryKind
  id: number
  from: Status
  to: Status
  /** What the person who took it said, if anything. */
  reason?: string | null
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

/** A step that the workflow and the rules allow and that is about to be written. */
export type StepAhead = StepTaken & { entry: Entry; actor: Actor; situation: Situation }

/** What else has to be so before a step: throws a refusal when it is not. */
export type BeforeStep = (step: StepAhead) => Promise<void>

/** An entry collection on which this too has to hold before every step. */
export function withBeforeStep(collection: CollectionConfig, hook: BeforeStep): CollectionConfig {
  const known = (collection.custom?.beforeStep ?? []) as BeforeStep[]
  return { ...collection, custom: { ...collection.custom, beforeStep: [...known, hook] } }
}

/** Asks everything that may stand against a step, with the entry's row locked. */
export async function runBeforeSteps(step: StepAhead): Promise<void> {
  const { custom } = step.req.payload.collections[step.kind].config
  for (const hook of (custom?.beforeStep ?? []) as BeforeStep[]) await hook(step)
}
