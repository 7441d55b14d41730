import type { CollectionConfig } from 'payload'
import { readArticles, readArticleVersions } from '../access/articles.ts'
import { nobody, province, staff } from '../access/person.ts'
import { plainly } from '../access/rule.ts'
import { hiddenFor } from '../access/hidden-for.ts'
import { richText } from '../fields/rich-text.ts'
import { textLimits } from '../fields/text-limits.ts'
import { claimArticleMedia, releaseArticleMedia } from '../hooks/article-media.ts'
import { mediaField } from './entries/fields/media-field.ts'

/** What the campaign announces on its platforms: 活动信息发布. */
export const Articles: CollectionConfig = {
  slug: 'articles',
  labels: {
    singular: { zh: '活动信息', en: 'Article' },
    plural: { zh: '活动信息', en: 'Articles' },
  },
  access: {
    create: province as () => boolean,
    read: readArticles,
    update: province,
    delete: province,
    readVersions: readArticleVersions,
    admin: plainly(staff),
    unlock: plainly(nobody),
  },
  admin: {
    hideAPIURL: true,
    hidden: hiddenFor('editor', 'judge'),
    useAsTitle: 'title',
    group: { zh: '信息发布', en: 'Publishing' },
    defaultColumns: ['title', '_status', 'publishedOn', 'updatedAt'],
  },
  disableDuplicate: true,
  versions: { drafts: true, maxPerDoc: 50 },
  defaultSort: '-publishedOn',
  hooks: { afterChange: [claimArticleMedia], afterDelete: [releaseArticleMedia] },
  fields: [
    {
      name: 'title',
      type: 'text',
      required: true,
      maxLength: textLimits.title,
      label: { zh: '标题', en: 'Title' },
    },
    {
      name: 'slug',
      type: 'text',
      required: true,
      unique: true,
      index: true,
      maxLength: 80,
      label: { zh: '标识', en: 'Slug' },
      validate: (value: unknown) =>
        (typeof value === 'string' && /^[a-z0-9][a-z0-9-]*$/.test(value)) ||
        '只能用小写字母、数字和连字符 / Lower-case letters, digits and hyphens only',
    },
    {
      name: 'campaign',
      type: 'relationship',
      relationTo: 'campaigns',
      index: true,
      label: { zh: '活动', en: 'Campaign' },
    },
    {
      name: 'publishedOn',
      type: 'date',
      index: true,
      label: { zh: '发布日期', en: 'Published on' },
    },
    {
      name: 'summary',
      type: 'textarea',
      maxLength: textLimits.paragraph,
      label: { zh: '摘要', en: 'Summary' },
    },
    mediaField({ name: 'cover', label: { zh: '封面', en: 'Cover' }, accepts: ['image'] }),
    { name: 'body', type: 'richText', editor: richText, label: { zh: '正文', en: 'Text' } },
  ],
}
