import { words } from '../../domain/words.ts'
import { refusal } from '../../hooks/refuse.ts'

const mostAtOnce = 5_000
const longestReason = 1_000

/** A list of users' ids. @throws 400 `wrong-type` */
export function idsOf(value: unknown, path: string): number[] {
  if (value === undefined) return []
  const isList = Array.isArray(value) && value.length <= 500
  if (isList && value.every((one) => Number.isInteger(one) && one > 0 && one < 2 ** 31)) {
    return [...new Set(value as number[])]
  }
  throw wrongType(path, words('账号编号的列表', 'a list of accounts’ ids'))
}

/** A list of public ids. @throws 400 `wrong-type` */
export function entriesOf(value: unknown, path: string): string[] {
  if (value === undefined) return []
  const isList = Array.isArray(value) && value.length <= mostAtOnce
  if (isList && value.every((one) => typeof one === 'string' && one.length <= 40)) {
    return [...new Set(value as string[])]
  }
  throw wrongType(path, words('作品编号的列表', 'a list of public ids'))
}

/** A flag that may be left out. @throws 400 `wrong-type` */
export function flagOf(value: unknown, path: string): boolean {
  if (value === undefined) return false
  if (typeof value === 'boolean') return value
  throw wrongType(path, words('是或否', 'true or false'))
}

/** A remark that may be left out. @throws 400 `wrong-type` */
export function remarkOf(value: unknown, path = 'reason'): string | null {
  if (value === undefined || value === null || value === '') return null
  if (typeof value === 'string' && [...value].length <= longestReason) return value.trim() || null
  throw wrongType(
    path,
    words(`最多 ${longestReason} 字的文字`, `a text of at most ${longestReason}`),
  )
}

/** @throws 400 `wrong-type`, `reason-missing` */
export function reasonOf(value: unknown): string {
  const reason = remarkOf(value)
  if (reason) return reason
  const message = words('请写明理由', 'Say why')
  throw refusal(400, message, { code: 'reason-missing', path: 'reason' })
}

export function wrongType(path: string, wanted: { zh: string; en: string }) {
  const message = words(`${path} 应为${wanted.zh}`, `${path} must be ${wanted.en}`)
  return refusal(400, message, { code: 'wrong-type', path })
}
