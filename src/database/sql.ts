import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { Payload, PayloadRequest } from 'payload'
import { commitTransaction, initTransaction, killTransaction } from 'payload'

export { sql, type SQL }

type Drizzle = Payload['db']['drizzle']

/** Runs one statement in the request's transaction, or outside of any when it has none. */
export async function query<Row extends Record<string, unknown>>(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  statement: SQL,
): Promise<Row[]> {
  const id = await req.transactionID
  const session = id === undefined || id === null ? undefined : req.payload.db.sessions?.[id]?.db
  const { rows } = await ((session as Drizzle | undefined) ?? req.payload.db.drizzle).execute(
    statement,
  )
  return rows as Row[]
}

/** Runs one statement on its own connection, outside of every request. */
export function queryAlone<Row extends Record<string, unknown>>(payload: Payload, statement: SQL) {
  return query<Row>({ payload }, statement)
}

/**
 * Does all of `work` in one transaction of the request, or in the one that it already has. What
 * `work` throws undoes all of it.
 */
export async function inTransaction<T>(req: PayloadRequest, work: () => Promise<T>): Promise<T> {
  const mine = await initTransaction(req)
  try {
    const result = await work()
    if (mine) await commitTransaction(req)
    return result
  } catch (error) {
    if (mine) await killTransaction(req)
    throw error
  }
}

/** `(1, 2, 3)` for an `in`; an empty list matches nothing. Nor does it for `not in`: leave that out then. */
export function list(values: readonly (number | string)[]): SQL {
  if (values.length === 0) return sql`(null)`
  return sql`(${sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )})`
}
