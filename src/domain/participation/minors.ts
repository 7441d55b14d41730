import type { Words } from '../words.ts'
import { ageGroups, type AgeGroup } from './age.ts'

export type AgeFlaw = {
  code: 'age-group' | 'too-young' | 'guardian-consent'
  path: string
  words: Words
}

/**
 * What a participant's age asks for. Source: the Personal Information Protection Law of the PRC, art. 31
 * (under 14 only with the guardians; the campaign takes none of them), and the campaign's own rule that
 * those under 18 bring their guardian's consent.
 */
export function ageFlaw({
  ageGroup,
  hasGuardianConsent,
}: {
  ageGroup: unknown
  hasGuardianConsent: boolean
}): AgeFlaw | null {
  if (!isAgeGroup(ageGroup)) {
    return {
      code: 'age-group',
      path: 'ageGroup',
      words: { zh: '请选择年龄段', en: 'Say which age group you are in' },
    }
  }
  if (ageGroup === 'child') return tooYoung
  if (ageGroup === 'adult' || hasGuardianConsent) return null
  return {
    code: 'guardian-consent',
    path: 'guardianConsent',
    words: {
      zh: '未满 18 周岁须上传监护人同意书',
      en: 'Under 18: a guardian’s consent is required as a file',
    },
  }
}

export const tooYoung: AgeFlaw = {
  code: 'too-young',
  path: 'ageGroup',
  words: {
    zh: '未满 14 周岁不能自行报送作品',
    en: 'Children under 14 cannot send in works themselves',
  },
}

function isAgeGroup(value: unknown): value is AgeGroup {
  return (ageGroups as readonly unknown[]).includes(value)
}
