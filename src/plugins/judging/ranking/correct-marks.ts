import type { Endpoint, PayloadRequest } from 'payload'
import { runIn } from '../../../database/run-in.ts'
import { inTransaction } from '../../../database/sql.ts'
import { judgeCodes } from '../../../database/judging/codes.ts'
import { noteJudging } from '../../../database/judging/log.ts'
import {
  writeCorrections,
  type NewCorrection,
} from '../../../database/judging/ranking/corrections.ts'
import { checkYesNo } from '../../../domain/judging/marks.ts'
import { readMark } from '../../../domain/judging/marks/number.ts'
import type { JudgingRound } from '../../../domain/judging/rounds.ts'
import { words } from '../../../domain/words.ts'
import { bodyOf } from '../../../hooks/entry-request.ts'
import { refusal } from '../../../hooks/refuse.ts'
import { reasonOf, wrongType } from '../body.ts'
import { refused } from '../marking/judge-request.ts'
import { findRound, opened, roundRequest } from '../round-request.ts'

type Asked = { entry: string; judge: string; criterion: string | null; becomes: number }

const mostAtOnce = 200

/**
 * For the province, on a locked round: `POST /api/judging-rounds/{id}/correct-marks`
 * `{ "marks": [{ "entry", "judge": "J2", "criterion", "marks": 18.5 }], "reason" }` → `{}`, in a round of yes
 * and no `{ "entry", "judge", "passes" }`: marks that were found wrong after the lock. What the judge handed
 * in stays; a new version, which two people lock, counts and tells the correction. What is corrected again
 * counts as said last; as it was handed in: as never corrected.
 *
 * @throws 409 `wrong-state` unless it is locked, `orders-stand` in a round that ranks; 422 `no-such-mark`
 */
export const correctMarksEndpoint: Endpoint = {
  path: '/:id/correct-marks',
  method: 'post',
  handler: async (req) => {
    const { id, person } = roundRequest(req, ['province'])
    const body = await bodyOf(req, ['marks', 'reason'])
    const reason = reasonOf(body.reason)
    await inTransaction(req, async () => {
      const round = opened(await findRound(req, id, 'change'))
      if (round.state !== 'locked') {
        const message = words('本轮尚未锁定，请评委自行修改', 'Not locked yet: judges change it')
        throw refusal(409, message, { code: 'wrong-state', state: round.state })
      }
      const asked = askedOf(body.marks, round.rules)
      const rows = await foundPairs(req, id, asked)
      await writeCorrections(runIn(req), { round: id, rows, reason, by: person.id })
      const detail = { marks: asked }
      await noteJudging(runIn(req), {
        ...{ round: id, by: person.id, action: 'correct-marks', reason, detail },
      })
    })
    return Response.json({})
  },
}

function askedOf(value: unknown, rules: JudgingRound): Asked[] {
  if (rules.kind === 'rank') {
    const message = words(
      '排序轮次不能逐项更正，可将作品移出',
      'An order is not corrected place by place: works can be left out',
    )
    throw refusal(409, message, { code: 'orders-stand' })
  }
  const wanted = words(`1 至 ${mostAtOnce} 项更正`, `a list of 1 to ${mostAtOnce} marks`)
  const isList = Array.isArray(value) && value.length > 0 && value.length <= mostAtOnce
  if (!isList) throw wrongType('marks', wanted)
  const seen = new Set<string>()
  return (value as unknown[]).map((raw, index) => {
    const path = `marks.${index}`
    const row = (typeof raw === 'object' && raw !== null ? raw : {}) as Record<string, unknown>
    const { entry, judge } = row
    if (typeof entry !== 'string') throw wrongType(`${path}.entry`, words('作品编号', 'an id'))
    if (typeof judge !== 'string') throw wrongType(`${path}.judge`, words('J1、J2…', 'J1, J2 …'))
    const asked = { entry, judge, ...valueOf(row, rules, path) }
    const cell = `${entry} ${judge} ${asked.criterion}`
    if (seen.has(cell)) throw wrongType(path, words('各不相同的分数', 'another mark than before'))
    seen.add(cell)
    return asked
  })
}

function valueOf(row: Record<string, unknown>, { kind, criteria }: JudgingRound, path: string) {
  if (kind === 'qualify') {
    const checked = checkYesNo(row.passes, true)
    if (!checked.ok) throw refused(checked.refusals)
    return { criterion: null, becomes: Number(checked.value) }
  }
  const criterion = criteria.find(({ key }) => key === row.criterion)
  if (!criterion) {
    const message = words('没有这一评分项', 'The round has no such criterion')
    throw refusal(400, message, { code: 'criterion-unknown', path: `${path}.criterion` })
  }
  const mark = readMark(row.marks, criterion.full, `${path}.marks`)
  if (typeof mark !== 'number') throw refused([mark])
  return { criterion: criterion.key, becomes: mark }
}

/** Marks that are there to be corrected: handed in, and not dropped since. */
async function foundPairs(
  req: PayloadRequest,
  id: number,
  asked: readonly Asked[],
): Promise<NewCorrection[]> {
  const run = runIn(req)
  const ids = new Map([...(await judgeCodes(run, id))].map(([judge, code]) => [code, judge]))
  const pairs = await run<{ entry: string; judge: number }>(
    `select entry, judge_id::int as judge from judging_pairs
      where round_id = $1 and entry = any($2::text[]) and handed_in_at is not null and dropped_at is null`,
    [id, asked.map(({ entry }) => entry)],
  )
  const there = new Set(pairs.map(({ entry, judge }) => `${entry} ${judge}`))
  return asked.map(({ entry, judge: code, criterion, becomes }) => {
    const judge = ids.get(code)
    if (judge === undefined || !there.has(`${entry} ${judge}`)) {
      const message = words(
        `评委 ${code} 没有评过作品 ${entry}`,
        `Judge ${code} handed in no marks for ${entry}`,
      )
      throw refusal(422, message, { code: 'no-such-mark', entry, judge: code })
    }
    return { entry, judge, criterion, becomes }
  })
}
