import {
  instant,
  listOf,
  oneOf,
  orNull,
  pageOf,
  ref,
  shape,
  text,
  whole,
  yesOrNo,
  type NamedSchema,
} from './shape.ts'
import { ruleChangeSchema } from './rule-change.ts'
import { kindSchema, phaseKeySchema, phaseStateSchema, wordsSchema } from './words.ts'

const trackWindow = shape('TrackWindow', '子项目某阶段的时间 / When a phase is on for a track', {
  key: phaseKeySchema,
  from: instant('开始（含）/ Begins (included)'),
  to: instant('结束（不含）/ Ends (not included)'),
  state: phaseStateSchema,
})

const call = shape('Call', '征集要求，逐句 / What is asked of entries, sentence by sentence', {
  zh: listOf(text('一条要求 / One requirement', '标题 2–50 字'), '中文 / Chinese'),
  en: listOf(text('一条要求 / One requirement'), '英文 / English'),
})

const properties = {
  campaign: text('所属活动的标识 / Slug of its campaign', '2022'),
  slug: text('标识 / Slug', 'photography'),
  kind: kindSchema,
  title: text('名称 / Title', '网络正能量摄影作品征集'),
  subtitle: orNull(text('副题 / Subtitle')),
  note: orNull(text('说明 / Note')),
  scope: oneOf(
    ['province', 'nationwide'],
    'TrackScope',
    '征集范围 / Open to. `province` 省内；`nationwide` 全国',
  ),
  perPersonLimit: orNull(
    whole('职工个人每人限报件数；空为不限 / How many a participant may send in; null: no limit', 3),
  ),
  themes: listOf(text('主题 / Theme'), '主题 / Themes'),
  host: text('承办单位 / Host', '南通市总工会'),
  coHosts: listOf(text('协办单位 / Co-host'), '协办单位 / Co-hosts'),
  windows: listOf(
    ref(trackWindow),
    '各阶段的时间，未单独设定的随活动 / When each phase is on; the campaign’s where it has no own',
  ),
  openNow: yesOrNo('此刻是否接受报送 / Whether entries are taken at this moment'),
}

const trackCard = shape('TrackCard', '列表中的子项目 / A track in a list', properties)

const track = shape('Track', '子项目及其征集要求 / A track with its call', {
  ...properties,
  call: ref(call),
  changes: listOf(
    ref(ruleChangeSchema),
    '征集开始后的要求变更，早的在前 / Changes of the call after it opened, the oldest first',
  ),
})

export const trackSchemas: readonly NamedSchema[] = [
  wordsSchema,
  ruleChangeSchema,
  trackWindow,
  call,
  trackCard,
  track,
  pageOf('TrackList', '子项目列表 / Tracks', trackCard),
]
