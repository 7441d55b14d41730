import { ledgerKeys } from '../../../database/voting/seal.ts'
import type { CaseEvidence } from '../../../database/voting/risk/case-votes.ts'
import { environment } from '../../../environment.ts'

/** What is kept of a case’s votes for people to look at: pseudonyms and letters, no address, no hash. */
export type CaseSample = Omit<CaseEvidence, 'rows' | 'first' | 'last'> & {
  /** When it was counted. */
  at: string
  first: string | null
  last: string | null
  rows: {
    vote: string
    /** The beginning of the voter’s pseudonym in the public ledger. */
    voter: string
    entry: string
    at: string
    hours: number | null
    /** Numbered within the sample: 1, 2, 3 … */
    network: number | null
    device: number | null
  }[]
}

export function sampleOf(
  { rows, first, last, ...evidence }: CaseEvidence,
  slug: string,
): CaseSample {
  const keys = ledgerKeys(environment().fieldKey)
  const [network, device] = [numbering(), numbering()]
  return {
    ...evidence,
    at: new Date().toISOString(),
    first: first?.toISOString() ?? null,
    last: last?.toISOString() ?? null,
    rows: [...rows]
      .sort((a, b) => a.at.getTime() - b.at.getTime())
      .map((row) => ({
        ...{ vote: row.vote, entry: row.entry, at: row.at.toISOString(), hours: row.hours },
        voter: keys.pseudonym(slug, row.participant).toString('base64url').slice(0, 12),
        network: network(row.network),
        device: device(row.device),
      })),
  }
}

function numbering(): (hash: string | null) => number | null {
  const known = new Map<string, number>()
  return (hash) => {
    if (hash === null) return null
    if (!known.has(hash)) known.set(hash, known.size + 1)
    return known.get(hash)!
  }
}
