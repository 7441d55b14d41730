import type { Field } from 'payload'

type Labels = { zh: string; en: string }

/** The policy of a round as a form has it; src/domain/voting/policy reads and judges it. */
export const policyFields: Field[] = [
  row(
    moment('windowFrom', { zh: '投票开始', en: 'Voting begins' }),
    moment('windowTo', { zh: '投票结束', en: 'Voting ends' }),
  ),
  row(
    word('periodKind', { zh: '计票周期', en: 'Period' }, 'day'),
    number('periodHours', { zh: '滚动小时数', en: 'Rolling hours' }),
  ),
  row(
    number('votesPerPeriod', { zh: '每人每周期票数', en: 'Votes per person and period' }),
    number('votesPerEntryPerPeriod', { zh: '每件每周期票数', en: 'Votes per work and period' }),
    number('votesPerEntry', { zh: '每件总票数', en: 'Votes per work in total' }),
  ),
  row(
    number('ballotMin', { zh: '每次最少件数', en: 'Fewest works of a ballot' }),
    number('ballotMax', { zh: '每次最多件数', en: 'Most works of a ballot' }),
  ),
  row(word('countsShown', { zh: '票数公布', en: 'Counts shown' }, 'afterClose'), {
    name: 'countsAt',
    type: 'text',
    maxLength: 5,
    label: { zh: '每日公布时刻', en: 'Time of day' },
  }),
  row(
    word('voters', { zh: '投票人', en: 'Who may vote' }, 'participants'),
    number('minimumAgeHours', { zh: '身份登记满（小时）', en: 'Least age of an identity (hours)' }),
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
    admin: { date: { pickerAppearance: 'dayAndTime' } },
  }
}

function number(name: string, label: Labels): Field {
  return { name, type: 'number', label }
}

// Texts, not selects: a new choice must not need a new PostgreSQL enum value.
function word(name: string, label: Labels, defaultValue: string): Field {
  return { name, type: 'text', required: true, defaultValue, label }
}
