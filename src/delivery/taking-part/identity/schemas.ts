import type { Schema } from '../../schemas/schema.ts'
import { instant, ref, shape, text, yesOrNo } from '../../schemas/shape.ts'
import { problemResponses } from '../../schemas/problem.ts'

export const sessionRequest = {
  type: 'object',
  additionalProperties: false,
  properties: {
    token: {
      type: 'string',
      minLength: 1,
      maxLength: 4096,
      description:
        '接入方后台签发的 JWT，有效期不超过 10 分钟，只能使用一次 / A JWT that the client’s backend signed: 10 minutes at most, used once',
    },
    code: {
      type: 'string',
      minLength: 1,
      maxLength: 2048,
      description:
        '微信登录后地址片段中的 session_code / The session_code out of the fragment after WeChat',
    },
  },
} as const satisfies Schema

const whoSchema = shape('SessionParticipant', '参与者 / The participant', {
  id: text('参与者的代号，不含个人信息 / A pseudonym, always the same', 'p_4vX1cQm0a7Yw2nTzK3bLrg'),
  member: yesOrNo('接入方称其为工会会员 / The client says that they are a union member'),
})

const sessionSchema = shape('Session', '会话 / A session', {
  token: text('之后以 Authorization: Bearer 携带 / Send it as Authorization: Bearer from here on'),
  expiresAt: instant('到期时间（12 小时） / When it runs out'),
  participant: ref(whoSchema),
})

export const identitySchemas = [whoSchema, sessionSchema]

/** What a route may answer that only participants may ask. */
export const participantProblems = {
  ...problemResponses,
  401: problem('身份无效 / The token is missing, wrong or has run out'),
  403: problem('没有权限 / Not allowed'),
}

export const sessionResponses = { 201: { $ref: 'Session#' }, ...participantProblems }

function problem(description: string) {
  return {
    description,
    content: { 'application/problem+json': { schema: { $ref: 'Problem#' } } },
  }
}
