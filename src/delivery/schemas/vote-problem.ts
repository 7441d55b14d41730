import type { Schema } from './schema.ts'
import { instant, orNull, text, whole } from './shape.ts'

const entryLeft: Schema = {
  title: 'EntryLeft',
  type: 'object',
  required: ['entry', 'limit', 'left'],
  additionalProperties: false,
  properties: {
    entry: text('作品编号 / The work', '2022-PHO-000123'),
    limit: orNull(whole('上限；空为与次数无关 / The limit; null: no matter of numbers', 1)),
    left: orNull(whole('还能投几票 / Votes left for it', 0)),
  },
}

/** How a proof of work is asked for: the form of ALTCHA, version 1. */
export const challengeSchema: Schema = {
  title: 'Challenge',
  description:
    '求整数 n（0 至 maxnumber），使 SHA-256(salt + n) 的十六进制等于 challenge；结果随下次请求放入 X-Vote-Proof / Find a whole number n from 0 to maxnumber with hex SHA-256(salt + n) = challenge',
  type: 'object',
  required: ['algorithm', 'challenge', 'maxnumber', 'salt', 'signature'],
  additionalProperties: false,
  properties: {
    algorithm: text('算法 / Algorithm', 'SHA-256'),
    challenge: text('目标值（十六进制） / What the hash has to be, in hex'),
    maxnumber: whole('n 的上限 / n is at most this', 50_000),
    salt: text('盐，含到期时间 / The salt; says when it runs out'),
    signature: text('服务端签名，原样带回 / Ours; given back as it is'),
  },
}

/** What a problem says beside the usual where a ballot was refused. */
export const voteProblemProperties = {
  left: {
    title: 'VotesLeft',
    description: '选票被拒绝时还剩什么 / What the voter still has, when a ballot was refused',
    type: 'object',
    required: ['remaining', 'resetsAt', 'entries'],
    additionalProperties: false,
    properties: {
      remaining: orNull(whole('本周期还剩几票；空为不限 / Votes left; null: no such limit', 2)),
      resetsAt: orNull(instant('何时恢复；空为不再恢复 / When a used one comes back; null: never')),
      entries: {
        type: 'array',
        items: entryLeft,
        description: '有问题的作品 / The works at fault',
      },
    },
  },
  from: instant('何时起可以再投，已知时给出 / When the same may be tried again, where known'),
  challenge: challengeSchema,
} as const satisfies Record<string, Schema>
