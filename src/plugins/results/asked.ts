import type { Proposal } from '../../domain/results/proposals.ts'

/** What somebody asked for and nobody confirmed yet, as `results.pending` keeps it. */
export type Asked = Proposal & {
  by: number
  byName: string
  at: string
  reason: string | null
  /** Of a correction: what it changes beside the rulings. */
  correction: CorrectionAsked | null
}

/** Instants as ISO texts. */
export type CorrectionAsked = {
  notice: { from: string; to: string }
  title: string | null
  contact: string | null
  /** Names of works, authors and units as they stand now, of all works. */
  names: boolean
}
