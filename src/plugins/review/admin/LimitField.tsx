'use client'
import { FieldDescription, NumberField, useFormFields } from '@payloadcms/ui'
import type { NumberFieldClientComponent } from 'payload'
import type { LimitUnit } from '../../../domain/rules/index.ts'
import type { ReviewKey } from '../translations.ts'
import { DurationInput } from './DurationField.tsx'
import { useReviewWords } from './use-review-words.ts'
import { useRowRule } from './use-rule-row.ts'

const units: Record<LimitUnit, ReviewKey> = {
  characters: 'unitCharacters',
  seconds: 'unitSeconds',
  items: 'unitItems',
  pixels: 'unitPixels',
  megabytes: 'unitMegabytes',
  days: 'unitDays',
  ratio: 'unitRatio',
}

/**
 * The lower or upper limit of a rule, in the rule's own unit; lengths of time as minutes and seconds.
 * Where the rule does not understand the number there is no field for it, unless one is stored.
 */
export const LimitField: NumberFieldClientComponent = (props) => {
  const { field, path, readOnly } = props
  const { say } = useReviewWords()
  const rule = useRowRule(path)
  const stored = useFormFields(([fields]) => fields?.[path]?.value)
  if (!rule) return <NumberField {...props} />
  const { takes, unit } = rule.definition
  if (stored == null && !takes.some((which) => which === field.name)) return null
  if (unit === 'seconds') {
    return (
      <DurationInput
        field={field}
        label={field.label || undefined}
        path={path}
        readOnly={readOnly}
      />
    )
  }
  return (
    <div className="limit-field">
      <NumberField {...props} />
      {unit && (
        <FieldDescription description={say('limitUnit', { unit: say(units[unit]) })} path={path} />
      )}
    </div>
  )
}
