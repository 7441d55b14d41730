import { entrySchema } from '../schemas/entry.ts'
import { entryKindSchemas } from '../schemas/entry-kinds.ts'
import { sharedSchemas } from '../schemas/index.ts'
import { entriesQuery } from '../schemas/parameters.ts'
import type { Schema } from '../schemas/schema.ts'
import { kindSchema } from '../schemas/words.ts'
import { listSize } from './bounds.ts'
import { quoted, typeDefinitions, type Addition } from './type-definitions.ts'

/** The types that are the same in REST; an entry is an interface that its kinds implement. */
const entry: Schema = { ...entrySchema, $id: 'Entry' }
const kinds = entryKindSchemas.map((schema) => ({
  ...schema,
  properties: { ...schema.properties, kind: kindSchema },
}))
const shared = sharedSchemas.filter(
  ({ $id }) => $id !== 'Entry' && !kinds.some((one) => one.$id === $id),
)
const named = [...shared, entry, ...kinds]
const asked = ['Campaign', 'Track', 'Article', 'ResultCard', 'Result', 'Stats']
const answered = [...named.filter(({ $id }) => asked.includes($id as string)), entry, ...kinds]

const trackDetails = `
  "子项目全文，含征集要求 / The whole track, with its call"
  trackDetails: Track
`
const additions: Record<string, Addition> = {
  Entry: { isInterface: true, fields: trackDetails },
  ...Object.fromEntries(
    kinds.map(({ $id }) => [$id, { implements: 'Entry', fields: trackDetails }]),
  ),
  Campaign: { fields: '"此活动的子项目 / Its tracks"\ntracks: [Track!]!\n' },
}

const { properties: entryArguments } = entriesQuery
const argument = (name: keyof typeof entryArguments, type: string) =>
  `${quoted(entryArguments[name].description)}${name}: ${type}\n`

const page = (name: string, item: string, description: string, more = '') => `
  "${description}"
  type ${name} { data: [${item}!]! page: ${more || 'Page'}! }
`

const paged = `
  "每页条数，1–100 / How many a page"
  limit: Int = ${listSize}
  "上一页的 page.next / \`page.next\` of the page before"
  cursor: String
`
const ofCampaign = '"活动（slug） / A campaign, by its slug"\ncampaign: String\n'

/** The schema of `/v1/graphql`: everything that REST reads. */
export const graphqlSchema = `
${typeDefinitions(answered, named, additions)}

"排序 / The order. \`newest\` 最新；\`votes\` 票数；\`random\` 随机"
enum EntrySort { newest votes random }

"翻页 / Where a list goes on"
type Page {
  "下一页的 cursor；空为最后一页 / The next page’s cursor; null: the last page"
  next: String
}

"作品列表的翻页 / Where a list of entries goes on"
type EntryPage {
  "下一页的 cursor；空为最后一页 / The next page’s cursor; null: the last page"
  next: String
  "随机顺序的种子 / The seed of the random order"
  seed: String
}
${page('EntryList', 'Entry', '一页作品 / A page of entries', 'EntryPage')}
${page('ArticleList', 'Article', '一页活动信息 / A page of articles')}
${page('ResultList', 'ResultCard', '一页评选结果 / A page of results')}

"公开内容，只读 / What is public, for reading"
type Query {
  "活动，新的在前 / Campaigns, newest first"
  campaigns: [Campaign!]!
  "一个活动 / One campaign"
  campaign(slug: String!): Campaign
  "子项目 / Tracks"
  tracks(${ofCampaign}): [Track!]!
  "一个子项目；不指定活动时为最新一届的 / One track; of the newest campaign that has it unless one is named"
  track(slug: String!, ${ofCampaign}): Track
  "已展示的作品 / Published entries"
  entries(
    ${argument('campaign', 'String')}${argument('track', 'String')}${argument('kind', 'EntryKind')}
    ${argument('unit', 'Int')}${argument('theme', 'String')}${argument('award', 'String')}
    ${argument('q', 'String')}${argument('sort', 'EntrySort')}${argument('seed', 'String')}${paged}
  ): EntryList!
  "一件作品 / One entry"
  entry("编号，如 2022-PHO-000123 / Its number" id: String!): Entry
  "活动信息，新的在前 / Articles, newest first"
  articles(${ofCampaign}${paged}): ArticleList!
  "一篇活动信息 / One article"
  article(slug: String!): Article
  "评选结果，新的在前；公布之前为空 / Results, newest first; none until one is announced"
  results(${ofCampaign}${paged}): ResultList!
  "一份评选结果 / One result"
  result(id: String!): Result
  "已展示作品的件数 / How many works are shown"
  stats(${ofCampaign}): Stats!
}
`
