import type { VotePolicy } from '../../domain/voting/policy.ts'
import { shapeOf, turnsApart, type LedgerShape } from './ledger-shape.ts'
import { allRounds, roundLocks } from './locks.ts'
import { rowsOf, type Run } from './run.ts'

/**
 * Makes the part of the ledger that holds a round's votes, or leaves it as it is. For a transaction;
 * votes of other rounds go on meanwhile.
 */
export async function openLedgerOf(query: Run, roundId: number, policy: VotePolicy): Promise<void> {
  const table = tableOf(roundId)
  if (await isOpen(query, table)) return adaptLedgerOf(query, roundId, policy)
  const run = (text: string) => rowsOf(query, text)
  // In one piece: keys that begin with the day are written at their end however long they are, and a batch
  // that is spread over parts opens the keys of each.
  await run(`create table ${table} (like votes including defaults)`)
  // Who folds or seals asks for the newest rows alone, which this finds at next to no cost to a writer.
  await run(
    `create index ${table}_tx on ${table} using brin (tx) with (pages_per_range = 16, autosummarize = on)`,
  )
  await shape(query, table, shapeOf(policy, 0))
  await run(`alter table votes attach partition ${table} for values in (${Number(roundId)})`)
  // Triggers for rows come from the parent; those for statements do not.
  await run(
    `create trigger votes_no_truncate before truncate on ${table} for each statement execute function refuse_change()`,
  )
}

/**
 * Has the ledger of a round keep another policy from now on. What is in it stays as it is and counts;
 * turns then begin at a number of their own. For the transaction that changes the policy and holds the
 * round ({@link lockRound}).
 */
export async function adaptLedgerOf(
  query: Run,
  roundId: number,
  policy: VotePolicy,
): Promise<void> {
  const table = tableOf(roundId)
  if (!(await isOpen(query, table))) return
  let turnsFrom = 0
  if (await hasVotes(query, roundId)) {
    const [row] = await rowsOf(
      query,
      `update ballot_rounds set turns_from = turns_from + ${turnsApart} where round_id = $1 returning turns_from`,
      [roundId],
    )
    turnsFrom = Number(row!.turns_from)
    // Places say no longer where all of a voter's votes are.
    await rowsOf(
      query,
      `create index if not exists ${table}_voter on ${table} (participant_id, at)`,
    )
  }
  await shape(query, table, shapeOf(policy, turnsFrom))
}

/** Waits for batches of votes of this round that are under way, and keeps new ones waiting until the transaction ends. */
export async function lockRound(query: Run, roundId: number): Promise<void> {
  await rowsOf(query, `select pg_advisory_xact_lock(${roundLocks}, $1::int)`, [roundId])
}

/** The same for all rounds: for a transaction that changes who is one person. */
export async function lockAllRounds(query: Run): Promise<void> {
  await rowsOf(query, `select pg_advisory_xact_lock(${roundLocks}, ${allRounds})`)
}

/** Whether a vote was ever cast in a round. */
export async function hasVotes(query: Run, roundId: number): Promise<boolean> {
  const [row] = await rowsOf(
    query,
    'select exists (select from votes where round_id = $1::int) as found',
    [roundId],
  )
  return row!.found
}

/** The part of the ledger that holds a round's votes. */
export const tableOf = (roundId: number) => `votes_${Math.trunc(Number(roundId))}`

async function isOpen(query: Run, table: string): Promise<boolean> {
  const [row] = await rowsOf(query, 'select to_regclass($1::text) is not null as found', [table])
  return row!.found
}

// Under the names of what they say, so that a policy that comes back finds its keys again. Rows of
// before may not hold to the new check.
async function shape(query: Run, table: string, { keys, check, rolling }: LedgerShape) {
  const run = (text: string) => rowsOf(query, text)
  for (const { name, columns } of keys) {
    await run(`create unique index if not exists ${table}_${name} on ${table} (${columns})`)
  }
  await run(`alter table ${table} drop constraint if exists ${table}_places`)
  await run(`alter table ${table} add constraint ${table}_places check (${check}) not valid`)
  await run(`drop trigger if exists ${table}_rolling on ${table}`)
  if (!rolling || rolling.places.length === 0) return
  await run(`create or replace function ${table}_rolling() returns trigger language plpgsql as $$
    declare before timestamptz;
    begin
      ${rolling.places.map((place) => turnCheck(table, place, rolling.hours)).join('\n')}
      return new;
    end $$`)
  await run(
    `create trigger ${table}_rolling before insert on ${table} for each row execute function ${table}_rolling()`,
  )
}

// The first turn of all has none before it; of turns that are numbered higher the one before is there.
function turnCheck(
  table: string,
  { turn, place, same }: { turn: string; place: string; same: string },
  hours: number,
): string {
  return `
      if new.${turn} % ${turnsApart} > 1 then
        before := (select v.at from ${table} v where v.participant_id = new.participant_id and v.${same} = new.${same}
          and v.${turn} = new.${turn} - 1 and v.${place} = new.${place});
        if before is null or before + interval '${hours} hours' > new.at then
          raise exception 'turn % of place % has not come', new.${turn}, new.${place}
            using errcode = 'check_violation', constraint = '${table}_rolling';
        end if;
      end if;`
}
