import type { HistoryRow } from './judge.ts'

/** A ballot whose votes have their places, all or none of them to be written. */
export type PlacedBallot = { client: number; votes: HistoryRow[] }

/**
 * The columns of `writingOf`, each as PostgreSQL reads an array: by hand, because `pg` quotes every
 * number of one.
 */
export function batchRows(ballots: readonly PlacedBallot[]): string[] {
  const columns: (string | number)[][] = Array.from({ length: 10 }, () => [])
  for (const { client, votes } of ballots) {
    for (const { participant, number, at, ballot, places } of votes) {
      const { period, entry, 'entry-period': entryPeriod } = places
      columns[0]!.push(at)
      columns[1]!.push(participant)
      columns[2]!.push(number)
      columns[3]!.push(client)
      columns[4]!.push(period?.turn ?? 'NULL')
      columns[5]!.push(entryPeriod?.turn ?? 'NULL')
      columns[6]!.push(period?.place ?? 'NULL')
      columns[7]!.push(entryPeriod?.place ?? 'NULL')
      columns[8]!.push(entry?.place ?? 'NULL')
      columns[9]!.push(ballot)
    }
  }
  return columns.map((column) => `{${column.join()}}`)
}

/** Any texts as PostgreSQL reads an array of them. */
export function textArray(texts: readonly string[]): string {
  return `{${texts.map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`).join()}}`
}
