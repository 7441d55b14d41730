import type { DrawnName, UnfitSheet } from '../../../domain/results/certificates.ts'
import type { ChangeShown } from '../plan-batch.ts'
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
    /** Of `make`: those whose certificate somebody revoked with a reason. */
    again: number
    unfit: UnfitSheet[]
    changes: ChangeShown[]
    sha256: string
  } | null
  names: DrawnName[]
  asked: { by: number; byName: string; sha256: string; at: string } | null
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
