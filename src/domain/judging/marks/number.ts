import { words } from '../../words.ts'
import { refuse, type MarkRefusal } from './refusals.ts'

/**
 * A mark in hundredths (8.25 → 825), or what is wrong with it. Only numbers are numbers: a text, even
 * '8', is refused, since a form that sends texts may send others too.
 *
 * @param full the full marks, whole
 */
export function readMark(given: unknown, full: number, path: string): number | MarkRefusal {
  if (typeof given !== 'number' || !Number.isFinite(given)) {
    return refuse('mark-not-a-number', path, words('分数应为数字', 'A mark must be a number'))
  }
  if (given < 0) {
    const message = words(`分数 ${given} 低于 0 分`, `${given} marks: less than none`)
    return refuse('mark-below-zero', path, message)
  }
  if (given > full) {
    const message = words(
      `分数 ${given} 超过满分 ${full} 分`,
      `${given} marks: the criterion has ${full}`,
    )
    return refuse('mark-above-full', path, message)
  }
  // By its shortest decimal text: 8.29 × 100 is 828.9999999999999.
  const digits = /^(\d+)(?:\.(\d{1,2}))?$/.exec(String(given))
  if (!digits) {
    const message = words(
      `分数 ${given} 的小数超过两位`,
      `${given} marks: two decimals are the most`,
    )
    return refuse('mark-too-fine', path, message)
  }
  return Number(digits[1]) * 100 + Number((digits[2] ?? '').padEnd(2, '0'))
}
