import { words, type Words } from '../../words.ts'

/** Which options mean something, by group; the rest is refused. */
export const optionsOf = {
  round: [
    ...['key', 'kind', 'window', 'quorum', 'blind', 'scoresShown', 'criteria', 'method', 'vote'],
    ...['decimals', 'tieBreak', 'disagreement', 'carryOver'],
  ],
  window: ['from', 'to'],
  criterion: ['key', 'name', 'full', 'weight', 'anchors'],
  anchor: ['marks', 'meaning'],
  words: ['zh', 'en'],
  method: {
    mean: ['kind'],
    'trimmed-mean': ['kind', 'drop'],
    median: ['kind'],
    standardised: ['kind', 'shrink'],
    schulze: ['kind'],
  },
  vote: ['percent', 'points'],
  carryOver: {
    top: ['kind', 'count', 'equal'],
    threshold: ['kind', 'points'],
    'by-hand': ['kind'],
    none: ['kind'],
  },
} as const

const names: Record<string, Words> = {
  '': words('评审轮次', 'The round'),
  key: words('轮次代号', 'The key'),
  kind: words('评审方式', 'The kind'),
  window: words('评审时间', 'The window'),
  quorum: words('每件作品评委人数', 'The judges of a work'),
  blind: words('匿名评审', 'Blind judging'),
  scoresShown: words('他人评分可见时机', 'When the others’ marks are shown'),
  criteria: words('评分项', 'The criteria'),
  method: words('计分方法', 'The method'),
  'method.kind': words('计分方法', 'The method'),
  'method.drop': words('去掉的最高、最低分个数', 'The marks dropped at each end'),
  'method.shrink': words('收缩系数', 'The shrinkage'),
  vote: words('网络投票折算', 'The blend with the vote'),
  'vote.percent': words('网络投票占比', 'The vote’s share in per cent'),
  'vote.points': words('票数折算办法', 'How votes become points'),
  decimals: words('保留小数位数', 'The decimals'),
  tieBreak: words('同分处理顺序', 'The order of tie-breaks'),
  disagreement: words('分歧提示分差', 'The difference that is flagged'),
  carryOver: words('晋级办法', 'The carry-over'),
  'carryOver.kind': words('晋级办法', 'The carry-over'),
  'carryOver.count': words('晋级件数', 'How many go on'),
  'carryOver.equal': words('入围线上并列的处理', 'What becomes of equal works at the line'),
  'carryOver.points': words('晋级分数线', 'The points to go on'),
}

const ofCriterion: Record<string, Words> = {
  key: words('评分项代号', 'The criterion’s key'),
  name: words('评分项名称', 'The criterion’s name'),
  full: words('评分项满分', 'The criterion’s full marks'),
  weight: words('评分项权重', 'The criterion’s weight'),
  marks: words('评分参考分值', 'The anchor’s marks'),
  meaning: words('评分参考说明', 'What the anchor means'),
}

/** What people call the option at a path; rows of a list go by their last word. */
export function optionWords(path: string): Words {
  const last = path.split('.').at(-1) ?? ''
  const name = names[path] ?? (path.startsWith('criteria.') ? criterionWords(path, last) : null)
  return name ?? words(path, path)
}

function criterionWords(path: string, last: string): Words | null {
  if (last !== 'zh' && last !== 'en') return ofCriterion[last] ?? null
  const of = ofCriterion[path.split('.').at(-2) ?? '']
  return of ? words(`${of.zh}（${last}）`, `${of.en} (${last})`) : null
}
