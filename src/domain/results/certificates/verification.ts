import { words, type Words } from '../../words.ts'

/** What the page behind a certificate's QR code says. */
export type Verification = 'valid' | 'revoked' | 'replaced' | 'unknown'

export const verificationWords: Record<Verification, Words> = {
  valid: words('证书有效', 'This certificate is valid'),
  revoked: words('证书已作废', 'This certificate was revoked'),
  replaced: words('证书已换发，请以新证书为准', 'This certificate was replaced by a new one'),
  unknown: words('没有这一证书，请核对编号', 'There is no such certificate; check the number'),
}

/** Revoked is stronger than replaced: whoever holds an old copy of a lost award must see that. */
export function verification(
  found: { revokedAt: Date | null; replacedBy: string | null } | null,
): Verification {
  if (!found) return 'unknown'
  if (found.revokedAt) return 'revoked'
  return found.replacedBy ? 'replaced' : 'valid'
}
