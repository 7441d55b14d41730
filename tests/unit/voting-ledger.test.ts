import fc from 'fast-check'
import { generateKeyPairSync, sign, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  addTally,
  brokenLink,
  headBytes,
  nextHead,
  openAudit,
  readHead,
  readRow,
  rowBytes,
  tallyOf,
  totalOf,
  voidClasses,
  voterMessage,
  type LedgerHead,
  type LedgerRow,
} from '../../src/domain/voting/ledger.ts'
import { emptyFrontier, extend, frontierRoot, leafHash } from '../../src/domain/voting/merkle.ts'
import { hex, keyed, sha256 } from './voting-arbitraries.ts'

// Texts that could run into each other, or into the marks, if lengths did not part them.
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('', '\u0000', 'vote-ledger.row', 'a', 'aa', '\uFEFFa', '苏'),
)
const count = fc.oneof(fc.nat(20), fc.maxSafeNat())
const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 })
const vote = fc.record({
  ...{ kind: fc.constant('vote' as const), seq: count, at: count },
  ...{ round: text, entry: text, voter: bytes32 },
})
const anyVoid = fc
  .record({
    ...{ kind: fc.constant('void' as const), seq: count, at: count },
    ...{ round: text, entry: text, of: count },
    ...{ class: fc.constantFrom(...voidClasses), case: text },
  })
  .filter(({ of, seq }) => of < seq)
const row: fc.Arbitrary<LedgerRow> = fc.oneof(vote, anyVoid)
const head: fc.Arbitrary<LedgerHead> = fc.record({
  ...{ ledger: text, number: count, size: count, root: bytes32 },
  ...{ previous: fc.oneof(bytes32, fc.constant(new Uint8Array())), at: count },
})

describe('the bytes of a row', () => {
  it('are read as the row they were made of', () => {
    fc.assert(
      fc.property(row, (one) => {
        expect(readRow(rowBytes(one))).toEqual(one)
      }),
    )
  })

  it('are others for every other row', () => {
    fc.assert(
      fc.property(row, row, (a, b) => {
        const same = JSON.stringify(a) === JSON.stringify(b)
        expect(hex(rowBytes(a)) === hex(rowBytes(b))).toBe(same)
      }),
    )
  })

  it('are read in one form only: what reads as a row is written so', () => {
    fc.assert(
      fc.property(row, fc.nat(), fc.integer({ min: 1, max: 255 }), (one, where, bits) => {
        const bytes = rowBytes(one)
        for (let length = 0; length < bytes.length; length += 7) {
          expect(readRow(bytes.subarray(0, length))).toBeNull()
        }
        expect(readRow(new Uint8Array([...bytes, 0]))).toBeNull()
        const changed = bytes.slice()
        changed[where % changed.length]! ^= bits
        const read = readRow(changed)
        if (read) expect(hex(rowBytes(read))).toBe(hex(changed))
      }),
      { numRuns: 500 },
    )
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 120 }), (bytes) => {
        expect(readRow(bytes)).toBeNull()
      }),
    )
  })

  it('are the same in a room that is used again and again, and in one that is too small', () => {
    const room = new Uint8Array(120)
    fc.assert(
      fc.property(row, (one) => {
        expect(hex(rowBytes(one, room))).toBe(hex(rowBytes(one)))
      }),
    )
  })

  it('never change: old receipts are checked against them', () => {
    const voter = new Uint8Array(32).fill(7)
    const one: LedgerRow = {
      kind: 'vote',
      seq: 258,
      at: 1654567200000,
      round: 'r1',
      entry: '2022-PHO-000001',
      voter,
    }
    expect(hex(rowBytes(one))).toBe(
      '0000000f' +
        '766f74652d6c65646765722e726f77' +
        '01' +
        '01' +
        '0000000000000102' +
        '000001813be3e500' +
        '00000002' +
        '7231' +
        '0000000f' +
        '323032322d50484f2d303030303031' +
        '00000020' +
        '07'.repeat(32),
    )
    const taken: LedgerRow = {
      kind: 'void',
      seq: 259,
      at: 1654567200001,
      round: 'r1',
      entry: 'e',
      of: 258,
      class: 'automated',
      case: 'c1',
    }
    expect(hex(rowBytes(taken))).toBe(
      '0000000f' +
        '766f74652d6c65646765722e726f77' +
        '01' +
        '02' +
        '0000000000000103' +
        '000001813be3e501' +
        '00000002' +
        '7231' +
        '00000001' +
        '65' +
        '0000000000000102' +
        '00000009' +
        '6175746f6d61746564' +
        '00000002' +
        '6331',
    )
  })

  it('are not made of what cannot be a row', () => {
    const sound = {
      kind: 'vote',
      seq: 1,
      at: 1,
      round: 'r',
      entry: 'e',
      voter: new Uint8Array(32),
    } as const
    for (const change of [
      { seq: -1 },
      { seq: 1.5 },
      { at: NaN },
      { at: 2 ** 53 },
      { round: '\uD800' },
      { voter: new Uint8Array(31) },
    ]) {
      expect(() => rowBytes({ ...sound, ...change })).toThrow(RangeError)
    }
    const taken = { ...sound, kind: 'void', of: 1, class: 'other', case: '' } as const
    expect(() => rowBytes(taken)).toThrow(RangeError)
    expect(() => rowBytes({ ...taken, of: 0, class: 'mistake' as never })).toThrow(RangeError)
  })

  it('hold a pseudonym of the round: nobody is followed from one to the next', () => {
    const pseudonym = (round: string, voter: string) =>
      hex(keyed('secret')(voterMessage(round, voter)))
    expect(pseudonym('r1', '7')).toBe(pseudonym('r1', '7'))
    expect(new Set([pseudonym('r1', '7'), pseudonym('r2', '7'), pseudonym('r', '17')]).size).toBe(3)
  })
})

describe('the bytes of a head', () => {
  it('are read as the head they were made of, and never as a row', () => {
    fc.assert(
      fc.property(head, fc.nat(), fc.integer({ min: 1, max: 255 }), (one, where, bits) => {
        const bytes = headBytes(one)
        expect(readHead(bytes)).toEqual(one)
        expect(readRow(bytes)).toBeNull()
        expect(readHead(bytes.subarray(0, -1))).toBeNull()
        const changed = bytes.slice()
        changed[where % changed.length]! ^= bits
        const read = readHead(changed)
        if (read) expect(hex(headBytes(read))).toBe(hex(changed))
      }),
    )
    fc.assert(
      fc.property(row, (one) => {
        expect(readHead(rowBytes(one))).toBeNull()
      }),
    )
  })

  it('chain: a head that was changed no longer has a next one', () => {
    fc.assert(
      fc.property(head, head, ({ ledger, size, root, at }, other) => {
        const first = nextHead(sha256, null, { ledger, size, root, at })
        const second = nextHead(sha256, first, { ledger, size, root, at })
        expect(brokenLink(sha256, null, first)).toBeNull()
        expect(brokenLink(sha256, first, second)).toBeNull()
        expect(brokenLink(sha256, null, second)).toBe('number')
        const changed = { ...first, root: other.root }
        if (hex(other.root) !== hex(root))
          expect(brokenLink(sha256, changed, second)).toBe('previous')
        if (size > 0) expect(brokenLink(sha256, first, { ...second, size: size - 1 })).toBe('size')
        if (at > 0) expect(brokenLink(sha256, first, { ...second, at: at - 1 })).toBe('at')
      }),
    )
  })
})

const few = fc.record({
  entry: fc.constantFrom('a', 'b', 'c'),
  round: fc.constantFrom('r1', 'r2'),
  takes: fc.option(fc.record({ of: fc.nat(), class: fc.constantFrom(...voidClasses) })),
})

/** A sound ledger: votes, and voids of votes that are not void yet. */
const ledger = fc.array(few, { minLength: 1, maxLength: 60 }).map((wishes) => {
  const rows: LedgerRow[] = []
  const open: number[] = []
  for (const { entry, round, takes } of wishes) {
    const base = { seq: rows.length, at: 1_654_567_200_000 + rows.length * 1000 }
    const [of] = takes && open.length > 0 ? open.splice(takes.of % open.length, 1) : []
    const vote = of === undefined ? undefined : rows[of]
    if (takes && vote) {
      const { round, entry } = vote
      rows.push({
        kind: 'void',
        ...base,
        round,
        entry,
        of: vote.seq,
        class: takes.class,
        case: '1',
      })
    } else {
      open.push(base.seq)
      rows.push({ kind: 'vote', ...base, round, entry, voter: sha256(new Uint8Array([base.seq])) })
    }
  }
  return rows
})

describe('a tally', () => {
  it('is votes less voids, in whatever order they come and in however many parts', () => {
    fc.assert(
      fc.property(ledger, fc.nat(), (rows, where) => {
        const tally = tallyOf(rows)
        for (const [round, entries] of tally) {
          for (const [entry, own] of entries) {
            const here = rows.filter((one) => one.round === round && one.entry === entry)
            const votes = here.filter(({ kind }) => kind === 'vote').length
            expect(own.votes).toBe(votes)
            expect(totalOf(own)).toBe(votes - (here.length - votes))
            expect(totalOf(own)).toBeGreaterThanOrEqual(0)
          }
        }
        const cut = where % (rows.length + 1)
        expect(tallyOf([...rows].reverse())).toEqual(tally)
        expect(addTally(tallyOf(rows.slice(0, cut)), tallyOf(rows.slice(cut)))).toEqual(tally)
        const at = rows[cut]?.at ?? Infinity
        expect(tallyOf(rows, at)).toEqual(tallyOf(rows.slice(0, cut)))
      }),
    )
  })
})

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const isSigned = (bytes: Uint8Array, signature: Uint8Array) =>
  verify(null, bytes, publicKey, signature)

type Line = { bytes: Uint8Array; kept?: Uint8Array }
type Sealed = { head: LedgerHead; signature: Uint8Array }

/** Seals rows in batches, as the sealer does. */
function seal(rows: readonly LedgerRow[], batch: number): { lines: Line[]; heads: Sealed[] } {
  const lines = rows.map((one) => ({ bytes: rowBytes(one), kept: leafHash(sha256, rowBytes(one)) }))
  const heads: Sealed[] = []
  let frontier = emptyFrontier
  for (let from = 0; from < lines.length; from += batch) {
    frontier = extend(
      sha256,
      frontier,
      lines.slice(from, from + batch).map(({ kept }) => kept),
    )
    const root = frontierRoot(sha256, frontier)
    const sealed = { ledger: 'votes-2022', size: frontier.size, root, at: from }
    const head = nextHead(sha256, heads.at(-1)?.head ?? null, sealed)
    heads.push({ head, signature: new Uint8Array(sign(null, headBytes(head), privateKey)) })
  }
  return { lines, heads }
}

/** Reads an export as the verifier does: a head as soon as its rows are there, the rest at the end. */
function audit(lines: readonly Line[], heads: readonly Sealed[]) {
  const checked = openAudit({ hash: sha256, isSigned })
  const waiting = [...heads]
  const give = (count: number) => {
    while (waiting[0] && waiting[0].head.size <= count) {
      const { head, signature } = waiting.shift()!
      checked.head(head, signature)
    }
  }
  lines.forEach(({ bytes, kept }, index) => {
    checked.row(bytes, kept)
    give(index + 1)
  })
  give(Infinity)
  return checked.end()
}

const at = (code: string, from: number, to = from + 1) => ({ code, rows: { from, to } })

describe('the audit', () => {
  const sealed = fc.record({ rows: ledger, batch: fc.integer({ min: 1, max: 20 }) })

  it('finds nothing wrong with a sound ledger, and counts what the tally counts', () => {
    fc.assert(
      fc.property(sealed, ({ rows, batch }) => {
        const { lines, heads } = seal(rows, batch)
        for (const given of [lines, lines.map(({ bytes }) => ({ bytes }))]) {
          expect(audit(given, heads)).toEqual({
            ...{ faults: [], tally: tallyOf(rows) },
            ...{ size: rows.length, heads: heads.length, keptBack: 0 },
          })
        }
      }),
    )
  })

  it('names a changed row, with its kept hash alone, without it by its batch', () => {
    fc.assert(
      fc.property(sealed, fc.nat(), ({ rows, batch }, where) => {
        const { lines, heads } = seal(rows, batch)
        const n = where % rows.length
        const change = (kept: boolean) =>
          lines.map((line, index) => ({
            bytes: index === n ? rowBytes({ ...rows[n]!, at: 5 }) : line.bytes,
            ...(kept ? { kept: line.kept } : {}),
          }))
        expect(audit(change(true), heads).faults).toMatchObject([at('row-changed', n)])
        const from = n - (n % batch)
        expect(audit(change(false), heads).faults).toMatchObject([
          at('rows-changed', from, Math.min(from + batch, rows.length)),
        ])
      }),
    )
  })

  it('names a row that is missing, even the last one', () => {
    fc.assert(
      fc.property(sealed, fc.nat(), ({ rows, batch }, where) => {
        const { lines, heads } = seal(rows, batch)
        const n = where % rows.length
        const { faults } = audit(
          lines.filter((_, index) => index !== n),
          heads,
        )
        if (n < rows.length - 1)
          expect(faults).toContainEqual(expect.objectContaining(at('rows-missing', n)))
        expect(faults.map(({ code }) => code)).toContain('rows-changed')
      }),
    )
  })

  it('names rows that changed places, and a row that is there twice', () => {
    fc.assert(
      fc.property(sealed, fc.nat(), fc.nat(), ({ rows, batch }, a, b) => {
        const { lines, heads } = seal(rows, batch)
        const [i, j] = [a % rows.length, b % rows.length].sort((x, y) => x - y) as [number, number]
        if (i !== j) {
          const swapped = [...lines]
          ;[swapped[i], swapped[j]] = [swapped[j]!, swapped[i]!]
          const { faults } = audit(swapped, heads)
          expect(faults).toContainEqual(expect.objectContaining(at('row-moved', i)))
          expect(faults.map(({ code }) => code)).toContain('rows-changed')
        }
        const { faults } = audit(
          [...lines.slice(0, j + 1), lines[i]!, ...lines.slice(j + 1)],
          heads,
        )
        expect(faults).toContainEqual(expect.objectContaining(at('row-added', i)))
      }),
    )
  })

  it('is not deceived by rows that were forged with their hashes and numbers', () => {
    fc.assert(
      fc.property(sealed, fc.nat(), ({ rows, batch }, where) => {
        const { heads } = seal(rows, batch)
        const n = where % (rows.length + 1)
        const extra: LedgerRow = {
          kind: 'vote',
          seq: n,
          at: 1,
          round: 'r1',
          entry: 'a',
          voter: new Uint8Array(32),
        }
        const later = rows.slice(n).map((one) => ({
          ...one,
          seq: one.seq + 1,
          ...(one.kind === 'void' && one.of >= n ? { of: one.of + 1 } : {}),
        }))
        const forged = seal([...rows.slice(0, n), extra, ...later], batch)
        const codes = (of: readonly Sealed[]) =>
          audit(forged.lines, of).faults.map(({ code }) => code)
        expect(codes(heads)).not.toEqual([])
        // Nor by heads that were made for them by somebody without the key.
        const unsigned = forged.heads.map(({ head }, index) => ({
          head,
          signature: heads[index]?.signature ?? new Uint8Array(64),
        }))
        expect(codes(unsigned)).toContain('signature-wrong')
      }),
    )
  })

  it('names heads that were left out, and rows that no head seals', () => {
    fc.assert(
      fc.property(ledger, fc.nat(), (rows, where) => {
        const { lines, heads } = seal(rows, 3)
        const n = where % heads.length
        const { faults } = audit(
          lines,
          heads.filter((_, index) => index !== n),
        )
        if (n < heads.length - 1) {
          expect(faults).toMatchObject([{ code: 'head-broken', rows: null, head: n + 1 }])
        } else {
          expect(faults).toMatchObject([at('rows-unsealed', n * 3, rows.length)])
        }
      }),
    )
  })

  it('names voids of nothing, of another entry, and the second of two', () => {
    const voter = new Uint8Array(32)
    const [base, other] = [
      { at: 1, round: 'r1', entry: 'a' },
      { at: 1, round: 'r1', entry: 'b' },
    ]
    const takes = { kind: 'void', class: 'other', case: '1' } as const
    const { lines, heads } = seal(
      [
        { kind: 'vote', seq: 0, ...base, voter },
        { ...takes, seq: 1, ...base, of: 0 },
        { ...takes, seq: 2, ...base, of: 0 },
        { ...takes, seq: 3, ...base, of: 1 },
        { kind: 'vote', seq: 4, ...base, voter },
        { ...takes, seq: 5, ...other, of: 4 },
      ],
      6,
    )
    const { faults } = audit(lines, heads)
    expect(faults).toMatchObject([
      at('void-twice', 2),
      at('void-of-nothing', 3),
      at('void-of-nothing', 5),
    ])
    expect(faults[0]!.words).toEqual({
      zh: '第 2 行重复作废同一选票',
      en: 'Row 2: makes a vote void that is void already',
    })
  })

  it('survives bytes that are no row', () => {
    fc.assert(
      fc.property(
        sealed,
        fc.nat(),
        fc.uint8Array({ maxLength: 40 }),
        ({ rows, batch }, where, bytes) => {
          const { lines, heads } = seal(rows, batch)
          const n = where % rows.length
          const { faults } = audit(
            lines.map((line, index) => (index === n ? { bytes } : line)),
            heads,
          )
          expect(faults).toContainEqual(expect.objectContaining(at('row-unreadable', n)))
        },
      ),
    )
  })
})
