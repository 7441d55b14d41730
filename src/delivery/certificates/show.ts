import type { StoredCertificate } from '../../database/certificates/rows.ts'
import {
  revocationWords,
  verification,
  verificationWords,
} from '../../domain/results/certificates.ts'
import type { RunIn } from '../../database/run-in.ts'
import type { Database } from '../database.ts'

/** Statements of the certificates' tables, on the connections of the public API. */
export const runOn =
  ({ read }: Database): RunIn =>
  (text, values) =>
    read(undefined, text, [...values])

/** What everybody may know of a certificate. What somebody wrote when they revoked it is not among it. */
export function showCertificate(one: StoredCertificate) {
  const { number, name, work, entry, track, campaign, day, revokedAt, replacedBy } = one
  const state = verification(one)
  return {
    ...{ number, state, stateText: verificationWords[state], name, work, entry },
    ...{ level: { zh: one.levelZh, en: one.levelEn }, track, campaign, day },
    ...{ revokedAt: revokedAt?.toISOString() ?? null, reason: revocationWords(one), replacedBy },
  }
}

export type CertificateAnswer = ReturnType<typeof showCertificate> & {
  list: { result: string; version: number; sha256: string }
}
