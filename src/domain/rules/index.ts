/** The door of the entry rules: what a track may ask of an entry, and what it finds. */
export * from './types.ts'
export { isRuleCode, ruleBook } from './book.ts'
export { blocking, checkEntry, describeRules, rulesNotMet } from './check.ts'
export { defaultRules } from './defaults.ts'
export { validateRules, type RuleRow } from './validate.ts'
export { caseSections } from './services.ts'
export { addressesOf, type AddressFact, type EntryAddress } from './addresses.ts'
export { categoryFields, type FieldShape } from './category-fields.ts'
