import { words, type Words } from '../words.ts'
import { blocking, type Finding } from './finding.ts'

/** What can be wrong with an option by itself. */
export const optionFaults = [
  'missing',
  'unknown-option',
  'not-a-number',
  'not-a-choice',
  'not-a-text',
] as const
export type OptionFault = (typeof optionFaults)[number]

export type Asking<Code extends string> = ReturnType<typeof asking<Code>>

const longestText = 200

/**
 * Reads options of any shape, as a form or a JSON column holds them; what is wrong with one is put among
 * the findings and read as null. Options that nothing reads are refused, so that settings never say what
 * they do not do.
 *
 * @param nameOf what people call the option at a path
 */
export function asking<Code extends string>(
  findings: Finding<Code | OptionFault>[],
  nameOf: (path: string) => Words,
) {
  const say = (code: Code | OptionFault, path: string, message: Words): null => {
    findings.push(blocking(code, path, message))
    return null
  }

  return {
    say,

    whole(path: string, given: unknown, [from, to]: readonly [number, number]): number | null {
      if (typeof given === 'number' && Number.isInteger(given) && given >= from && given <= to) {
        return given
      }
      const { zh, en } = nameOf(path)
      const message = words(
        `${zh}应为 ${from} 至 ${to} 的整数`,
        `${en} must be a whole number from ${from} to ${to}`,
      )
      return say('not-a-number', path, message)
    },

    group(path: string, given: unknown, known: readonly string[]): Record<string, unknown> | null {
      const { zh, en } = nameOf(path)
      if (typeof given !== 'object' || given === null || Array.isArray(given)) {
        return say('missing', path, words(`缺少${zh}`, `${en} is missing`))
      }
      for (const [name, value] of Object.entries(given)) {
        if (known.includes(name) || value == null) continue
        const full = path ? `${path}.${name}` : name
        const message = words(`选项“${full}”在这里不起作用，请删除`, `“${full}” does nothing here`)
        say('unknown-option', full, message)
      }
      return given as Record<string, unknown>
    },

    list(path: string, given: unknown): readonly unknown[] | null {
      if (Array.isArray(given)) return given as unknown[]
      const { zh, en } = nameOf(path)
      return say('missing', path, words(`缺少${zh}`, `${en} is missing`))
    },

    flag(path: string, given: unknown): boolean | null {
      if (typeof given === 'boolean') return given
      const { zh, en } = nameOf(path)
      return say('not-a-choice', path, words(`${zh}应为是或否`, `${en} must be true or false`))
    },

    text(path: string, given: unknown): string | null {
      if (typeof given === 'string' && given.trim() && [...given].length <= longestText) {
        return given.trim()
      }
      const { zh, en } = nameOf(path)
      const message = words(
        `${zh}应为 1 至 ${longestText} 字的文字`,
        `${en} must be a text of 1 to ${longestText} characters`,
      )
      return say('not-a-text', path, message)
    },

    choice<Key extends string>(path: string, given: unknown, of: readonly Key[]): Key | null {
      if ((of as readonly unknown[]).includes(given)) return given as Key
      const { zh, en } = nameOf(path)
      const message = words(
        `${zh}应为 ${of.join('、')} 之一`,
        `${en} must be one of ${of.join(', ')}`,
      )
      return say('not-a-choice', path, message)
    },
  }
}

/**
 * A Date, or a text that names its zone (without one it would mean the machine's own); an Invalid Date
 * for everything else.
 */
export function instant(value: unknown): Date {
  if (value instanceof Date) return value
  const isZoned = typeof value === 'string' && /T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(value)
  return new Date(isZoned ? value : NaN)
}
