import type { JudgingRound } from '../../src/domain/judging/rounds.ts'

const shanghai = (text: string): Date => new Date(`${text.replace(' ', 'T')}+08:00`)

/** A round of scores without any trap: two criteria, three judges, the mean, nothing carried over. */
export const plainRound: JudgingRound = {
  key: 'scores',
  kind: 'score',
  window: { from: shanghai('2022-09-01 00:00'), to: shanghai('2022-09-11 00:00') },
  quorum: 3,
  blind: true,
  scoresShown: 'never',
  criteria: [
    { key: 'idea', name: { zh: '立意', en: 'Idea' }, full: 100, weight: 60, anchors: [] },
    { key: 'craft', name: { zh: '制作', en: 'Craft' }, full: 50, weight: 40, anchors: [] },
  ],
  method: { kind: 'mean' },
  vote: null,
  decimals: null,
  tieBreak: [{ by: 'criterion', criterion: 'idea' }, { by: 'lot' }],
  disagreement: 30,
  carryOver: { kind: 'none' },
}

/** A path in the tree of units: `unit(1, 4)` is unit 4 under unit 1. */
export const unit = (...ids: number[]): string =>
  ids.map((id) => String(id).padStart(6, '0')).join('')
