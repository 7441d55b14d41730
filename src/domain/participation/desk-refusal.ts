import type { Words } from '../words.ts'

/** One thing that stands against what was asked: a field and what is wrong with it. */
export type DeskFinding = {
  path: string
  message: string
  rule?: string
  severity?: 'blocking' | 'warning'
  messageEn?: string
  actual?: number | string
  limit?: number | string
}

/**
 * What the side with Payload refuses, in a form that the public API knows too: neither imports the
 * other. `status` is 400 to 499, `code` stable and kebab-case.
 */
export class DeskRefusal extends Error {
  override name = 'DeskRefusal'

  constructor(
    readonly status: number,
    readonly code: string,
    readonly words: Words,
    readonly findings: readonly DeskFinding[] = [],
  ) {
    super(words.en)
  }
}
