/** An instant as an ISO text in UTC, `2026-11-22T10:00:00.000Z`, whoever's connection reads it. */
export const iso = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
