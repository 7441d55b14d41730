import type { Field } from 'payload'
import { resultDefaults } from '../../domain/results/settings.ts'
import { idOf } from '../../fields/id-of.ts'
import { textLimits } from '../../fields/text-limits.ts'

type Labels = { zh: string; en: string }

/** A list of results as a form has it; src/domain/results reads and judges it. */
export const resultFields: Field[] = [
  {
    name: 'title',
    type: 'text',
    required: true,
    maxLength: textLimits.line,
    label: { zh: '名称', en: 'Title' },
  },
  row(
    {
      name: 'track',
      type: 'relationship',
      relationTo: 'tracks',
      required: true,
      unique: true,
      index: true,
      label: { zh: '子项目', en: 'Track' },
      admin: { allowCreate: false },
    },
    {
      name: 'round',
      type: 'relationship',
      relationTo: 'judging-rounds',
      required: true,
      label: { zh: '依据的评审轮次（最后一轮）', en: 'Made from (the last round of judging)' },
      filterOptions: ({ data }) => {
        const track = idOf(data?.track)
        return track === null ? true : { track: { equals: track } }
      },
      admin: { allowCreate: false },
    },
  ),
  row(
    moment('noticeFrom', { zh: '公示开始（含）', en: 'Notice begins (included)' }),
    moment('noticeTo', { zh: '公示结束（不含）', en: 'Notice ends (not included)' }),
  ),
  {
    name: 'contact',
    type: 'textarea',
    required: true,
    maxLength: textLimits.paragraph,
    label: { zh: '异议受理方式（公开）', en: 'Whom to turn to with objections (public)' },
  },
  row(
    days('leastDays', { zh: '公示最少天数', en: 'Fewest days of notice' }),
    days('acceptDays', { zh: '受理期限（工作日）', en: 'Days to take up (working)' }),
    days('ruleDays', { zh: '处理期限（工作日）', en: 'Days to rule (working)' }),
  ),
  {
    name: 'needsEvidence',
    type: 'checkbox',
    defaultValue: true,
    label: { zh: '提出异议须附证据', en: 'An objection must bring evidence' },
  },
  row(
    dates('restDays', { zh: '放假日（每行一日，如 2022-10-01）', en: 'Holidays (one a line)' }),
    dates('workDays', { zh: '调休上班日（每行一日）', en: 'Weekend days of work (one a line)' }),
  ),
]

function row(...fields: Field[]): Field {
  return { type: 'row', fields }
}

function moment(name: string, label: Labels): Field {
  return {
    name,
    type: 'date',
    required: true,
    label,
    admin: { date: { pickerAppearance: 'dayAndTime', displayFormat: 'yyyy-MM-dd HH:mm' } },
  }
}

// What a new list begins with is a function: it is no default of the column.
function days(name: keyof typeof resultDefaults, label: Labels): Field {
  return { name, type: 'number', label, defaultValue: () => resultDefaults[name] }
}

function dates(name: string, label: Labels): Field {
  return { name, type: 'textarea', label, maxLength: textLimits.paragraph }
}
