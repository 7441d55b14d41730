import type { Words } from '../domain/words.ts'
import type { JsonReason } from './json-scan.ts'

/** Everything the door says to a caller, Chinese first. */
export const jsonFaults: Record<JsonReason, Words> = {
  syntax: { zh: '请求不是有效的 JSON', en: 'The request is not valid JSON' },
  'too-deep': { zh: 'JSON 嵌套超过 64 层', en: 'The JSON is nested deeper than 64' },
  'too-many-values': { zh: 'JSON 中的值过多', en: 'The JSON holds too many values' },
  nul: { zh: 'JSON 中含有空字符（NUL）', en: 'The JSON contains a NUL character' },
  'lone-surrogate': {
    zh: 'JSON 中含有残缺的字符（孤立代理项）',
    en: 'The JSON contains half a character (a lone surrogate)',
  },
  'forbidden-key': {
    zh: 'JSON 中含有不允许的键名',
    en: 'The JSON contains a key that is not allowed',
  },
  'number-too-large': { zh: 'JSON 中的数字过大', en: 'A number in the JSON is too large' },
}

export const doorWords = {
  address: { zh: '地址的写法不正确', en: 'The address is not well formed' },
  addressTooLong: (limit: number) => ({
    zh: `地址过长，最多 ${limit} 字节`,
    en: `The address is too long, at most ${limit} bytes`,
  }),
  method: { zh: '此地址不支持该请求方法', en: 'This address does not answer that method' },
  notText: { zh: '请求体不是有效的 UTF-8 文本', en: 'The body is not valid UTF-8' },
  bodyTooLarge: (limit: number) => ({
    zh: `请求体超过上限 ${inBytes(limit)}`,
    en: `The body is larger than ${inBytes(limit)}`,
  }),
  bodyTooSlow: { zh: '请求体传输过慢', en: 'The body came in too slowly' },
  bodyBrokenOff: { zh: '请求体不完整', en: 'The body broke off' },
  contentType: {
    zh: '请求体应为 application/json 或 multipart/form-data',
    en: 'Send the body as application/json or multipart/form-data',
  },
  jsonOnly: { zh: '请求体应为 application/json', en: 'Send the body as application/json' },
  formOnly: {
    zh: '以 POST 查询时，请求体应为 application/x-www-form-urlencoded',
    en: 'A question in a POST must be application/x-www-form-urlencoded',
  },
  boundary: { zh: 'multipart 缺少 boundary', en: 'The multipart body names no boundary' },
  encoding: {
    zh: '不支持压缩的请求体',
    en: 'A body with a Content-Encoding is not accepted',
  },
  headersTooLong: { zh: '请求头过长', en: 'The request headers are too long' },
  unreadable: { zh: '请求无法解析', en: 'The request cannot be read' },
  notAnObject: { zh: '请求体应为一个 JSON 对象', en: 'The body must be a JSON object' },
  bodyMissing: { zh: '缺少请求体', en: 'The body is missing' },
  badForm: { zh: '表单内容无法解析', en: 'The form cannot be read' },
  tooManyRequests: (seconds: number) => ({
    zh: `请求过于频繁，请在 ${seconds} 秒后重试`,
    en: `Too many requests, try again in ${seconds} s`,
  }),
  tooManyLogins: (seconds: number) => ({
    zh: `登录尝试过于频繁，请在 ${minutes(seconds)} 分钟后重试`,
    en: `Too many attempts to log in, try again in ${minutes(seconds)} min`,
  }),
  oneLogin: {
    zh: '一次请求只能登录一个账号',
    en: 'One request may concern one account only',
  },
  closing: { zh: '服务正在停止，请稍后重试', en: 'The service is stopping, try again shortly' },
  failed: { zh: '服务器内部错误', en: 'Something went wrong' },
  notFound: { zh: '没有这个地址', en: 'There is nothing at this address' },
}

function inBytes(limit: number): string {
  const units = [
    [2 ** 30, 'GiB'],
    [2 ** 20, 'MiB'],
    [2 ** 10, 'KiB'],
  ] as const
  const unit = units.find(([size]) => limit >= size)
  return unit ? `${Math.round((limit / unit[0]) * 10) / 10} ${unit[1]}` : `${limit} B`
}

function minutes(seconds: number): number {
  return Math.ceil(seconds / 60)
}
