/* eslint-disable @typescript-eslint/no-explicit-any -- rows are what the statement says */

/** Runs one statement with `$1`, `$2` … in it, for its rows or for what `pg` answers. */
export type Run = (text: string, values: readonly unknown[]) => Promise<unknown>

/** A pool, a client, or whatever runs statements, such as one in a transaction of Payload's. */
export type Db = Run | { query: (text: string, values: any[]) => Promise<unknown> }

/** The rows of a statement, wherever they come from. */
export async function rowsOf<Row = Record<string, any>>(
  db: Db,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const answer = await (typeof db === 'function' ? db(text, values) : db.query(text, [...values]))
  return (Array.isArray(answer) ? answer : (answer as { rows: Row[] }).rows) as Row[]
}
