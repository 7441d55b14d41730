import { afterAll, beforeAll, expect, test } from 'vitest'
import { sections } from '../harness/matrix-sections.ts'
import { setStage, type Stage } from '../harness/matrix-stage.ts'
import { tally } from '../harness/matrix-tally.ts'

let stage: Stage
let cells = 0
beforeAll(async () => {
  stage = await setStage()
})
// The rows were put into their states by SQL, so the log's invariants do not hold here.
afterAll(() => stage.campaign.close({ invariants: false }))

test.each(sections)('$name', { timeout: 300_000 }, async ({ run }) => {
  const count = tally()
  try {
    await run(stage, count)
  } finally {
    cells += count.cells()
  }
  expect(count.wrong()).toEqual([])
})

test('the matrix has at least 1,500 cells', () => {
  console.log(`${cells} cells`)
  expect(cells).toBeGreaterThanOrEqual(1_500)
})
