import { words } from '../words.ts'
import { declaration, fileRule, pastDate, plainRule, requiredText } from './definitions.ts'
import { checkLimits, describeLimits } from './limits.ts'
import { field, fileMissing, filesOf, isWebAddress, missing, numberOf, textOf } from './reading.ts'
import type { EntryFacts, Flaw, RuleDefinition } from './types.ts'

const link = words('H5 链接', 'H5 link')
const screens = words('H5 屏数', 'Number of H5 screens')
const publishedUrl = words('发表网址', 'Published address')
const screenshot = words('发表页面截图', 'Screenshot of the publication')
const originalText = words('原创文本', 'Original text')

/** Recitations of the author's own text carry it along; the campaign marks them by their theme. */
const ownWork = '个人原创'

function checkAddress(facts: EntryFacts, name: string, what: typeof link): Flaw[] {
  const text = textOf(field(facts, name))
  if (!text) return [missing(name, what)]
  if (isWebAddress(text)) return []
  const zh = `${what.zh}须是以 http:// 或 https:// 开头的网址`
  const en = `${what.en} must be an address that starts with http:// or https://`
  return [{ path: name, words: { zh, en } }]
}

/** Rules for recitations' texts and for commentaries. */
export const writingRules = {
  'text-source': requiredText({
    kinds: ['recitations'],
    name: 'textSource',
    what: words('文本出处', 'Source of the text'),
  }),

  'original-text': plainRule({
    kinds: ['recitations'],
    label: originalText,
    text: words('个人原创作品须附原创文本', 'Works of one’s own come with their text'),
    check: (facts) =>
      textOf(facts.theme).includes(ownWork) && !textOf(field(facts, 'originalText'))
        ? [missing('originalText', originalText)]
        : [],
  }),

  'comic-file': fileRule({
    kinds: ['commentaries'],
    role: 'comic',
    what: words('漫画图片', 'Comic'),
    types: { 'image/jpeg': 'JPG' },
    required: true,
    many: true,
  }),

  'h5-link': plainRule({
    kinds: ['commentaries'],
    label: link,
    text: words('须填写 H5 链接', 'The H5 link is required'),
    check: (facts) => checkAddress(facts, 'h5Url', link),
  }),

  'h5-screens': {
    kinds: ['commentaries'],
    label: screens,
    unit: 'items',
    takes: ['minimum', 'maximum'],
    describe: (rule, { kind }) => describeLimits({ rule, kind, what: screens, unit: 'screens' }),
    check: (facts, rule) => {
      const actual = numberOf(field(facts, 'h5Screens'))
      if (actual === null || actual < 1) return [missing('h5Screens', screens)]
      const { kind } = facts
      return checkLimits({ rule, kind, what: screens, path: 'h5Screens', actual, unit: 'screens' })
    },
  },

  'published-url': plainRule({
    kinds: ['commentaries'],
    label: publishedUrl,
    text: words('须已公开发表并填写网址', 'Published already, with its address'),
    check: (facts) => checkAddress(facts, 'publishedUrl', publishedUrl),
  }),

  'published-platform': requiredText({
    kinds: ['commentaries'],
    name: 'publishedPlatform',
    what: words('发表平台', 'Publishing platform'),
  }),

  'published-date': pastDate({
    kinds: ['commentaries'],
    name: 'publishedOn',
    what: words('发表日期', 'Date of publication'),
  }),

  'published-screenshot': plainRule({
    kinds: ['commentaries'],
    label: screenshot,
    text: words('须附发表页面截图', 'A screenshot of the publication is required'),
    check: (facts) =>
      filesOf(facts, 'screenshot').length > 0 ? [] : [fileMissing('screenshot', screenshot)],
  }),

  'union-member-declared': declaration({
    kinds: ['commentaries'],
    name: 'unionMemberDeclared',
    label: words('工会会员声明', 'Declaration of union membership'),
    text: words('作者是工会会员', 'the author is a union member'),
  }),
} satisfies Record<string, RuleDefinition>
