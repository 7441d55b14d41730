import type { StoredRound } from '../../../database/judging/rounds.ts'
import { isBlocking, type Finding } from '../../../domain/judging/finding.ts'
import { readRoundFields, type RoundFields } from '../../../domain/judging/rounds.ts'
import { words } from '../../../domain/words.ts'
import { refusal } from '../../../hooks/refuse.ts'
import { awardPolicyOf } from './standing.ts'

/** Options of a round that may be tried: how its marks are counted and who gets what, not what was marked. */
export const triedOptions = [
  ...['method', 'methodDrop', 'methodShrink', 'votePercent', 'votePoints', 'decimals', 'quorum'],
  ...['tieBreak', 'disagreement', 'carryOver', 'carryCount', 'carryPoints', 'carryEqual'],
  ...['weights', 'levels', 'mostPercent', 'reserves', 'awardsEqual'],
] as const

type Tried = { [option: string]: unknown }

/**
 * A round with some of its options as somebody wants to try them. `weights`: by criterion; `levels`: a
 * list as the form has it.
 *
 * @throws 422 `round-rules`, 409 `awards` with what is wrong
 */
export function triedRound(round: StoredRound, tried: Tried): StoredRound {
  const { weights, levels, mostPercent, reserves, awardsEqual, ...rest } = tried
  const fields: RoundFields = { ...round.fields, ...rest }
  if (weights !== undefined) fields.criteria = weighted(round.fields.criteria ?? [], weights)
  const { round: rules, findings } = readRoundFields(fields)
  if (!rules) throw unsound(findings.filter(isBlocking))
  const awards = {
    ...round.awards,
    ...(levels === undefined ? {} : { levels: listOf(levels) }),
    ...(mostPercent === undefined ? {} : { mostPercent: mostPercent as number | null }),
    ...(reserves === undefined ? {} : { reserves: reserves as number | null }),
    ...(awardsEqual === undefined ? {} : { equal: awardsEqual as string }),
  }
  awardPolicyOf({ awards })
  return { ...round, fields, rules, findings, awards }
}

type CriteriaFields = NonNullable<RoundFields['criteria']>

function weighted(criteria: CriteriaFields, weights: unknown): CriteriaFields {
  if (typeof weights !== 'object' || weights === null || Array.isArray(weights)) {
    const message = words('权重应按评分项代号给出', 'Weights come by the keys of the criteria')
    throw refusal(400, message, { code: 'wrong-type', path: 'weights' })
  }
  const given = new Map(Object.entries(weights as Record<string, unknown>))
  const unknown = [...given.keys()].find((key) => !criteria.some((one) => one.key === key))
  if (unknown !== undefined) {
    const message = words(`没有评分项“${unknown}”`, `There is no criterion “${unknown}”`)
    throw refusal(400, message, { code: 'criterion-unknown', path: `weights.${unknown}` })
  }
  return criteria.map((one) => ({
    ...one,
    weight: given.has(one.key as string) ? given.get(one.key as string) : one.weight,
  }))
}

function listOf(levels: unknown): unknown[] {
  const rows: unknown[] | null = Array.isArray(levels) ? levels : null
  if (rows?.every((row) => typeof row === 'object' && row !== null)) return rows
  const message = words('奖项应为列表', 'Levels must be a list')
  throw refusal(400, message, { code: 'wrong-type', path: 'levels' })
}

function unsound(findings: readonly Finding[]) {
  const all = (language: 'zh' | 'en') =>
    findings.map(({ message }) => message[language]).join(language === 'zh' ? '；' : '; ')
  const message = words(`评审规则有误：${all('zh')}`, `The rules are not sound: ${all('en')}`)
  return refusal(422, message, { code: 'round-rules', findings })
}
