import { voidClasses } from '../../domain/voting/ledger.ts'
import { voterGroups } from '../../domain/voting/policy.ts'
import type { Schema } from '../schemas/schema.ts'
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
} from '../schemas/shape.ts'
import { wordsSchema } from '../schemas/words.ts'
import { headSchema, proofSchemas, rowProofSchema, voidProofSchema } from './proof-schemas.ts'

export type BallotBody = { round: string; entries: string[]; proof?: string }

export const ballotRequest = {
  type: 'object',
  required: ['round', 'entries'],
  additionalProperties: false,
  properties: {
    round: {
      type: 'string',
      pattern: '^[a-z0-9][a-z0-9-]*$',
      maxLength: 60,
      description: '投票轮次（slug） / The round',
      examples: ['2022-popular'],
    },
    entries: {
      type: 'array',
      maxItems: 500,
      items: { type: 'string', pattern: '^[0-9A-Za-z-]+$', maxLength: 40 },
      description: '作品编号，各不相同 / Works, all different',
      examples: [['2022-PHO-000123', '2022-VID-000007']],
    },
    proof: {
      type: 'string',
      maxLength: 4_000,
      description:
        '工作量证明（ALTCHA 的 payload），也可放在 X-Vote-Proof 头中 / The proof of work that was asked for; or as the header X-Vote-Proof',
    },
  },
} as const satisfies Schema

const entry = text('作品编号 / The work', '2022-PHO-000123')
const remaining = orNull(
  whole('本周期还剩几票；空为不限 / Votes left in the period; null: no such limit', 3),
)
const resetsAt = orNull(
  instant('最早一票恢复的时间；空为不再恢复 / When a used vote comes back; null: never'),
)
const roundSlug = text('投票轮次 / The round', '2022-popular')
const receipt = text('回执，可凭此查询与验证 / The receipt: shows and proves these votes')

const castSchema = shape('Receipt', '已计入的选票 / A ballot that was taken', {
  receipt,
  round: roundSlug,
  accepted: listOf(entry, '计入的作品 / The works voted for'),
  remaining,
  resetsAt,
  at: instant('投票时间（数据库时钟） / When, by the database’s clock'),
})

const periodSchema = {
  title: 'VotePeriod',
  description: '计票周期：自然日（北京时间）或自每票起若干小时 / Calendar day, or so many hours',
  type: 'object',
  required: ['kind'],
  additionalProperties: false,
  properties: {
    kind: oneOf(['day', 'rolling'], 'VotePeriodKind', '`day` 自然日；`rolling` 滚动 / Which'),
    hours: whole('滚动小时数 / Hours, when rolling', 24),
  },
} as const satisfies Schema

const policySchema = shape('VotePolicy', '投票规则 / What a voter may do', {
  period: periodSchema,
  votesPerPeriod: orNull(whole('每人每周期票数；空为不限 / Of one voter in a period', 5)),
  votesPerEntryPerPeriod: orNull(whole('每件每周期票数 / For one work in a period', 1)),
  votesPerEntry: orNull(whole('每件整轮票数 / For one work in the whole round', 3)),
  ballot: {
    title: 'BallotSize',
    description: '一张选票的件数 / How many works a ballot names',
    type: 'object',
    required: ['min', 'max'],
    additionalProperties: false,
    properties: { min: whole('最少 / Fewest', 1), max: whole('最多 / Most', 5) },
  },
  voters: oneOf(voterGroups, 'VoterGroup', '`participants` 登录者；`members` 工会会员 / Who'),
  minimumAgeHours: whole('身份登记须满几小时 / Least age of an identity, in hours', 0),
})

const states = ['upcoming', 'open', 'paused', 'closed'] as const
export type ShownState = (typeof states)[number]

const stateSchema = oneOf(
  states,
  'VoteState',
  '以应答时刻计 / At the moment of the answer. `upcoming` 未开始；`open` 投票中；`paused` 暂停；`closed` 已结束',
)

const countsSchema = shape('VoteCounts', '票数何时公布 / When totals are shown', {
  shown: oneOf(['live', 'daily', 'afterClose'], 'CountsShown', '实时、每日、结束后 / Which'),
  at: orNull(text('每日公布时刻（北京时间） / Time of day, when daily', '09:00')),
  now: oneOf(
    ['none', 'before', 'all'],
    'CountsNow',
    '`none` 现在不公布；`before` 截至 before 的票数；`all` 全部 / What is shown at this moment',
  ),
  before: orNull(instant('公布的是此前的票数 / Totals of the votes before it')),
  changesAt: orNull(instant('公布状态下次变化的时间 / When this changes by itself')),
})

const voidedSchema: Schema = {
  title: 'VotesVoided',
  description: '按类别作废的票数 / Votes that were voided, by class',
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(voidClasses.map((one) => [one, whole(`${one} / ${one}`, 3)])),
}

const totalsSchema = shape('RoundTotals', '合计；票数未公布时没有 / Sums; none while hidden', {
  votes: whole('有效票数 / Votes that count', 12_345),
  voided: whole('作废票数 / Votes that were voided', 12),
  voidedBy: voidedSchema,
})

const roundSchema = shape('VoteRound', '一轮投票 / A vote of the public', {
  slug: roundSlug,
  title: text('名称 / Title', '最受职工欢迎作品网络投票'),
  about: orNull(text('说明 / What it is about')),
  campaign: text('活动（slug） / The campaign', '2022'),
  tracks: listOf(text('子项目（slug） / A track'), '子项目；空为全部 / Tracks; none: all'),
  state: stateSchema,
  stateText: ref(wordsSchema),
  from: instant('开始（含） / Begins (included)'),
  to: instant('结束（不含） / Ends (not included)'),
  closedAt: orNull(instant('提前或按时结束的时间 / When it was closed by hand')),
  policy: ref(policySchema),
  rules: listOf(ref(wordsSchema), '规则，可原样展示 / The rules as sentences, to show as they are'),
  candidates: whole('候选作品件数 / How many works stand', 150),
  counts: ref(countsSchema),
  totals: orNull(ref(totalsSchema)),
})

const candidatesSchema = {
  $id: 'CandidateList',
  description: '一页候选作品，每人一个固定的随机顺序 / Works, in an order of each voter’s own',
  type: 'object',
  required: ['data', 'page'],
  additionalProperties: false,
  properties: {
    data: listOf({ $ref: 'EntryCard#' }),
    page: {
      type: 'object',
      required: ['next'],
      additionalProperties: false,
      properties: {
        next: { type: ['string', 'null'], description: '下一页的 cursor / The next page’s cursor' },
        seed: { type: 'string', description: '随机顺序的种子 / The seed of the order' },
      },
    },
  },
} as const satisfies Schema

const ownBallotSchema = shape('OwnBallot', '本人的一张选票 / A ballot of one’s own', {
  receipt,
  at: instant('投票时间 / When'),
  entries: listOf(entry),
})

const ownLeftSchema = shape('OwnEntryLeft', '对一件作品还剩几票 / Votes left for a work', {
  entry,
  limit: whole('上限 / The limit', 1),
  left: whole('还剩 / Left', 0),
})

const ownVotesSchema = shape('OwnVotes', '本人在一轮投票中的情况 / One’s own votes in a round', {
  round: roundSlug,
  title: text('名称 / Title'),
  state: stateSchema,
  remaining,
  resetsAt,
  mayVote: yesOrNo('此刻是否可投（时间、身份） / Whether one may vote just now, votes left aside'),
  why: orNull(ref(wordsSchema)),
  ballots: listOf(ref(ownBallotSchema), '本周期内的选票，新的在前 / Of this period, newest first'),
  entries: listOf(
    ref(ownLeftSchema),
    '投过的作品还剩几票；没有列出的尚未投过 / Works voted for, and what is left for each',
  ),
})

const ownVotesListSchema = shape('OwnVotesList', '本人的投票 / One’s own votes', {
  data: listOf(ref(ownVotesSchema)),
})

const castVoteSchema = shape('CastVote', '选票上的一票 / One vote of a ballot', {
  entry,
  state: oneOf(['counted', 'voided'], 'CastVoteState', '计入或作废 / Whether it counts'),
  sealed: orNull(ref(rowProofSchema)),
  void: orNull(ref(voidProofSchema)),
})

const receiptSchema = shape(
  'ReceiptShown',
  '回执所指的选票及其证明 / What a receipt stands for, with its proof',
  {
    receipt,
    round: roundSlug,
    at: instant('投票时间 / When'),
    votes: listOf(ref(castVoteSchema), 'sealed 为空：尚待封存 / Not sealed yet where null'),
    head: orNull(ref(headSchema)),
    sealsWithin: orNull(
      whole('待封存的通常几秒内封存；空为已全部封存 / Seconds; null: all of it is sealed', 60),
    ),
  },
)

export const votingSchemas: readonly NamedSchema[] = [
  ...[castSchema, policySchema, countsSchema, totalsSchema, roundSchema],
  pageOf('VoteRoundList', '投票列表，新的在前 / Votes of the public, newest first', roundSchema),
  candidatesSchema as unknown as NamedSchema,
  ...[ownBallotSchema, ownLeftSchema, ownVotesSchema, ownVotesListSchema],
  ...proofSchemas,
  ...[castVoteSchema, receiptSchema],
]
