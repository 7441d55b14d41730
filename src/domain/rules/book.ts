import { addressRules } from './addresses.ts'
import { generalRules } from './general.ts'
import { movingPictureRules } from './moving-pictures.ts'
import { pictureRules } from './pictures.ts'
import { serviceRules } from './services.ts'
import type { RuleCode, RuleDefinition } from './types.ts'
import { writingRules } from './writing.ts'

/** Every rule there is. A track names them; what is not here cannot be asked of an entry. */
export const ruleBook: Record<RuleCode, RuleDefinition> = {
  ...generalRules,
  ...movingPictureRules,
  ...pictureRules,
  ...writingRules,
  ...serviceRules,
  ...addressRules,
}

export function isRuleCode(value: unknown): value is RuleCode {
  return typeof value === 'string' && Object.hasOwn(ruleBook, value)
}
