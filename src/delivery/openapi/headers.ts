type Header = { description: string; schema: object }

const text = (description: string, example: string): Header => ({
  description,
  schema: { type: 'string', examples: [example] },
})
const whole = (description: string, example: number): Header => ({
  description,
  schema: { type: 'integer', examples: [example] },
})

/** Headers that answers carry, by name. */
export const answerHeaders: Record<string, Header> = {
  ETag: text(
    '内容的标记，供 If-None-Match / The tag of the content',
    '"l0Zc8o7E1f4yQe6m2QvT9r3bXaM"',
  ),
  'Cache-Control': text(
    '可缓存多久 / How long it may be kept',
    'public, max-age=10, stale-while-revalidate=60',
  ),
  'RateLimit-Limit': whole('每分钟可请求多少次 / How many requests a minute', 6000),
  'RateLimit-Remaining': whole('本分钟还剩多少次 / How many are left', 5999),
  'RateLimit-Reset': whole('多少秒后重新计数 / Seconds until it begins anew', 60),
  'Retry-After': whole('多少秒后可重试 / Seconds to wait', 1),
}

const limits = ['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset']

/** Which of them an answer of a status carries. */
export function headersOf(status: string, method: string, isPrivate = false): string[] {
  if (status === '429') return [...limits, 'Retry-After']
  if (status === '503') return ['Retry-After']
  const isKept = !isPrivate && method === 'get' && ['200', '206', '304'].includes(status)
  return [...limits, ...(isKept ? ['ETag', 'Cache-Control'] : [])]
}
