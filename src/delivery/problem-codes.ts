import type { Words } from '../domain/words.ts'
import { ownEntryProblems } from './own-entry-problems.ts'
import { objectionProblems } from './results/objection-problems.ts'
import { voteProblems } from './vote-problems.ts'

/** Every problem that `/v1` answers: the code is stable, the title is for people. */
export const problemCodes = {
  'bad-request': { status: 400, title: { zh: '请求无法解析', en: 'The request cannot be read' } },
  'invalid-parameter': { status: 400, title: { zh: '参数不正确', en: 'A parameter is wrong' } },
  'unknown-parameter': {
    status: 400,
    title: { zh: '不支持的参数', en: 'There is no such parameter' },
  },
  'bad-cursor': {
    status: 400,
    title: { zh: '翻页标记无效', en: 'The cursor does not belong to this question' },
  },
  'content-type': { status: 400, title: { zh: '请求体类型不支持', en: 'Wrong content type' } },
  'bad-query': { status: 400, title: { zh: '查询语句有误', en: 'The GraphQL query is wrong' } },
  'query-too-large': {
    status: 400,
    title: { zh: '查询过于复杂', en: 'The GraphQL query asks for too much' },
  },
  'unknown-query': {
    status: 400,
    title: { zh: '没有登记过的查询', en: 'No query was registered under this hash' },
  },
  'not-signed-in': { status: 401, title: { zh: '身份无效', en: 'Not signed in' } },
  'token-invalid': { status: 401, title: { zh: '令牌无效', en: 'The token is not taken' } },
  'participant-blocked': {
    status: 403,
    title: { zh: '此身份已被停用', en: 'This participant was shut out' },
  },
  'scope-missing': { status: 403, title: { zh: '没有权限', en: 'Not allowed to this client' } },
  'not-found': { status: 404, title: { zh: '没有找到', en: 'There is nothing here' } },
  'method-not-allowed': {
    status: 405,
    title: { zh: '不支持的请求方法', en: 'The method is not allowed here' },
  },
  ...ownEntryProblems,
  ...voteProblems,
  ...objectionProblems,
  'too-large': { status: 413, title: { zh: '请求体过大', en: 'The body is too large' } },
  'range-not-satisfiable': {
    status: 416,
    title: { zh: '请求的范围超出文件', en: 'The range lies outside the file' },
  },
  'too-many-requests': {
    status: 429,
    title: { zh: '请求过于频繁', en: 'Too many requests' },
  },
  'tus-version': { status: 412, title: { zh: '需要 tus 1.0.0', en: 'tus 1.0.0 is asked for' } },
  'upload-empty': { status: 400, title: { zh: '文件是空的', en: 'The file is empty' } },
  'upload-type': { status: 415, title: { zh: '不接受这种文件', en: 'Such files are not taken' } },
  'upload-quota': {
    status: 403,
    title: { zh: '未使用的文件过多', en: 'Too many files are unfinished or unused' },
  },
  'upload-offset': { status: 409, title: { zh: '偏移量不符', en: 'The offset is another' } },
  'upload-finished': { status: 409, title: { zh: '文件已经收到', en: 'The file has arrived' } },
  'upload-expired': { status: 410, title: { zh: '上传已过期', en: 'The upload has expired' } },
  'upload-busy': { status: 423, title: { zh: '正在上传', en: 'Another connection is at it' } },
  'upload-checksum': { status: 460, title: { zh: '校验和不一致', en: 'The checksum differs' } },
  'storage-full': { status: 507, title: { zh: '存储空间不足', en: 'The disk is full' } },
  failed: { status: 500, title: { zh: '服务器内部错误', en: 'Something went wrong' } },
  unavailable: {
    status: 503,
    title: { zh: '服务暂时不可用', en: 'The service cannot answer just now' },
  },
  'wechat-unavailable': {
    status: 503,
    title: { zh: '微信暂时无法访问', en: 'WeChat does not answer just now' },
  },
  overloaded: { status: 503, title: { zh: '访问量过大', en: 'Too much is asked at once' } },
} as const satisfies Record<string, { status: number; title: Words }>

export type ProblemCode = keyof typeof problemCodes
