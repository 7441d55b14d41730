import type { Endpoint, PayloadRequest } from 'payload'
import { runIn } from '../../../database/run-in.ts'
import { inTransaction } from '../../../database/sql.ts'
import { noteJudging } from '../../../database/judging/log.ts'
import { takeOut } from '../../../database/judging/works.ts'
import { readLevels } from '../../../database/judging/ranking/facts.ts'
import type { LevelDecision } from '../../../domain/judging/locked.ts'
import { words } from '../../../domain/words.ts'
import { bodyOf } from '../../../hooks/entry-request.ts'
import { refusal } from '../../../hooks/refuse.ts'
import { entriesOf, reasonOf, remarkOf, wrongType } from '../body.ts'
import { findRound, opened, roundRequest } from '../round-request.ts'
import { awardPolicyOf } from './standing.ts'

/**
 * For the province, on `/api/judging-rounds/{id}`:
 * `PUT /level-decisions` `{ "levels": [{ "level", "vacant"?: n, "chosen"?: [public id] }], "reason"? }` →
 * `{ levels }`: places of a level left empty, and whom of the equal works at its line people chose. Levels
 * that are not named keep theirs.
 * `POST /correct` `{ "remove"?: [public id], "restore"?: [public id], "reason" }` → `{}`: in a locked round,
 * works that a new version leaves out, or takes in again. What is locked stays as it is until two people
 * lock the new version.
 */
export const levelEndpoints: Endpoint[] = [
  {
    path: '/:id/level-decisions',
    method: 'put',
    handler: async (req) => {
      const { id, person } = roundRequest(req, ['province'])
      const body = await bodyOf(req, ['levels', 'reason'])
      const change = { levels: levelsOf(body.levels), reason: remarkOf(body.reason) }
      await inTransaction(req, () => decide(req, id, { ...change, by: person.id }))
      return Response.json({ levels: await readLevels(runIn(req), id) })
    },
  },
  {
    path: '/:id/correct',
    method: 'post',
    handler: async (req) => {
      const { id, person } = roundRequest(req, ['province'])
      const body = await bodyOf(req, ['remove', 'restore', 'reason'])
      const change = {
        remove: entriesOf(body.remove, 'remove'),
        restore: entriesOf(body.restore, 'restore'),
        reason: reasonOf(body.reason),
      }
      await inTransaction(req, () => correct(req, id, { ...change, by: person.id }))
      return Response.json({})
    },
  },
]

type Decide = { levels: LevelDecision[]; reason: string | null; by: number }

async function decide(req: PayloadRequest, id: number, change: Decide): Promise<void> {
  const { levels, reason, by } = change
  const run = runIn(req)
  const round = opened(await findRound(req, id, 'change'))
  const policy = awardPolicyOf(round)
  for (const { level, vacant } of levels) {
    const known = policy?.levels.find(({ key }) => key === level)
    if (!known) {
      const message = words(`没有奖项“${level}”`, `There is no level “${level}”`)
      throw refusal(422, message, { code: 'level-unknown', level })
    }
    if (vacant > known.count) {
      const message = words(
        `“${known.name.zh}”只有 ${known.count} 个名额，不能空缺 ${vacant} 个`,
        `“${known.name.en}” has ${known.count} places, not ${vacant} to leave empty`,
      )
      throw refusal(422, message, { code: 'too-many-vacant', level })
    }
  }
  const chosen = levels.flatMap((one) => one.chosen)
  await refuseUnknown(req, id, chosen)
  await run(
    `insert into judging_level_decisions (round_id, level, vacant, chosen, reason, by_id)
      select $1, x.level, x.vacant, x.chosen, $3, $4
      from jsonb_to_recordset($2::jsonb) as x (level text, vacant integer, chosen jsonb)
      on conflict (round_id, level) do update set vacant = excluded.vacant, chosen = excluded.chosen,
        reason = excluded.reason, by_id = excluded.by_id, at = clock_timestamp()`,
    [id, JSON.stringify(levels), reason, by],
  )
  await noteJudging(run, { round: id, by, action: 'decide-levels', reason, detail: { levels } })
}

type Correct = { remove: string[]; restore: string[]; reason: string; by: number }

async function correct(req: PayloadRequest, id: number, change: Correct): Promise<void> {
  const { remove, restore, reason, by } = change
  const run = runIn(req)
  const round = await findRound(req, id, 'change')
  if (round.state !== 'locked') {
    const message = words('本轮尚未锁定，直接修改即可', 'The round is not locked: just change it')
    throw refusal(409, message, { code: 'wrong-state', state: round.state })
  }
  await refuseUnknown(req, id, [...remove, ...restore])
  await takeOut(run, id, remove, 'by-hand')
  await run(
    `update judging_works set gone_at = null, gone_why = null
      where round_id = $1 and entry = any($2::text[])`,
    [id, restore],
  )
  await noteJudging(run, { round: id, by, action: 'correct', reason, detail: { remove, restore } })
}

async function refuseUnknown(
  req: PayloadRequest,
  id: number,
  entries: readonly string[],
): Promise<void> {
  const known = await runIn(req)<{ entry: string }>(
    `select entry from judging_works where round_id = $1 and entry = any($2::text[])`,
    [id, entries],
  )
  const found = new Set(known.map(({ entry }) => entry))
  const unknown = entries.filter((entry) => !found.has(entry))
  if (unknown.length === 0) return
  const names = unknown.slice(0, 10).join('、')
  const message = words(`不是本轮的作品：${names}`, `Not works of this round: ${names}`)
  throw refusal(422, message, { code: 'unknown-entries', entries: unknown.slice(0, 100) })
}

function levelsOf(value: unknown): LevelDecision[] {
  const wanted = words('各奖项的决定', 'decisions by level')
  if (!Array.isArray(value) || value.length > 100) throw wrongType('levels', wanted)
  const seen = new Set<string>()
  return (value as unknown[]).map((raw, index) => {
    const path = `levels.${index}`
    const row = (typeof raw === 'object' && raw !== null ? raw : {}) as Record<string, unknown>
    const { level, vacant = 0 } = row
    const isCount = Number.isInteger(vacant) && Number(vacant) >= 0 && Number(vacant) <= 10_000
    if (typeof level !== 'string' || !isCount || seen.has(level)) throw wrongType(path, wanted)
    seen.add(level)
    return { level, vacant: Number(vacant), chosen: entriesOf(row.chosen, `${path}.chosen`) }
  })
}
