import type { PlacedVote } from '../../domain/voting/slots.ts'

/** A ballot whose votes have their places, all or none of them to be written. */
export type PlacedBallot = {
  person: number
  client: number
  ballot: string
  votes: (PlacedVote & { number: number })[]
}

/**
 * The columns of `writingOf`, each as PostgreSQL reads an array: by hand, because `pg` quotes every
 * number of one.
 */
export function batchRows(ballots: readonly PlacedBallot[]): string[] {
  const columns: string[] = Array.from({ length: 10 }, () => '')
  for (const { person, client, ballot, votes } of ballots) {
    for (const { at, number, places } of votes) {
      const { period, entry } = places
      const entryPeriod = places['entry-period']
      const row = [
        ...[at.getTime(), person, number, client],
        ...[period?.turn, entryPeriod?.turn, period?.place, entryPeriod?.place, entry?.place],
        ballot,
      ]
      for (let at = 0; at < 10; at += 1) columns[at] += `,${row[at] ?? 'NULL'}`
    }
  }
  return columns.map((column) => `{${column.slice(1)}}`)
}

/** Any texts as PostgreSQL reads an array of them. */
export function textArray(texts: readonly string[]): string {
  return `{${texts.map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`).join()}}`
}
