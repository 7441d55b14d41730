import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ancestorPaths,
  depthOf,
  idOf,
  isSameOrBelow,
  mayStandUnder,
  movePath,
  scopeRange,
  unitKindList,
  unitKinds,
  unitPath,
  wouldCycle,
  type UnitKind,
} from '../../src/domain/unit-tree.ts'

type Unit = { id: number; parent: Unit | null; path: string }

/** A random tree: every unit hangs under one made before it, or stands at the top. Ids are unique. */
const id = fc.oneof(
  fc.integer({ min: 1, max: 30 }),
  fc.integer({ min: 1, max: 999_999 }),
  // Where carrying over could go wrong.
  fc.constantFrom(9, 10, 99, 100, 99_999, 100_000, 999_998, 999_999),
)
const tree = fc
  .uniqueArray(id, { minLength: 1, maxLength: 40 })
  .chain((ids) => fc.tuple(fc.constant(ids), fc.array(fc.nat(), { minLength: 40, maxLength: 40 })))
  .map(([ids, choices]) => {
    const units: Unit[] = []
    for (const [index, own] of ids.entries()) {
      const parent = units[(choices[index] ?? 0) % (units.length + 1)] ?? null
      units.push({ id: own, parent, path: unitPath(parent?.path ?? '', own) })
    }
    return units
  })

/** The truth about the tree, by walking up. */
function isBelowByWalking(unit: Unit, ancestor: Unit): boolean {
  for (let at: Unit | null = unit; at; at = at.parent) if (at === ancestor) return true
  return false
}

describe('a path', () => {
  it('is six digits a unit, without separator', () => {
    expect(unitPath('', 1)).toBe('000001')
    expect(unitPath('000001', 23)).toBe('000001000023')
    expect(unitPath('', 999_999)).toBe('999999')
  })

  it.each([0, -1, 1.5, NaN, Infinity, 1_000_000])('cannot hold the id %s', (bad) => {
    expect(() => unitPath('', bad)).toThrow(RangeError)
  })

  it.each(['1', '00000', '000001-', 'abcdef', '０００００１'])('cannot begin with %j', (bad) => {
    expect(() => unitPath(bad, 1)).toThrow(RangeError)
  })

  it('tells its own id, its depth and its ancestors', () => {
    fc.assert(
      fc.property(tree, (units) => {
        for (const unit of units) {
          const above: string[] = []
          for (let at = unit.parent; at; at = at.parent) above.unshift(at.path)
          expect(idOf(unit.path)).toBe(unit.id)
          expect(depthOf(unit.path)).toBe(above.length + 1)
          expect(ancestorPaths(unit.path)).toEqual(above)
        }
      }),
    )
    expect(ancestorPaths('')).toEqual([])
  })
})

describe('scope', () => {
  it('by prefix, by range and by walking up the tree is the same', () => {
    fc.assert(
      fc.property(tree, (units) => {
        for (const ancestor of units) {
          const { from, below } = scopeRange(ancestor.path)
          for (const unit of units) {
            const truth = isBelowByWalking(unit, ancestor)
            expect(isSameOrBelow(unit.path, ancestor.path)).toBe(truth)
            expect(from <= unit.path && unit.path < below).toBe(truth)
          }
        }
      }),
    )
  })

  it('ends before the next sibling', () => {
    expect(scopeRange('000001')).toEqual({ from: '000001', below: '000002' })
    expect(scopeRange('000001000999')).toEqual({ from: '000001000999', below: '000001001000' })
  })

  it('uses digits only, which every collation sorts alike', () => {
    fc.assert(
      fc.property(tree, (units) => {
        for (const { path } of units) expect(scopeRange(path).below).toMatch(/^(\d{6})+$/)
      }),
    )
  })

  it.each(['', '1', '00001', 'xxxxxx', '000001%'])('of %j holds nobody', (path) => {
    const { from, below } = scopeRange(path)
    expect(['', '000001', '999999', path].filter((one) => from <= one && one < below)).toEqual([])
    expect(isSameOrBelow('000001', path)).toBe(false)
    expect(isSameOrBelow(path, path)).toBe(false)
  })
})

describe('moving a unit', () => {
  it('takes along exactly what is below it, and keeps the tree true', () => {
    fc.assert(
      fc.property(tree, fc.nat(), fc.nat(), (units, a, b) => {
        const moved = units[a % units.length] as Unit
        const parent = units[b % units.length] as Unit
        const cycle = wouldCycle({ path: moved.path, newParentPath: parent.path })
        expect(cycle).toBe(isBelowByWalking(parent, moved))
        if (cycle) return

        const newAncestor = unitPath(parent.path, moved.id)
        const paths = units.map(({ path }) =>
          movePath({ path, oldAncestor: moved.path, newAncestor }),
        )
        const wasBelow = units.map((unit) => isBelowByWalking(unit, moved))
        moved.parent = parent
        for (const [index, unit] of units.entries()) {
          const expectedPath: string[] = []
          for (let at: Unit | null = unit; at; at = at.parent) {
            expectedPath.unshift(String(at.id).padStart(6, '0'))
          }
          expect(paths[index]).toBe(expectedPath.join(''))
          if (!wasBelow[index]) expect(paths[index]).toBe(unit.path)
        }
      }),
    )
  })
})

describe('the kinds of units', () => {
  it('stand where the table of the plan puts them', () => {
    const under: Record<UnitKind, (UnitKind | null)[]> = {
      province: [null],
      city: ['province'],
      county: ['city'],
      industry: ['province', 'city'],
      enterprise: ['province', 'city', 'county', 'industry', 'enterprise'],
      department: ['province', 'city', 'county'],
      outside: [null, 'outside'],
    }
    for (const kind of unitKindList) {
      for (const parent of [null, ...unitKindList]) {
        expect(mayStandUnder(kind, parent), `${kind} under ${parent}`).toBe(
          under[kind].includes(parent),
        )
      }
    }
  })

  it('have names in both languages', () => {
    expect(unitKindList).toHaveLength(7)
    for (const kind of unitKindList) {
      expect(unitKinds[kind].label.zh).toMatch(/\p{Script=Han}/u)
      expect(unitKinds[kind].label.en).toMatch(/^[A-Z]/)
    }
  })
})
