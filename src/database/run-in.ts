import type { PayloadRequest } from 'payload'
import { query, sql, type SQL } from './sql.ts'

/** Runs a statement with `$1`, `$2` … in it, wherever its rows come from. */
export type RunIn = <Row extends Record<string, unknown>>(
  text: string,
  values: readonly unknown[],
) => Promise<Row[]>

/** Runs statements of those who know nothing of Payload in the transaction of one of its requests. */
export function runIn(req: PayloadRequest): RunIn {
  return (text, values) => query(req, withValues(text, values))
}

// `$1` in the text is the first value: Drizzle numbers them itself.
function withValues(text: string, values: readonly unknown[]): SQL {
  const parts = text.split(/\$(\d+)/)
  return sql.join(
    parts.map((part, index) =>
      index % 2 === 0 ? sql.raw(part) : sql`${sql.param(values[Number(part) - 1])}`,
    ),
  )
}
