import { entryKindList, entryKinds } from '../../domain/kinds.ts'
import { phaseKeys, phaseWords } from '../../domain/phases.ts'
import { bodySchema, pictureSchema } from './entry.ts'
import { day, instant, listOf, oneOf, orNull, pageOf, ref, said, shape, text, whole, yesOrNo } from './shape.ts'
import type { NamedSchema } from './shape.ts'
import type { Schema } from './schema.ts'

const named = <Key extends string>(keys: readonly Key[], word: (key: Key) => string): string =>
  keys.map((key) => `\`${key}\` ${word(key)}`).join('，')

export const kindSchema = oneOf(
  entryKindList,
  'EntryKind',
  `作品类别 / Kind of entry：${named(entryKindList, (key) => said(entryKinds[key].label))}`,
)

export const phaseKeySchema = oneOf(
  phaseKeys,
  'PhaseKey',
  `阶段 / Phase：${named(phaseKeys, (key) => said(phaseWords[key]))}`,
)

export const phaseStates = ['past', 'now', 'future'] as const

const phaseState = oneOf(
  phaseStates,
  'PhaseState',
  '相对于应答时刻 / Seen from the moment of the answer：`past` 已结束，`now` 进行中，`future` 未开始',
)

const phase = shape('Phase', '活动的一个阶段 / A phase of a campaign', {
  key: phaseKeySchema,
  title: orNull(text('阶段名称 / Its name', '活动启动推进')),
  from: instant('开始（含）/ Begins (included)'),
  to: instant('结束（不含）/ Ends (not included)'),
  does: orNull(text('工作内容 / What is done')),
  state: phaseState,
})

export const campaignSchema = shape('Campaign', '一年的活动 / One year’s campaign', {
  slug: text('标识 / Slug', '2022'),
  title: text('名称 / Title', '网聚职工正能量 争做中国好网民'),
  year: whole('年份 / Year', 2022),
  noticeDate: orNull(day('通知日期 / Date of the notice')),
  organisers: listOf(text('主办单位 / Organiser'), '主办单位 / Organisers'),
  platforms: listOf(text('发布平台 / Platform'), '发布平台 / Platforms'),
  platformUses: listOf(text('平台用途 / Use'), '平台用途 / Uses of the platforms'),
  phases: listOf(ref(phase), '阶段 / Phases'),
  phaseNow: orNull(phaseKeySchema),
})

const trackWindow = shape(
  'TrackWindow',
  '子项目的一个阶段的时间 / When a phase is on for a track',
  {
    key: phaseKeySchema,
    from: instant('开始（含）/ Begins (included)'),
    to: instant('结束（不含）/ Ends (not included)'),
    state: phaseState,
  },
)

const call = shape('Call', '征集要求，逐句 / What is asked of entries, sentence by sentence', {
  zh: listOf(text('一条要求 / One requirement', '视频时长不超过 8 分钟'), '中文 / Chinese'),
  en: listOf(text('一条要求 / One requirement'), '英文 / English'),
})

const trackProperties = {
  campaign: text('所属活动的标识 / Slug of its campaign', '2022'),
  slug: text('标识 / Slug', 'photography'),
  kind: kindSchema,
  title: text('名称 / Title', '网络正能量摄影作品征集'),
  subtitle: orNull(text('副题 / Subtitle')),
  note: orNull(text('说明 / Note')),
  scope: oneOf(
    ['province', 'nationwide'],
    'TrackScope',
    '征集范围 / Open to：`province` 省内，`nationwide` 全国',
  ),
  themes: listOf(text('主题 / Theme'), '主题 / Themes'),
  host: text('承办单位 / Host', '南通市总工会'),
  coHosts: listOf(text('协办单位 / Co-host'), '协办单位 / Co-hosts'),
  windows: listOf(ref(trackWindow), '各阶段的时间（已并入活动的时间）/ When each phase is on'),
  openNow: yesOrNo('此刻是否接受报送 / Whether entries are taken at this moment'),
}

export const trackCardSchema = shape(
  'TrackCard',
  '列表中的子项目 / A track in a list',
  trackProperties,
)

export const trackSchema = shape('Track', '一个子项目及其征集要求 / A track with its call', {
  ...trackProperties,
  call: ref(call),
})

const articleProperties = {
  slug: text('标识 / Slug', 'launch'),
  title: text('标题 / Title'),
  summary: orNull(text('摘要 / Summary')),
  cover: orNull(ref(pictureSchema)),
  publishedOn: orNull(day('发布日期 / Published on')),
  campaign: orNull(text('所属活动的标识 / Slug of its campaign', '2022')),
}

export const articleCardSchema = shape(
  'ArticleCard',
  '列表中的活动信息 / An article in a list',
  articleProperties,
)

export const articleSchema = shape('Article', '一篇活动信息 / An article', {
  ...articleProperties,
  body: orNull(ref(bodySchema)),
})

const resultProperties = {
  id: text('标识 / Id', '2022-photography'),
  title: text('标题 / Title'),
  campaign: text('所属活动的标识 / Slug of its campaign', '2022'),
  publishedAt: instant('公布时间 / When it was announced'),
}

/** Results are written by the part that freezes them; what they hold beside this is theirs. */
export const resultSchema: NamedSchema = {
  ...shape(
    'Result',
    '已公布且不再更改的评选结果；在结果发布之前没有内容 / A frozen result; there is none until results are announced',
    resultProperties,
  ),
  additionalProperties: true,
}

const counted = ($id: string, description: string, what: Record<string, Schema>): NamedSchema =>
  shape($id, description, { ...what, count: whole('件数 / How many', 12) })

export const statsSchema = shape(
  'Stats',
  '已展示作品的件数，不按单位统计 / How many works are shown; never by unit',
  {
    campaign: orNull(text('所统计活动的标识；空为全部 / The campaign counted; null: all')),
    total: whole('总件数 / All of them', 1500),
    byTrack: listOf(
      counted('TrackCount', '一个子项目的件数 / Works of a track', {
        campaign: text('活动的标识 / Slug of the campaign', '2022'),
        track: text('子项目的标识 / Slug of the track', 'photography'),
        title: text('子项目名称 / Title of the track'),
      }),
      '按子项目 / By track',
    ),
    byTheme: listOf(
      counted('ThemeCount', '一个主题的件数 / Works of a theme', {
        theme: orNull(text('主题；空为未选 / Theme; null: none')),
      }),
      '按主题 / By theme',
    ),
    byKind: listOf(
      counted('KindCount', '一类作品的件数 / Works of a kind', { kind: kindSchema }),
      '按类别 / By kind',
    ),
    byDay: listOf(
      counted('DayCount', '一天发布的件数 / Works published on a day', {
        day: day('发布日（北京时间）/ Day of publication (Shanghai)'),
      }),
      '按发布日 / By day of publication',
    ),
  },
)
