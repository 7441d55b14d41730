/** The rounds of judging of the demo, as the province would set them up. */
import type { EntryKind } from '../../../src/domain/kinds.ts'
import { scoreGiven, yesGiven, type Giving } from './given.ts'

export type RoundPlan = {
  kind: EntryKind
  /** Known by this in its track. */
  key: string
  /** Of so many works; without the window. */
  data: (works: number) => Record<string, unknown> & { title: string; quorum: number }
  giving: Giving
  /** Places of levels that the jury leaves empty. */
  vacant?: { level: string; vacant: number; reason: string }
  /** For the works at a line of which some pass. */
  atLine: string
}

export const judges = ['a', 'b', 'c', 'd', 'e'].map((key) => `judge-${key}@example.org`)

const invented = '演示数据：作品与评委均为虚构。'

const photoCriteria = [
  {
    ...{ key: 'theme', name: '主题与思想 / Theme', full: 40, weight: 40 },
    anchors: '36 主题鲜明，立意深刻\n28 主题明确\n20 主题不清',
  },
  {
    ...{ key: 'craft', name: '影像质量 / Craft', full: 30, weight: 30 },
    anchors: '27 光影、构图俱佳\n21 技术合格',
  },
  {
    ...{ key: 'appeal', name: '感染力 / Appeal', full: 30, weight: 30 },
    anchors: '27 动人\n21 一般',
  },
]

const stageCriteria = [
  { key: 'theme', name: '内容与立意 / Content', full: 40, weight: 40 },
  { key: 'craft', name: '制作与表现 / Craft', full: 30, weight: 30 },
  { key: 'appeal', name: '传播效果 / Appeal', full: 30, weight: 30 },
]

const level = (key: string, name: string, count: number) => ({ key, name, count })
const levels = (first: number, second: number, third: number) => [
  level('first', '一等奖 / First prize', first),
  level('second', '二等奖 / Second prize', second),
  level('third', '三等奖 / Third prize', third),
]

/** Judged in two rounds, both locked: yes or no by three of five, then marks by all five. */
export const photosFirst: RoundPlan = {
  ...{ kind: 'photos', key: 'demo-qualify', giving: yesGiven },
  atLine: '入围线上并列：评委合议，兼顾题材与地区。',
  data: (works) => ({
    ...{ title: '演示·摄影作品初评', kind: 'qualify', quorum: 3, blind: true },
    about: `请判断作品能否进入终评。${invented}`,
    ...{ scoresShown: 'never', method: 'mean', carryOver: 'top', carryEqual: 'by-hand' },
    carryCount: Math.max(1, Math.min(12, Math.floor(works / 2))),
  }),
}

export const photosFinal: RoundPlan = {
  ...{ kind: 'photos', key: 'demo-final', giving: scoreGiven(photoCriteria) },
  vacant: { level: 'third', vacant: 1, reason: '宁缺毋滥：三等奖空缺一个名额。' },
  atLine: '同分：评委合议后投票决定。',
  data: () => ({
    ...{ title: '演示·摄影作品终评', kind: 'score', quorum: judges.length, blind: true },
    about: `满分 100 分，去掉最高分和最低分后取平均。${invented}`,
    ...{ scoresShown: 'never', criteria: photoCriteria, method: 'trimmed-mean', methodDrop: 1 },
    ...{ decimals: 2, disagreement: 20, tieBreak: [], carryOver: 'none' },
    ...{ levels: levels(1, 2, 4), reserves: 2, awardsEqual: 'by-hand' },
  }),
}

/** Judged in one round, locked. */
export const recitationsFinal: RoundPlan = {
  ...{ kind: 'recitations', key: 'demo-final', giving: scoreGiven(stageCriteria) },
  atLine: '同分：评委合议后投票决定。',
  data: () => ({
    ...{ title: '演示·微诵读评审', kind: 'score', quorum: 3, blind: true },
    about: `满分 100 分，取平均；同分先比内容，再抽签。${invented}`,
    ...{ scoresShown: 'never', criteria: stageCriteria, method: 'mean', decimals: 2 },
    ...{ disagreement: 20, tieBreak: [{ by: 'criterion', criterion: 'theme' }, { by: 'lot' }] },
    ...{ carryOver: 'none', levels: levels(1, 2, 3), reserves: 2, awardsEqual: 'by-hand' },
  }),
}

/** Being judged now: some judges are ready, two are in the middle of it. */
export const videosOpen: RoundPlan = {
  ...{ kind: 'videos', key: 'demo-open', giving: scoreGiven(stageCriteria) },
  atLine: '',
  data: () => ({
    ...{ title: '演示·微视频评审（进行中）', kind: 'score', quorum: 3, blind: true },
    about: `满分 100 分，取平均。请先评前三件校准作品。${invented}`,
    ...{ scoresShown: 'after-close', criteria: stageCriteria, method: 'mean', decimals: 2 },
    ...{ disagreement: 20, tieBreak: [{ by: 'criterion', criterion: 'theme' }, { by: 'lot' }] },
    ...{ carryOver: 'none', levels: levels(1, 3, 5), reserves: 2, awardsEqual: 'by-hand' },
  }),
}
