import type { Field } from 'payload'

type Labels = { zh: string; en: string }

const choice = '/src/plugins/voting/admin/ChoiceField.tsx'
const cell = '/src/plugins/voting/admin/ChoiceCell.tsx#ChoiceCell'

/** The policy of a round as a form has it; src/domain/voting/policy reads and judges it. */
export const policyFields: Field[] = [
  row(
    moment('windowFrom', { zh: '投票开始（含）', en: 'Voting begins (included)' }),
    moment('windowTo', { zh: '投票结束（不含）', en: 'Voting ends (not included)' }),
  ),
  row(
    word('periodKind', { zh: '计票周期', en: 'Period' }, 'day', 'PeriodField'),
    number('periodHours', { zh: '滚动小时数', en: 'Rolling hours' }, { when: isRolling }),
  ),
  row(
    number(
      'votesPerPeriod',
      { zh: '每人每周期票数', en: 'Votes per person and period' },
      { first: 5 },
    ),
    number(
      'votesPerEntryPerPeriod',
      { zh: '每件每周期票数', en: 'Votes per work and period' },
      { first: 1 },
    ),
    number('votesPerEntry', { zh: '每件总票数（空：不限）', en: 'Votes per work in total' }),
  ),
  row(
    number('ballotMin', { zh: '每次最少件数', en: 'Fewest works of a ballot' }, { first: 1 }),
    number('ballotMax', { zh: '每次最多件数', en: 'Most works of a ballot' }, { first: 5 }),
  ),
  row(word('countsShown', { zh: '票数公布', en: 'Counts shown' }, 'afterClose', 'CountsField'), {
    name: 'countsAt',
    type: 'text',
    maxLength: 5,
    label: { zh: '每日公布时刻（如 09:00）', en: 'Time of day (such as 09:00)' },
    admin: { condition: (data) => data?.countsShown === 'daily' },
  }),
  row(
    word('voters', { zh: '投票人', en: 'Who may vote' }, 'participants', 'VotersField'),
    number('minimumAgeHours', {
      zh: '身份登记满（小时，空：不限）',
      en: 'Least age of an identity (hours)',
    }),
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

type Options = { first?: number; when?: (data: Record<string, unknown>) => boolean }

// What a new round begins with is a function: it is no default of the column.
function number(name: string, label: Labels, { first, when }: Options = {}): Field {
  return {
    ...{ name, type: 'number', label },
    ...(first === undefined ? {} : { defaultValue: () => first }),
    ...(when ? { admin: { condition: when } } : {}),
  } as Field
}

// Texts, not selects: a new choice must not need a new PostgreSQL enum value.
function word(name: string, label: Labels, defaultValue: string, field: string): Field {
  return {
    ...{ name, type: 'text', required: true, defaultValue, label },
    admin: { components: { Field: `${choice}#${field}`, Cell: cell } },
  }
}

function isRolling(data: Record<string, unknown>): boolean {
  return data?.periodKind === 'rolling'
}
