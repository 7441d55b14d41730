import { words } from '../words.ts'
import { declaration, fileRule, pastDate, requiredText } from './definitions.ts'
import { amount, checkLimits, describeLimits, forSubtype } from './limits.ts'
import { filesOf } from './reading.ts'
import type { FileFacts, Flaw, RuleDefinition, TrackRule } from './types.ts'

const count = words('照片数量', 'Number of pictures')

/** Decimal, as a camera's maker and macOS count, and the lenient reading of “2 MB”. */
const megabyte = 1_000_000

const megabytesOf = (file: FileFacts): number => file.bytes / megabyte
const longSideOf = (file: FileFacts): number => Math.max(file.width ?? 0, file.height ?? 0)

/** The calls say “2 MB *or* 3000 pixels”: with both rules on a track, either one suffices. */
function detailLimits(rules: readonly TrackRule[]): { megabytes?: number; pixels?: number } {
  const of = (code: string) => rules.find((item) => item.rule === code)?.minimum ?? undefined
  return { megabytes: of('picture-bytes'), pixels: of('picture-long-side') }
}

function describeDetail(rule: TrackRule, kind: 'photos', rules: readonly TrackRule[]) {
  const same = rules.filter((item) => (item.subtype ?? null) === (rule.subtype ?? null))
  const { megabytes, pixels } = detailLimits(same)
  const zh: string[] = []
  const en: string[] = []
  if (megabytes !== undefined) {
    zh.push(`不小于 ${amount(megabytes, 'megabytes').zh}`)
    en.push(`at least ${amount(megabytes, 'megabytes').en}`)
  }
  if (pixels !== undefined) {
    zh.push(`长边不少于 ${amount(pixels, 'pixels').zh}`)
    en.push(`a long side of at least ${amount(pixels, 'pixels').en}`)
  }
  return forSubtype(rule, kind, {
    zh: `每张照片${zh.join('，或')}`,
    en: `Each picture: ${en.join(', or ')}`,
  })
}

function lacksDetail(files: readonly FileFacts[], rules: readonly TrackRule[]): Flaw[] {
  const { megabytes, pixels } = detailLimits(rules)
  return files.flatMap((file, index): Flaw[] => {
    if (megabytes !== undefined && megabytesOf(file) >= megabytes) return []
    if (pixels !== undefined && longSideOf(file) >= pixels) return []
    const zh: string[] = []
    const en: string[] = []
    if (megabytes !== undefined) {
      // Rounded down, so that a picture just under the limit does not read as being at it.
      const size = amount(Math.floor(megabytesOf(file) * 100) / 100, 'megabytes')
      zh.push(`大小 ${size.zh}，不足 ${amount(megabytes, 'megabytes').zh}`)
      en.push(`${size.en}, under ${amount(megabytes, 'megabytes').en}`)
    }
    if (pixels !== undefined) {
      const side = amount(longSideOf(file), 'pixels')
      zh.push(`长边 ${side.zh}，不足 ${amount(pixels, 'pixels').zh}`)
      en.push(`long side ${side.en}, under ${amount(pixels, 'pixels').en}`)
    }
    return [
      {
        path: `pictures.${index}`,
        words: {
          zh: `第 ${index + 1} 张照片${zh.join('，且')}`,
          en: `Picture ${index + 1}: ${en.join(', and ')}`,
        },
        actual: megabytes === undefined ? longSideOf(file) : file.bytes / megabyte,
        limit: megabytes ?? pixels ?? 0,
      },
    ]
  })
}

/** Rules for photographs. */
export const pictureRules = {
  'picture-file': fileRule({
    kinds: ['photos'],
    role: 'pictures',
    what: words('照片', 'Pictures'),
    types: { 'image/jpeg': 'JPEG', 'image/heic': 'HEIC', 'image/heif': 'HEIC' },
    required: true,
    many: true,
  }),

  'picture-count': {
    kinds: ['photos'],
    label: count,
    unit: 'items',
    takes: ['minimum', 'maximum'],
    describe: (rule, { kind }) => describeLimits({ rule, kind, what: count, unit: 'pictures' }),
    check: (facts, rule) => {
      const actual = filesOf(facts, 'pictures').length
      const { kind } = facts
      return checkLimits({ rule, kind, what: count, path: 'pictures', actual, unit: 'pictures' })
    },
  },

  'picture-bytes': {
    kinds: ['photos'],
    label: words('照片大小', 'Picture size'),
    unit: 'megabytes',
    takes: ['minimum'],
    describe: (rule, { rules }) => describeDetail(rule, 'photos', rules),
    check: (facts, _, rules) => lacksDetail(filesOf(facts, 'pictures'), rules),
  },

  'picture-long-side': {
    kinds: ['photos'],
    label: words('照片长边', 'Picture’s long side'),
    unit: 'pixels',
    takes: ['minimum'],
    describe: (rule, { rules }) => describeDetail(rule, 'photos', rules),
    // The rule on bytes speaks for both where there is one.
    check: (facts, _, rules) =>
      detailLimits(rules).megabytes === undefined
        ? lacksDetail(filesOf(facts, 'pictures'), rules)
        : [],
  },

  'taken-date': pastDate({
    kinds: ['photos'],
    name: 'takenAt',
    what: words('拍摄日期', 'Date taken'),
  }),

  'taken-place': requiredText({
    kinds: ['photos'],
    name: 'place',
    what: words('拍摄地点', 'Place taken'),
  }),

  'no-composite-declared': declaration({
    kinds: ['photos'],
    name: 'noCompositeDeclared',
    label: words('非合成声明', 'Declaration of no compositing'),
    text: words('照片未经合成、拼接', 'the pictures are not composites'),
  }),
} satisfies Record<string, RuleDefinition>
