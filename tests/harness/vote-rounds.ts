import { randomUUID } from 'node:crypto'
import yauzl from 'yauzl'

type Sql = (text: string, values?: unknown[]) => Promise<any[]>

/**
 * Puts votes into the ledger of a round with a quota a day, one voter a vote, as a teller would; `folded`
 * counts them in too. For tests of what comes after a vote, not of voting.
 */
export async function castVotes(
  sql: Sql,
  { round, votes, folded = false }: { round: number; votes: number[]; folded?: boolean },
): Promise<void> {
  for (const number of votes) {
    const [{ id: voter }] = await sql(
      `insert into participants (member, created_at) values (false, now()) returning id`,
    )
    await sql(
      `insert into votes (at, round_id, participant_id, number, client_id, period_turn, entry_turn,
         period_place, entry_turn_place, ballot)
       select at, $1, $2, $3, 0, day, day, 1, 1, $4 from (select at, floor((extract(epoch from at) + 28800) / 86400)::int as day
         from (select date_trunc('milliseconds', clock_timestamp()) as at) clock) now`,
      [round, voter, number, randomUUID()],
    )
    if (!folded) continue
    await sql(
      `insert into vote_tallies (round_id, number, votes) values ($1, $2, 1)
       on conflict (round_id, number) do update set votes = vote_tallies.votes + 1`,
      [round, number],
    )
    await sql(
      `insert into vote_minutes (round_id, minute, number, votes) values ($1, date_trunc('minute', now()), $2, 1)
       on conflict (round_id, minute, number) do update set votes = vote_minutes.votes + 1`,
      [round, number],
    )
  }
}

/** The texts in a zip, by name. */
export async function unzipped(bytes: Buffer): Promise<Record<string, string>> {
  const zip = await yauzl.fromBufferPromise(bytes)
  const files: Record<string, string> = {}
  for await (const entry of zip.eachEntry()) {
    const stream = await zip.openReadStreamPromise(entry)
    const chunks: Buffer[] = []
    for await (const chunk of stream) chunks.push(chunk as Buffer)
    files[entry.fileName] = Buffer.concat(chunks).toString()
  }
  return files
}
