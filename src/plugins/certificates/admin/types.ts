import type { UnfitSheet } from '../../../domain/results/certificates.ts'
import type { ShownCertificate } from '../show.ts'

/** What `GET /api/results/{id}/certificates` answers. */
export type CertificatesShown = {
  final: { version: number; sha256: string } | null
  templates: { id: number; name: string }[]
  template: number | null
  plan: {
    make: number
    replace: number
    keep: number
    revoke: number
    unfit: UnfitSheet[]
  } | null
  batches: {
    id: number
    total: number
    made: number
    at: string
    by: string | null
    state: string | null
  }[]
  certificates: ShownCertificate[]
}
