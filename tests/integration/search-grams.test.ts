import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { gramQuery, gramVector, searchRuns } from '../../src/domain/search-grams.ts'
import { testDatabase, type TestDatabase } from '../harness/database.ts'

let database: TestDatabase
let client: pg.Client
beforeAll(async () => {
  database = await testDatabase()
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await database.drop()
})

async function finds(texts: string[], q: string): Promise<boolean> {
  const { rows } = await client.query('select $1::tsvector @@ $2::tsquery as found', [
    gramVector(texts),
    gramQuery(q),
  ])
  return rows[0].found
}

// Few letters, so that words repeat and overlap; signs that cut, signs that SQL and tsquery read.
const letters = ['老', '班', '长', 'a', 'B', 'ｂ', '𠮷', 'Σ', 'é', 'e\u0301', '1']
const signs = ['，', ' ', "'", '\\', ':', '*', '&', '(', '!', '👍', '\n']
const text = fc.string({ unit: fc.constantFrom(...letters, ...letters, ...signs), maxLength: 12 })

test('PostgreSQL finds a text by a query exactly when one run of it holds each word', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(text, { maxLength: 3 }), text, async (texts, q) => {
      fc.pre(gramQuery(q) !== null)
      const runs = texts.flatMap(searchRuns)
      const expected = searchRuns(q).every((word) => runs.some((run) => run.includes(word)))
      expect(await finds(texts, q)).toBe(expected)
    }),
    { numRuns: 2_000 },
  )
})

test('what is cut out of a text is found in it', async () => {
  const any = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  await fc.assert(
    fc.asyncProperty(any, fc.nat(), fc.nat(), async (whole, from, length) => {
      const runs = searchRuns(whole)
      fc.pre(runs.length > 0)
      const run = [...runs[from % runs.length]!]
      const start = from % run.length
      const word = run.slice(start, start + 1 + (length % 8)).join('')
      // A mark alone may be composed with what stands before it.
      fc.pre(searchRuns(word)[0] === word)
      expect(await finds([whole], word)).toBe(true)
    }),
    { numRuns: 1_000 },
  )
})

test('the longest text that an entry may have makes a vector', async () => {
  const long = Array.from({ length: 100_000 }, (_, at) =>
    String.fromCodePoint(0x4e00 + (at % 20_000)),
  ).join('')
  expect(await finds([long], long.slice(100, 160))).toBe(true)
  expect(await finds(['哈'.repeat(100_000)], '哈哈哈')).toBe(true)
})
