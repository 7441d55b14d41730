import type { Words } from '../../words.ts'

/** Every way in which a policy can be wrong. */
export const policyFaults = [
  'missing',
  'unknown-option',
  'not-a-number',
  'not-a-choice',
  'window',
  'daily-time',
  'no-limit',
  'ballot-inverted',
  'ballot-over-quota',
  'ballot-over-candidates',
  'entry-quota-over-quota',
  'entry-total-under-period',
  'votes-left-over',
  'partial-day',
  'period-over-window',
  'daily-time-outside-window',
] as const
export type PolicyFault = (typeof policyFaults)[number]

/** `path` is the dot path of the option; a policy with a blocking finding is no policy. */
export type PolicyFinding = {
  code: PolicyFault
  path: string
  severity: 'blocking' | 'warning'
  message: Words
}

export const blocking = (code: PolicyFault, path: string, message: Words): PolicyFinding => ({
  ...{ code, path, severity: 'blocking', message },
})

export const warning = (code: PolicyFault, path: string, message: Words): PolicyFinding => ({
  ...{ code, path, severity: 'warning', message },
})
