import { words, type Words } from '../../words.ts'

/** Which options mean something, by group; the rest is refused. */
export const optionsOf = {
  policy: [
    'window',
    'period',
    'votesPerPeriod',
    'votesPerEntryPerPeriod',
    'votesPerEntry',
    'ballot',
    'counts',
    'voters',
    'minimumAgeHours',
  ],
  window: ['from', 'to'],
  day: ['kind'],
  rolling: ['kind', 'hours'],
  counts: ['shown'],
  daily: ['shown', 'at'],
  ballot: ['min', 'max'],
  exactBallot: ['exactly'],
} as const

// Each vote of a period has a numbered place in the database: the numbers stay small. Hours: a week,
// and a year for the age of an identity.
const bounds: Record<string, number> = {
  'period.hours': 168,
  'ballot.min': 100,
  'ballot.max': 100,
  'ballot.exactly': 100,
  minimumAgeHours: 8784,
}

/** The largest number that an option may have. */
export const mostOf = (path: string): number => bounds[path] ?? 1000

const names: Record<string, Words> = {
  '': words('投票规则', 'The policy'),
  window: words('投票时间', 'The window'),
  period: words('计票周期', 'The period'),
  'period.kind': words('计票周期', 'The period'),
  'period.hours': words('滚动周期的小时数', 'The hours of the period'),
  votesPerPeriod: words('每人每周期票数', 'Votes per period'),
  votesPerEntryPerPeriod: words('每件作品每周期票数', 'Votes per work and period'),
  votesPerEntry: words('每件作品总票数', 'Votes per work in total'),
  ballot: words('选票', 'The ballot'),
  'ballot.min': words('每次最少件数', 'The fewest works of a ballot'),
  'ballot.max': words('每次最多件数', 'The most works of a ballot'),
  'ballot.exactly': words('每次须选件数', 'The works of a ballot'),
  counts: words('票数公布方式', 'How counts are shown'),
  'counts.shown': words('票数公布方式', 'How counts are shown'),
  voters: words('投票人', 'Who may vote'),
  minimumAgeHours: words('身份登记时长', 'The age of the identity in hours'),
}

export const optionWords = (path: string): Words => names[path] ?? words(path, path)
