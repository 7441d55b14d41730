import type { PayloadRequest } from 'payload'
import { runIn } from '../../../database/run-in.ts'
import { inTransaction } from '../../../database/sql.ts'
import { readPair, savePair, type Given, type PairFacts } from '../../../database/judging/marks.ts'
import { checkMarks, checkYesNo } from '../../../domain/judging/marks.ts'
import type { JudgingRound } from '../../../domain/judging/rounds.ts'
import { words } from '../../../domain/words.ts'
import { refusal } from '../../../hooks/refuse.ts'
import { wrongType } from '../body.ts'
import { marksOf } from './given.ts'
import { numberOf, refused, standingFor } from './judge-request.ts'

export type Asked = { id: number; judge: number; work: unknown; body: Record<string, unknown> }
export type Saved = { savedAt: string | null; version: number; handedInAt: string | null }

export const saveFields = ['marks', 'passes', 'note', 'handIn', 'version']
const longestNote = 2_000

/**
 * Saves what a judge gives to one work: whole or not at all, in a transaction of its own, with a row of
 * the history. What is left out of the body stays as it was. The same again is answered with what stands.
 *
 * @throws the refusals of `checkStanding` and of marks; 409 `version-stale` with `stands`
 */
export async function saveMarks(req: PayloadRequest, asked: Asked): Promise<Saved> {
  return inTransaction(req, async () => {
    const { round, pair, entry } = await standingFor(req, asked)
    const given = givenBy(asked.body, round.rules, pair)
    const version = versionOf(asked.body.version)
    if (isSame(given, pair)) return pair
    const { id, judge } = asked
    if (version === pair.version) {
      const saved = await savePair(runIn(req), { round: id, entry, judge, version, given })
      if (saved) return saved
    }
    const number = numberOf(asked.work)
    const { kind } = round.track
    const stands = (await readPair(runIn(req), { round: id, kind, judge, number }))!
    // The same was on its way twice at once.
    if (isSame(given, stands)) return stands
    throw stale(stands, round.rules)
  })
}

function givenBy(body: Record<string, unknown>, rules: JudgingRound, pair: PairFacts): Given {
  const { handIn } = body
  if (typeof handIn !== 'boolean') throw wrongType('handIn', words('是或否', 'true or false'))
  const before = pair.given
  const note = body.note === undefined ? before.note : noteOf(body.note)
  if (rules.kind === 'rank') {
    refuseOutOfPlace(body, ['marks', 'passes'])
    if (!handIn || pair.handedInAt) return { marks: null, passes: null, note, handedIn: handIn }
    const message = words('排序轮次请提交排序', 'In this round the order is handed in')
    throw refusal(400, message, { code: 'order-wanted', path: 'handIn' })
  }
  if (rules.kind === 'qualify') {
    refuseOutOfPlace(body, ['marks'])
    const passes = body.passes === undefined ? before.passes : body.passes
    const checked = checkYesNo(passes, handIn)
    if (!checked.ok) throw refused(checked.refusals)
    return { marks: null, passes: checked.value, note, handedIn: handIn }
  }
  refuseOutOfPlace(body, ['passes'])
  const given = body.marks === undefined ? marksOf(before.marks, rules.criteria) : body.marks
  const checked = checkMarks({ criteria: rules.criteria, given, isHandedIn: handIn })
  if (!checked.ok) throw refused(checked.refusals)
  return { marks: Object.fromEntries(checked.value), passes: null, note, handedIn: handIn }
}

function refuseOutOfPlace(body: Record<string, unknown>, names: readonly string[]): void {
  const name = names.find((one) => body[one] !== undefined && body[one] !== null)
  if (!name) return
  const message = words(`本轮不收 ${name}`, `This round takes no ${name}`)
  throw refusal(400, message, { code: 'out-of-place', path: name })
}

function noteOf(value: unknown): string | null {
  if (value === null || value === '') return null
  if (typeof value === 'string' && [...value].length <= longestNote) return value
  throw wrongType('note', words(`最多 ${longestNote} 字`, `a text of at most ${longestNote}`))
}

export function versionOf(value: unknown): number {
  if (Number.isInteger(value) && (value as number) >= 0) return value as number
  throw wrongType('version', words('版本号（整数）', 'the version that you saw'))
}

function isSame(given: Given, { given: stands, savedAt }: PairFacts): boolean {
  const isUntouched = savedAt === null && (given.marks !== null || given.passes !== null)
  if (isUntouched || given.handedIn !== stands.handedIn) return false
  const [a, b] = [given.marks ?? {}, stands.marks ?? {}]
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  const sameMarks = [...keys].every((key) => a[key] === b[key])
  return sameMarks && given.passes === stands.passes && given.note === stands.note
}

function stale(stands: PairFacts, { criteria }: JudgingRound) {
  const message = words(
    '这件作品已在别处改过，请核对后再保存',
    'It was changed elsewhere meanwhile: look again, then save',
  )
  const { given, savedAt, handedInAt, version } = stands
  return refusal(409, message, {
    code: 'version-stale',
    stands: {
      ...{ marks: marksOf(given.marks, criteria), passes: given.passes, note: given.note },
      ...{ savedAt, handedInAt, version },
    },
  })
}
