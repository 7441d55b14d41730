import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionConfig,
} from 'payload'
import { query, sql } from '../../database/sql.ts'
import { readResultSettings } from '../../domain/results/settings.ts'
import { words } from '../../domain/words.ts'
import { idOf } from '../../fields/id-of.ts'
import { lockRow } from '../../hooks/lock-row.ts'
import { refusal } from '../../hooks/refuse.ts'
import { refuseWhenUsed } from '../../hooks/refuse-when-used.ts'
import { settingsRefusal } from './make-list.ts'

/** What stands in the frozen text; it changes by a correction alone. */
const frozenFields: [name: string, zh: string][] = [
  ['title', '名称'],
  ['track', '子项目'],
  ['round', '评审轮次'],
  ['noticeFrom', '公示开始'],
  ['noticeTo', '公示结束'],
  ['contact', '异议受理方式'],
]

const checkResult: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  const all = { ...originalDoc, ...data }
  const { faults } = readResultSettings(all)
  if (faults.length > 0) throw settingsRefusal(faults)
  if (operation === 'update') refuseFrozen(originalDoc, data)
  const [round] = await query<{ track: number }>(
    req,
    sql`select track_id as track from judging_rounds where id = ${idOf(all.round)}`,
  )
  if (round?.track !== idOf(all.track)) {
    const message = words('评审轮次应属于所选的子项目', 'The round must be one of the track')
    throw refusal(400, message, { code: 'wrong-round', path: 'round' })
  }
  const [other] = await query<{ id: number }>(
    req,
    sql`select id from results where track_id = ${idOf(all.track)} and id <> ${originalDoc?.id ?? 0}`,
  )
  if (other) {
    const message = words('该子项目已有评选结果', 'The track has a list of results already')
    throw refusal(409, message, { code: 'track-has-results', path: 'track' })
  }
  return data
}

function refuseFrozen(before: Record<string, unknown>, after: Record<string, unknown>): void {
  const isFrozen = before.version !== null && before.version !== undefined
  if (!isFrozen && !before.pending) return
  for (const [name, zh] of frozenFields) {
    if (!(name in after) || same(before[name], after[name])) continue
    const message = isFrozen
      ? words(
          `名单已冻结，“${zh}”只能通过更正修改`,
          `The list is frozen: “${name}” changes by a correction`,
        )
      : words(
          `已提请冻结，“${zh}”不能修改，请先撤回`,
          `Freezing was asked for: withdraw that first`,
        )
    throw refusal(409, message, { code: isFrozen ? 'result-frozen' : 'already-asked', path: name })
  }
}

function same(before: unknown, after: unknown): boolean {
  const plain = (value: unknown) => {
    if (value === null || value === undefined) return null
    const id = idOf(value)
    if (id !== null) return id
    const at =
      typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value) ? Date.parse(value) : NaN
    return Number.isNaN(at) ? value : at
  }
  return plain(before) === plain(after)
}

/** What was asked for or frozen stays, with all that was done to it. */
const removeDraft: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const [used] = await query(
    req,
    sql`select from result_versions where result_id = ${id} union all select from result_log where result_id = ${id} limit 1`,
  )
  if (!used) return
  const message = words(
    '已有冻结或提请记录，不能删除',
    'What was frozen or asked for stays on record; it is never deleted',
  )
  throw refusal(409, message, { code: 'result-in-use' })
}

export const resultHooks: NonNullable<CollectionConfig['hooks']> = {
  beforeOperation: [lockRow],
  beforeChange: [checkResult],
  beforeDelete: [refuseWhenUsed([{ collection: 'objections', field: 'result' }]), removeDraft],
}
