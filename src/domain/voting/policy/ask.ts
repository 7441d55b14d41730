import { words, type Words } from '../../words.ts'
import { blocking, type PolicyFault, type PolicyFinding } from './finding.ts'
import { mostOf, optionWords } from './options.ts'

export type Ask = ReturnType<typeof asking>

/** Reads options of any shape; what is wrong with one is put among the findings and read as null. */
export function asking(findings: PolicyFinding[]) {
  const say = (code: PolicyFault, path: string, message: Words): null => {
    findings.push(blocking(code, path, message))
    return null
  }

  const whole = (path: string, given: unknown, from: number): number | null => {
    const most = mostOf(path)
    if (typeof given === 'number' && Number.isInteger(given) && given >= from && given <= most) {
      return given
    }
    const { zh, en } = optionWords(path)
    const message = words(
      `${zh}应为 ${from} 至 ${most} 的整数`,
      `${en} must be a whole number from ${from} to ${most}`,
    )
    return say('not-a-number', path, message)
  }

  return {
    say,
    whole,
    /** A limit: none where it is absent. */
    limit: (path: string, given: unknown) => (given == null ? null : whole(path, given, 1)),

    group(path: string, given: unknown, known: readonly string[]): Record<string, unknown> | null {
      if (typeof given !== 'object' || given === null || Array.isArray(given)) {
        const { zh, en } = optionWords(path)
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

    choice<Key extends string>(path: string, given: unknown, of: readonly Key[]): Key | null {
      if ((of as readonly unknown[]).includes(given)) return given as Key
      const { zh, en } = optionWords(path)
      const message = words(
        `${zh}应为 ${of.join('、')} 之一`,
        `${en} must be one of ${of.join(', ')}`,
      )
      return say('not-a-choice', path, message)
    },
  }
}
