import { instant, pageOf, shape, text, type NamedSchema } from './shape.ts'

// What a result holds beside this is the business of the part that freezes it.
const result: NamedSchema = {
  ...shape(
    'Result',
    '已公布、不再更改的评选结果；公布之前列表为空 / A frozen result; the list is empty until one is announced',
    {
      id: text('标识 / Id', '2022-photography'),
      title: text('标题 / Title'),
      campaign: text('所属活动的标识 / Slug of its campaign', '2022'),
      publishedAt: instant('公布时间 / When it was announced'),
    },
  ),
  additionalProperties: true,
}

export const resultSchemas: readonly NamedSchema[] = [
  result,
  pageOf('ResultList', '评选结果列表，新的在前 / Results, newest first', result),
]
