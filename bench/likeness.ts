/**
 * The search for near pictures, and for words of the lists.
 *
 * Pictures: 100,000 prints against 1,000 (how the search grows), against what was asked for (50 ms), and
 * against a plain `bit_count` over the whole table, which is what the index saves. Words: 50,000 in a
 * text of 100,000 characters, beside a regular expression of all of them, which is measured on a
 * hundredth of the text and multiplied: it grows with both.
 */
import type { Ground, Sql } from './ground.ts'
import { median, report, type Line } from './line.ts'
import { bandsOf, nearBands, nearBits } from '../src/domain/likeness/picture-print.ts'
import { buildMatcher, findHits } from '../src/domain/content-safety/find-hits.ts'

const bench = 'likeness'
const rounds = 60
const wantedMs = 50

export async function likeness(ground: Ground, only = ''): Promise<Line[]> {
  const lines: Line[] = []
  if ('pictures'.includes(only)) lines.push(...(await pictures(ground)))
  if ('words'.includes(only)) lines.push(words())
  return lines
}

async function pictures(ground: Ground): Promise<Line[]> {
  const { sql } = await ground.database('bench_likeness')
  const small = await search(sql, 1_000)
  const large = await search(sql, 100_000)
  return [
    report({
      bench,
      case: 'near pictures, 100,000 beside 1,000',
      ours: large.indexed,
      peer: small.indexed,
      unit: 'ms',
    }),
    report({
      bench,
      case: 'near pictures of 100,000, beside the 50 ms that were asked for',
      ours: large.indexed,
      peer: wantedMs,
      unit: 'ms',
      want: 1,
    }),
    report({
      bench,
      case: 'near pictures of 100,000, by bands beside bit_count over all',
      ours: large.indexed,
      peer: large.scanned,
      unit: 'ms',
      want: 1,
    }),
  ]
}

// Hashes as PostgreSQL's random() makes them; a tenth of the questions have near neighbours.
async function search(sql: Sql, count: number): Promise<{ indexed: number; scanned: number }> {
  await sql('truncate media cascade')
  await sql(`insert into media (id, filename, updated_at, created_at)
    select n, 'bench-' || n, now(), now() from generate_series(1, ${count}) n`)
  await sql(`select setseed(0.5)`)
  await sql(`insert into picture_prints (media_id, frame, hash)
    select id, 0, ((random() * 4294967295)::bigint << 32) # (random() * 4294967295)::bigint from media`)
  await sql(`insert into picture_prints (media_id, frame, hash)
    select media_id, 1, hash # 21 from picture_prints where media_id % 10 = 0`)
  await sql('analyze picture_prints')
  const hashes = (
    await sql(
      `select hash::text as hash from picture_prints order by media_id * 7919 % ${count + 3} limit $1`,
      [rounds + 5],
    )
  ).map(({ hash }) => BigInt(hash))
  const indexed: number[] = []
  const scanned: number[] = []
  for (const [round, hash] of hashes.entries()) {
    const [mine, mineMs] = await timed(() =>
      sql(byBands, [String(hash), ...bandsOf(hash).map(nearBands)]),
    )
    const [plain, plainMs] = await timed(() => sql(byScan, [String(hash)]))
    if (mine.length !== plain.length)
      throw new Error(`${mine.length} near ones instead of ${plain.length}`)
    if (round < 5) continue
    indexed.push(mineMs)
    scanned.push(plainMs)
  }
  return { indexed: median(indexed), scanned: median(scanned) }
}

const distance = `bit_count((hash # $1::bigint)::bit(64)) <= ${nearBits}`
const byScan = `select media_id, frame from picture_prints where ${distance}`
const byBands = `${byScan} and (${[0, 1, 2, 3].map((band) => `band_${band} = any($${band + 2}::int[])`).join(' or ')})`

function words(): Line {
  const next = randomNumbers(7)
  const some = (length: number) =>
    Array.from({ length }, () => String.fromCharCode(0x4e00 + next(6_000))).join('')
  const list = Array.from({ length: 50_000 }, () => some(3 + next(4)))
  const text = Array.from({ length: 2_000 }, () => `${some(49)}，`).join('')
  const matcher = buildMatcher([{ id: 1, version: 1, words: list }])
  const pattern = new RegExp(list.join('|'), 'g')
  const part = text.slice(0, text.length / 100)
  const ours: number[] = []
  const peers: number[] = []
  for (let round = 0; round < 7; round += 1) {
    let started = performance.now()
    findHits(matcher, text)
    ours.push(performance.now() - started)
    started = performance.now()
    part.match(pattern)
    peers.push((performance.now() - started) * 100)
  }
  return report({
    bench,
    case: '50,000 words in 100,000 characters, beside one regular expression of all',
    ours: median(ours),
    peer: median(peers),
    unit: 'ms',
    want: 1,
  })
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const started = performance.now()
  const result = await work()
  return [result, performance.now() - started]
}

// A linear congruential generator's high bits (Numerical Recipes): the same texts every time.
function randomNumbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
