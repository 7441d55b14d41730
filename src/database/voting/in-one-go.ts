import type { Connection, PoolClient, Submittable } from 'pg'

/** A prepared statement and its parameters, as PostgreSQL reads them as text. */
export type Step = { name: string; text: string; values?: readonly (string | null)[] }

/** What a step answered: rows of columns as PostgreSQL writes them as text. */
export type TextRow = (string | null)[]

/**
 * Runs statements one after the other, sent together and answered together: one way to the database and
 * back for all of them, where `pg` takes one for each. After the first that fails none is run.
 *
 * @returns the rows of each step
 * @throws what PostgreSQL throws; a transaction that a step began is then still open
 */
export function inOneGo(client: PoolClient, steps: readonly Step[]): Promise<TextRow[][]> {
  return new Promise((resolve, reject) => {
    const rows: TextRow[][] = [[]]
    let parsed: readonly Step[] = []
    let known: Set<string>
    client.query<Submittable & Answers>({
      submit(connection) {
        known = knownTo(connection)
        parsed = steps.filter(({ name }) => !known.has(name))
        const to = connection as unknown as Wire
        to.stream.cork()
        for (const { name, text, values } of steps) {
          if (!known.has(name)) {
            // It may be there of a go that failed half way.
            to.close({ type: 'S', name })
            to.parse({ name, text })
            known.add(name)
          }
          to.bind({ statement: name, values })
          to.execute({})
        }
        to.sync()
        to.stream.uncork()
      },
      handleDataRow: ({ fields }) => void rows.at(-1)!.push(fields),
      handleCommandComplete: () => void rows.push([]),
      handleReadyForQuery: () => resolve(rows.slice(0, -1)),
      handleError(error) {
        for (const { name } of parsed) known?.delete(name)
        reject(error)
      },
    })
  })
}

// What `pg` asks of whoever sends something by itself (its lib/query.js, pg-cursor).
type Answers = {
  handleDataRow: (row: { fields: TextRow }) => void
  handleCommandComplete: () => void
  handleReadyForQuery: () => void
  handleError: (error: Error) => void
}

// Its types are of a version long ago.
type Wire = {
  stream: { cork: () => void; uncork: () => void }
  close: (what: { type: 'S'; name: string }) => void
  parse: (what: { name: string; text: string }) => void
  bind: (what: { statement: string; values?: readonly (string | null)[] }) => void
  execute: (what: object) => void
  sync: () => void
}

const statements = new WeakMap<Connection, Set<string>>()

function knownTo(connection: Connection): Set<string> {
  const known = statements.get(connection) ?? new Set()
  statements.set(connection, known)
  return known
}
