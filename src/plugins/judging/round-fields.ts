import type { Condition, Field } from 'payload'
import { roundChoices } from '../../domain/judging/rounds.ts'
import type { Words } from '../../domain/words.ts'
import { chosenFrom } from '../../fields/choices.ts'
import { textLimits } from '../../fields/text-limits.ts'

type Labels = { zh: string; en: string }

const when =
  (name: string, ...values: string[]): Condition =>
  (data) =>
    values.includes(data?.[name] as string)
const choiceCell = '/src/plugins/judging/admin/ChoiceCell.tsx#ChoiceCell'
const withVote: Condition = (data) => Number(data?.votePercent ?? 0) > 0

/** The rules of a round as a form has them; src/domain/judging reads and judges them. */
export const setUpFields: Field[] = [
  {
    name: 'track',
    type: 'relationship',
    relationTo: 'tracks',
    required: true,
    index: true,
    label: { zh: '子项目', en: 'Track' },
    admin: { allowCreate: false },
  },
  row(
    {
      name: 'key',
      type: 'text',
      required: true,
      maxLength: 40,
      label: { zh: '代号（同一子项目内不重复）', en: 'Key (once in a track)' },
    },
    choice('kind', { zh: '评审方式', en: 'Kind' }, 'score', roundChoices.kind),
  ),
  row(
    moment('windowFrom', { zh: '评审开始（含）', en: 'Judging begins (included)' }),
    moment('windowTo', { zh: '评审结束（不含）', en: 'Judging ends (not included)' }),
  ),
  row(
    number('quorum', { zh: '每件评委人数', en: 'Judges for each work' }, 3),
    choice(
      'scoresShown',
      { zh: '他人评分何时可见', en: 'Others’ marks are shown' },
      'never',
      roundChoices.scoresShown,
    ),
  ),
  {
    name: 'blind',
    type: 'checkbox',
    defaultValue: true,
    label: { zh: '匿名评审（隐去作者与单位）', en: 'Blind: author and unit are hidden' },
  },
]

export const criteriaFields: Field[] = [
  {
    name: 'criteria',
    type: 'array',
    label: { zh: '评分项', en: 'Criteria' },
    labels: {
      singular: { zh: '评分项', en: 'Criterion' },
      plural: { zh: '评分项', en: 'Criteria' },
    },
    admin: {
      description: {
        zh: '只有“按评分项打分”的轮次需要。名称可写成“主题 / Theme”。权重按占比折算，合计 100 最清楚。',
        en: 'Only for rounds of marks. A name may be “主题 / Theme”. Weights count by their share; 100 in all is clearest.',
      },
    },
    fields: [
      row(
        line('key', { zh: '代号', en: 'Key' }),
        line('name', { zh: '名称', en: 'Name' }),
        number('full', { zh: '满分', en: 'Full marks' }, 100),
        number('weight', { zh: '权重', en: 'Weight' }, 1),
      ),
      {
        name: 'anchors',
        type: 'textarea',
        maxLength: textLimits.paragraph,
        label: {
          zh: '评分参考（每行一条，如“90 主题突出”）',
          en: 'What marks mean (one a line, such as “90 outstanding”)',
        },
      },
    ],
  },
]

export const countingFields: Field[] = [
  row(
    choice('method', { zh: '计分办法', en: 'Method' }, 'mean', roundChoices.method),
    number(
      'methodDrop',
      { zh: '各去掉几个最高、最低分', en: 'Highest and lowest left out, each' },
      { shown: when('method', 'trimmed-mean') },
    ),
    number(
      'methodShrink',
      { zh: '收缩系数（评分越少的评委影响越小）', en: 'Shrinkage' },
      { shown: when('method', 'standardised') },
    ),
  ),
  row(
    number('votePercent', { zh: '网络投票占比（%）', en: 'Share of the vote (%)' }),
    choice(
      'votePoints',
      { zh: '投票折算', en: 'Points of the vote' },
      'share-of-top',
      roundChoices.votePoints,
      withVote,
    ),
    {
      name: 'voteRound',
      type: 'relationship',
      relationTo: 'vote-rounds',
      label: { zh: '采用哪一轮投票', en: 'The vote that counts' },
      admin: { allowCreate: false, condition: withVote },
    },
  ),
  row(
    number('decimals', { zh: '保留小数（空：不舍入）', en: 'Decimals (empty: exact)' }),
    number('disagreement', { zh: '分歧提示（分差）', en: 'Points of disagreement to flag' }),
  ),
  {
    name: 'tieBreak',
    type: 'array',
    label: { zh: '同分处理（依次比较）', en: 'Tie-break, step by step' },
    labels: { singular: { zh: '步骤', en: 'Step' }, plural: { zh: '步骤', en: 'Steps' } },
    fields: [
      row(choice('by', { zh: '依据', en: 'By' }, 'lot', roundChoices.tieBreak), {
        name: 'criterion',
        type: 'text',
        maxLength: textLimits.line,
        label: { zh: '评分项代号', en: 'Key of the criterion' },
        admin: { condition: (_, step) => step?.by === 'criterion' },
      }),
    ],
  },
  row(
    choice('carryOver', { zh: '晋级办法', en: 'Who goes on' }, 'none', roundChoices.carryOver),
    number(
      'carryCount',
      { zh: '前几件', en: 'The first so many' },
      { shown: when('carryOver', 'top') },
    ),
    number(
      'carryPoints',
      { zh: '分数线（百分制）', en: 'Least points' },
      { shown: when('carryOver', 'threshold') },
    ),
    choice(
      'carryEqual',
      { zh: '线上并列的作品', en: 'Equal at the line' },
      'by-hand',
      roundChoices.equalAtLine,
      when('carryOver', 'top'),
    ),
  ),
]

export const awardFields: Field[] = [
  {
    name: 'levels',
    type: 'array',
    label: {
      zh: '奖项等级（由高到低，仅最后一轮）',
      en: 'Levels, highest first (last round only)',
    },
    labels: { singular: { zh: '奖项', en: 'Level' }, plural: { zh: '奖项', en: 'Levels' } },
    fields: [
      row(
        line('key', { zh: '代号', en: 'Key' }),
        line('name', { zh: '名称', en: 'Name' }),
        number('count', { zh: '名额', en: 'Places' }),
        number('atLeast', { zh: '最低分（空：不限）', en: 'Least points' }),
      ),
    ],
  },
  row(
    number('mostPercent', { zh: '获奖比例上限（%）', en: 'Cap of awards (%)' }),
    number('reserves', { zh: '候补件数', en: 'Reserves' }),
    choice(
      'awardsEqual',
      { zh: '线上并列的作品', en: 'Equal at the line' },
      'by-hand',
      roundChoices.equalAtLine,
    ),
  ),
]

function row(...fields: Field[]): Field {
  return { type: 'row', fields }
}

function line(name: string, label: Labels, required = true): Field {
  return { name, type: 'text', required, maxLength: textLimits.line, label }
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

type NumberOptions = { first?: number; shown?: Condition }

// What a new round begins with is a function: it is no default of the column.
function number(name: string, label: Labels, options: NumberOptions | number = {}): Field {
  const { first, shown } = typeof options === 'number' ? { first: options } : options
  return {
    ...{ name, type: 'number', label },
    ...(first === undefined ? {} : { defaultValue: () => first }),
    ...(shown ? { admin: { condition: shown } } : {}),
  } as Field
}

// Texts, not selects: a new choice must not need a new PostgreSQL enum value.
function choice<Value extends string>(
  name: string,
  label: Labels,
  defaultValue: NoInfer<Value>,
  choices: Readonly<Record<Value, Words>>,
  shown?: Condition,
): Field {
  const values = Object.keys(choices) as Value[]
  return {
    ...{ name, type: 'text', required: true, defaultValue, label },
    admin: {
      components: {
        ...chosenFrom(values, choices),
        Cell: { path: choiceCell, clientProps: { choices } },
      },
      ...(shown ? { condition: shown } : {}),
    },
  }
}
