import { province } from '../../access/person.ts'
import type { Rule } from '../../access/rule.ts'

/** What a case is about changes while it is collected; what was proposed stands. */
export const provinceWhileCollecting: Rule = async (question) =>
  (await province(question)) === true ? { state: { equals: 'collecting' } } : false
