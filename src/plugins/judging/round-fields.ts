import type { Field } from 'payload'
import { textLimits } from '../../fields/text-limits.ts'

type Labels = { zh: string; en: string }

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
    word('kind', { zh: '评审方式', en: 'Kind' }, 'score'),
  ),
  row(
    moment('windowFrom', { zh: '评审开始（含）', en: 'Judging begins (included)' }),
    moment('windowTo', { zh: '评审结束（不含）', en: 'Judging ends (not included)' }),
  ),
  row(
    number('quorum', { zh: '每件评委人数', en: 'Judges for each work' }, 3),
    word('scoresShown', { zh: '他人评分何时可见', en: 'Others’ marks are shown' }, 'never'),
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
    word('method', { zh: '计分办法', en: 'Method' }, 'mean'),
    number('methodDrop', { zh: '各去掉几个最高、最低分', en: 'Highest and lowest left out, each' }),
    number('methodShrink', { zh: '收缩系数', en: 'Shrinkage' }),
  ),
  row(
    number('votePercent', { zh: '网络投票占比（%）', en: 'Share of the vote (%)' }),
    word('votePoints', { zh: '投票折算', en: 'Points of the vote' }, 'share-of-top'),
    {
      name: 'voteRound',
      type: 'relationship',
      relationTo: 'vote-rounds',
      label: { zh: '采用哪一轮投票', en: 'The vote that counts' },
      admin: { allowCreate: false },
    },
  ),
  row(
    number('decimals', { zh: '保留小数（空：不舍入）', en: 'Decimals (empty: exact)' }),
    number('disagreement', { zh: '分歧提示（分差）', en: 'Points of disagreement to flag' }),
  ),
  {
    name: 'tieBreak',
    type: 'array',
    label: { zh: '同分处理', en: 'Tie-break' },
    fields: [
      row(
        word('by', { zh: '依据', en: 'By' }, 'lot'),
        line('criterion', { zh: '评分项代号', en: 'Key of the criterion' }, false),
      ),
    ],
  },
  row(
    word('carryOver', { zh: '晋级办法', en: 'Who goes on' }, 'none'),
    number('carryCount', { zh: '前几件', en: 'The first so many' }),
    number('carryPoints', { zh: '最低分', en: 'Least points' }),
    word('carryEqual', { zh: '并列在线', en: 'Equal at the line' }, 'by-hand'),
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
    word('awardsEqual', { zh: '并列在线', en: 'Equal at the line' }, 'by-hand'),
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

// What a new round begins with is a function: it is no default of the column.
function number(name: string, label: Labels, first?: number): Field {
  return {
    ...{ name, type: 'number', label },
    ...(first === undefined ? {} : { defaultValue: () => first }),
  } as Field
}

// Texts, not selects: a new choice must not need a new PostgreSQL enum value.
function word(name: string, label: Labels, defaultValue: string): Field {
  return { name, type: 'text', required: true, defaultValue, label }
}
