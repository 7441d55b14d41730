import type { CollectionBeforeChangeHook, CollectionConfig, Field } from 'payload'
import { nobody, province, supervisor } from '../../access/person.ts'
import { anyOf, plainly } from '../../access/rule.ts'
import { hiddenFor } from '../../access/hidden-for.ts'
import { readTemplate, usualTemplate } from '../../domain/results/certificates.ts'
import { textLimits } from '../../fields/text-limits.ts'
import { lockRow } from '../../hooks/lock-row.ts'
import { refusal } from '../../hooks/refuse.ts'
import { previewEndpoint } from './preview-endpoint.ts'

const screens = '/src/plugins/certificates/admin'
const guardians = anyOf(province, supervisor)

type Labels = { zh: string; en: string }

/** What certificates of a campaign say. Batches keep the template that they were made with. */
export const CertificateTemplates: CollectionConfig = {
  slug: 'certificate-templates',
  labels: {
    singular: { zh: '证书模板', en: 'Certificate template' },
    plural: { zh: '证书模板', en: 'Certificate templates' },
  },
  access: {
    create: province as () => boolean,
    read: guardians,
    update: province,
    delete: province,
    readVersions: nobody as () => boolean,
    admin: plainly(guardians),
    unlock: plainly(nobody),
  },
  admin: {
    hideAPIURL: true,
    hidden: hiddenFor('editor', 'judge'),
    useAsTitle: 'name',
    group: { zh: '评审', en: 'Judging' },
    defaultColumns: ['name', 'campaign', 'active', 'updatedAt'],
  },
  disableDuplicate: true,
  disableBulkEdit: true,
  hooks: {
    beforeOperation: [lockRow],
    beforeChange: [checkTemplate()],
  },
  endpoints: [previewEndpoint],
  fields: [
    {
      name: 'specimen',
      type: 'ui',
      admin: { components: { Field: `${screens}/Specimen.tsx#Specimen` } },
    },
    line('name', { zh: '模板名称', en: 'Name' }),
    {
      name: 'campaign',
      type: 'relationship',
      relationTo: 'campaigns',
      required: true,
      label: { zh: '活动', en: 'Campaign' },
      admin: { allowCreate: false },
    },
    line('title', { zh: '证书标题', en: 'Title' }, usualTemplate.title),
    {
      ...area('body', { zh: '正文', en: 'Body' }, usualTemplate.body),
      admin: {
        rows: 8,
        description: {
          zh: '可用 {{姓名}} {{作品}} {{奖项}} {{子项目}} {{活动}} {{单位}} {{日期}}；以“# ”开头的一行居中放大。',
          en: 'Placeholders: {{姓名}} {{作品}} {{奖项}} {{子项目}} {{活动}} {{单位}} {{日期}}; a line that begins with “# ” stands large in the middle.',
        },
      },
    } as Field,
    area('issuers', { zh: '颁发单位（每行一个）', en: 'Issued by (one a line)' }),
    line('date', { zh: '落款日期', en: 'Date line' }, usualTemplate.date),
    {
      type: 'row',
      fields: [
        choice('orientation', { zh: '版面', en: 'Orientation' }, 'landscape', 'OrientationField'),
        choice('naming', { zh: '多位作者', en: 'Several authors' }, 'each', 'NamingField'),
      ],
    },
    {
      name: 'seal',
      type: 'upload',
      relationTo: 'media',
      label: { zh: '印章图片（透明 PNG）', en: 'Seal (PNG with transparency)' },
      filterOptions: { mimeType: { in: ['image/png', 'image/jpeg', 'image/webp'] } },
    },
    {
      name: 'active',
      type: 'checkbox',
      defaultValue: true,
      label: { zh: '启用', en: 'In use' },
      admin: { position: 'sidebar' },
    },
  ],
}

function line(name: string, label: Labels, first?: string): Field {
  return {
    ...{ name, type: 'text', required: true, maxLength: textLimits.line, label },
    ...(first === undefined ? {} : { defaultValue: () => first }),
  } as Field
}

// What a new template begins with is a function: it is no default of the column.
function area(name: string, label: Labels, first?: string): Field {
  return {
    ...{ name, type: 'textarea', required: true, maxLength: textLimits.paragraph, label },
    ...(first === undefined ? {} : { defaultValue: () => first }),
  } as Field
}

// Texts, not selects: a new choice must not need a new PostgreSQL enum value.
function choice(name: string, label: Labels, defaultValue: string, field: string): Field {
  const Field = `${screens}/ChoiceField.tsx#${field}`
  return {
    ...{ name, type: 'text', required: true, defaultValue, label },
    admin: { components: { Field } },
  } as Field
}

function checkTemplate(): CollectionBeforeChangeHook {
  return ({ data, originalDoc }) => {
    const { faults } = readTemplate({ ...originalDoc, ...data })
    if (faults.length === 0) return data
    const errors = faults.map(({ path, message }) => ({
      path,
      message: `${message.zh} / ${message.en}`,
    }))
    const all = (language: 'zh' | 'en') =>
      faults.map(({ message }) => message[language]).join(language === 'zh' ? '；' : '; ')
    const words = { zh: all('zh'), en: all('en') }
    throw refusal(422, words, { code: 'template', errors })
  }
}
