import type { StoredCertificate } from '../../database/certificates/rows.ts'
import { verification, type Verification } from '../../domain/results/certificates.ts'
import type { Words } from '../../domain/words.ts'

/** A certificate as staff see it. `state` is `waiting` until its file is made. */
export type ShownCertificate = Pick<
  StoredCertificate,
  'number' | 'entry' | 'name' | 'work' | 'unit' | 'version' | 'replacedBy' | 'revokedReason'
> & {
  level: Words
  state: Verification | 'waiting'
  madeAt: string | null
  bytes: number | null
}

export function showCertificate(one: StoredCertificate): ShownCertificate {
  const { number, entry, name, work, unit, version, replacedBy, revokedReason } = one
  const state = verification(one)
  return {
    ...{ number, entry, name, work, unit, version, replacedBy, revokedReason },
    level: { zh: one.levelZh, en: one.levelEn },
    state: state === 'valid' && !one.madeAt ? 'waiting' : state,
    madeAt: one.madeAt?.toISOString() ?? null,
    bytes: one.fileBytes,
  }
}
