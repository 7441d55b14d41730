import { bodySchema, pictureSchema } from './entry.ts'
import { day, orNull, pageOf, ref, shape, text, type NamedSchema } from './shape.ts'

const properties = {
  slug: text('标识 / Slug', 'launch'),
  title: text('标题 / Title', '活动启动'),
  summary: orNull(text('摘要 / Summary')),
  cover: { ...orNull(ref(pictureSchema)), description: '封面 / Cover' },
  publishedOn: orNull(day('发布日期 / Published on')),
  campaign: orNull(text('所属活动的标识 / Slug of its campaign', '2022')),
}

const articleCard = shape('ArticleCard', '列表中的活动信息 / An article in a list', properties)

const article = shape('Article', '一篇活动信息 / An article', {
  ...properties,
  body: { ...orNull(ref(bodySchema)), description: '正文 / The text' },
})

export const articleSchemas: readonly NamedSchema[] = [
  articleCard,
  article,
  pageOf('ArticleList', '活动信息列表，新的在前 / Articles, newest first', articleCard),
]
