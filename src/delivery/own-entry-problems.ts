import type { Words } from '../domain/words.ts'

/** What may stand against people's own entries; the codes are those of the staff's API where it has them. */
export const ownEntryProblems = {
  'bad-text': { status: 400, title: { zh: '文字中有无法保存的字符', en: 'A text cannot be kept' } },
  'bad-value': { status: 400, title: { zh: '值不正确', en: 'A value is wrong' } },
  'wrong-type': { status: 400, title: { zh: '值的类型不正确', en: 'A value has the wrong type' } },
  'unknown-field': { status: 400, title: { zh: '没有这个字段', en: 'There is no such field' } },
  'bad-phone': { status: 400, title: { zh: '电话号码不正确', en: 'Not a phone number' } },
  'wrong-track': { status: 400, title: { zh: '子项目不正确', en: 'The track is wrong' } },
  'no-unit': { status: 400, title: { zh: '请选择报送单位', en: 'Choose the submitting unit' } },
  'not-yours': { status: 403, title: { zh: '不能进行此操作', en: 'Not yours to do' } },
  'not-allowed': { status: 403, title: { zh: '没有权限', en: 'Not allowed' } },
  'wrong-status': {
    status: 409,
    title: { zh: '当前状态不能进行此操作', en: 'Not possible from this state' },
  },
  'stale-status': { status: 409, title: { zh: '作品已被他人处理', en: 'Somebody was faster' } },
  'window-closed': { status: 409, title: { zh: '现在不在报送时间内', en: 'Not open now' } },
  'place-fixed': {
    status: 409,
    title: { zh: '不能更换子项目或单位', en: 'Track and unit cannot be changed' },
  },
  'not-eligible': {
    status: 409,
    title: { zh: '该单位不能参加此子项目', en: 'The unit may not enter this track' },
  },
  'quota-exceeded': {
    status: 409,
    title: { zh: '单位名额已满', en: 'The unit’s quota is used up' },
  },
  'person-limit': { status: 409, title: { zh: '已达每人限报件数', en: 'Your limit is reached' } },
  'too-many-drafts': { status: 409, title: { zh: '草稿过多', en: 'Too many drafts' } },
  'too-many-entries': { status: 409, title: { zh: '作品过多', en: 'Too many works' } },
  busy: { status: 409, title: { zh: '他人正在修改', en: 'Somebody else is changing this' } },
  conflict: { status: 409, title: { zh: '与现状冲突', en: 'In conflict with what is there' } },
  'request-in-flight': {
    status: 409,
    title: { zh: '同一请求正在处理', en: 'The same request is under way' },
  },
  'changed-meanwhile': {
    status: 412,
    title: { zh: '作品已在别处修改', en: 'Changed elsewhere in the meantime' },
  },
  'rules-not-met': { status: 422, title: { zh: '不符合要求', en: 'What is asked is not met' } },
  'consent-missing': { status: 422, title: { zh: '缺少同意', en: 'A consent is missing' } },
  'too-young': { status: 422, title: { zh: '年龄不符合要求', en: 'Too young to take part' } },
  'file-not-available': { status: 422, title: { zh: '文件不可用', en: 'A file cannot be taken' } },
  'file-not-ready': { status: 422, title: { zh: '文件尚未就绪', en: 'A file is not ready yet' } },
  refused: { status: 422, title: { zh: '未能接受', en: 'Not accepted' } },
  'idempotency-key-reused': {
    status: 422,
    title: { zh: 'Idempotency-Key 已用于其他请求', en: 'The key was used for something else' },
  },
} as const satisfies Record<string, { status: number; title: Words }>
