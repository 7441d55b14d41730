import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionConfig,
} from 'payload'
import { personOf } from '../../access/person.ts'
import { runIn } from '../../database/run-in.ts'
import { query, sql } from '../../database/sql.ts'
import { noteJudging } from '../../database/judging/log.ts'
import { roundOfFields, type RoundFields } from '../../domain/judging/rounds.ts'
import { words } from '../../domain/words.ts'
import { idOf } from '../../fields/id-of.ts'
import { lockRow } from '../../hooks/lock-row.ts'
import { refusal } from '../../hooks/refuse.ts'
import type { JudgingRound as RoundDoc } from '../../payload-types.ts'
import { rulesOf } from './check-round.ts'
import { refuseUnsoundAwards } from './ranking/check-awards.ts'
import { lockedRound } from './round-request.ts'

type Given = Partial<RoundDoc> & RoundFields

/** Refuses what is no round, a vote of elsewhere, and what is fixed once judges have begun. */
const checkRound: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  const given = data as Given
  rulesOf(given)
  refuseUnsoundAwards(given as never)
  await checkVote(req, given)
  const before = originalDoc as Given | undefined
  const state = operation === 'update' ? (before?.state ?? 'draft') : 'draft'
  if (state === 'locked') throw lockedRound()
  if (state !== 'draft') refuseFixed(before!, given)
  return data
}

async function checkVote(
  req: Parameters<CollectionBeforeChangeHook>[0]['req'],
  given: Given,
): Promise<void> {
  const [round, track] = [idOf(given.voteRound), idOf(given.track)]
  const counts = Number(given.votePercent ?? 0) > 0
  if (counts && round === null) {
    const message = words('请选择采用哪一轮投票', 'Say which vote counts')
    throw refusal(422, message, { code: 'vote-round', errors: fieldError('voteRound', message) })
  }
  if (round === null) return
  const [row] = await query(
    req,
    sql`select 1 from vote_rounds v join tracks t on t.campaign_id = v.campaign_id
      where v.id = ${round} and t.id = ${track}`,
  )
  if (row) return
  const message = words('所选的投票不属于本活动', 'The vote is not one of this campaign')
  throw refusal(422, message, { code: 'vote-round', errors: fieldError('voteRound', message) })
}

const fieldError = (path: string, { zh, en }: { zh: string; en: string }) => [
  { path, message: `${zh} / ${en}` },
]

const fixed: [name: keyof ReturnType<typeof standing>, zh: string][] = [
  ['track', '子项目'],
  ['key', '代号'],
  ['kind', '评审方式'],
  ['window', '评审时间（延长请用“延长”）'],
  ['quorum', '每件评委人数'],
  ['blind', '匿名评审'],
  ['scoresShown', '他人评分何时可见'],
  ['criteria', '评分项的代号和满分'],
]

// What judges were told, and what marks were given by.
function standing(doc: Given) {
  const { key, kind, window, quorum, blind, scoresShown, criteria } = roundOfFields(doc)
  const given = criteria as { key: unknown; full: unknown }[]
  const marks = given.map((one) => ({ key: one.key, full: one.full }))
  const ends = Object.values(window as Record<string, unknown>).map((end) => new Date(end as Date))
  return {
    ...{ track: idOf(doc.track), key, kind, window: ends, quorum, blind, scoresShown },
    criteria: marks,
  }
}

/** How marks are counted may still change until the lock, and is written down; by what they are given not. */
function refuseFixed(before: Given, after: Given): void {
  const [was, is] = [standing(before), standing(after)]
  for (const [name, zh] of fixed) {
    if (JSON.stringify(was[name]) === JSON.stringify(is[name])) continue
    const message = words(`评审开放之后，“${zh}”不能更改`, `“${name}” is fixed once judging began`)
    throw refusal(409, message, { code: 'round-opened', path: name })
  }
}

const note: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  if (operation !== 'update' || (doc.state ?? 'draft') === 'draft') return doc
  const [before, after] = [told(previousDoc as Given), told(doc as Given)]
  const changed = Object.keys(after).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  )
  if (changed.length === 0) return doc
  const detail = Object.fromEntries(
    changed.map((name) => [name, { before: before[name], after: after[name] }]),
  )
  const by = personOf(req)?.id ?? null
  await noteJudging(runIn(req), { round: doc.id, by, action: 'change', detail })
  return doc
}

function told(doc: Given): Record<string, unknown> {
  const { title, about = null, mostPercent = null, reserves = null, awardsEqual } = doc
  const levels = (doc.levels ?? []).map(({ key, name, count, atLeast = null }) => ({
    ...{ key, name, count, atLeast },
  }))
  return {
    ...{ title, about, ...roundOfFields(doc), voteRound: idOf(doc.voteRound) },
    ...{ levels, mostPercent, reserves, awardsEqual },
  }
}

/** A draft may go, with what was prepared for it; what was opened stays. */
const removeDraft: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const [row] = await query<{ state: string | null }>(
    req,
    sql`select state from judging_rounds where id = ${id}`,
  )
  if (row && (row.state ?? 'draft') !== 'draft') {
    const message = words('开放过的评审轮次不能删除', 'A round that was opened is never deleted')
    throw refusal(409, message, { code: 'wrong-state', state: row.state })
  }
  await query(req, sql`delete from judging_works where round_id = ${id}`)
  await query(req, sql`delete from judging_panel where round_id = ${id}`)
}

export const roundHooks: NonNullable<CollectionConfig['hooks']> = {
  beforeOperation: [lockRow],
  beforeChange: [checkRound],
  afterChange: [note],
  beforeDelete: [removeDraft],
}
