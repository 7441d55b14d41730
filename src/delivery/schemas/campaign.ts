import {
  day,
  instant,
  listOf,
  orNull,
  pageOf,
  ref,
  shape,
  text,
  whole,
  type NamedSchema,
} from './shape.ts'
import { phaseKeySchema, phaseStateSchema } from './words.ts'

const phase = shape('Phase', '活动的一个阶段 / A phase of a campaign', {
  key: phaseKeySchema,
  title: orNull(text('阶段名称 / Its name', '活动启动推进')),
  from: instant('开始（含）/ Begins (included)'),
  to: instant('结束（不含）/ Ends (not included)'),
  does: orNull(text('工作内容 / What is done')),
  state: phaseStateSchema,
})

const terms = shape('Terms', '参加须知 / What participants agree to', {
  version: text('版本，同意时一并给出 / Version; given when one agrees', '2022-1'),
  text: orNull(text('全文 / The text')),
})

const campaign = shape('Campaign', '一年的活动 / One year’s campaign', {
  slug: text('标识 / Slug', '2022'),
  title: text('名称 / Title', '网聚职工正能量 争做中国好网民'),
  year: whole('年份 / Year', 2022),
  noticeDate: orNull(day('通知日期 / Date of the notice')),
  organisers: listOf(text('主办单位 / Organiser'), '主办单位 / Organisers'),
  platforms: listOf(text('发布平台 / Platform'), '发布平台 / Platforms'),
  platformUses: listOf(text('平台用途 / Use'), '平台用途 / Uses of the platforms'),
  phases: listOf(ref(phase), '阶段 / Phases'),
  terms: orNull(ref(terms)),
  phaseNow: {
    ...orNull(phaseKeySchema),
    description: '应答时所处的阶段；空为不在任何阶段 / The phase that is on; null: none',
  },
})

export const campaignSchemas: readonly NamedSchema[] = [
  phase,
  terms,
  campaign,
  pageOf('CampaignList', '活动列表，新的在前 / Campaigns, newest first', campaign),
]
