import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  consistencyRanges,
  emptyFrontier,
  emptyRoot,
  extend,
  frontierRoot,
  inclusionRanges,
  isFrontier,
  leafHash,
  nodeHash,
  nodesOver,
  proofOf,
  rootOf,
  verifyConsistency,
  verifyInclusion,
  type Frontier,
  type NodeId,
} from '../../src/domain/voting/merkle.ts'
import { hex, sha256, unhex } from './voting-arbitraries.ts'

// The vectors of the Certificate Transparency reference implementation (merkle_tree_test.cc).
const vectors = {
  leaves: [
    '',
    '00',
    '10',
    '2021',
    '3031',
    '40414243',
    '5051525354555657',
    '606162636465666768696a6b6c6d6e6f',
  ],
  roots: [
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ],
  inclusion: [
    [0, 1, []],
    [
      0,
      8,
      [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    ],
    [
      5,
      8,
      [
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    ],
    [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
    [
      1,
      5,
      [
        '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    ],
  ] as [number, number, string[]][],
  consistency: [
    [1, 1, []],
    [
      1,
      8,
      [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    ],
    [
      6,
      8,
      [
        '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    ],
    [
      2,
      5,
      [
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    ],
  ] as [number, number, string[]][],
}

const leaf = (text: string) => leafHash(sha256, new TextEncoder().encode(text))
const leavesTo = (size: number) => Array.from({ length: size }, (_, index) => leaf(`row ${index}`))
const all = leavesTo(300)
const nodes = nodesOver(sha256, all)
const roots = Array.from({ length: all.length + 1 }, (_, size) => definition(all.slice(0, size)))
const inclusion = (at: number, size: number) => proofOf(sha256, inclusionRanges(at, size), nodes)
const consistency = (old: number, size: number) =>
  proofOf(sha256, consistencyRanges(old, size), nodes)

/** The root as the RFC defines it, word for word. */
function definition(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return emptyRoot(sha256)
  if (leaves.length === 1) return leaves[0]!
  let k = 1
  while (k * 2 < leaves.length) k *= 2
  return nodeHash(sha256, definition(leaves.slice(0, k)), definition(leaves.slice(k)))
}

/** The proofs as the RFC defines them: PATH(m, D[n]) and SUBPROOF(m, D[n], b). */
function path(m: number, leaves: readonly Uint8Array[]): Uint8Array[] {
  if (leaves.length === 1) return []
  let k = 1
  while (k * 2 < leaves.length) k *= 2
  return m < k
    ? [...path(m, leaves.slice(0, k)), definition(leaves.slice(k))]
    : [...path(m - k, leaves.slice(k)), definition(leaves.slice(0, k))]
}
function subproof(m: number, leaves: readonly Uint8Array[], isWhole: boolean): Uint8Array[] {
  if (m === leaves.length) return isWhole ? [] : [definition(leaves)]
  let k = 1
  while (k * 2 < leaves.length) k *= 2
  return m <= k
    ? [...subproof(m, leaves.slice(0, k), isWhole), definition(leaves.slice(k))]
    : [...subproof(m - k, leaves.slice(k), false), definition(leaves.slice(0, k))]
}

describe('the published vectors', () => {
  const hashes = vectors.leaves.map((one) => leafHash(sha256, unhex(one)))
  const given = nodesOver(sha256, hashes)

  it('have these roots', () => {
    vectors.roots.forEach((root, size) => {
      expect(hex(rootOf(sha256, hashes.slice(0, size)))).toBe(root)
      expect(hex(frontierRoot(sha256, extend(sha256, emptyFrontier, hashes.slice(0, size))))).toBe(
        root,
      )
    })
  })

  it.each(vectors.inclusion)('prove that leaf %i is in the tree of %i', (at, size, proof) => {
    expect(proofOf(sha256, inclusionRanges(at, size), given).map(hex)).toEqual(proof)
    const root = unhex(vectors.roots[size]!)
    const claim = { leaf: at, size, leafHash: hashes[at]!, proof: proof.map(unhex), root }
    expect(verifyInclusion(sha256, claim)).toBe(true)
  })

  it.each(vectors.consistency)('prove that the tree of %i began that of %i', (old, size, proof) => {
    expect(proofOf(sha256, consistencyRanges(old, size), given).map(hex)).toEqual(proof)
    const [oldRoot, root] = [old, size].map((one) => unhex(vectors.roots[one]!)) as [
      Uint8Array,
      Uint8Array,
    ]
    expect(verifyConsistency(sha256, { old, size, oldRoot, root, proof: proof.map(unhex) })).toBe(
      true,
    )
  })
})

describe('a tree of any size', () => {
  it('has the root and the proofs of the definition, and all of them hold', () => {
    for (const size of [...Array(35).keys(), 63, 64, 65, 129, 300]) {
      const leaves = all.slice(0, size)
      const root = roots[size]!
      expect(hex(rootOf(sha256, leaves))).toBe(hex(root))
      const wrong: string[] = []
      for (let at = 0; at < size; at += 1) {
        const proof = inclusion(at, size)
        const isDefined = size > 65 || same(proof, path(at, leaves))
        const claim = { leaf: at, size, leafHash: all[at]!, proof, root }
        if (!isDefined || !verifyInclusion(sha256, claim)) wrong.push(`${at} in ${size}`)
      }
      for (let old = 0; old <= size; old += 1) {
        const proof = consistency(old, size)
        const isDefined = old === 0 || size > 65 || same(proof, subproof(old, leaves, true))
        const claim = { old, size, oldRoot: roots[old]!, root, proof }
        if (!isDefined || !verifyConsistency(sha256, claim)) wrong.push(`${old} of ${size}`)
      }
      expect(wrong).toEqual([])
    }
  })

  it('asks for places that no 32 bits hold', () => {
    const ranges = inclusionRanges(2 ** 40, 2 ** 40 + 3)
    expect(ranges.at(-1)).toEqual({ from: 0, to: 2 ** 40 })
    expect(consistencyRanges(2 ** 40, 2 ** 40 + 1)).toEqual([{ from: 2 ** 40, to: 2 ** 40 + 1 }])
    expect(() => inclusionRanges(3, 3)).toThrow(RangeError)
    expect(() => consistencyRanges(4, 3)).toThrow(RangeError)
  })

  it('does not take a proof for anything else', () => {
    const size = fc.integer({ min: 1, max: all.length })
    fc.assert(
      fc.property(size, fc.nat(), fc.nat(), fc.nat(), fc.nat(255), (n, a, b, where, bits) => {
        const at = a % n
        const proof = inclusion(at, n)
        const claim = { leaf: at, size: n, leafHash: all[at]!, proof, root: roots[n]! }
        const holds = (change: Partial<typeof claim>) =>
          verifyInclusion(sha256, { ...claim, ...change })
        expect(holds({})).toBe(true)
        const other = b % all.length
        if (other !== at) {
          expect(holds({ leaf: other })).toBe(false)
          expect(holds({ leafHash: all[other]! })).toBe(false)
        }
        if (b % (all.length + 1) !== n)
          expect(holds({ root: roots[b % (all.length + 1)]! })).toBe(false)
        expect(holds({ proof: [...proof, proof[0] ?? all[0]!] })).toBe(false)
        if (proof.length === 0) return
        expect(holds({ proof: proof.slice(1) })).toBe(false)
        expect(holds({ proof: proof.slice(0, -1) })).toBe(false)
        if (bits > 0) expect(holds({ proof: flip(proof, where, bits) })).toBe(false)
      }),
      { numRuns: 400 },
    )
  })

  it('does not pass for the continuation of another', () => {
    const size = fc.integer({ min: 2, max: all.length })
    fc.assert(
      fc.property(
        size,
        fc.nat(),
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (...given) => {
          const [n, a, b, where, bits] = given
          const old = 1 + (a % (n - 1))
          const proof = consistency(old, n)
          const claim = { old, size: n, oldRoot: roots[old]!, root: roots[n]!, proof }
          const holds = (change: Partial<typeof claim>) =>
            verifyConsistency(sha256, { ...claim, ...change })
          expect(holds({})).toBe(true)
          expect(holds({ proof: flip(proof, where, bits) })).toBe(false)
          expect(holds({ proof: [...proof, proof[0]!] })).toBe(false)
          expect(holds({ proof: proof.slice(1) })).toBe(false)
          expect(holds({ proof: [] })).toBe(false)
          const other = b % (all.length + 1)
          if (other !== old) expect(holds({ oldRoot: roots[other]! })).toBe(false)
          if (other !== n) expect(holds({ root: roots[other]! })).toBe(false)
          expect(holds({ old: n + 1 })).toBe(false)
        },
      ),
      { numRuns: 400 },
    )
  })

  it('is not taken for a larger one of another shape', () => {
    const [leaf0, leaf1] = [all[0]!, all[1]!]
    for (const size of [3, 4, 5, 100]) {
      const inner = { leaf: 0, size, leafHash: leaf0, proof: [leaf1], root: roots[2]! }
      expect(verifyInclusion(sha256, inner)).toBe(false)
      const claim = { old: 1, size, oldRoot: leaf0, root: roots[2]!, proof: [leaf1] }
      expect(verifyConsistency(sha256, claim)).toBe(false)
    }
  })

  it('shows every change of its leaves in its root', () => {
    const small = fc.uniqueArray(fc.nat(99), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(small, fc.nat(), fc.nat(), (numbers, a, b) => {
        const leaves = numbers.map((number) => all[number]!)
        const root = hex(rootOf(sha256, leaves))
        const [i, j] = [a % leaves.length, b % leaves.length]
        const changed = (edit: (copy: Uint8Array[]) => unknown) => {
          const copy = [...leaves]
          edit(copy)
          return hex(rootOf(sha256, copy))
        }
        expect(changed((copy) => (copy[i] = all[200]!))).not.toBe(root)
        expect(changed((copy) => copy.splice(i, 1))).not.toBe(root)
        expect(changed((copy) => copy.splice(i, 0, all[200]!))).not.toBe(root)
        expect(changed((copy) => copy.push(copy.at(-1)!))).not.toBe(root)
        if (i !== j)
          expect(changed((copy) => ([copy[i], copy[j]] = [copy[j]!, copy[i]!]))).not.toBe(root)
      }),
    )
  })
})

describe('a frontier', () => {
  it('goes on with a tree by batches of any size, without the leaves before', () => {
    const batches = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 8 })
    fc.assert(
      fc.property(batches, (sizes) => {
        let frontier: Frontier = emptyFrontier
        const told = new Map<string, string>()
        for (const size of sizes) {
          const from = frontier.size
          frontier = extend(
            sha256,
            frontier,
            all.slice(from, from + size),
            ({ level, index }, hash) => {
              expect(told.has(`${level}/${index}`)).toBe(false)
              told.set(`${level}/${index}`, hex(hash))
            },
          )
          expect(isFrontier(frontier)).toBe(true)
          expect(hex(frontierRoot(sha256, frontier))).toBe(hex(roots[frontier.size]!))
        }
        // Exactly the whole subtrees, so that every proof can be had from what was told.
        const { size } = frontier
        const level = (one: number) => Math.floor(size / 2 ** one)
        expect(told.size).toBe(
          [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].reduce((sum, one) => sum + level(one), 0),
        )
        if (size === 0) return
        const kept = ({ level, index }: NodeId) => unhex(told.get(`${level}/${index}`)!)
        const at = Math.floor(size / 3)
        const proof = proofOf(sha256, inclusionRanges(at, size), kept)
        const claim = { leaf: at, size, leafHash: all[at]!, proof, root: roots[size]! }
        expect(verifyInclusion(sha256, claim)).toBe(true)
      }),
    )
  })

  it('of another size is none', () => {
    expect(isFrontier({ size: 3, peaks: [all[0]!] })).toBe(false)
    expect(isFrontier({ size: -1, peaks: [] })).toBe(false)
  })
})

const same = (a: readonly Uint8Array[], b: readonly Uint8Array[]) =>
  a.map(hex).join() === b.map(hex).join()

function flip(proof: readonly Uint8Array[], where: number, bits: number): Uint8Array[] {
  const copy = proof.map((one) => one.slice())
  const one = copy[where % copy.length]!
  one[where % one.length]! ^= bits
  return copy
}
