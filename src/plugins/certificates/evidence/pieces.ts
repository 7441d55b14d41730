import type { RunIn } from '../../../database/run-in.ts'

/** A file of the pack, made piece by piece while it is written: the texts one after the other. */
export type PackFile = { name: string; pieces: () => AsyncIterable<string> | Iterable<string> }

type Rows<Row> = AsyncIterable<Row> | Iterable<Row>

const pageRows = 500
let cursors = 0

/** The rows of a question one page after the other. For a transaction, which the rows are as of. */
export async function* rowsOf<Row extends Record<string, unknown>>(
  run: RunIn,
  text: string,
  values: readonly unknown[],
): AsyncGenerator<Row> {
  cursors += 1
  const cursor = `evidence_${cursors}`
  await run(`declare ${cursor} no scroll cursor for ${text}`, values)
  for (;;) {
    const page = await run<Row>(`fetch ${pageRows} from ${cursor}`, [])
    yield* page
    if (page.length < pageRows) break
  }
  await run(`close ${cursor}`, [])
}

/** Rows as a list in JSON, a row a line. */
export async function* listText<Row>(rows: Rows<Row>): AsyncGenerator<string> {
  yield '['
  let before = '\n'
  for await (const row of rows) {
    yield `${before}${JSON.stringify(row)}`
    before = ',\n'
  }
  yield '\n]'
}

/** An object of lists in JSON, whose lists are written as their rows come. */
export async function* objectText(
  members: readonly (readonly [name: string, value: string | Rows<unknown>])[],
): AsyncGenerator<string> {
  let before = '{'
  for (const [name, value] of members) {
    yield `${before}\n${JSON.stringify(name)}: `
    if (typeof value === 'string') yield JSON.stringify(value)
    else yield* listText(value)
    before = ','
  }
  yield '\n}\n'
}

/** Every row changed by itself. */
export async function* each<From, To>(rows: Rows<From>, to: (row: From) => To): AsyncGenerator<To> {
  for await (const row of rows) yield to(row)
}

export const valueFile = (name: string, value: unknown): PackFile => ({
  ...{ name, pieces: () => [`${JSON.stringify(value, null, 1)}\n`] },
})

export const listFile = (name: string, rows: () => Rows<unknown>): PackFile => ({
  name,
  async *pieces() {
    yield* listText(rows())
    yield '\n'
  },
})
