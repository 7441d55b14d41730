import type { Field, TextField } from 'payload'
import { staffButJudgesOrOwner, staffOrOwner } from '../../../access/entries.ts'
import { anyone, staffButJudges } from '../../../access/person.ts'
import { ageGroups, ageGroupWords } from '../../../domain/participation/age.ts'
import { entryKinds, type EntryKind } from '../../../domain/kinds.ts'
import { statuses, statusWords } from '../../../domain/workflow.ts'
import { readableFor, serverOwned } from '../../../fields/server-owned.ts'
import { chosenFrom } from '../../../fields/choices.ts'
import { textLimits } from '../../../fields/text-limits.ts'
import { maskWhenRead } from '../../../hooks/phones.ts'
import { mediaField } from './media-field.ts'

// The desk shows these beside the entry; as fields they would only be grey boxes.
const nothing = '/src/admin/elements/Nothing.tsx#Nothing'

/** What every entry says about itself, whatever its kind. */
export function contentFields(kind: EntryKind): Field[] {
  const { subtypes } = entryKinds[kind]
  return [
    {
      name: 'title',
      type: 'text',
      label: { zh: '标题', en: 'Title' },
      required: true,
      maxLength: textLimits.title,
    },
    {
      type: 'row',
      fields: [
        ...(subtypes.length > 0
          ? [
              {
                name: 'subtype',
                type: 'select' as const,
                label: { zh: '类型', en: 'Type' },
                options: subtypes.map(({ value, label }) => ({ value, label })),
                admin: { width: '50%' },
              },
            ]
          : []),
        {
          name: 'theme',
          type: 'text',
          label: { zh: '主题', en: 'Theme' },
          maxLength: textLimits.line,
          admin: {
            width: '50%',
            components: { Field: '/src/plugins/review/admin/ThemeField.tsx#ThemeField' },
          },
        },
      ],
    },
    {
      name: 'summary',
      type: 'textarea',
      label: { zh: '简介', en: 'Summary' },
      maxLength: textLimits.paragraph,
      admin: { rows: 4 },
    },
    authorsField,
    mediaField({
      name: 'cover',
      label: { zh: '封面', en: 'Cover' },
      accepts: ['image'],
      description: {
        zh: 'JPEG、PNG、WebP 或 HEIC，公开展示时自动缩小并去除位置信息',
        en: 'JPEG, PNG, WebP or HEIC; public copies are made smaller and lose their location',
      },
    }),
    readableFor(staffOrOwner, {
      name: 'originalDeclared',
      type: 'checkbox',
      label: { zh: '承诺为原创作品', en: 'Declared to be original' },
      defaultValue: false,
    }),
    ...participantFields,
  ]
}

const fromParticipant = (data: Record<string, unknown>) => Boolean(data?.participantId)

// What only a work has that a worker sent in from outside.
const participantFields: Field[] = [
  readableFor(staffOrOwner, {
    name: 'ageGroup',
    type: 'text',
    label: { zh: '年龄', en: 'Age' },
    validate: (value: unknown) =>
      value == null ||
      (ageGroups as readonly unknown[]).includes(value) ||
      `应为 ${ageGroups.join('、')} / One of ${ageGroups.join(', ')}`,
    admin: {
      condition: fromParticipant,
      components: chosenFrom(ageGroups, ageGroupWords),
    },
  }),
  mediaField({
    name: 'guardianConsent',
    label: { zh: '监护人同意书', en: 'Guardian’s consent' },
    accepts: ['document', 'image'],
    staffOnly: true,
    condition: fromParticipant,
  }),
]

/** Where an entry belongs; shown beside the content. */
export function placeFields(kind: EntryKind): Field[] {
  return [
    {
      name: 'track',
      type: 'relationship',
      relationTo: 'tracks',
      label: { zh: '子项目', en: 'Track' },
      required: true,
      index: true,
      filterOptions: { kind: { equals: kind } },
      admin: { position: 'sidebar', allowCreate: false, allowEdit: false },
    },
    {
      name: 'unit',
      type: 'relationship',
      relationTo: 'units',
      label: { zh: '报送单位', en: 'Submitting unit' },
      index: true,
      admin: {
        position: 'sidebar',
        allowCreate: false,
        allowEdit: false,
        description: { zh: '留空即为本单位', en: 'Left empty: your own unit' },
      },
      filterOptions: ({ user }) => scopeOf(user),
    },
  ]
}

/** What the workflow keeps on an entry. No caller writes any of it. */
export function workflowFields(): Field[] {
  return [
    // Said to be readable by anyone, so that GraphQL does not ask callers for a value they cannot give.
    serverOwned(
      {
        name: 'status',
        type: 'select',
        label: { zh: '状态', en: 'Status' },
        required: true,
        defaultValue: 'draft',
        index: true,
        options: statuses.map((value) => ({ value, label: statusWords[value] })),
        admin: {
          position: 'sidebar',
          components: {
            Cell: '/src/plugins/review/admin/StatusCell.tsx#StatusCell',
            Field: nothing,
          },
        },
      },
      anyone,
    ),
    serverOwned({
      name: 'publicId',
      type: 'text',
      label: { zh: '编号', en: 'Number' },
      unique: true,
      index: true,
      admin: {
        position: 'sidebar',
        components: { Cell: '/src/plugins/review/admin/NumberCell.tsx#NumberCell', Field: nothing },
      },
    }),
    serverOwned({
      name: 'campaign',
      type: 'relationship',
      relationTo: 'campaigns',
      label: { zh: '活动', en: 'Campaign' },
      index: true,
      admin: { hidden: true },
    }),
    serverOwned(
      {
        name: 'unitPath',
        type: 'text',
        index: true,
        admin: { hidden: true },
        label: { zh: '单位路径', en: 'Unit path' },
      },
      staffOrOwner,
    ),
    serverOwned(
      {
        name: 'createdBy',
        type: 'relationship',
        relationTo: 'users',
        label: { zh: '创建人', en: 'Created by' },
        admin: { position: 'sidebar', allowEdit: false, components: { Field: nothing } },
      },
      staffButJudges,
    ),
    serverOwned(
      {
        name: 'participantId',
        type: 'number',
        index: true,
        label: { zh: '参与者', en: 'Participant' },
        admin: { hidden: true },
      },
      staffButJudgesOrOwner,
    ),
    serverOwned(
      {
        name: 'cameFrom',
        type: 'text',
        label: { zh: '来自', en: 'Came from' },
        admin: {
          position: 'sidebar',
          condition: fromParticipant,
          description: {
            zh: '由职工本人从这里报送',
            en: 'Where the participant sent it in',
          },
        },
      },
      staffOrOwner,
    ),
    serverOwned(dateField('submittedAt', { zh: '报送时间', en: 'Submitted' }), staffOrOwner),
    serverOwned(dateField('publishedAt', { zh: '发布时间', en: 'Published' })),
  ]
}

export const authorsField: Field = {
  name: 'authors',
  type: 'array',
  label: { zh: '作者', en: 'Authors' },
  labels: { singular: { zh: '作者', en: 'Author' }, plural: { zh: '作者', en: 'Authors' } },
  maxRows: 20,
  admin: { components: { RowLabel: '/src/plugins/review/admin/AuthorLabel.tsx#AuthorLabel' } },
  fields: [
    {
      type: 'row',
      fields: [
        authorText('name', { zh: '姓名', en: 'Name' }, 50),
        authorText('workplace', { zh: '工作单位', en: 'Workplace' }, textLimits.line),
        readableFor(staffButJudgesOrOwner, {
          ...authorText('phone', { zh: '联系电话', en: 'Phone' }, 200),
          hooks: { afterRead: [maskWhenRead] },
          admin: {
            width: '33%',
            description: {
              zh: '加密保存，只显示 138****1234',
              en: 'Stored encrypted, shown as 138****1234',
            },
            disableListFilter: true,
            disableListColumn: true,
          },
        }),
      ],
    },
  ],
}

function authorText(name: string, label: Record<string, string>, maxLength: number): TextField {
  return { name, type: 'text', label, maxLength, admin: { width: '33%' } }
}

function dateField(name: string, label: Record<string, string>): Field {
  return {
    name,
    type: 'date',
    label,
    index: true,
    admin: {
      position: 'sidebar',
      date: { pickerAppearance: 'dayAndTime', displayFormat: 'yyyy-MM-dd HH:mm' },
      condition: (data) => Boolean(data?.[name]),
    },
  }
}

function scopeOf(user: unknown) {
  const path = (user as { unitPath?: string; role?: string } | null)?.unitPath
  const role = (user as { role?: string } | null)?.role
  if (role !== 'editor' || !path) return true
  return { path: { like: path } }
}
