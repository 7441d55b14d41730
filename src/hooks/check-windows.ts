import type { CollectionBeforeChangeHook } from 'payload'
import { isEntryKind } from '../domain/kinds.ts'
import { checkWindows, type PhaseFinding } from '../domain/phases.ts'
import { validateRules } from '../domain/rules/index.ts'
import { idOf } from '../fields/id-of.ts'
import { refusal } from './refuse.ts'

/** Refuses a campaign whose phases end before they begin or stand twice. */
export const checkPhases: CollectionBeforeChangeHook = ({ data }) => {
  const phases = data.phases ?? []
  if (new Set(phases.map(({ key }: { key: string }) => key)).size < phases.length) {
    throw refusal(
      400,
      { zh: '同一阶段出现了两次', en: 'A phase stands twice' },
      { code: 'phase-twice', path: 'phases' },
    )
  }
  refuse(checkWindows({ campaignPhases: phases }), 'phases')
  return data
}

/** Refuses a track whose own times or rules contradict themselves. */
export const checkTrack: CollectionBeforeChangeHook = async ({ data, req }) => {
  const id = idOf(data.campaign)
  const campaign =
    id === null
      ? null
      : await req.payload.findByID({
          collection: 'campaigns',
          id,
          depth: 0,
          disableErrors: true,
          req,
        })
  if (!campaign)
    throw refusal(
      400,
      { zh: '请选择活动', en: 'Choose the campaign' },
      { code: 'no-campaign', path: 'campaign' },
    )
  refuse(
    checkWindows({ campaignPhases: campaign.phases ?? [], trackWindows: data.windows }),
    'windows',
  )
  // The field's own check, which comes after this hook, says what is wrong with it.
  if (!isEntryKind(data.kind)) return data
  const findings = validateRules(data.rules ?? [], data.kind)
  if (findings.length > 0) {
    const [first] = findings
    throw refusal(422, { zh: first!.message, en: first!.messageEn }, { code: 'rules', findings })
  }
  return data
}

function refuse(findings: PhaseFinding[], path: string) {
  const [first] = findings
  if (first) throw refusal(400, first.message, { code: first.code, path: `${path}.${first.path}` })
}
