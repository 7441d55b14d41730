import { appendFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sections, type Section } from '../harness/matrix-sections.ts'
import { setStage, type Stage } from '../harness/matrix-stage.ts'
import { tally } from '../harness/matrix-tally.ts'
import { findMutants, isChosen } from '../harness/mutable-access.ts'

/** The section that knows most about a file's (or one function's) rules is asked first. */
const nearest: Record<string, string[]> = {
  'src/access/articles.ts': ['drafts and versions of articles'],
  'src/access/contacts.ts': ['works in lists and counts'],
  'src/access/entries.ts': ['works one by one', 'changing works', 'deleting works', 'making works'],
  'src/access/hidden-for.ts': ['menus'],
  'src/access/media.ts': ['files', 'bringing and changing files'],
  'src/access/person.ts': [
    'to-do lists and counts',
    'fields for staff',
    'ways round the front door',
  ],
  'src/access/rule.ts': ['works in lists and counts', 'fields for staff'],
  'src/access/scope.ts': ['works one by one', 'files', 'accounts'],
  'src/access/person.ts#participantOf': ['participants'],
  'src/access/person.ts#asParticipant': ['participants'],
  'src/access/person.ts#actorId': ['participants'],
  'src/access/person.ts#participant': ['making works'],
  'src/access/scope.ts#ofOneselfAsParticipant': ['participants'],
  'src/access/scope.ts#inOnesOwnWork': ['fields for staff', 'participants'],
  'src/access/entries.ts#staffOrOwner': ['fields for staff', 'participants'],
  'src/access/entries.ts#staffButJudgesOrOwner': ['fields for staff', 'participants'],
  'src/access/person.ts#nobody': ['campaigns, tracks, units, quotas, articles, logs'],
  'src/access/person.ts#editor': ['making works'],
  'src/access/scope.ts#aboutOwnUnits': ['campaigns, tracks, units, quotas, articles, logs'],
  'src/access/scope.ts#hostedByOwnUnit': ['campaigns, tracks, units, quotas, articles, logs'],
  'src/access/review-logs.ts': ['campaigns, tracks, units, quotas, articles, logs'],
  'src/access/users.ts': ['accounts'],
  'src/access/waiting.ts': ['to-do lists and counts'],
  'src/plugins/review/contacts-access.ts': ['desks'],
}

let stage: Stage
beforeAll(async () => {
  stage = await setStage()
})
afterAll(() => stage.campaign.close({ invariants: false }))

class Killed extends Error {}

/** The first wrong cell of the matrix, or null when all of it holds. */
async function firstWrong(order: readonly Section[]): Promise<string | null> {
  for (const { run } of order) {
    const count = tally((name) => {
      throw new Killed(name)
    })
    try {
      await run(stage, count)
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  }
  return null
}

const report = (line: object) => {
  if (process.env.MUTATE_REPORT)
    appendFileSync(process.env.MUTATE_REPORT, `${JSON.stringify(line)}\n`)
}

test('the matrix holds as long as nothing is changed', async () => {
  const started = performance.now()
  const wrong = process.env.MUTATE_WITHOUT_BASELINE ? null : await firstWrong(sections)
  report({ id: '(nothing changed)', wrong, ms: performance.now() - started })
  expect(wrong).toBeNull()
})

test('no access function can say yes to everything unnoticed', async () => {
  const survivors: string[] = []
  for (const { id, file } of findMutants()) {
    if (!isChosen(id)) continue
    const first = nearest[id] ?? nearest[file] ?? []
    const order = [
      ...first.map((name) => sections.find((section) => section.name === name)!),
      ...sections.filter(({ name }) => !first.includes(name)),
    ]
    const started = performance.now()
    Object.assign(globalThis, { mutant: id })
    const wrong = await firstWrong(order)
    Object.assign(globalThis, { mutant: undefined })
    report({ id, wrong, ms: performance.now() - started })
    if (wrong === null) survivors.push(id)
    await stage.restore()
    stage.refill()
  }
  expect(survivors).toEqual([])
})
