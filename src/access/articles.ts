import { province, supervisor } from './person.ts'
import { anyOf, type Rule } from './rule.ts'

/** Articles that are out. */
export const out: Rule = () => ({ _status: { equals: 'published' } })

export const readArticles = anyOf(province, supervisor, out)

export const readArticleVersions = anyOf(province, supervisor)
