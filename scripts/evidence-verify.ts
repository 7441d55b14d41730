/**
 * `npm run evidence:verify -- FILE [--key KEY] [--ledger FILE]` counts a pack of evidence
 * (`GET /api/results/{id}/evidence`) again without a database: hashes, rankings from their marks, awards and
 * rulings, the chain of lists, signatures. Names what differs and ends with 1 when anything does.
 *
 *   --key     a public key that is trusted: its 32 bytes in base64, a JWK, or a file with one, or with the
 *             answer of /v1/results/keys or /v1/votes/keys; may be given more than once. Without it: the pack's own.
 *   --ledger  the exported ledger (`npm run ledger:export`, .gz or not): it is checked, too, and votes are
 *             counted from it up to the heads that the pack names
 */
import { verify } from './evidence/verify.ts'

process.exitCode = await verify(process.argv.slice(2))
