import { afterAll, beforeAll, expect, test } from 'vitest'
import { sections, type Part } from './matrix-sections.ts'
import { setStage, type Stage } from './matrix-stage.ts'
import { tally } from './matrix-tally.ts'

/**
 * The tests of one part of the matrix, on a stage of its own. Call once in a test file: the whole
 * matrix in one file would keep one process busy long after the others are done.
 *
 * @param atLeast how many cells the part has at least: no section may become empty unnoticed
 */
export function testMatrix(part: Part, atLeast: number): void {
  let stage: Stage
  let cells = 0
  beforeAll(async () => {
    stage = await setStage()
  })
  // The rows were put into their states by SQL, so the log's invariants do not hold here.
  afterAll(() => stage.campaign.close({ invariants: false }))

  const ours = sections.filter((section) => section.part === part)
  test.each(ours)('$name', { timeout: 300_000 }, async ({ run }) => {
    const count = tally()
    try {
      await run(stage, count)
    } finally {
      cells += count.cells()
    }
    expect(count.wrong()).toEqual([])
  })

  test(`this part of the matrix has at least ${atLeast} cells`, () => {
    console.log(`${cells} cells`)
    expect(cells).toBeGreaterThanOrEqual(atLeast)
  })
}
