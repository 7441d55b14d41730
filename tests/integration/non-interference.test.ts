import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { changeHiddenValues } from '../harness/hidden-values.ts'
import { setStage, type Stage } from '../harness/matrix-stage.ts'
import { randomQuestions, type Question } from '../harness/random-questions.ts'

// What somebody may not see must not show in any answer, nor in any order, count or refusal: the same
// questions before and after all hidden values have changed have the same answers, byte for byte.
const seed = Number(process.env.SEED ?? 20_220_607)
const count = 400

let stage: Stage
let questions: Question[]
beforeAll(async () => {
  stage = await setStage()
  questions = randomQuestions(stage.campaign.config, { seed, count })
})
// The rows were put into their states by SQL, so the log's invariants do not hold here.
afterAll(() => stage.campaign.close({ invariants: false }))

describe.each([
  ['a stranger', undefined, 'strangers'],
  ['an editor of another unit', 'suzhou', 'otherUnit'],
] as const)('%s', (_, as, from) => {
  test(`learns nothing hidden from ${count} random questions (seed ${seed})`, async () => {
    const before = await answers(as)
    const all = { path: '/videos?limit=100&depth=0' }
    const toProvince = await answer('province', all)
    expect(toProvince).toMatch(/^200 /)
    await changeHiddenValues(stage, from)
    const after = await answers(as)
    const toProvinceAfter = await answer('province', all)
    expect(toProvinceAfter).toMatch(/^200 /)
    expect(toProvinceAfter).not.toBe(toProvince)
    await stage.restore()

    const told = questions.flatMap((question, index) =>
      before[index] === after[index]
        ? []
        : [{ question, before: before[index]!.slice(0, 400), after: after[index]!.slice(0, 400) }],
    )
    expect(told.slice(0, 5)).toEqual([])
    const full = before.filter((text) => /^200 .*"(docs|id|totalDocs)":/.test(text))
    expect(full.length).toBeGreaterThan(count / 8)
  }, 240_000)
})

async function answers(as: string | undefined): Promise<string[]> {
  const all: string[] = []
  for (let index = 0; index < questions.length; index += 8) {
    const some = questions.slice(index, index + 8)
    all.push(...(await Promise.all(some.map((question) => answer(as, question)))))
  }
  return all
}

async function answer(as: string | undefined, question: Question): Promise<string> {
  const { status, body } =
    'path' in question
      ? await stage.campaign.call('GET', question.path, { as })
      : await stage.graphql(as, question.graphql)
  return `${status} ${JSON.stringify(inOrder(body))}`
}

/** Fields of one GraphQL question fail side by side: which is told first depends on the machine's moment. */
function inOrder(body: unknown): unknown {
  const errors = (body as { errors?: unknown } | null)?.errors
  if (!Array.isArray(errors)) return body
  const sorted = errors.map((error) => JSON.stringify(error)).sort()
  return { ...(body as object), errors: sorted }
}
