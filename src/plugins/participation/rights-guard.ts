import { query, sql } from '../../database/sql.ts'
import { partingWords } from '../../domain/participation/leaving.ts'
import { idOf } from '../../fields/id-of.ts'
import type { BeforeStep } from '../../hooks/after-step.ts'
import { refusal } from '../../hooks/refuse.ts'

/** Nobody sends in, or takes up again, a work of somebody who left. */
export const leaveInPeace: BeforeStep = async ({ req, to, entry }) => {
  const participant = idOf(entry.participantId)
  if (participant === null || (to !== 'submitted' && to !== 'draft')) return
  const [gone] = await query(
    req,
    sql`select id from participants where id = ${participant} and erased_at is not null`,
  )
  if (gone) throw refusal(409, partingWords.gone, { code: 'participant-left' })
}
