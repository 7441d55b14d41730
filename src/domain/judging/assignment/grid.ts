/**
 * Works and judges by number, for speed: who may see what (`may`), who has what (`has`). A cell is
 * `work × judges + judge`.
 */
export type Grid = {
  works: number
  judges: number
  may: Uint8Array
  has: Uint8Array
  /** Works of each judge. */
  loads: Int32Array
}

/** What stands in `has`; a `kept` pair was there before, a `fixed` one never moves. */
export const nothing = 0
export const fresh = 1
export const kept = 2
export const fixed = 3

export function emptyGrid(works: number, judges: number): Grid {
  return {
    ...{ works, judges },
    may: new Uint8Array(works * judges),
    has: new Uint8Array(works * judges),
    loads: new Int32Array(judges),
  }
}
