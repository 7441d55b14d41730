import type { PayloadRequest, Where } from 'payload'

/** What a rule is asked with. Payload passes more; rules look at nothing else. */
export type Question = {
  req: PayloadRequest
  id?: number | string
  data?: unknown
  /** For a field: the document that it stands in, where Payload knows it. */
  doc?: unknown
  isReadingStaticFile?: boolean
}

/** `true`: everything; `false`: nothing; a `Where`: the documents that match it. */
export type Answer = boolean | Where

/** One sentence of the table “who may do what”. */
export type Rule = (question: Question) => Answer | Promise<Answer>

/** Allowed when at least one rule allows it; the documents are the union. */
export function anyOf(...rules: Rule[]): Rule {
  return async (question) => {
    const wheres: Where[] = []
    for (const rule of rules) {
      const answer = await rule(question)
      if (answer === true) return true
      if (answer !== false) wheres.push(answer)
    }
    if (wheres.length === 0) return false
    return wheres.length === 1 ? wheres[0]! : { or: wheres }
  }
}

/** Allowed when every rule allows it; the documents are the intersection. */
export function allOf(...rules: Rule[]): Rule {
  return async (question) => {
    const wheres: Where[] = []
    for (const rule of rules) {
      const answer = await rule(question)
      if (answer === false) return false
      if (answer !== true) wheres.push(answer)
    }
    if (wheres.length === 0) return true
    return wheres.length === 1 ? wheres[0]! : { and: wheres }
  }
}

/** The same rule where Payload wants yes or no (field access, admin access): a `Where` is no. */
export function plainly(rule: Rule): (question: { req: PayloadRequest }) => Promise<boolean> {
  return async (question) => (await rule(question)) === true
}
