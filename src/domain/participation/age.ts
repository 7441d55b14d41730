import { words, type Words } from '../words.ts'

/** How old the participant says to be; children under 14 cannot take part. */
export const ageGroups = ['adult', 'minor', 'child'] as const
export type AgeGroup = (typeof ageGroups)[number]

export const ageGroupWords: Record<AgeGroup, Words> = {
  adult: words('18 周岁及以上', '18 or older'),
  minor: words('14 至 17 周岁', '14 to 17'),
  child: words('不满 14 周岁', 'under 14'),
}
