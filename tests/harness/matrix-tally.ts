/** Counts the cells of the matrix and remembers those that came out wrong. */
export type Tally = {
  cell: (name: string, ok: boolean, detail?: unknown) => void
  cells: () => number
  wrong: () => string[]
}

/** @param atFirst called at the first wrong cell; when it throws, the section ends there */
export function tally(atFirst?: (name: string) => never): Tally {
  let cells = 0
  const wrong: string[] = []
  return {
    cell: (name, ok, detail) => {
      cells += 1
      if (ok) return
      wrong.push(detail === undefined ? name : `${name}: ${JSON.stringify(detail)?.slice(0, 300)}`)
      atFirst?.(name)
    },
    cells: () => cells,
    wrong: () => wrong,
  }
}
