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

/** Why everybody may know that it fell; null: somebody of the staff wrote why, and that stays inside. */
export function revocationWords({
  version,
  revokedVersion,
  replacedVersion,
}: {
  version: number
  revokedVersion: number | null
  replacedVersion: number | null
}): Words | null {
  if (revokedVersion !== null) {
    return words(
      `名单已更正，第 ${revokedVersion} 版名单中已无此奖项`,
      `The list was corrected: version ${revokedVersion} no longer has this award`,
    )
  }
  if (replacedVersion === null || replacedVersion === version) return null
  return words(
    `名单已更正，证书按第 ${replacedVersion} 版名单换发`,
    `The list was corrected: the new certificate is by its version ${replacedVersion}`,
  )
}
