import { words, type Words } from '../words.ts'
import { fileRule, pastDate, plainRule, requiredText } from './definitions.ts'
import { checkLimits, describeLimits } from './limits.ts'
import { field, filesOf, listOf, missing, numberOf, textOf } from './reading.ts'
import { checkSelfAssessment } from './self-assessment.ts'
import type { Flaw, RuleDefinition } from './types.ts'

/** The five sections of a case; together they are its body. */
export const caseSections: readonly { name: string; label: Words }[] = [
  { name: 'situation', label: words('背景情况', 'Situation') },
  { name: 'practice', label: words('主要做法', 'Practice') },
  { name: 'digitalFeatures', label: words('互联网+特点', 'Digital characteristics') },
  { name: 'results', label: words('工作成效', 'Results') },
  { name: 'demonstration', label: words('示范价值', 'Demonstration value') },
]

const services = words('服务内容', 'Services')
const assessment = words('自评项', 'Rows of the self-assessment')
const userFields: readonly { name: string; label: Words }[] = [
  { name: 'registeredUsers', label: words('注册用户数', 'Registered users') },
  { name: 'activeUsers', label: words('活跃用户数', 'Active users') },
]

/** Rules for cases and for service platforms. */
export const serviceRules = {
  'case-sections': plainRule({
    kinds: ['cases'],
    label: words('案例各部分', 'Sections of the case'),
    text: {
      zh: `须写明：${caseSections.map((section) => section.label.zh).join('、')}`,
      en: `To be written: ${caseSections.map((section) => section.label.en).join(', ')}`,
    },
    check: (facts) =>
      caseSections
        .filter((section) => !textOf(field(facts, section.name)))
        .map((section) => missing(section.name, section.label)),
  }),

  'results-figures': plainRule({
    kinds: ['cases'],
    label: words('成效数据', 'Figures of the results'),
    text: words('工作成效应有可核实的数据', 'The results are given in verifiable figures'),
    check: (facts) => {
      const text = textOf(field(facts, 'results'))
      // An empty section is the finding of another rule.
      if (
        !text ||
        /[\p{Nd}%％‰]|[一二两三四五六七八九十百千万亿]+[余多]?[人次件家个项元名]/u.test(text)
      ) {
        return []
      }
      const zh = '工作成效中没有数据，请写明可核实的数字'
      return [{ path: 'results', words: { zh, en: 'The results name no figure' } }]
    },
  }),

  'attachment-file': fileRule({
    kinds: ['cases'],
    role: 'attachments',
    what: words('附件', 'Attachments'),
    types: {
      'application/pdf': 'PDF',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
      'image/jpeg': 'JPG',
      'image/png': 'PNG',
      'image/webp': 'WebP',
      'image/heic': 'HEIC',
      'image/heif': 'HEIC',
    },
    required: false,
    many: true,
  }),

  'platform-reachable': plainRule({
    kinds: ['platforms'],
    label: words('平台地址或二维码', 'Address or QR code'),
    text: words('须提供平台地址（账号）或二维码', 'An address (account) or a QR code is required'),
    check: (facts) => {
      if (textOf(field(facts, 'address')) || filesOf(facts, 'qrCode').length > 0) return []
      return [missing('address', words('平台地址（账号）或上传二维码', 'Address or QR code'))]
    },
  }),

  'operator-named': requiredText({
    kinds: ['platforms'],
    name: 'operator',
    what: words('运营单位', 'Operator'),
  }),

  'launch-date': pastDate({
    kinds: ['platforms'],
    name: 'launchedOn',
    what: words('上线日期', 'Launch date'),
  }),

  'services-listed': {
    kinds: ['platforms'],
    label: services,
    unit: 'items',
    takes: ['minimum', 'maximum'],
    describe: (rule, { kind }) => describeLimits({ rule, kind, what: services, unit: 'services' }),
    check: (facts, rule) => {
      const { kind, themes } = facts
      const chosen = listOf(field(facts, 'services')).map(textOf)
      if (chosen.length === 0) return [missing('services', services)]
      const strange = chosen.flatMap((service, index): Flaw[] => {
        if (themes.length === 0 || themes.includes(service)) return []
        const zh = `服务内容“${service}”不在本项目的主题中：${themes.join('、')}`
        const en = `“${service}” is not among the track’s themes: ${themes.join(', ')}`
        const limit = themes.join('、')
        return [{ path: `services.${index}`, words: { zh, en }, actual: service, limit }]
      })
      const actual = new Set(chosen).size
      const limits = { rule, kind, what: services, path: 'services', actual }
      return [...strange, ...checkLimits({ ...limits, unit: 'services' as const })]
    },
  },

  'user-numbers': plainRule({
    kinds: ['platforms'],
    label: words('用户数', 'Numbers of users'),
    text: words('须填写注册用户数和活跃用户数', 'Registered and active users are required'),
    check: (facts) => {
      const wrong = userFields
        .filter(({ name }) => !isCount(field(facts, name)))
        .map(({ name, label }) => missing(name, label))
      const registered = numberOf(field(facts, 'registeredUsers')) ?? 0
      const active = numberOf(field(facts, 'activeUsers')) ?? 0
      if (wrong.length > 0 || active <= registered) return wrong
      const zh = `活跃用户数 ${active}，超过注册用户数 ${registered}`
      const en = `${active} active users, more than ${registered} registered ones`
      return [{ path: 'activeUsers', words: { zh, en }, actual: active, limit: registered }]
    },
  }),

  'self-assessment': {
    kinds: ['platforms'],
    label: words('自评表', 'Self-assessment'),
    unit: 'items',
    takes: ['minimum', 'maximum'],
    describe: (rule, { kind }) => describeLimits({ rule, kind, what: assessment, unit: 'rows' }),
    check: (facts, rule) => {
      const rows = listOf(field(facts, 'selfAssessment'))
      const { kind } = facts
      const path = 'selfAssessment'
      const actual = rows.length
      return [
        ...checkLimits({ rule, kind, what: assessment, path, actual, unit: 'rows' }),
        ...checkSelfAssessment(rows),
      ]
    },
  },
} satisfies Record<string, RuleDefinition>

function isCount(value: unknown): boolean {
  const count = numberOf(value)
  return count !== null && Number.isInteger(count) && count >= 0
}
