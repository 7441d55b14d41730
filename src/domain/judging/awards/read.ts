import { words, type Words } from '../../words.ts'
import { asking, type Asking } from '../asking.ts'
import { blocking, isBlocking, warning } from '../finding.ts'
import type { AwardFault, AwardFinding, AwardLevel, AwardPolicy } from './types.ts'

export type ReadAwards = { policy: AwardPolicy | null; findings: AwardFinding[] }

const names: Record<string, Words> = {
  '': words('奖项设置', 'The awards'),
  levels: words('奖项等级', 'The levels'),
  mostPercent: words('获奖比例上限', 'The cap in per cent'),
  reserves: words('候补件数', 'The reserves'),
  equalAtLine: words('并列的处理', 'What becomes of equal works at a line'),
  name: words('奖项名称', 'The level’s name'),
  count: words('奖项名额', 'The level’s places'),
  atLeast: words('奖项最低分', 'The level’s least points'),
}
const nameOf = (path: string): Words =>
  names[path] ?? names[path.split('.').at(-1) ?? ''] ?? words(path, path)

/**
 * Awards from data of any shape. `policy` is null while a finding is blocking.
 *
 * @param entries how many entries the cap is a share of, once known
 */
export function readAwards(value: unknown, entries?: number): ReadAwards {
  const findings: AwardFinding[] = []
  const policy = read(asking<AwardFault>(findings, nameOf), value)
  if (!policy || findings.length > 0) return { policy: null, findings }
  const more = contradictions(policy, entries)
  return { policy: more.some(isBlocking) ? null : policy, findings: more }
}

function read(ask: Asking<AwardFault>, value: unknown): AwardPolicy | null {
  const all = ask.group('', value, ['levels', 'mostPercent', 'reserves', 'equalAtLine'])
  if (!all) return null
  const rows = ask.list('levels', all.levels)
  const levels = rows?.map((row, index) => readLevel(ask, `levels.${index}`, row))
  const mostPercent =
    all.mostPercent == null ? undefined : ask.whole('mostPercent', all.mostPercent, [1, 100])
  const reserves = ask.whole('reserves', all.reserves ?? 0, [0, 1000])
  const lines = ['all-in', 'all-out', 'by-hand'] as const
  const equalAtLine = ask.choice('equalAtLine', all.equalAtLine ?? 'by-hand', lines)
  if (!levels || mostPercent === null || reserves === null || !equalAtLine) return null
  const whole = levels.flatMap((level) => level ?? [])
  if (whole.length < levels.length) return null
  return { levels: whole, mostPercent: mostPercent ?? null, reserves, equalAtLine }
}

function readLevel(ask: Asking<AwardFault>, path: string, value: unknown): AwardLevel | null {
  const row = ask.group(path, value, ['key', 'name', 'count', 'atLeast'])
  if (!row) return null
  if (typeof row.key !== 'string' || !/^[a-z0-9][a-z0-9-]{0,39}$/.test(row.key)) {
    const message = words(
      '奖项代号应为小写字母、数字和连字符',
      'A key has small letters, digits, hyphens',
    )
    return ask.say('level-key', `${path}.key`, message)
  }
  const given = ask.group(`${path}.name`, row.name, ['zh', 'en'])
  const zh = given && ask.text(`${path}.name`, given.zh)
  const en = given && ask.text(`${path}.name`, given.en ?? given.zh)
  const count = ask.whole(`${path}.count`, row.count, [1, 10_000])
  const atLeast =
    row.atLeast == null ? undefined : ask.whole(`${path}.atLeast`, row.atLeast, [0, 100])
  if (!zh || !en || count === null || atLeast === null) return null
  return { key: row.key, name: { zh, en }, count, atLeast: atLeast ?? null }
}

function contradictions({ levels, mostPercent }: AwardPolicy, entries?: number): AwardFinding[] {
  const found: AwardFinding[] = []
  if (levels.length === 0) {
    found.push(blocking('no-levels', 'levels', words('没有任何奖项', 'There is no level')))
  }
  for (const [index, { key, atLeast }] of levels.entries()) {
    const path = `levels.${index}`
    if (levels.findIndex((level) => level.key === key) < index) {
      const message = words(`奖项代号“${key}”重复`, `The key “${key}” stands twice`)
      found.push(blocking('level-twice', `${path}.key`, message))
    }
    const above = levels[index - 1]?.atLeast
    if (atLeast !== null && above != null && atLeast > above) {
      const message = words(
        `最低分 ${atLeast} 分高于上一等级的 ${above} 分`,
        `Its least points, ${atLeast}, are over the ${above} of the level above`,
      )
      found.push(blocking('level-rises', `${path}.atLeast`, message))
    }
  }
  const places = levels.reduce((sum, { count }) => sum + count, 0)
  if (mostPercent !== null && entries !== undefined) {
    const most = Math.floor((mostPercent * entries) / 100)
    if (places > most) {
      const message = words(
        `共设 ${places} 个名额，${entries} 件作品按 ${mostPercent}% 最多 ${most} 个：从低等级起减少`,
        `${places} places, but ${mostPercent}% of ${entries} entries are ${most}: the lowest levels get fewer`,
      )
      found.push(warning('over-cap', 'mostPercent', message))
    }
  }
  return found
}
