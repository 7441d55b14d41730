import { entryKindList } from '../domain/kinds.ts'

type PartOfPerson = {
  table: string
  /**
   * When two participants turn out to be one person: `move` gives the rows to the one that stays;
   * `drop` removes them where they only serve the moment; `stay` leaves what is never changed, it is
   * found through `merged_into`.
   */
  merging: 'move' | 'drop' | 'stay'
  /** When a person leaves: `keep` under the pseudonym, `remove`, or `rights` for what takes steps of its own. */
  leaving: 'keep' | 'remove' | 'rights'
}

/**
 * Every table that says whose a row is (`participant_id`), and what becomes of the row when people
 * turn out to be one, or leave. A test holds it against the database.
 */
export const participantTables: readonly PartOfPerson[] = [
  ...entryKindList.map((table) => ({ table, merging: 'move', leaving: 'rights' }) as const),
  { table: 'media', merging: 'move', leaving: 'rights' },
  { table: 'uploads', merging: 'move', leaving: 'rights' },
  // What was objected stays on record; whose name it was goes with the person.
  { table: 'objections', merging: 'move', leaving: 'rights' },
  { table: 'participant_identities', merging: 'move', leaving: 'remove' },
  { table: 'idempotency_keys', merging: 'drop', leaving: 'remove' },
  // What was agreed to is proof: append-only, and without the identity it names nobody.
  { table: 'consents', merging: 'stay', leaving: 'keep' },
  // The ledger: a vote stays whose it was. What somebody cast under both names counts together.
  { table: 'votes', merging: 'stay', leaving: 'keep' },
  // Nobody takes back the traces of bought votes by leaving; they go by themselves after some days.
  { table: 'vote_traces', merging: 'stay', leaving: 'keep' },
]
