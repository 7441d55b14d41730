import { pack, u8, unpack } from '../bytes.ts'

/**
 * Why votes were made void; the public totals say how many of each. `merged`: two identities turned
 * out to be one person, who had voted twice.
 */
export const voidClasses = ['automated', 'identity-farm', 'purchased', 'merged', 'other'] as const
export type VoidClass = (typeof voidClasses)[number]

/**
 * A row as the public ledger has it. `seq` is its place from 0 on without a gap, given by the sealer (a
 * database's sequence leaves gaps): it is the number of the leaf. `at` is in whole milliseconds since
 * 1970, cut and not rounded, so that it stays on its side of a midnight.
 */
export type VoteRow = {
  kind: 'vote'
  seq: number
  at: number
  round: string
  entry: string
  /** A keyed hash of the round and the voter (`voterMessage`), 32 bytes: one a round and person. */
  voter: Uint8Array
}

/** Takes back one vote, which stays where it is. Round and entry are those of the vote. */
export type VoidRow = {
  kind: 'void'
  seq: number
  at: number
  round: string
  entry: string
  /** `seq` of the vote, always an earlier row. */
  of: number
  class: VoidClass
  /** The case of the fraud desk that decided it. */
  case: string
}

export type LedgerRow = VoteRow | VoidRow

const mark = 'vote-ledger.row'
const version = 1
const kinds = { vote: 1, void: 2 } as const
const beginnings = {
  vote: pack([mark, u8(version), u8(kinds.vote)]),
  void: pack([mark, u8(version), u8(kinds.void)]),
}

const lengthOfVoter = Uint8Array.of(0, 0, 0, 32)

/**
 * The bytes of a row that are hashed into the tree: one form for each row, another row for every other
 * bytes. Texts and hashes stand behind their length; numbers have eight bytes, the highest first.
 *
 * @param room as `pack` takes it
 * @throws RangeError for a row that cannot be: a negative number, half a character, a voter of other
 *   than 32 bytes, a void of a row that is not earlier
 */
export function rowBytes(row: LedgerRow, room?: Uint8Array): Uint8Array {
  const { kind, seq, at, round, entry } = row
  if (kind === 'vote') {
    if (row.voter.length !== 32) throw new RangeError('A voter’s pseudonym has 32 bytes')
    return pack([beginnings.vote, seq, at, round, entry, lengthOfVoter, row.voter], room)
  }
  if (row.of >= seq) throw new RangeError('A void names an earlier row')
  const place = voidClasses.indexOf(row.class)
  if (place < 0) throw new RangeError(`No class of voids: ${row.class}`)
  // By name: a class that is added or moved must not change old rows.
  return pack([beginnings.void, seq, at, round, entry, row.of, row.class, row.case], room)
}

/** The row that `rowBytes` wrote so, or null for all other bytes. */
export function readRow(bytes: Uint8Array): LedgerRow | null {
  const read = unpack(bytes)
  if (read.text() !== mark || read.u8() !== version) return null
  const kind = read.u8()
  const common = { seq: read.u64()!, at: read.u64()!, round: read.text()!, entry: read.text()! }
  if (kind === kinds.vote) {
    const voter = read.blob()
    if (!read.isWhole() || voter?.length !== 32) return null
    // A copy, so that whoever keeps the row does not keep the file it was read from.
    return { kind: 'vote', ...common, voter: voter.slice() }
  }
  if (kind !== kinds.void) return null
  const rest = { of: read.u64()!, class: read.text() as VoidClass, case: read.text()! }
  if (!read.isWhole() || rest.of >= common.seq || !voidClasses.includes(rest.class)) return null
  return { kind: 'void', ...common, ...rest }
}

/**
 * What is put through a keyed hash to make a voter's pseudonym. The round is part of it: nobody can
 * follow one person from round to round.
 */
export function voterMessage(round: string, voter: string): Uint8Array {
  return pack(['vote-ledger.voter', u8(version), round, voter])
}
