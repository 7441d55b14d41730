import { entryKindList, entryKinds } from '../../domain/kinds.ts'
import { phaseKeys, phaseWords } from '../../domain/phases.ts'
import { oneOf, said, shape, text } from './shape.ts'

// Closed lists of words: an enum of their own in GraphQL, the same words in REST.

const named = <Key extends string>(keys: readonly Key[], word: (key: Key) => string): string =>
  keys.map((key) => `\`${key}\` ${word(key)}`).join('；')

export const kindSchema = oneOf(
  entryKindList,
  'EntryKind',
  `作品类别 / Kind of entry. ${named(entryKindList, (key) => said(entryKinds[key].label))}`,
)

export const phaseKeySchema = oneOf(
  phaseKeys,
  'PhaseKey',
  `阶段 / Phase. ${named(phaseKeys, (key) => said(phaseWords[key]))}`,
)

export const phaseStateSchema = oneOf(
  ['past', 'now', 'future'],
  'PhaseState',
  '以应答时刻计 / Seen from the moment of the answer. `past` 已结束；`now` 进行中；`future` 未开始',
)

/** One text in both languages. */
export const wordsSchema = shape('Words', '中英文各一 / A text in both languages', {
  zh: text('中文 / Chinese'),
  en: text('英文 / English'),
})
