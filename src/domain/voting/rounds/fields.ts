import type { PolicyFinding } from '../policy/finding.ts'

/** The fields of a round's form that make its policy, with the option that each stands for. */
const optionOf = {
  windowFrom: 'window.from',
  windowTo: 'window.to',
  periodKind: 'period.kind',
  periodHours: 'period.hours',
  votesPerPeriod: 'votesPerPeriod',
  votesPerEntryPerPeriod: 'votesPerEntryPerPeriod',
  votesPerEntry: 'votesPerEntry',
  ballotMin: 'ballot.min',
  ballotMax: 'ballot.max',
  countsShown: 'counts.shown',
  countsAt: 'counts.at',
  voters: 'voters',
  minimumAgeHours: 'minimumAgeHours',
} as const

type Name = keyof typeof optionOf
export type PolicyFields = Partial<Record<Name, unknown>>

export const policyFieldNames = Object.keys(optionOf) as Name[]

/** What a form says, as `readPolicy` takes it; an empty field is an absent option. */
export function policyOfFields(fields: PolicyFields): Record<string, unknown> {
  const policy: Record<string, Record<string, unknown> | unknown> = {
    ...{ window: {}, period: {}, ballot: {}, counts: {} },
  }
  for (const name of policyFieldNames) {
    const value = fields[name] === '' ? null : (fields[name] ?? null)
    if (value === null) continue
    const [group = '', option] = optionOf[name].split('.')
    if (option === undefined) policy[group] = value
    else (policy[group] as Record<string, unknown>)[option] = value
  }
  return policy
}

/** The field at which a finding is shown. */
export function fieldOf({ path }: Pick<PolicyFinding, 'path'>): string {
  const exact = policyFieldNames.find((name) => optionOf[name] === path)
  if (exact) return exact
  return policyFieldNames.find((name) => optionOf[name].startsWith(`${path}.`)) ?? 'windowFrom'
}
