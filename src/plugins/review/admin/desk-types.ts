import type { Finding } from '../../../domain/rules/index.ts'
import type { Action, Status } from '../../../domain/workflow.ts'
import type { Words } from '../../../domain/words.ts'
import type { FieldChange } from '../../../domain/diff.ts'
import type { Call } from '../call.ts'

export type DeskAction = {
  action: Action
  label: Words
  to: Status
  toLabel: Words
  /** Whether the step is this person's daily work, not just within their powers. */
  duty: boolean
  needsReason: boolean
  checksRules: boolean
}

export type TrailRow = {
  id: number
  action: string
  from: Status
  to: Status
  reason?: string | null
  changes?: FieldChange[] | null
  findings?: Finding[] | null
  actorName?: string | null
  actorRole?: string | null
  actorUnit?: { id: number; name?: string } | number | null
  createdAt: string
}

/** What `GET /api/{entries}/{id}/desk` answers. */
export type Desk = Call & {
  status: { value: Status; label: Words }
  actions: DeskAction[]
  refused: { action: Action; label: Words; message: Words }[]
  findings: Finding[]
  quotas: {
    unit: string
    minimum?: number | null
    maximum?: number | null
    count: number
    text: Words
  }[]
  contacts: boolean
  trail: TrailRow[]
}
