import type { Words } from '../../words.ts'
import type { OptionFault } from '../asking.ts'
import type { Finding } from '../finding.ts'
import type { EqualAtLine } from '../rounds.ts'

/** A level with so many places. `atLeast`: points of 100 that a work must have; null: none. */
export type AwardLevel = { key: string; name: Words; count: number; atLeast: number | null }

/** Awards as data, made by `readAwards`; levels from the highest down. */
export type AwardPolicy = {
  levels: readonly AwardLevel[]
  /** All awards together are at most so many per cent of the entries (rounded down); null: no cap. */
  mostPercent: number | null
  /** So many works stand by, in order, for a place that becomes free. */
  reserves: number
  equalAtLine: EqualAtLine
}

export type AwardFault =
  'no-levels' | 'level-key' | 'level-twice' | 'level-rises' | 'over-cap' | OptionFault
export type AwardFinding = Finding<AwardFault>
