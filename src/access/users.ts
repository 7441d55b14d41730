import { editor, province, supervisor } from './person.ts'
import { allOf, anyOf, type Rule } from './rule.ts'
import { oneself, ofOwnUnits, ofUnitsBelowOwn } from './scope.ts'

/** Accounts of editors: the only ones an editor manages. */
export const editorAccounts: Rule = () => ({ role: { equals: 'editor' } })

export const readUsers = anyOf(province, supervisor, oneself, ofOwnUnits)

// Which account an editor may make is checked with the data: see hooks/account.ts.
export const createUsers = anyOf(province, editor)

export const updateUsers = anyOf(province, oneself, allOf(ofUnitsBelowOwn, editorAccounts))
