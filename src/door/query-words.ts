import type { Words } from '../domain/words.ts'

/** What the door says about a query string; `part` is the caller's own spelling, cut to 80 characters. */
export const queryWords: Record<string, (part: string, limit?: number) => Words> = {
  limit: (part, limit) => ({
    zh: `${part} 应为 1 到 ${limit} 的整数`,
    en: `${part} must be a whole number from 1 to ${limit}`,
  }),
  depth: (part, limit) => ({
    zh: `${part} 应为 0 到 ${limit} 的整数`,
    en: `${part} must be a whole number from 0 to ${limit}`,
  }),
  page: (part, limit) => ({
    zh: `${part} 应为 1 到 ${limit} 的整数`,
    en: `${part} must be a whole number from 1 to ${limit}`,
  }),
  flag: (part) => ({ zh: `${part} 应为 true 或 false`, en: `${part} must be true or false` }),
  single: (part) => ({ zh: `${part} 只能出现一次`, en: `${part} must be given once` }),
  sort: (part, limit) => ({
    zh: `${part} 应为最多 ${limit} 个字段名`,
    en: `${part} must be at most ${limit} field names`,
  }),
  json: (part) => ({ zh: `${part} 不是有效的 JSON`, en: `${part} is not valid JSON` }),
  shape: (part) => ({ zh: `${part} 的写法不正确`, en: `${part} is not well formed` }),
  escape: (part) => ({
    zh: `${part} 不是有效的百分号编码`,
    en: `${part} is not a valid percent-encoding`,
  }),
  nul: (part) => ({ zh: `${part} 含有空字符（NUL）`, en: `${part} contains a NUL character` }),
  'too-many-parameters': (_part, limit) => ({
    zh: `查询参数超过 ${limit} 个`,
    en: `There are more than ${limit} query parameters`,
  }),
  'too-deep': (part, limit) => ({
    zh: `${part} 嵌套超过 ${limit} 层`,
    en: `${part} is nested deeper than ${limit}`,
  }),
  'where-shape': (part) => ({
    zh: `${part} 的写法不正确，应为 where[字段][条件]=值`,
    en: `${part} is not well formed: write where[field][operator]=value`,
  }),
  'where-too-deep': (part, limit) => ({
    zh: `${part}：条件嵌套超过 ${limit} 层`,
    en: `${part}: conditions are nested deeper than ${limit}`,
  }),
  'where-too-many': (part, limit) => ({
    zh: `${part}：条件超过 ${limit} 个`,
    en: `${part}: there are more than ${limit} conditions`,
  }),
  'where-too-many-values': (part, limit) => ({
    zh: `${part}：值超过 ${limit} 个`,
    en: `${part}: there are more than ${limit} values`,
  }),
  'where-field': (part) => ({ zh: `${part} 不是字段名`, en: `${part} is not a field's name` }),
  'where-operator': (part) => ({ zh: `${part}：没有这个条件`, en: `${part}: no such operator` }),
  'where-value': (part) => ({
    zh: `${part}：值应为文字、数字或它们的列表`,
    en: `${part}: the value must be plain, or a list of plain values`,
  }),
}
