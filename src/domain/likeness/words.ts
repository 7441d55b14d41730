import { words, type Words } from '../words.ts'

/** What two works can have in common. */
export const likenessKinds = ['picture', 'film', 'title', 'text'] as const
export type LikenessKind = (typeof likenessKinds)[number]

export const verdicts = ['same', 'different'] as const
export type Verdict = (typeof verdicts)[number]

const whats: Record<LikenessKind, Words> = {
  picture: words('画面', 'Picture'),
  film: words('视频画面', 'Film'),
  title: words('标题', 'Title'),
  text: words('正文', 'Text'),
}

/**
 * A likeness as a reviewer reads it: `与《匠心》画面 96% 相似`. Never 100 % but where it is.
 *
 * @param other the other work: its title in quotes, or what may be said of it
 */
export function likenessWords(what: LikenessKind, measure: number, other: Words): Words {
  const share = measure === 1 ? 100 : Math.min(99, Math.round(measure * 100))
  const { zh, en } = whats[what]
  if (measure === 1 && what === 'title') {
    return { zh: `与${other.zh}标题相同`, en: `Same title as ${other.en}` }
  }
  return {
    zh: `与${other.zh}${zh} ${share}% 相似`,
    en: `${en}: ${share}% like ${other.en}`,
  }
}

/** A pair that became this much more alike is looked at once more. */
export const lookAgainFrom = 0.05
