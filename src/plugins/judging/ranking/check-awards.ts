import { readAwardFields, type AwardFields } from '../../../domain/judging/awards.ts'
import { isBlocking } from '../../../domain/judging/finding.ts'
import { words } from '../../../domain/words.ts'
import { refusal } from '../../../hooks/refuse.ts'

type Given = {
  levels?: AwardFields['levels']
  mostPercent?: unknown
  reserves?: unknown
  awardsEqual?: unknown
}

/**
 * Refuses awards of a form that are none.
 *
 * @throws 422 `awards` with what is wrong at each field
 */
export function refuseUnsoundAwards({ levels, mostPercent, reserves, awardsEqual }: Given): void {
  const read = readAwardFields({ levels, mostPercent, reserves, equal: awardsEqual })
  const found = (read?.findings ?? []).filter(isBlocking)
  if (found.length === 0) return
  const errors = found.map(({ path, message }) => ({
    path: path === 'equalAtLine' ? 'awardsEqual' : path.replace(/\.name\..*$/, '.name'),
    message: `${message.zh} / ${message.en}`,
  }))
  const all = (language: 'zh' | 'en') =>
    found.map(({ message }) => message[language]).join(language === 'zh' ? '；' : '; ')
  const message = words(`奖项设置有误：${all('zh')}`, `The awards are not sound: ${all('en')}`)
  throw refusal(422, message, { code: 'awards', errors, findings: found })
}
