import { problemOf, problemResponses } from '../../schemas/problem.ts'
import { changeBody, createBody } from '../../schemas/own-entry-fields.ts'
import { cursorParameter, limitParameter, slugParameter } from '../../schemas/parameters.ts'

// Sorted out by the desk: what is no reference of ours is simply not there.
const params = {
  type: 'object',
  properties: { id: { type: 'string', maxLength: 100, description: '作品标识 / Its id' } },
}

const headers = {
  type: 'object',
  properties: {
    'idempotency-key': {
      type: 'string',
      description:
        '同一键的同一请求只执行一次，24 小时内答复相同 / The same request under one key is done once',
    },
  },
}

const changeHeaders = {
  type: 'object',
  properties: {
    ...headers.properties,
    'if-match': {
      type: 'string',
      description: '读取时的 ETag；已被修改则 412 / The ETag that was read; 412 when it changed',
    },
  },
}

const refusals = {
  ...problemResponses,
  401: problemOf('身份无效 / Not signed in'),
  403: problemOf('没有权限 / Not allowed'),
}
const writeRefusals = {
  ...refusals,
  409: problemOf('与现状冲突 / In conflict with what is there'),
  422: problemOf('不符合要求 / What is asked is not met'),
}
const changeRefusals = {
  ...writeRefusals,
  412: problemOf('作品已在别处修改 / Changed elsewhere in the meantime'),
}

const tooLarge = { 413: problemOf('请求体过大 / The body is too large') }

const entry = { $ref: 'OwnEntry#' }
const described = (schema: Record<string, unknown>): object => ({
  tags: ['me'],
  ...schema,
})

export const listSchema = described({
  operationId: 'listOwnEntries',
  summary: '本人的作品，新的在前 / One’s own works, newest first',
  querystring: {
    type: 'object',
    additionalProperties: false,
    properties: { limit: limitParameter, cursor: cursorParameter },
  },
  response: { 200: { $ref: 'OwnEntryList#' }, ...refusals },
})

export const getSchema = described({
  operationId: 'getOwnEntry',
  summary:
    '本人的一件作品：状态、检查结果、可做的事 / One of them: state, findings, what may be done',
  params,
  response: { 200: entry, ...refusals },
})

export const createSchema = described({
  operationId: 'createOwnEntry',
  summary: '新建草稿 / Begin a draft',
  headers,
  body: createBody,
  response: { 201: entry, ...tooLarge, ...writeRefusals },
})

export const changeSchema = described({
  operationId: 'changeOwnEntry',
  summary: '保存修改（只写给出的字段） / Save changes: only the fields that are given',
  params,
  headers: changeHeaders,
  body: changeBody,
  response: { 200: entry, ...tooLarge, ...changeRefusals },
})

export const deleteSchema = described({
  operationId: 'deleteOwnEntry',
  summary: '删除从未报送的草稿 / Delete a draft that was never sent in',
  params,
  headers: changeHeaders,
  response: { 204: { description: '已删除 / Deleted', type: 'null' }, ...changeRefusals },
})

const step = (operationId: string, summary: string) =>
  described({ operationId, summary, params, headers, response: { 200: entry, ...writeRefusals } })

export const stepSchemas = [
  ['submit', step('submitOwnEntry', '报送 / Send in')],
  ['withdraw', step('withdrawOwnEntry', '撤回 / Withdraw')],
  ['reopen', step('reopenOwnEntry', '撤回后重新编辑 / Make a withdrawn work a draft again')],
] as const

export type UnitsQuery = { q?: string; parent?: number; track?: string; limit: number }

export const unitsSchema = described({
  operationId: 'listUnits',
  summary: '可选的报送单位：逐级或按名称 / Units to choose: level by level, or by name',
  querystring: {
    type: 'object',
    additionalProperties: false,
    properties: {
      q: {
        type: 'string',
        minLength: 1,
        maxLength: 50,
        description: '名称的一部分 / Part of a name',
      },
      parent: {
        type: 'integer',
        minimum: 1,
        maximum: 999_999,
        description: '其直接下级；不指定为最上级 / Those below it; the top unless given',
      },
      track: {
        ...slugParameter,
        description: '子项目（slug）：只列可参加的 / A track: only units that may enter it',
      },
      limit: { ...limitParameter, default: 50 },
    },
  },
  response: {
    200: {
      description: '单位 / Units',
      type: 'object',
      required: ['data'],
      additionalProperties: false,
      properties: { data: { type: 'array', items: { $ref: 'ChoosableUnit#' } } },
    },
    ...refusals,
  },
})
