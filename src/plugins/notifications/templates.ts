import type { CollectionBeforeValidateHook, CollectionConfig } from 'payload'
import { hiddenFor } from '../../access/hidden-for.ts'
import { nobody, province, supervisor } from '../../access/person.ts'
import { anyOf, plainly } from '../../access/rule.ts'
import {
  checkTemplate,
  isNoticeEvent,
  noticeEventList,
  noticeEventWords,
} from '../../domain/results/notices.ts'
import { chosenFrom } from '../../fields/choices.ts'
import { textLimits } from '../../fields/text-limits.ts'
import { lockRow } from '../../hooks/lock-row.ts'
import { refusal } from '../../hooks/refuse.ts'

const readers = anyOf(province, supervisor)

/** What mails say. An event without a template of the province’s own has that of the house. */
export const NoticeTemplates: CollectionConfig = {
  slug: 'notice-templates',
  labels: {
    singular: { zh: '通知模板', en: 'Notice template' },
    plural: { zh: '通知', en: 'Notices' },
  },
  access: {
    create: province as () => boolean,
    read: readers,
    update: province,
    delete: province,
    readVersions: nobody as () => boolean,
    admin: plainly(readers),
    unlock: plainly(nobody),
  },
  admin: {
    hideAPIURL: true,
    hidden: hiddenFor('editor', 'judge'),
    useAsTitle: 'subject',
    group: { zh: '活动设置', en: 'Campaign' },
    defaultColumns: ['subject', 'event', 'active', 'updatedAt'],
    components: { beforeListTable: ['/src/plugins/notifications/admin/NoticeDesk.tsx#NoticeDesk'] },
  },
  hooks: { beforeOperation: [lockRow], beforeValidate: [expectFit] },
  disableDuplicate: true,
  disableBulkEdit: true,
  fields: [
    {
      name: 'event',
      type: 'text',
      required: true,
      unique: true,
      index: true,
      maxLength: 40,
      label: { zh: '事件', en: 'Event' },
      validate: (value: unknown) => isNoticeEvent(value) || '请选择事件 / Choose one of the events',
      admin: { components: chosenFrom(noticeEventList, noticeEventWords) },
    },
    {
      name: 'subject',
      type: 'text',
      required: true,
      maxLength: textLimits.line,
      label: { zh: '主题', en: 'Subject' },
    },
    {
      name: 'body',
      type: 'textarea',
      required: true,
      maxLength: 10_000,
      label: { zh: '正文', en: 'Text' },
      admin: { rows: 14 },
    },
    {
      name: 'active',
      type: 'checkbox',
      defaultValue: true,
      label: { zh: '启用', en: 'Active' },
      admin: {
        position: 'sidebar',
        description: { zh: '不启用时使用系统默认文字', en: 'If not, the house’s own text is sent' },
      },
    },
    {
      name: 'preview',
      type: 'ui',
      admin: {
        components: {
          Field: '/src/plugins/notifications/admin/TemplatePreview.tsx#TemplatePreview',
        },
      },
    },
  ],
}

/** @throws 422 `template-unfit` with what is wrong, by field */
async function expectFit({
  data,
  originalDoc,
}: Parameters<CollectionBeforeValidateHook>[0]): Promise<typeof data> {
  const { event, subject, body } = { ...originalDoc, ...data } as Record<string, unknown>
  if (!isNoticeEvent(event) || typeof subject !== 'string' || typeof body !== 'string') return data
  const findings = checkTemplate(event, { subject, body })
  const [first] = findings
  if (first) throw refusal(422, first.message, { code: 'template-unfit', findings })
  return data
}
