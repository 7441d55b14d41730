import { instant, ref, shape, text, whole, yesOrNo } from '../../schemas/shape.ts'

const countsSchema = shape('OwnCounts', '作品件数 / How many works', {
  drafts: whole('草稿（含退回修改的） / Drafts, and works given back', 1),
  underReview: whole('审核中 / Under review', 1),
  published: whole('已发布 / Published', 0),
  other: whole('未通过或已撤回 / Rejected or withdrawn', 0),
})

export const meSchema = shape('Me', '本人 / Who I am', {
  id: text('参与者的代号 / A pseudonym, always the same', 'p_4vX1cQm0a7Yw2nTzK3bLrg'),
  member: yesOrNo('接入方称其为工会会员 / The client says that they are a union member'),
  phoneVerified: yesOrNo('接入方称其手机号已验证 / The client says that their phone is verified'),
  since: instant('首次参与 / When they first came'),
  client: text('来自的接入方 / The client they came through', '江苏工会 App'),
  entries: ref(countsSchema),
})

export const farewellSchema = shape('Farewell', '注销的结果 / What became of the works', {
  deleted: whole('已删除的草稿 / Drafts that are gone', 1),
  withdrawn: whole('已撤回的作品 / Works that were withdrawn', 1),
  left: whole(
    '已发布、交省总工会决定去留的作品 / Published works left to the province to decide',
    0,
  ),
})

export const rightsSchemas = [countsSchema, meSchema, farewellSchema]
