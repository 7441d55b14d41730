import type { HistoryRow } from './judge.ts'

/** A ballot whose votes have their places, all or none of them to be written. */
export type PlacedBallot = { client: number; votes: HistoryRow[] }

/**
 * The columns of `writingOf`, each as PostgreSQL reads an array: by hand, because `pg` quotes every
 * number of one.
 */
export function batchRows(ballots: readonly PlacedBallot[]): string[] {
  const columns: string[] = Array.from({ length: 10 }, () => '')
  for (const { client, votes } of ballots) {
    for (const { participant, number, at, ballot, places } of votes) {
      const { period, entry, 'entry-period': entryPeriod } = places
      const row = [
        ...[at, participant, number, client],
        ...[period?.turn, entryPeriod?.turn, period?.place, entryPeriod?.place, entry?.place],
        ballot,
      ]
      for (let column = 0; column < 10; column += 1) columns[column] += `,${row[column] ?? 'NULL'}`
    }
  }
  return columns.map((column) => `{${column.slice(1)}}`)
}

/** Any texts as PostgreSQL reads an array of them. */
export function textArray(texts: readonly string[]): string {
  return `{${texts.map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`).join()}}`
}
