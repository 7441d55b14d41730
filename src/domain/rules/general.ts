import { countCharacters } from '../characters.ts'
import { entryKindList, entryKinds } from '../kinds.ts'
import { joinWords, words } from '../words.ts'
import { declaration, plainRule } from './definitions.ts'
import { checkLimits, describeLimits } from './limits.ts'
import { field, missing, textOf } from './reading.ts'
import type { Flaw, RuleDefinition } from './types.ts'

const withSubtypes = entryKindList.filter((kind) => entryKinds[kind].subtypes.length > 0)

const title = words('标题', 'Title')
const summary = words('简介', 'Summary')
const authors = words('作者人数', 'Number of authors')
const authorName = words('作者姓名', 'Author’s name')
const body = words('正文', 'Text')
const theme = words('主题', 'Theme')
const type = words('类型', 'Type')

/** A text of the entry itself that is required and measured in 字. */
const measuredText = (name: 'title' | 'summary', what: typeof title): RuleDefinition => ({
  kinds: entryKindList,
  label: what,
  unit: 'characters',
  takes: ['minimum', 'maximum'],
  describe: (rule, { kind }) => describeLimits({ rule, kind, what, unit: 'characters' }),
  check: (facts, rule) => {
    const text = textOf(facts[name])
    const actual = countCharacters(text)
    if (actual === 0) return [missing(name, what)]
    return checkLimits({ rule, kind: facts.kind, what, path: name, actual, unit: 'characters' })
  },
})

/** Rules that every kind can have. */
export const generalRules = {
  'title-length': measuredText('title', title),
  'summary-length': measuredText('summary', summary),

  'theme-listed': plainRule({
    kinds: entryKindList,
    label: theme,
    text: words('须选择本项目的一个主题', 'One of the track’s themes is to be chosen'),
    check: (facts) => {
      if (facts.themes.length === 0) return []
      const chosen = textOf(facts.theme)
      if (!chosen) return [missing('theme', theme)]
      if (facts.themes.includes(chosen)) return []
      const zh = `主题“${chosen}”不在本项目的主题中：${facts.themes.join('、')}`
      const en = `“${chosen}” is not among the track’s themes: ${facts.themes.join(', ')}`
      return [{ path: 'theme', words: { zh, en }, actual: chosen, limit: facts.themes.join('、') }]
    },
  }),

  'subtype-listed': {
    kinds: withSubtypes,
    label: type,
    unit: null,
    takes: [],
    describe: (_, { kind }) => {
      const all = joinWords(entryKinds[kind].subtypes.map((item) => item.label))
      return { zh: `类型：${all.zh}`, en: `Types: ${all.en}` }
    },
    check: (facts) => {
      const { subtypes } = entryKinds[facts.kind]
      if (!textOf(facts.subtype)) return [missing('subtype', type)]
      if (subtypes.some((item) => item.value === facts.subtype)) return []
      const all = joinWords(subtypes.map((item) => item.label))
      const zh = `没有这种类型，应为：${all.zh}`
      const en = `There is no such type; the types are ${all.en}`
      return [{ path: 'subtype', words: { zh, en }, actual: textOf(facts.subtype), limit: all.zh }]
    },
  },

  'author-count': {
    kinds: entryKindList,
    label: authors,
    unit: 'items',
    takes: ['minimum', 'maximum'],
    describe: (rule, { kind }) => describeLimits({ rule, kind, what: authors, unit: 'people' }),
    check: ({ kind, authors: { length } }, rule) =>
      checkLimits({ rule, kind, what: authors, path: 'authors', actual: length, unit: 'people' }),
  },

  'author-names': plainRule({
    kinds: entryKindList,
    label: authorName,
    text: words('每位作者须填写姓名', 'Every author is named'),
    check: (facts) =>
      facts.authors.flatMap((author, index): Flaw[] =>
        textOf(author.name) ? [] : [missing(`authors.${index}.name`, authorName)],
      ),
  }),

  'original-declared': declaration({
    kinds: entryKindList,
    name: 'originalDeclared',
    label: words('原创声明', 'Declaration of originality'),
    text: words('作品为原创，不侵犯他人权利', 'the work is original and infringes nobody’s rights'),
  }),

  'body-length': {
    kinds: ['commentaries', 'cases'],
    label: body,
    unit: 'characters',
    takes: ['minimum', 'maximum'],
    describe: (rule, { kind }) => describeLimits({ rule, kind, what: body, unit: 'characters' }),
    check: (facts, rule) => {
      const actual = countCharacters(textOf(facts.body) || textOf(field(facts, 'body')))
      if (actual === 0 && rule.minimum) return [missing('body', body)]
      const { kind } = facts
      // A case has no field of that name: its text is five sections, of which the first is shown.
      const path = kind === 'cases' ? 'situation' : 'body'
      return checkLimits({ rule, kind, what: body, path, actual, unit: 'characters' })
    },
  },
} satisfies Record<string, RuleDefinition>
