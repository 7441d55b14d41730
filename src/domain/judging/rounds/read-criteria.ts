import { words, type Words } from '../../words.ts'
import type { Asking } from '../asking.ts'
import type { RoundFault } from './faults.ts'
import { optionsOf } from './options.ts'
import type { Criterion } from './types.ts'

const wellFormedKey = /^[a-z0-9][a-z0-9-]{0,39}$/

/** Rows of `{ key, name: { zh, en }, full, weight, anchors: [{ marks, meaning }] }`. */
export function readCriteria(ask: Asking<RoundFault>, value: unknown): Criterion[] | null {
  const rows = ask.list('criteria', value)
  if (!rows) return null
  const read = rows.map((row, index) => readCriterion(ask, `criteria.${index}`, row))
  const criteria = read.flatMap((one) => one ?? [])
  const twice = criteria.find(
    ({ key }, index) => criteria.findIndex((one) => one.key === key) < index,
  )
  if (twice) {
    const message = words(`评分项代号“${twice.key}”重复`, `The key “${twice.key}” stands twice`)
    return ask.say('criterion-twice', 'criteria', message)
  }
  return criteria.length === rows.length ? criteria : null
}

function readCriterion(ask: Asking<RoundFault>, path: string, value: unknown): Criterion | null {
  const row = ask.group(path, value, optionsOf.criterion)
  if (!row) return null
  if (typeof row.key !== 'string' || !wellFormedKey.test(row.key)) {
    const message = words(
      '评分项代号应为小写字母、数字和连字符，最长 40 个',
      'A criterion’s key has up to 40 small letters, digits and hyphens',
    )
    return ask.say('criterion-key', `${path}.key`, message)
  }
  const name = readWords(ask, `${path}.name`, row.name)
  const full = ask.whole(`${path}.full`, row.full, [1, 1000])
  const weight = ask.whole(`${path}.weight`, row.weight, [1, 1000])
  const anchors = readAnchors(ask, `${path}.anchors`, row.anchors ?? [], full ?? 1000)
  if (!name || full === null || weight === null || !anchors) return null
  return { key: row.key, name, full, weight, anchors }
}

function readAnchors(
  ask: Asking<RoundFault>,
  path: string,
  value: unknown,
  full: number,
): { marks: number; meaning: Words }[] | null {
  const rows = ask.list(path, value)
  if (!rows) return null
  const anchors = rows.map((raw, index) => {
    const at = `${path}.${index}`
    const row = ask.group(at, raw, optionsOf.anchor)
    if (!row) return null
    const marks = ask.whole(`${at}.marks`, row.marks, [0, 1000])
    const meaning = readWords(ask, `${at}.meaning`, row.meaning)
    if (marks === null || !meaning) return null
    if (marks <= full) return { marks, meaning }
    const message = words(
      `评分参考 ${marks} 分超过满分 ${full} 分`,
      `An anchor at ${marks} marks, the criterion has ${full}`,
    )
    return ask.say('anchor-over-full', `${at}.marks`, message)
  })
  const whole = anchors.flatMap((one) => one ?? [])
  return whole.length === anchors.length ? whole : null
}

function readWords(ask: Asking<RoundFault>, path: string, value: unknown): Words | null {
  const given = ask.group(path, value, optionsOf.words)
  if (!given) return null
  const zh = ask.text(`${path}.zh`, given.zh)
  const en = ask.text(`${path}.en`, given.en ?? given.zh)
  return zh && en ? { zh, en } : null
}
